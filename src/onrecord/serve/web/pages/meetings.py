"""Meetings: the list, and one meeting's page with how its date firmed up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.entries import MeetingEntry, MeetingStep
from onrecord.periods import in_words, period
from onrecord.serve.web.names import Name
from onrecord.serve.web.order import newest_first
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.pages.firming import Scale, Stretch, scale_of, stretch
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.pages.together import Pair, together
from onrecord.serve.web.site import Site

CHARTED = 24
"""Rows of the timeline chart: more cannot be read."""


@dataclass(frozen=True, slots=True)
class ReportDot:
    """Reports of one day with one status, as a dot of the chart."""

    day: str
    status: str
    outlets: str
    href: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A meeting in the timeline chart; `start` and `end` bound its date, None if it has none."""

    name: str
    href: str
    status: str
    when: str
    start: str | None
    end: str | None
    reports: tuple[ReportDot, ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    name: str
    href: str
    format: str
    status: str
    when: str
    place: str | None
    participants: tuple[Name, ...]
    reports: int
    sources: int
    latest: Cited


@dataclass(frozen=True, slots=True)
class Meetings:
    lines: tuple[MeetingLine, ...]
    chart: tuple[ChartRow, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class Step:
    """One report of the history. `turn` tells that status or date changed."""

    number: int
    day: str
    status: str
    date_said: str | None
    place_said: str | None
    speaker: Name | None
    cited: Cited
    stretch: Stretch | None
    turn: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda, or the outcome; `anchor` counts on from the steps."""

    anchor: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class SideReadout:
    """How a meeting went, by one of its sides."""

    party: Name
    speaker: Name | None
    point: Point


@dataclass(frozen=True, slots=True)
class MeetingPage:
    name: str
    format: str
    status: str
    when: str
    date_basis: str | None
    place: str | None
    participants: tuple[Name, ...]
    people: tuple[Name, ...]
    steps: tuple[Step, ...]
    scale: Scale | None
    agenda: tuple[Point, ...]
    outcome: Point | None
    level: str | None
    readouts: tuple[SideReadout, ...]
    together: tuple[Pair, ...]
    implied: bool


def meetings(site: Site, page: int) -> Meetings:
    """All meetings, the latest date first; the chart leads the first page."""
    shown, pager = paged(site, _in_order(site), page, "/meetings")
    return Meetings(
        lines=tuple(_line(site, m) for m in shown),
        chart=chart(site, CHARTED) if pager.page == 1 else (),
        pager=pager,
    )


def chart(site: Site, most: int) -> tuple[ChartRow, ...]:
    """The meetings near enough to the coverage, the most reported of them, the latest first."""
    near = [m for m in _in_order(site) if _fits(site, m)]
    chosen = {m.id for m in sorted(near, key=lambda m: (-len(m.history), m.id))[:most]}
    return tuple(_chart_row(site, m) for m in near if m.id in chosen)


def meeting(site: Site, id_: str) -> MeetingPage | None:
    """The page of one meeting; None if the record has no such meeting."""
    entry = next((m for m in site.entries.meetings if m.id == id_), None)
    if entry is None:
        return None
    beside = (*entry.agenda, *((entry.outcome,) if entry.outcome else ()), *(r.evidence for r in entry.readouts))
    first = len(entry.history) + 1
    points = tuple(Point(f"step-{n}", cite(site, entry.id, e)) for n, e in enumerate(beside, first))
    scale = scale_of([s.date_said for s in entry.history] + [entry.date])
    return MeetingPage(
        name=entry.name,
        format=entry.format,
        status=entry.status,
        when=in_words(entry.date),
        date_basis=entry.date_basis,
        place=entry.place,
        participants=site.names.all(entry.participants),
        people=site.names.all(entry.people),
        steps=tuple(_steps(site, entry, scale)),
        scale=scale,
        agenda=points[: len(entry.agenda)],
        outcome=points[len(entry.agenda)] if entry.outcome else None,
        level=entry.level,
        readouts=tuple(
            SideReadout(site.names(r.party), site.names(r.speaker) if r.speaker else None, point)
            for r, point in zip(entry.readouts, points[len(points) - len(entry.readouts) :], strict=True)
        ),
        together=together(site, {s.id: s.evidence for s in entry.history}, of=entry.id),
        implied=entry.participants_implied,
    )


def _chart_row(site: Site, entry: MeetingEntry) -> ChartRow:
    when = period(entry.date)
    days: dict[tuple[str, str], list[MeetingStep]] = {}
    for step in entry.history:
        if at := period(step.as_of):
            days.setdefault((at.start.isoformat(), step.status), []).append(step)
    return ChartRow(
        name=entry.name,
        href=site.links.to(f"/meetings/{entry.id}"),
        status=entry.status,
        when=in_words(entry.date),
        start=when.start.isoformat() if when else None,
        end=when.end.isoformat() if when else None,
        reports=tuple(
            ReportDot(
                day=day,
                status=status,
                outlets=", ".join(sorted({site.names.outlet(s.evidence.article) for s in steps})),
                href=site.links.entry(entry.id, entry.history.index(steps[0])),
            )
            for (day, status), steps in sorted(days.items())
        ),
    )


def _line(site: Site, entry: MeetingEntry) -> MeetingLine:
    latest = entry.history[-1]
    return MeetingLine(
        name=entry.name,
        href=site.links.to(f"/meetings/{entry.id}"),
        format=entry.format,
        status=entry.status,
        when=in_words(entry.date),
        place=entry.place,
        participants=site.names.all(entry.participants),
        reports=len(entry.history),
        sources=site.sources.count(s.evidence for s in entry.history),
        latest=cite(site, entry.id, latest.evidence, latest.sentence),
    )


def _steps(site: Site, entry: MeetingEntry, scale: Scale | None) -> list[Step]:
    """The history in the record's order; a turn is a step with another status or date than the one before."""
    out: list[Step] = []
    status, said = "", None
    for number, step in enumerate(entry.history, 1):
        turn = step.status != status or (step.date_said is not None and step.date_said != said)
        status, said = step.status, step.date_said or said
        out.append(
            Step(
                number=number,
                day=in_words(step.as_of, unknown="day not known"),
                status=step.status,
                date_said=in_words(step.date_said) if step.date_said else None,
                place_said=step.place_said,
                speaker=site.names(step.speaker) if step.speaker else None,
                cited=cite(site, entry.id, step.evidence, step.sentence),
                stretch=stretch(step.date_said, scale),
                turn=turn,
            )
        )
    return out


def _fits(site: Site, entry: MeetingEntry) -> bool:
    """Whether a meeting lies near enough to the coverage to be drawn with it."""
    when = period(entry.date)
    return site.is_near(when) if when else any(period(s.as_of) for s in entry.history)


def _in_order(site: Site) -> list[MeetingEntry]:
    return newest_first(site.entries.meetings, lambda m: m.date or _last_day(m), lambda m: m.id)


def _last_day(entry: MeetingEntry) -> str | None:
    known = [p.start for s in entry.history if (p := period(s.as_of))]
    return max(known, default=date.min).isoformat() if known else None

"""The overview: what this record is, its meetings on a timeline, the coverage, what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from onrecord.entries import ConditionalEntry, MeetingEntry, PositionEntry
from onrecord.periods import in_words, period
from onrecord.serve.web.names import outlet_of
from onrecord.serve.web.order import days, newest_first
from onrecord.serve.web.pages.cited import Cited, cite_readably
from onrecord.serve.web.pages.meetings import ChartRow, chart
from onrecord.serve.web.site import Site

LATEST = 8
DIFFERING = 6
NAMED = 4
"""Parties that the title names."""
CHARTED_MEETINGS = 12


@dataclass(frozen=True, slots=True)
class Tally:
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class CoverageDay:
    day: str
    outlet: str
    articles: int


@dataclass(frozen=True, slots=True)
class News:
    """One thing that came onto the record; `look` is the class of a badge that is a tag."""

    kind: str
    badge: str
    look: str
    head: str
    when: str
    href: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class Overview:
    """`undated` and `unsigned` count the articles whose day or outlet is not known, `aside` those not on the record."""

    articles: int
    aside: int
    outlets: tuple[tuple[str, int], ...]
    unsigned: int
    first: str
    last: str
    undated: int
    title: str
    tallies: tuple[Tally, ...]
    chart: tuple[ChartRow, ...]
    coverage: tuple[CoverageDay, ...]
    latest: tuple[News, ...]
    differing: tuple[Tally, ...]


def overview(site: Site) -> Overview:
    entries = site.entries
    outlets = Counter(a.article.outlet for a in entries.articles if a.article.outlet)
    per_day = Counter(
        (v[:10], outlet_of(a.article)) for a in entries.articles if (v := a.article.published.value) and period(v[:10])
    )
    return Overview(
        articles=len(entries.articles),
        aside=len(entries.aside),
        outlets=tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))),
        unsigned=sum(not a.article.outlet for a in entries.articles),
        first=in_words(site.days[0]) if site.days else "",
        last=in_words(site.days[-1]) if site.days else "",
        undated=sum(a.article.published.value is None for a in entries.articles),
        title=_title(site),
        tallies=_tallies(site),
        chart=chart(site, CHARTED_MEETINGS),
        coverage=tuple(CoverageDay(day, outlet, n) for (day, outlet), n in sorted(per_day.items())),
        latest=_latest(site),
        differing=tuple(Tally(d.about, len(d.sides), site.links.entry(d.id)) for d in entries.divergences[:DIFFERING]),
    )


def _title(site: Site) -> str:
    """The negotiating parties, those who hold most first, by their short names where the long ones are long."""
    weight = Counter(p.party for p in site.entries.positions)
    parties = sorted(
        (p for p in site.entries.parties if p.role == "negotiating"), key=lambda p: (-weight[p.id], p.name, p.id)
    )
    names = [site.names(p.id) for p in parties]
    shown = [n.short if len(n.label) > 24 else n.label for n in names[:NAMED]]
    if len(names) > NAMED:
        shown.append(f"{len(names) - NAMED} more")
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _tallies(site: Site) -> tuple[Tally, ...]:
    e = site.entries
    counted = (
        ("meetings", len(e.meetings)),
        ("positions", len(e.positions)),
        ("quotes", len(e.quotes)),
        ("conditionals", len(e.conditionals)),
        ("events", len(e.events)),
        ("figures", len(e.figures)),
        ("divergences", len(e.divergences)),
    )
    return tuple(Tally(label, count, site.links.to(f"/{label}")) for label, count in counted)


def _latest(site: Site) -> tuple[News, ...]:
    """Turns of meetings, positions and conditionals by the day on which they were published, the newest first."""
    published = days(site.entries)
    news: list[tuple[str | None, str, Callable[[str], News]]] = []
    for m in site.entries.meetings:
        status = ""
        for n, step in enumerate(m.history):
            if step.status != status:
                status = step.status
                day = published.get(step.evidence.article) or step.as_of
                news.append((day, f"{m.id}.{n:04}", partial(_of_meeting, site, m, n)))
    news += [
        (published.get(p.evidence.article) or p.as_of, p.id, partial(_of_position, site, p))
        for p in site.entries.positions
    ]
    news += [
        (published.get(c.consequence.article) or c.as_of, c.id, partial(_of_conditional, site, c))
        for c in site.entries.conditionals
    ]
    newest = newest_first(news, lambda n: n[0], lambda n: n[1])[:LATEST]
    return tuple(made(in_words(day, unknown="undated")) for day, _, made in newest)


def _of_meeting(site: Site, meeting: MeetingEntry, step: int, when: str) -> News:
    told = meeting.history[step]
    cited = cite_readably(site, meeting.id, told.evidence)
    return News("meeting", told.status, "", meeting.name, when, site.links.entry(meeting.id, step), cited)


def _of_position(site: Site, position: PositionEntry, when: str) -> News:
    head = f"{site.names(position.party)} · {site.names.issue(position.issue)}"
    cited = cite_readably(site, position.id, position.evidence)
    return News("position", position.stance, "", head, when, site.links.entry(position.id), cited)


def _of_conditional(site: Site, conditional: ConditionalEntry, when: str) -> News:
    actor, recipient = site.names(conditional.actor), conditional.recipient
    head = f"{actor} → {site.names(recipient)}" if recipient else str(actor)
    kind = conditional.kind
    badge, look = (f"denied {kind}", "negated") if conditional.negated else (kind, f"c-{kind}")
    cited = cite_readably(site, conditional.id, conditional.consequence)
    return News("conditional", badge, look, head, when, site.links.entry(conditional.id), cited)

"""The log of political acts, to be narrowed by type, party and modality."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.entries import EventEntry
from onrecord.periods import in_words
from onrecord.serve.web.findings import event_word
from onrecord.serve.web.links import anchor
from onrecord.serve.web.names import Name
from onrecord.serve.web.order import days, events_in_order
from onrecord.serve.web.pages.acts import ActDot, acts_over_time
from onrecord.serve.web.pages.choices import Choice, choices
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class EventLine:
    """`told` if only the day of the report is known, under which it then stands."""

    anchor: str
    told: bool
    word: str
    actor: tuple[Name, ...]
    recipient: tuple[Name, ...]
    modality: str
    source: Name | None
    confidence: float | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class Day:
    words: str
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """What the log is narrowed to; an empty field leaves it open."""

    type: str = ""
    party: str = ""
    modality: str = ""

    def lets(self, event: EventEntry) -> bool:
        return (
            self.type in ("", event.type)
            and (not self.party or self.party in (*event.actor, *event.recipient))
            and self.modality in ("", event.modality)
        )


@dataclass(frozen=True, slots=True)
class Events:
    days: tuple[Day, ...]
    chart: tuple[ActDot, ...]
    chosen: Filter
    types: tuple[Choice, ...]
    parties: tuple[Choice, ...]
    modalities: tuple[Choice, ...]
    pager: Pager


def events(site: Site, page: int, chosen: Filter) -> Events:
    order = events_in_order(site.entries)
    every = site.entries.events
    let = [e for e in order if chosen.lets(e)]
    shown, pager = paged(
        site,
        let,
        page,
        "/events",
        type=chosen.type,
        party=chosen.party,
        modality=chosen.modality,
    )
    published = days(site.entries)
    groups: dict[str, list[EventLine]] = {}
    for e in shown:
        day = in_words(e.date or published.get(e.evidence.article), unknown="Undated")
        groups.setdefault(day, []).append(_line(site, e))
    return Events(
        days=tuple(Day(words, tuple(lines)) for words, lines in groups.items()),
        chart=acts_over_time(site, let) if pager.page == 1 else (),
        chosen=chosen,
        types=choices((e.type for e in every), {e.type: event_word(e.type) for e in every}),
        parties=choices(
            (a for e in every for a in {*e.actor, *e.recipient}), {p.id: p.name for p in site.entries.parties}
        ),
        modalities=choices((e.modality for e in every), {e.modality: e.modality for e in every}),
        pager=pager,
    )


def _line(site: Site, event: EventEntry) -> EventLine:
    return EventLine(
        anchor=anchor(event.id),
        told=event.date is None,
        word=event_word(event.type),
        actor=site.names.all(event.actor),
        recipient=site.names.all(tuple(r for r in event.recipient if r not in event.actor)),
        modality=event.modality,
        source=site.names(event.source) if event.source else None,
        confidence=event.confidence,
        cited=cite(site, event.id, event.evidence, event.sentence),
    )

"""Acts over time: for each party, what it did for the other side and what against it, day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.entries import EventEntry
from onrecord.periods import period
from onrecord.serve.web.findings import event_word
from onrecord.serve.web.order import days
from onrecord.serve.web.site import Site

MOST_PARTIES = 6
FEWEST = 3
"""Acts below which there is nothing to look at."""

Sort = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
SORTS: dict[str, Sort] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD", "RETREAT"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
"""The four sorts that the PLOVER types are counted by."""


@dataclass(frozen=True, slots=True)
class ActDot:
    """The acts of one party of one sort on one day; `acts` names them."""

    day: str
    party: str
    sort: Sort
    count: int
    acts: str
    href: str


def acts_over_time(site: Site, events: Iterable[EventEntry]) -> tuple[ActDot, ...]:
    """Dots for the most active parties, in the order of their activity; none where there is little to see."""
    published = days(site.entries)
    groups: dict[tuple[str, str, Sort], list[EventEntry]] = {}
    for event in events:
        at = period(event.date or published.get(event.evidence.article))
        if at is None or not at.is_day or not site.is_near(at):
            continue
        if event.type not in SORTS or event.modality == "denied":
            continue
        for actor in event.actor:
            if site.names(actor).id:
                groups.setdefault((actor, at.start.isoformat(), SORTS[event.type]), []).append(event)
    weight = Counter(actor for (actor, _, _), found in groups.items() for _ in found)
    if sum(weight.values()) < FEWEST:
        return ()
    parties = sorted(weight, key=lambda p: (-weight[p], p))[:MOST_PARTIES]
    return tuple(
        ActDot(
            day=day,
            party=site.names(actor).short,
            sort=sort,
            count=len(found),
            acts=", ".join(dict.fromkeys(event_word(e.type) for e in found)),
            href=site.links.entry(found[0].id),
        )
        for party in parties
        for (actor, day, sort), found in sorted(groups.items(), key=lambda g: g[0])
        if actor == party
    )

"""A change in words: what a person would say who tells a colleague what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from onrecord.calendars import bounds
from onrecord.entries import (
    ConditionalEntry,
    Divergence,
    Entries,
    EventEntry,
    FigureEntry,
    MeetingEntry,
    PersonEntry,
    PositionEntry,
    ProposalEntry,
    QuoteEntry,
)
from onrecord.periods import in_words
from onrecord.sources import Sources
from onrecord.text import Evidence

Field = tuple[str, str | None, str | None]

DONE = {
    "AGREE": "agreed", "CONSULT": "met", "SUPPORT": "supported", "COOPERATE": "cooperated", "CONCEDE": "gave way to",
    "YIELD": "gave way to", "AID": "gave aid to", "RETREAT": "pulled back from", "REQUEST": "asked something of",
    "DEMAND": "demanded something of", "ACCUSE": "accused", "REJECT": "refused", "THREATEN": "threatened",
    "PROTEST": "protested against", "SANCTION": "took measures against", "MOBILIZE": "raised forces",
    "COERCE": "used force on", "ASSAULT": "attacked", "INVESTIGATE": "looked into",
}  # fmt: skip
"""PLOVER types as what was done."""
SAID = {"threat": "threatens", "warning": "warns", "promise": "promises"}


class Teller:
    """Tells entries of one record, by the names and sources of that record."""

    def __init__(self, entries: Entries) -> None:
        self._names = {p.id: p.name for p in entries.parties} | {p.id: p.name for p in entries.people}
        self._issues = {i.id: i.label for i in entries.issues}
        self._sources = Sources(entries.articles)

    def new(self, entry: Any, brought: Iterable[Evidence]) -> str:
        """What is new about the record with this entry. `brought`: the evidence that came with it."""
        tell: Mapping[type, Callable[[Any], str]] = {
            MeetingEntry: self._meeting,
            PositionEntry: self._position,
            ConditionalEntry: self._conditional,
            ProposalEntry: self._proposal,
            QuoteEntry: self._quote,
            EventEntry: self._event,
            FigureEntry: lambda f: f"{f.what}: {f.evidence.exact}",
            Divergence: lambda d: f"Sources differ: {d.about}",
            PersonEntry: self._person,
        }
        return tell[type(entry)](entry) + self._counted(brought)

    def otherwise(self, meeting: MeetingEntry, fields: Iterable[Field], brought: Iterable[Evidence]) -> str:
        """How a meeting's date, place and status have changed."""
        shifts = "; ".join(_SHIFTS[name](before, now) for name, before, now in fields)
        return f"{meeting.name}: {shifts}" + self._counted(brought)

    def moved(self, kind: str, earlier: PositionEntry, later: PositionEntry, brought: Iterable[Evidence]) -> str:
        """How a party's position has moved. `kind`: "hardened", "softened", "reversed"."""
        who, matter = self._who(later.party), self._issues.get(later.issue, later.matter.exact)
        was = f"{earlier.stance} ({in_words(earlier.as_of)})" if earlier.as_of else earlier.stance
        return f"{who} {kind} on “{matter}”: from {was} to {later.stance}" + self._counted(brought)

    def _counted(self, evidence: Iterable[Evidence]) -> str:
        count = self._sources.count(evidence)
        return f" ({count} sources)" if count > 1 else ""

    def _who(self, *agents: str | None) -> str:
        named = [self._names.get(a, a.removeprefix("unnamed: ")) for a in agents if a]
        return " and ".join(filter(None, [", ".join(named[:-1]), *named[-1:]])) or "somebody"

    def _meeting(self, meeting: MeetingEntry) -> str:
        told = [meeting.status, in_words(meeting.date) if meeting.date else None, meeting.place]
        return f"{meeting.name}: {', '.join(filter(None, told))}"

    def _position(self, position: PositionEntry) -> str:
        matter = self._issues.get(position.issue, position.matter.exact)
        by = f", as told by {self._who(position.attributed_to)}" if position.attributed_to else ""
        return f"{self._who(position.party)} {_on(position.stance)}: {matter}{by}"

    def _conditional(self, conditional: ConditionalEntry) -> str:
        verb = f"denies a {conditional.kind}" if conditional.negated else SAID[conditional.kind]
        to = f" {self._who(conditional.recipient)}" if conditional.recipient and not conditional.negated else ""
        return f"{self._who(conditional.actor)} {verb}{to}"

    def _proposal(self, proposal: ProposalEntry) -> str:
        to = f" to {self._who(*proposal.to)}" if proposal.to else ""
        on = f" on {in_words(proposal.submitted_or_published)}" if proposal.submitted_or_published else ""
        return f"{self._who(*proposal.by)} {proposal.event} {proposal.name}{to}{on}"

    def _quote(self, quote: QuoteEntry) -> str:
        on = f" on {in_words(quote.said_on)}" if quote.said_on else ""
        via = f", by {quote.via}" if quote.via else ""
        return f"{_large(self._who(quote.speaker))} quoted{on}{via}"

    def _event(self, event: EventEntry) -> str:
        done = DONE.get(event.type, event.type.lower())
        to = f" {self._who(*event.recipient)}" if event.recipient else ""
        sure = "" if event.modality == "happened" else f" ({event.modality})"
        told = f", as told by {self._who(event.source)}" if event.source else ""
        return f"{self._who(*event.actor)} {done}{to}{sure}{told}"

    def _person(self, person: PersonEntry) -> str:
        role = next((r.title for r in person.roles), None)
        of = self._who(person.party) if person.party else None
        return ", ".join(filter(None, [person.name, role, of]))


def _on(stance: str) -> str:
    return "is open on" if stance == "open" else stance


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]


def _date(before: str | None, now: str | None) -> str:
    if now is None:
        return f"no longer dated {in_words(before)}"
    if before is None:
        return f"dated {in_words(now)}"
    if _holds(before, now):
        return f"date firmed up from {in_words(before)} to {in_words(now)}"
    if _holds(now, before):
        return f"date less sure: from {in_words(before)} to {in_words(now)}"
    return f"moved from {in_words(before)} to {in_words(now)}"


def _holds(wide: str, narrow: str) -> bool:
    """Whether one date lies within another that is coarser."""
    one, other = bounds(wide), bounds(narrow)
    return one is not None and other is not None and one != other and one[0] <= other[0] and other[1] <= one[1]


def _place(before: str | None, now: str | None) -> str:
    if now is None:
        return f"no longer placed in {before}"
    return f"to be in {now}" if before is None else f"moved from {before} to {now}"


def _status(before: str | None, now: str | None) -> str:
    return f"now {now}, was {before}"


_SHIFTS: Mapping[str, Callable[[str | None, str | None], str]] = {"date": _date, "place": _place, "status": _status}

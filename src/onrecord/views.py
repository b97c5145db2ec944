"""Views of a record beside its entries: what changed, everything in the order of its days, what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.rulings import RulingKind
from onrecord.text import Evidence

ChangeKind = Literal["new", "changed"]
DoubtKind = Literal["orphaned", "left open", "unsure"]


@dataclass(frozen=True, slots=True)
class Change:
    """What is new or otherwise in a record against an earlier day of it.

    section, id   the entry, as it is now
    day           the publication day of the article that brought it; None if not known
    fields        what is otherwise: (field, before, now), as shown; empty for what is new
    words         the change as a person would tell it
    """

    kind: ChangeKind
    section: str
    id: str
    day: str | None
    evidence: Evidence
    fields: tuple[tuple[str, str | None, str | None], ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One dated line of the timeline.

    day       an ISO day
    evidence  the sentence that tells of it
    also      other sentences that tell the same, the best first
    sources   how many independent sources refer to the day
    acts      the record's meetings and acts of that day, by (section, id)
    """

    day: str
    evidence: Evidence
    also: tuple[Evidence, ...] = ()
    sources: int = 0
    acts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at: an entry of the record, or a ruling whose entry is no longer found.

    kind         orphaned: such a ruling; left open: what the articles do not tell about an entry that matters;
                 unsure: an entry that may well be wrong
    section, id  the entry, or what the ruling was made on
    why          why it is asked, in words, the weightiest reason first
    words        the words that it rests on, those that were ruled on if it is orphaned, which has no `evidence`
    can          what may be ruled on it
    """

    kind: DoubtKind
    section: str
    id: str
    why: tuple[str, ...]
    words: str
    evidence: Evidence | None
    confidence: float | None
    can: tuple[RulingKind, ...]

"""Views of a record beside its entries: what changed, and everything in the order of its days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.text import Evidence

ChangeKind = Literal["new", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """What is new or otherwise in a record against an earlier day of it.

    section, id   the entry, as it is now
    day           the publication day of the article that brought it; None if not known
    fields        what is otherwise: (field, before, now), as shown; empty for what is new
    """

    kind: ChangeKind
    section: str
    id: str
    day: str | None
    evidence: Evidence
    fields: tuple[tuple[str, str | None, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """One dated line of the timeline: an article, event or meeting on its day (ISO, of any grain)."""

    day: str
    section: str
    id: str
    evidence: Evidence

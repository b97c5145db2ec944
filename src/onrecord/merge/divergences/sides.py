"""A divergence and its sides: evidence that is short enough to be read, each wording once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from onrecord.entries import Divergence
from onrecord.ids import digest, normalised
from onrecord.text import Evidence

Kind = Literal["fact", "figure", "wording", "framing"]
SIDE = 600  # characters beyond which a side convinces nobody


def divergence(about: str, kind: Kind, sides: Iterable[Evidence], note: str | None = None) -> Divergence:
    """One divergence; its id is of the words of its sides and where they were printed."""
    kept = distinct(sides)
    claim = sorted((s.file, normalised(s.exact)) for s in kept)
    return Divergence(id=digest("divergence", kind, claim), about=about, type=kind, sides=kept, note=note)


def distinct(sides: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The sides in the order of articles and text, without repeats of one article's words."""
    out: dict[tuple[str, str], Evidence] = {}
    for side in sorted(sides):
        if len(side.exact) <= SIDE:
            out.setdefault((side.article, normalised(side.exact)), side)
    return tuple(out.values())


def many_outlets(sides: Iterable[Evidence]) -> bool:
    return len({s.article for s in sides}) > 1


def days_apart(one: str | None, other: str | None) -> int | None:
    """The days between two ISO days; None where one is no day."""
    if one is None or other is None or len(one) != 10 or len(other) != 10:
        return None
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)

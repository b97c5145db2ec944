"""A stretch of text cut where findings begin and end: the browser never counts characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from onrecord.text import Span

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Mark(Generic[K]):
    """A stretch to be marked, and what it is marked with."""

    key: K
    span: Span


@dataclass(frozen=True, slots=True)
class Segment(Generic[K]):
    """Text with the same marks throughout; `opens` are the keys of the marks that begin here."""

    text: str
    marks: tuple[K, ...]
    opens: tuple[K, ...]


def segments(content: str, within: Span, marks: Sequence[Mark[K]]) -> Iterator[Segment[K]]:
    """The text of `within`, cut at every end of a mark. The segments joined are that text, unchanged.

    A mark that began before `within` opens at its start.
    """
    inside = [(m.key, max(m.span.start, within.start), min(m.span.end, within.end)) for m in marks]
    inside = [(key, start, end) for key, start, end in inside if start < end]
    cuts = sorted({within.start, within.end, *(s for _, s, _ in inside), *(e for _, _, e in inside)})
    for start, end in pairwise(cuts):
        over = [(key, s) for key, s, e in inside if s <= start and end <= e]
        yield Segment(
            text=content[start:end],
            marks=tuple(key for key, _ in over),
            opens=tuple(key for key, s in over if s == start),
        )

"""A stretch of text cut where findings begin and end: the browser never counts characters."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked. `key` names it on the page."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """Text with the same marks throughout; `opens` are the keys of the marks that begin here."""

    text: str
    marks: tuple[str, ...]
    opens: tuple[str, ...]


def segments(content: str, within: Span, marks: Sequence[Mark]) -> Iterator[Segment]:
    """The text of `within`, cut at every end of a mark. The segments joined are that text, unchanged.

    A mark that began before `within` opens at its start.
    """
    inside = [(m.key, max(m.span.start, within.start), min(m.span.end, within.end)) for m in marks]
    inside = [(key, start, end) for key, start, end in inside if start < end]
    cuts = sorted({within.start, within.end, *(s for _, s, _ in inside), *(e for _, _, e in inside)})
    for start, end in itertools.pairwise(cuts):
        over = [(key, s) for key, s, e in inside if s <= start and end <= e]
        yield Segment(
            text=content[start:end],
            marks=tuple(key for key, _ in over),
            opens=tuple(key for key, s in over if s == start),
        )

"""A quote on its way: what was said, by whom, in which word, still in tokens of the parse."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.readings import QuoteKind
from onrecord.text import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """content in order; `source` the head token of the speaker's noun phrase; `cue` the cue token;
    `follows` True where the speaker is taken from the quotation before."""

    kind: QuoteKind
    content: tuple[Span, ...]
    source: int | None = None
    cue: int | None = None
    nested: tuple[Span, ...] = ()
    marks: bool = True
    follows: bool = False

    def with_piece(self, piece: Span, nested: tuple[Span, ...] = ()) -> Draft:
        return replace(self, content=(*self.content, piece), nested=self.nested + nested)

    def covers(self, position: int) -> bool:
        return any(s.start <= position < s.end for s in self.content)

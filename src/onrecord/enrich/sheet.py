"""One parsed article as the search for names works on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.articles import Article
from onrecord.gazetteer import Surface, Use, plain
from onrecord.layers import Layers, Sentence, Token

OPENING, CLOSING, EITHER = frozenset("“„«"), frozenset("”»"), frozenset('"')


@dataclass(frozen=True, slots=True)
class Hit:
    """A surface of the gazetteer at tokens first <= i < last; `head` is the token that its phrase hangs on."""

    first: int
    last: int
    head: int
    surface: Surface
    use: Use


@dataclass(frozen=True)
class Sheet:
    """Tokens and sentences of an article, and its text with plain blanks and apostrophes."""

    article: Article
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]

    @cached_property
    def content(self) -> str:
        return plain(self.article.content)

    @cached_property
    def bare(self) -> Layers:
        """The same without mentions, to walk the parse."""
        return Layers(tuple(self.tokens), tuple(self.sentences))

    @property
    def children(self) -> tuple[tuple[int, ...], ...]:
        return self.bare.children

    @cached_property
    def quoted(self) -> list[bool]:
        """For each token whether it stands between quotation marks; marks do not reach over paragraphs."""
        out, inside, block = [], False, -1
        for t in self.tokens:
            now = self.sentences[t.sentence].block
            if now != block:
                inside, block = False, now
            mark = t.text[:1]
            if mark in OPENING or (mark in EITHER and not inside):
                inside = True
            elif mark in CLOSING or mark in EITHER:
                inside = False
            out.append(inside)
        return out

    def sentence(self, i: int) -> Sentence:
        return self.sentences[self.tokens[i].sentence]

    def head_of(self, first: int, last: int) -> int:
        """The token of first <= i < last whose head lies outside; the last such, if the parse is broken."""
        found = last - 1
        for i in range(first, last):
            if not first <= self.tokens[i].head < last or self.tokens[i].head == i:
                found = i
        return found

    def phrase(self, i: int, *, whole: bool = True) -> tuple[int, int]:
        return self.bare.phrase(i, whole=whole)

    def words(self, first: int, last: int) -> str:
        return self.article.content[self.tokens[first].start : self.tokens[last - 1].end]

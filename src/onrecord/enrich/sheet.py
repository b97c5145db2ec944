"""One parsed article as the search for names works on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from onrecord.articles import Article
from onrecord.gazetteer import plain, rows
from onrecord.layers import Sentence, Token

LEFT_OUT = frozenset({"relcl", "appos", "conj", "cc", "punct", "acl", "advcl", "parataxis", "mark", "dep", "preconj"})
"""Children of a noun that do not belong to the phrase as it is cited: clauses, appositions, conjuncts."""
OPENING, CLOSING, EITHER = frozenset("“„«"), frozenset("”»"), frozenset('"')


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
    def children(self) -> list[list[int]]:
        out: list[list[int]] = [[] for _ in self.tokens]
        for t in self.tokens:
            if t.head != t.i:
                out[t.head].append(t.i)
        return out

    @cached_property
    def at(self) -> dict[int, int]:
        """Token index by the offset at which the token starts."""
        return {t.start: t.i for t in self.tokens}

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
        """First and last+1 token of the noun phrase headed by i, as it is cited.

        With `whole` its prepositional phrases belong to it ("a spokesman for the ministry"); without, it
        ends at its head.
        """
        first, last = i, i + 1
        todo = [c for c in self.children[i] if self.tokens[c].dep not in LEFT_OUT]
        while todo:
            j = todo.pop()
            if j > i and not whole:
                continue
            first, last = min(first, j), max(last, j + 1)
            todo.extend(self.children[j])
        comma = next((j for j in range(i + 1, last) if self.tokens[j].text == ","), last)
        sentence = self.sentence(i)
        return max(first, sentence.first), min(comma, sentence.last)

    def words(self, first: int, last: int) -> str:
        return self.article.content[self.tokens[first].start : self.tokens[last - 1].end]

    def modifies(self, i: int) -> int | None:
        """The noun that token i modifies from before (adjective, compound or possessor), if any."""
        t = self.tokens[i]
        if t.dep in ("amod", "compound", "nmod", "poss", "nummod") and t.head > i:
            return t.head
        return None


@lru_cache(maxsize=1)
def nouns() -> dict[str, frozenset[str]]:
    """The noun table: class -> lemmas."""
    return {name: frozenset(lemmas.split(";")) for name, lemmas in rows("nouns.tsv")}

"""What enrichment lays over an article's text: tokens, sentences, and who is meant where.

Extraction reads these plain objects and never the language pipeline that made them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from onrecord.articles import BlockKind
from onrecord.text import Span

MentionKind = Literal["party", "person", "unnamed", "place", "outlet"]
MentionHow = Literal["name", "nominal", "pronoun", "adjective"]


NOT_CITED = frozenset(["relcl", "appos", "conj", "cc", "punct", "acl", "advcl", "parataxis", "mark", "dep", "preconj"])
"""Children of a noun that do not belong to the phrase as a source is cited: clauses, appositions, conjuncts."""


def unnamed(words: str) -> str:
    """The ref of a source without a name, from its words: the opening article is written small."""
    first, _, rest = " ".join(words.split()).partition(" ")
    return f"unnamed: {first.lower() if first in ('The', 'A', 'An') else first} {rest}".strip()


def leant_to(hints: Iterable[str]) -> str | None:
    """The party that hints at someone's side agree on by more than two to one; None if there is no such."""
    (first, n), (_, m) = (*Counter(hints).most_common(2), ("", 0), ("", 0))[:2]
    return first if n > 2 * m else None


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the parse. `head` is the index of its syntactic head (itself for a root).

    `pos`, `tag`, `dep` are Universal POS, Penn tag and the model's dependency label (ClearNLP style:
    nsubj, dobj, ccomp, prep, pobj ...); `ent` the entity label the model gives ("" if none).
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    sentence: int
    lower: str = field(init=False, repr=False, compare=False)  # like the span, asked for some twenty times each
    span: Span = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())
        object.__setattr__(self, "span", Span(self.start, self.end))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens first <= i < last; it lies within one block (`block` indexes Article.blocks)."""

    index: int
    first: int
    last: int
    start: int
    end: int
    block: int
    kind: BlockKind
    span: Span = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", Span(self.start, self.end))


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens first <= i < last that mean one entity of the article; `head` is the chief token.

    ref   whom it means: a party id ("US", "NATO"), a person key of this article ("p:vask"),
          "unnamed: Kremlin officials" for a source without a name, or a place's or outlet's name
    party the party that a person or unnamed source speaks for, where the article tells
    """

    first: int
    last: int
    head: int
    start: int
    end: int
    kind: MentionKind
    how: MentionHow
    ref: str
    party: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """An office that the article gives a person: its title, for which party, in which words."""

    title: str
    party: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one article knows them. `key` is "p:" + the surname; `name` the fullest form.

    `leanings` are the parties that their own sentences hint at, once for each hint; the record weighs them.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    party: str | None = None
    roles: tuple[Role, ...] = ()
    leanings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layers:
    """Tokens, sentences and mentions of the headline and body of one article."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its syntactic children, in order."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for t in self.tokens:
            if t.head != t.i:
                out[t.head].append(t.i)
        return tuple(tuple(c) for c in out)

    @cached_property
    def _mention_of(self) -> dict[int, Mention]:
        out: dict[int, Mention] = {}
        for m in self.mentions:
            for i in range(m.first, m.last):
                known = out.get(i)
                if known is None or (m.last - m.first) < (known.last - known.first):
                    out[i] = m  # the smallest mention that holds the token
        return out

    @cached_property
    def _mention_by_head(self) -> dict[int, Mention]:
        out: dict[int, Mention] = {}
        for m in self.mentions:
            known = out.get(m.head)
            if known is None or (m.last - m.first) > (known.last - known.first):
                out[m.head] = m  # the largest mention with this head
        return out

    @cached_property
    def _mentions_by_head(self) -> dict[int, tuple[Mention, ...]]:
        out: dict[int, tuple[Mention, ...]] = {}
        for m in self.mentions:
            out[m.head] = (*out.get(m.head, ()), m)
        return out

    def mentions_headed(self, i: int) -> tuple[Mention, ...]:
        """All mentions whose chief token is i: several where "both sides" or two armies are meant."""
        return self._mentions_by_head.get(i, ())

    def mention_with(self, i: int) -> Mention | None:
        """The smallest mention that holds token i."""
        return self._mention_of.get(i)

    def mention_headed(self, i: int) -> Mention | None:
        """The largest mention whose chief token is i."""
        return self._mention_by_head.get(i)

    def subtree(self, i: int) -> list[int]:
        """Token indices of i and all below it, sorted."""
        out, todo = [], [i]
        while todo:
            j = todo.pop()
            out.append(j)
            todo.extend(self.children[j])
        return sorted(out)

    def phrase(self, i: int, *, whole: bool = True) -> tuple[int, int]:
        """First and last+1 token of the noun phrase headed by i as it is cited: no clauses, no appositions.

        With `whole` its prepositional phrases belong to it ("a spokesman for the ministry"); without, it
        ends at its head.
        """
        first, last = i, i + 1
        todo = [c for c in self.children[i] if self.tokens[c].dep not in NOT_CITED]
        while todo:
            j = todo.pop()
            if j < i or whole:
                first, last = min(first, j), max(last, j + 1)
                todo.extend(self.children[j])
        while first < i and (self.tokens[first].lower == "that" or self.tokens[first].pos == "PUNCT"):
            first += 1
        return first, next((j for j in range(i + 1, last) if self.tokens[j].text == ","), last)

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of i with one of the dependency labels."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def ancestors(self, i: int) -> Iterator[int]:
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def sentence_of(self, i: int) -> Sentence:
        return self.sentences[self.tokens[i].sentence]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        return self.tokens[sentence.first : sentence.last]

    def inside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that a stretch of the article holds."""
        first, last = self._bounds
        return self.tokens[bisect_left(first, span.start) : bisect_right(last, span.end)]

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        return [t.start for t in self.tokens], [t.end for t in self.tokens]

    def span_of(self, indices: list[int]) -> Span:
        return Span(self.tokens[min(indices)].start, self.tokens[max(indices)].end)

    def mentions_in(self, span: Span) -> list[Mention]:
        return [m for m in self.mentions if span.holds(m.span)]

    @cached_property
    def person_by_key(self) -> dict[str, Person]:
        return {p.key: p for p in self.people}

    def party_of(self, ref: str | None) -> str | None:
        """The party that a ref acts for: itself for a party, a person's party, else None."""
        if ref is None:
            return None
        if ref.startswith("p:"):
            person = self.person_by_key.get(ref)
            return person.party if person else None
        if ref.startswith("unnamed:"):
            return next((m.party for m in self.mentions if m.ref == ref and m.party), None)
        return ref

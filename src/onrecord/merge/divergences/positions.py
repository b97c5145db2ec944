"""Where outlets differ on what a party holds: whether it agrees, what exactly it demands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from onrecord.entries import Divergence, Issue, Party, PositionEntry
from onrecord.ids import normalised
from onrecord.merge.corpus import Corpus
from onrecord.merge.divergences.sides import days_apart, divergence, many_outlets
from onrecord.merge.quotes.likeness import common_words

MATTER = 120  # characters: a longer one names more than the matter
OPPOSED = {frozenset({"accepts", "rejects"}), frozenset({"offers", "rejects"})}
ALIKE = 0.5  # share of the shorter matter's words: less and it is another part of the issue
AKIN = 0.3  # share of them at which two demands are one demand, told of other places
NEAR = 30  # days within which a demand has not simply been raised or lowered
STEM = 5  # letters that tell a word: "expan", "withd"
PROPER = re.compile(r"(?<=[a-z,;:’'] )[A-Z][\w-]+")  # not what owes its capital to the start of a sentence
NO_PLACE = frozenset(
    re.findall(
        r"\w+",
        "President Prime Minister King Queen Chancellor Secretary General Mr Mrs Ms Dr Cabinet Parliament Congress"
        " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
        " September October November December",
    )
)
"""Capitalised words that name no place or state."""
MANNER = re.compile(
    r"\b(?:immediate|complete|total|full|further|new|prompt|swift|unconditional|entire)(?:ly)?\b", re.IGNORECASE
)
"""How a thing shall be done, whatever it is."""
NEGATED = re.compile(r"\b(?:not?|never|without|non)\b|n[’']t\b", re.IGNORECASE)


def position_divergences(
    corpus: Corpus, positions: Sequence[PositionEntry], issues: Sequence[Issue], parties: Sequence[Party]
) -> Iterator[Divergence]:
    """The divergences about what parties hold; issues and parties without an entry are named by what is told."""
    matters = {p.issue: p.matter.exact for p in reversed(positions)} | {i.id: i.label for i in issues}
    names = {p.id: p.name for p in parties}
    by_matter: dict[tuple[str, str], list[PositionEntry]] = {}
    for p in positions:
        by_matter.setdefault((p.party, p.issue), []).append(p)
    for (party, issue), group in by_matter.items():
        yield from _stances(group, f"Whether {names.get(party, party)} agrees: {matters[issue]}")
        yield from _scopes(corpus, group, f"What {names.get(party, party)} demands: {matters[issue]}")


def _stances(group: Sequence[PositionEntry], about: str) -> Iterator[Divergence]:
    """One party said to accept and to reject one thing on one day."""
    of_day: dict[str | None, list[PositionEntry]] = {}
    for p in group:
        if not _is_negated(p):
            of_day.setdefault(p.as_of, []).append(p)
    for a, b in (pair for told in of_day.values() for pair in combinations(told, 2)):
        opposed = frozenset({a.stance, b.stance}) in OPPOSED and a.evidence.article != b.evidence.article
        if opposed and _alike(a, b) >= ALIKE:
            yield divergence(about, "fact", (a.evidence, b.evidence))


def _is_negated(position: PositionEntry) -> bool:
    """Whether the matter itself is that something shall not be: then to reject it may be to agree."""
    return NEGATED.search(position.matter.exact) is not None


def _scopes(corpus: Corpus, group: Sequence[PositionEntry], about: str) -> Iterator[Divergence]:
    """One demand that outlets tell of different states or places: by those that its matter names."""
    told = [p for p in group if p.stance == "demands" and len(p.matter.exact) <= MATTER]
    by_named: dict[frozenset[str], list[PositionEntry]] = {}
    for p in told:
        if named := _named(corpus, p):
            by_named.setdefault(named, []).append(p)
    unlike = [_told_alike(one, other) for one, other in combinations(by_named.values(), 2)]
    sides = list(dict.fromkeys(p.matter for pair in unlike for p in pair))
    if sides and many_outlets(sides):
        yield divergence(about, "fact", sides)


def _told_alike(one: Sequence[PositionEntry], other: Sequence[PositionEntry]) -> tuple[PositionEntry, ...]:
    """The first two that are one demand, as two articles tell it within days of each other; () if none are."""
    pairs = ((a, b) for a, b in product(one, other) if a.evidence.article != b.evidence.article)
    return next((pair for pair in pairs if _near(*pair) and _alike(*pair) >= AKIN), ())


def _named(corpus: Corpus, position: PositionEntry) -> frozenset[str]:
    """The states, alliances and places that a matter names: the stems of its capitalised words, without those of
    people. "Karsia" and "Karsian" are one."""
    read, matter = corpus.read_of(position.matter.article), position.matter
    people = read.reading.people
    theirs = {word for person in people for alias in (person.name, *person.aliases) for word in alias.split()}
    named = set(PROPER.findall(read.article.content, matter.start, matter.end)) - theirs - NO_PLACE
    return frozenset(word[:STEM] for word in named)


def _near(a: PositionEntry, b: PositionEntry) -> bool:
    """Within days; where one is dated by its week or month, in the same month."""
    apart = days_apart(a.as_of, b.as_of)
    return apart <= NEAR if apart is not None else (a.as_of or "")[:7] == (b.as_of or "")[:7]


def _alike(a: PositionEntry, b: PositionEntry) -> float:
    """The share of the shorter matter's telling words, names apart, that the other has, 0 to 1."""
    one, other = (_stems(p.matter.exact) for p in (a, b))
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _stems(words: str) -> frozenset[str]:
    found = re.findall(r"[a-z]+", normalised(MANNER.sub(" ", PROPER.sub(" ", words))))
    return frozenset(w[:STEM] for w in found if len(w) > 3 and w not in common_words())

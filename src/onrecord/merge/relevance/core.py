"""What a record is about: the articles that surely belong to it, and whom most of them name.

They are told by what the analyst kept, else by the parties that the settings name, else, among many articles, by
reports of talks that are clearly of one matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from onrecord.readings import Reading

MANY = 50
"""Articles among which talks tell by themselves what the record is about."""
TALKS = 2
"""Reports of meetings in an article, on average, where a negotiation is what the articles are about."""
LEAST = 3
"""Articles that a matter is told by."""
CLEARLY = 2
"""How many times as many reports of meetings its articles must hold as those about any other talks."""
NEAR = 0.2
"""The cosine of two articles' words from which on they are about the same."""
MARKS, SHARE = 10, 0.3
"""Whom the record is about: so many at most, each named by that share of its articles."""

Around = Mapping[int, Mapping[int, float]]
"""The articles that share words with each, by their places, with the cosine of the words."""


def named(reading: Reading) -> frozenset[str]:
    """The parties and people that an article names."""
    return frozenset({p.party for p in reading.parties} | {p.key for p in reading.people})


def marks(names: Sequence[frozenset[str]], core: Collection[int]) -> dict[str, float]:
    """Whom most of the core's articles name, each with what that tells: 1 if no other article does, 0 if as many do."""
    inside = Counter(who for n in core for who in names[n])
    everywhere = Counter(who for those in names for who in those)
    others = max(1, len(names) - len(core))
    often = (w for w, n in inside.items() if n >= SHARE * len(core))
    out = {}
    for who in sorted(often, key=lambda w: (-inside[w], w))[:MARKS]:
        elsewhere = (everywhere[who] - inside[who]) / others
        out[who] = max(0.0, 1 - elsewhere * len(core) / inside[who])
    return out


def naming(names: Sequence[frozenset[str]], parties: Collection[str]) -> set[int]:
    """The articles that name two of the parties, or the one that there is."""
    return (
        {n for n, those in enumerate(names) if len(those & set(parties)) >= min(2, len(parties))} if parties else set()
    )


def talking(readings: Sequence[Reading]) -> set[int]:
    """The articles that report of talks."""
    return {n for n, r in enumerate(readings) if len(r.meetings) >= TALKS}


def about_one(readings: Sequence[Reading], near: Mapping[int, Collection[int]]) -> set[int]:
    """The articles about the one matter of which talks are clearly reported most; none if there is no such matter."""
    left = set(range(len(readings)))
    held: list[tuple[int, list[int]]] = []
    while left:
        group = grown({min(left)}, near)
        left -= group
        reports = sum(len(readings[n].meetings) for n in group)
        if len(group) >= LEAST and reports >= TALKS * len(group):
            held.append((reports, sorted(group)))
    held.sort(reverse=True)
    if not held or (len(held) > 1 and held[0][0] < CLEARLY * held[1][0]):
        return set()
    return set(held[0][1])


def same(around: Around, refused: Collection[int]) -> dict[int, set[int]]:
    """Which articles are about the same as each; what is more like a refused article is not about it."""
    worst = {n: max((x for k, x in those.items() if k in refused), default=0.0) for n, those in around.items()}
    return {
        n: {k for k, x in those.items() if k not in refused and x >= max(NEAR, worst[n], worst[k])}
        for n, those in around.items()
    }


def grown(seeds: Collection[int], near: Mapping[int, Collection[int]]) -> set[int]:
    """The seeds and all that is about the same as one of them, or as one that is."""
    core, todo = set(seeds), sorted(seeds)
    while todo:
        fresh = set(near.get(todo.pop(), ())) - core
        core |= fresh
        todo += sorted(fresh)
    return core

"""How alike two matters are: by the terms that they share, weighed by how rare these are, and by their meaning."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Terms = tuple[str, ...]

MANY = 100  # matters that share a term; beyond that they are compared only if they share another one too
LEAST = 0.1  # of the terms' likeness; below it matters have next to nothing in common
CHUNK = 4096  # pairs whose vectors are compared at a time


@dataclass(frozen=True, slots=True)
class Edge:
    """Two kinds of matter by index, the terms that they share, how alike they are in meaning (a cosine), and in all:
    half of it terms, half meaning; rounded, so that machines agree."""

    a: int
    b: int
    shared: Terms
    meaning: float
    likeness: float


def edges(kinds: Sequence[Terms], vectors: NDArray[np.float64]) -> list[Edge]:
    """The pairs of kinds that share terms enough to be compared, each once, in order. A party that both name is not
    enough, unless they name nothing else.

    `vectors` holds one unit vector for each kind, or a row of zeros where its meaning is not known; terms then
    count for both.
    """
    weights = _weights(kinds)
    sizes = [math.sqrt(math.fsum(weights[t] ** 2 for t in terms)) for terms in kinds]
    pairs: list[tuple[int, int, Terms, float]] = []
    for a, b in _candidates(kinds):
        shared = tuple(t for t in kinds[a] if t in kinds[b])
        terms = math.fsum(weights[t] ** 2 for t in shared) / (sizes[a] * sizes[b])
        if terms >= LEAST and (_things(shared) or not _things((*kinds[a], *kinds[b]))):
            pairs.append((a, b, tuple(sorted(shared, key=lambda t: (-weights[t], t))), terms))
    meanings = _cosines(vectors, [(a, b) for a, b, _, _ in pairs])
    known = [bool(v.any()) for v in vectors]
    out = []
    for (a, b, shared, terms), cosine in zip(pairs, meanings, strict=True):
        meaning = cosine if known[a] and known[b] else terms
        out.append(Edge(a, b, shared, meaning, round((terms + meaning) / 2, 6)))
    return out


def _things(terms: Sequence[str]) -> bool:
    """Whether any term is a thing; parties are written with a capital letter."""
    return not all(t[0].isupper() for t in terms)


def _weights(kinds: Sequence[Terms]) -> dict[str, float]:
    count = Counter(t for terms in kinds for t in terms)
    return {t: 1 + math.log(1 + len(kinds) / n) for t, n in count.items()}


def _candidates(kinds: Sequence[Terms]) -> list[tuple[int, int]]:
    """Pairs that share a term. Where many do, they must share one more, unless it is all that one of them has."""
    holding: dict[str, list[int]] = defaultdict(list)
    for n, terms in enumerate(kinds):
        for t in terms:
            holding[t].append(n)
    out: set[tuple[int, int]] = set()
    for term, block in holding.items():
        if len(block) <= MANY:
            out.update(_pairs(block))
            continue
        closer: dict[str, list[int]] = defaultdict(list)
        for n in block:
            for other in kinds[n]:
                if other > term:  # the pair of terms comes up once
                    closer[other].append(n)
        alone = next((n for n in block if len(kinds[n]) == 1), None)
        out.update(p for near in closer.values() for p in _pairs(near))
        out.update((min(alone, n), max(alone, n)) for n in block if alone is not None and n != alone)
    return sorted(out)


def _pairs(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((a, b) for k, a in enumerate(block) for b in block[k + 1 :])


def _cosines(vectors: NDArray[np.float64], pairs: Sequence[tuple[int, int]]) -> list[float]:
    out: list[float] = []
    for start in range(0, len(pairs), CHUNK):
        ends = np.array(pairs[start : start + CHUNK])
        out += np.einsum("ij,ij->i", vectors[ends[:, 0]], vectors[ends[:, 1]]).tolist()
    return out

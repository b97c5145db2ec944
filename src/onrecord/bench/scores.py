"""Measures that several benches share: F1 from counts, and pairing what was found with what is labelled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

Pair = tuple[int, int]
"""Start and end of a stretch, half-open."""


def f1(right: float, said: float, labelled: float) -> float:
    """The harmonic mean of precision and recall, from counts; 0 where nothing is right."""
    return 2 * right / (said + labelled) if right else 0.0


def one_to_one(candidates: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of the pairs (labelled, found), best first, those of which neither side is taken yet."""
    labelled: set[int] = set()
    found: set[int] = set()
    out = []
    for i, j in candidates:
        if i not in labelled and j not in found:
            labelled.add(i)
            found.add(j)
            out.append((i, j))
    return out


class Ruler:
    """The words of a text by position, to count what stretches share in words rather than in characters."""

    def __init__(self, words: Sequence[Pair]) -> None:
        self.starts = [start for start, _ in words]
        self.ends = [end for _, end in words]

    def under(self, stretches: Iterable[Pair]) -> frozenset[int]:
        """The indices of the words that a stretch touches."""
        out: set[int] = set()
        for start, end in stretches:
            out.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(out)

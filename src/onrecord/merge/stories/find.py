"""Which articles tell one story: groups whose articles are alike on average.

Agglomerative clustering with average linkage: a story's own articles differ more from each other than the nearest
articles of two stories do, so that no single pair may join them.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from onrecord.merge.stories.words import Vector, cosine, neighbours

ALIKE = 0.22
"""The mean cosine between the articles of two groups from which on they are one story."""


def stories(vectors: Sequence[Vector]) -> list[tuple[int, ...]]:
    """The articles by their places, grouped into stories; every article is in one, if only by itself."""
    groups = _Groups(vectors)
    while (pair := groups.nearest()) is not None:
        groups.join(*pair)
    return sorted(tuple(sorted(members)) for members in groups.members.values())


class _Groups:
    """Groups of articles, each named by its first, and how near each is to those around it."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self.members = {n: [n] for n in range(len(vectors))}
        self._vectors = vectors
        self._sums: dict[int, dict[int, float]] = {n: {} for n in self.members}
        self._heap: list[tuple[float, int, int, int]] = []
        for m, n, alike in neighbours(vectors):
            self._note(m, n, alike)

    def nearest(self) -> tuple[int, int] | None:
        """The two groups that are most alike, if enough so to be one story."""
        while self._heap:
            _, m, n, size = heapq.heappop(self._heap)
            if m in self.members and n in self.members and self._size(m, n) == size:
                return m, n
        return None

    def join(self, m: int, n: int) -> None:
        """Make two groups one, of the name of the first."""
        around = sorted((self._sums[m].keys() | self._sums[n].keys()) - {m, n})
        sums = {k: self._between(m, k) + self._between(n, k) for k in around}
        self.members[m] += self.members.pop(n)
        for k in around:
            self._sums[k].pop(n, None)
        self._sums[m], _ = {}, self._sums.pop(n)
        for k, total in sums.items():
            self._note(min(m, k), max(m, k), total)

    def _note(self, m: int, n: int, total: float) -> None:
        self._sums[m][n] = self._sums[n][m] = total
        mean = round(total / (len(self.members[m]) * len(self.members[n])), 6)
        if mean >= ALIKE:
            heapq.heappush(self._heap, (-mean, m, n, self._size(m, n)))

    def _between(self, m: int, n: int) -> float:
        """The sum of the cosines between the articles of two groups."""
        known = self._sums[m].get(n)
        if known is not None:
            return known
        return sum(cosine(self._vectors[i], self._vectors[j]) for i in self.members[m] for j in self.members[n])

    def _size(self, m: int, n: int) -> int:
        """Grows with every article that joins either: tells whether what was noted of the two still holds."""
        return len(self.members[m]) + len(self.members[n])

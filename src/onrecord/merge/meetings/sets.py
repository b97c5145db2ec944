"""Disjoint sets of reports, each with at most one day, and the edges that made them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.merge.meetings.edges import Edge, Kind
from onrecord.merge.meetings.told import Told


class Groups:
    """The reports `items`, put together bit by bit; a set's root is its first report."""

    def __init__(self, items: Sequence[Told]) -> None:
        self.items = items
        self.edges: list[Edge] = []
        self._of = list(range(len(items)))
        self._days = [t.day for t in items]  # of a group: at its root

    def root(self, i: int) -> int:
        while self._of[i] != i:
            self._of[i] = self._of[self._of[i]]
            i = self._of[i]
        return i

    def members(self) -> dict[int, list[int]]:
        out: dict[int, list[int]] = {}
        for i in range(len(self.items)):
            out.setdefault(self.root(i), []).append(i)
        return out

    def day(self, i: int) -> str | None:
        return self._days[self.root(i)]

    def join(self, i: int, j: int, kind: Kind) -> None:
        """Put the group of report i to that of report j unless they lie on different days."""
        one, other = self.day(i), self.day(j)
        if not (one and other and one != other):
            self._unite(i, j, one or other, kind)

    def join_moved(self, old: int, new: int) -> None:
        """Put the reports of a meeting's first day to those of the day that it was moved to."""
        self._unite(old, new, self.day(new), "moved")

    def _unite(self, i: int, j: int, day: str | None, kind: Kind) -> None:
        a, b = self.root(i), self.root(j)
        if a != b:
            self.edges.append(Edge(kind, self.items[i], self.items[j]))
        self._of[max(a, b)] = min(a, b)
        self._days[min(a, b)] = day


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard's index; 0 where one side is not known."""
    return len(a & b) / len(a | b) if a and b else 0.0

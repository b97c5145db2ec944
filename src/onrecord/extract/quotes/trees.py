"""Boosted decision trees: what each leaf adds to the score, in plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """Node n asks whether measure[n] of a candidate is at most split[n]: then node left[n] follows, else
    right[n]. A negative node is a leaf: ~node numbers its value.
    """

    measure: Sequence[int]
    split: Sequence[float]
    left: Sequence[int]
    right: Sequence[int]
    value: Sequence[float]

    def __call__(self, measures: Sequence[float]) -> float:
        node = 0
        while node >= 0:
            node = self.left[node] if measures[self.measure[node]] <= self.split[node] else self.right[node]
        return self.value[~node]

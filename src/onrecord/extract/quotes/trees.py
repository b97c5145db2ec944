"""Boosted decision trees: what the leaves add to a score, in plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Tree = Any
"""A leaf, the number that it adds; or [n, split, left, right]: left follows where measure n is at most split."""


def total(trees: Iterable[Tree], measures: Sequence[float]) -> float:
    """The sum of the leaves that the measures reach, one of each tree."""
    out = 0.0
    for node in trees:
        while node.__class__ is list:
            node = node[2] if measures[node[0]] <= node[1] else node[3]
        out += node
    return out

"""What a filter offers, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    count: int


def choices(values: Iterable[str], labels: Mapping[str, str]) -> tuple[Choice, ...]:
    """One choice for each value that has a label, with how often it occurs."""
    counts = Counter(v for v in values if v in labels)
    return tuple(Choice(v, labels[v], counts[v]) for v in sorted(counts, key=lambda v: (-counts[v], v)))

"""How closely topic and time go together in a record, as its dated articles tell.

Articles near in topic lie mostly within days of each other, some weeks later, some anywhere in the
record: how many of each differs from a crisis of three weeks to a dispute of years.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

Shares = tuple[float, float, float]
"""Of what lies within days, in the trail of weeks after, anywhere."""

_FADE, _TRAIL = 2.0, 10.0  # days in which coverage thins out, and in which its trail does
_USUAL: Shares = (0.65, 0.2, 0.15)
_KNOWN = 10  # articles for which the usual shares count
_ROUNDS = 20


def places(near: Sequence[tuple[date, float]]) -> tuple[tuple[int, float], ...]:
    """The days of articles near in topic as ordinals, with their shares of the weight."""
    total = sum(weight for _, weight in near) or 1.0
    shares: dict[int, float] = {}
    for day, weight in near:
        shares[day.toordinal()] = shares.get(day.toordinal(), 0.0) + weight / total
    return tuple(shares.items())


def densities(day: int, places: Sequence[tuple[int, float]], span: tuple[int, int]) -> Shares:
    """How likely an article lies on that day, were it of the first kind, of the second, of the third.

    `places` are the days of those nearest in topic with their shares (they sum to 1), `span` the first
    and last day of the record; days are ordinals.
    """
    near = sum([share * _fading(day - other, _FADE) for other, share in places])
    trail = sum([share * _fading(day - other, _TRAIL) for other, share in places])
    outside = max(0, span[0] - day, day - span[1])
    return near, trail, 1 / (span[1] - span[0] + 1) / (1 + (outside / _FADE) ** 2)


def fitted(rows: Sequence[Shares]) -> Shares:
    """The shares under which the days of dated articles, each by its densities, are likeliest (EM)."""
    shares = _USUAL
    for _ in range(_ROUNDS):
        counts = [_KNOWN * usual for usual in _USUAL]
        for row in rows:
            parts = [s * d for s, d in zip(shares, row, strict=True)]
            total = sum(parts) or 1.0
            counts = [c + part / total for c, part in zip(counts, parts, strict=True)]
        whole = sum(counts)
        shares = (counts[0] / whole, counts[1] / whole, counts[2] / whole)
    return shares


@lru_cache(maxsize=1 << 15)
def _fading(days: int, fade: float) -> float:
    return 1 / (1 + (days / fade) ** 2) / (math.pi * fade)

"""Dates said of one meeting, drawn to a common scale: a month is a long bar, a day a short one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from onrecord.periods import period

LONGEST = 400
"""A span of days beyond which one scale shows nothing: a year said among days is left out."""


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The days shown, from `start` (an ordinal) on, and the months that begin among them (per cent)."""

    start: int
    days: int
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a date lies on the scale, in per cent of its width."""

    x: float
    width: float
    is_day: bool


def scale_of(values: Sequence[str | None]) -> Scale | None:
    """A scale that holds all the dates (years apart from that); None if they do not spread over it."""
    found = [p for v in values if (p := period(v)) and p.days < 360]
    if not found:
        return None
    first = min(p.start for p in found) - timedelta(days=3)
    last = max(p.end for p in found) + timedelta(days=3)
    days = (last - first).days + 1
    if days > LONGEST:
        return None
    starts = [d for n in range(days) if (d := first + timedelta(days=n)).day == 1]
    label = "%b %Y" if len(starts) < 3 else "%b"
    ticks = tuple(Tick(100 * (d - first).days / days, d.strftime(label)) for d in starts)
    return Scale(first.toordinal(), days, ticks)


def stretch(value: str | None, scale: Scale | None) -> Stretch | None:
    """A date on the scale, cut off at its ends; None if it lies beyond them."""
    found = period(value)
    if found is None or scale is None:
        return None
    first = max(found.start.toordinal() - scale.start, 0)
    end = min(found.end.toordinal() + 1 - scale.start, scale.days)
    if first >= end:
        return None
    return Stretch(round(100 * first / scale.days, 2), round(100 * (end - first) / scale.days, 2), found.is_day)

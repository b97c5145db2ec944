"""Temporal expressions and their TIMEX3 values against an anchor day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.text import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression (TimeML TIMEX3).

    rule    what was said, before any anchor: see `Rule`
    value   the TIMEX3 value once resolved; None before, or if it cannot be known (then `reason`)
    """

    span: Span
    type: TimexType
    mod: str | None = None
    value: str | None = None
    reason: str | None = None


def resolve(timexes: Sequence[Timex], published: str | None) -> tuple[Timex, ...]:
    """The timexes of one article with their values against its publication day (ISO), or None."""
    raise NotImplementedError

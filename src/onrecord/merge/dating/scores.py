"""How well a day fits as an article's publication day.

Scores are rough log probabilities: news tells mostly of today and yesterday, names near days by their
weekday and far ones by their date, and quotations travel within a day or two.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from onrecord.calendars import bounds
from onrecord.merge.dating.clues import Told, day_of
from onrecord.merge.dating.coverage import Shares, densities, places
from onrecord.text import Span

_WEEKDAY_BACK = (-0.5, -1.2, -2.4, -3.2, -3.8, -4.2, -4.6)  # "said Tuesday", by days since
_WEEKDAY_AHEAD = (-3.0, -1.4, -1.6, -1.8, -2.0, -2.2, -2.4)
_BACK = ((0, -1.0), (1, -1.2), (7, -2.0), (30, -3.0), (180, -4.5), (400, -5.5))  # days since a date told as past
_AHEAD = ((0, -2.0), (14, -1.8), (45, -2.2), (120, -3.0), (400, -5.0))
_QUOTED = ((0, -0.5), (1, -1.0), (3, -2.4), (7, -2.8), (30, -4.3), (10**6, -7.4))  # days from where it stands too
_SAID = ((0, -0.5), (1, -1.0), (3, -2.8), (7, -4.2), (30, -6.0), (10**6, -9.0))  # days since it was said
_OPENING = ((0, 0.0), (1, -2.0), (10**6, -12.0))  # days since the article was sent
_WRONG_SIDE = -6.0
_REACH = 45  # days around a dated article in which its companions are looked for


@dataclass(frozen=True)
class SharedQuote:
    """A quotation that a dated article carries too: `said` is its day there, if told beside it."""

    span: Span
    other: str
    other_span: Span
    published: date
    said: date | None
    said_span: Span | None = None


@dataclass(frozen=True)
class Known:
    """What the dated part of the record tells about one undated article; `span` are its first and last day.

    `shares` tell how closely topic and time go together in it.
    """

    span: tuple[int, int]
    shares: Shares
    near: Sequence[tuple[date, float]] = ()
    quotes: Sequence[SharedQuote] = ()
    told_days: frozenset[str] = frozenset()

    @cached_property
    def places(self) -> tuple[tuple[int, float], ...]:
        """The days of the companions as ordinals, with their shares of the weight."""
        return places(self.near)


def candidates(told: Told, known: Known) -> list[date]:
    """The days that come into question: around dated companions and the article's own full dates."""
    out: set[date] = set()
    own = [date.fromisoformat(t.rule.value or "") for t in told.full_days if bounds(t.rule.value or "")]
    likely = sorted(known.near, key=lambda x: (-x[1], x[0]))[:40]
    for day in [d for d, _ in likely] + [q.published for q in known.quotes]:
        out.update(day + timedelta(days=n) for n in range(-_REACH, _REACH + 1))
    for day in own:
        out.update(day + timedelta(days=n) for n in range(-7, 15))
    return sorted(out)


def score(told: Told, known: Known, day: date) -> float:
    """How well the day fits everything that is told."""
    return own_score(told, day) + _prior(known, day) + _quotes(told, known, day) + _agreement(told, known, day)


def ranked(told: Told, known: Known) -> list[tuple[date, float]]:
    """The candidate days with their shares of the likelihood (they sum to 1), the best first, earlier before later."""
    fits = [(day, score(told, known, day)) for day in candidates(told, known)]
    if not fits:
        return []
    top = max(fit for _, fit in fits)
    shares = [(day, math.exp(fit - top)) for day, fit in fits]
    total = sum(share for _, share in shares)
    return sorted(((day, share / total) for day, share in shares), key=lambda x: (-x[1], x[0]))


def interval(shares: Sequence[tuple[date, float]], mass: float) -> tuple[date, date]:
    """The days between which that share of the likelihood lies, with equal tails."""
    tail, total, low, high = (1 - mass) / 2, 0.0, None, None
    for day, share in sorted(shares):
        total += share
        if low is None and total > tail:
            low = day
        if high is None and total >= 1 - tail:
            high = day
    days = sorted(day for day, _ in shares)
    return low or days[0], high or days[-1]


def own_score(told: Told, day: date) -> float:
    """How well the day fits the article's own words."""
    if day not in told.own_scores:
        words = _weekdays(told, day) + _dates(told, day) + _months(told, day) + _years(told, day)
        told.own_scores[day] = words + _opening(told, day)
    return told.own_scores[day]


def _opening(told: Told, day: date) -> float:
    """The day over which the article was sent is that of its publication, or the day before."""
    sent = day_of(told.opening_day.rule, day) if told.opening_day is not None else None
    if sent is None:
        return 0.0
    gap = (day - date.fromisoformat(sent)).days
    return _step(_OPENING, gap) if gap >= 0 else _OPENING[-1][1]


def _weekdays(told: Told, day: date) -> float:
    total, here = 0.0, day.isoweekday()
    for weekday, side, weight in told.weekday_clues:
        fit = _WEEKDAY_AHEAD[(weekday - here) % 7] if side > 0 else _WEEKDAY_BACK[(here - weekday) % 7]
        total += weight * fit
    return total


def _step(table: Sequence[tuple[int, float]], days: int) -> float:
    return next((weight for limit, weight in table if days <= limit), table[-1][1])


def _dates(told: Told, day: date) -> float:
    """Days named by their date. Where the article also names weekdays, a date is a week or more away."""
    total = 0.0
    for rule in told.day_clues:
        value = day_of(rule, day)
        if value is None:
            continue
        named = date.fromisoformat(value)
        gap = (day - named).days
        if rule.weekday is not None and named.isoweekday() != rule.weekday:
            total += _WRONG_SIDE
        if rule.direction > 0:
            total += _step(_AHEAD, -gap) if gap <= 0 else _WRONG_SIDE
        elif gap >= 0:
            total += _step(_BACK, gap)
        else:
            total += _step(_AHEAD, -gap) - (2.0 if rule.direction < 0 else 1.0)
        soon = abs(gap) < 7 and (gap != 0 or rule.direction > 0)
        if told.weekdays and soon and rule.weekday is None:
            total -= 1.5
    return total


def _months(told: Told, day: date) -> float:
    total = 0.0
    for month, side in told.month_clues:
        ahead = (month - day.month) % 12
        steps = ahead if side > 0 else (12 - ahead) % 12
        total -= (2.0 if side > 0 else 1.2) if steps == 0 else 1.0 + 0.25 * steps
    return total


def _years(told: Told, day: date) -> float:
    return -2.0 * sum(1 for year in told.year_clues if year > day.year)


def _prior(known: Known, day: date) -> float:
    if not known.near:
        return 0.0
    found = densities(day.toordinal(), known.places, known.span)
    trust = min(1.0, len(known.near) / 5)  # one companion tells little of the day
    return trust * math.log(sum([s * d for s, d in zip(known.shares, found, strict=True)]))


def _quotes(told: Told, known: Known, day: date) -> float:
    if not known.quotes:
        return 0.0
    fits = []
    for quote in known.quotes:
        beside = told.day_beside(quote.span, day)
        if quote.said is None:
            fits.append(_step(_QUOTED, abs((day - quote.published).days)))
            continue
        gap = (day - quote.said).days
        fit = _step(_SAID, gap) if gap >= 0 else -8.0
        if beside is not None:
            fit += 1.0 if beside[0] == quote.said.isoformat() else -2.0
        fits.append(fit)
    return sum(fits) / len(fits)


def _agreement(told: Told, known: Known, day: date) -> float:
    """Days that dated companions name too, once the article is read as of that day."""
    if not known.told_days:
        return 0.0
    named = {day_of(rule, day) for rule in told.day_clues if rule.kind == "named"}
    return 0.7 * min(3, len(named & known.told_days))

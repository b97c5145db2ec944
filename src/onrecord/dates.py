"""Temporal expressions, what they say before any anchor is known, and their TIMEX3 values after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from onrecord.calendars import HOLIDAYS, SEASONS, bounds, grain, holiday, moved, value_of
from onrecord.text import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
RuleKind = Literal["value", "shift", "named"]
Base = Literal["published", "text", "near", "comparable"]

_COUNTABLE = range(1000, 3000)  # years from which one may count in either direction
_FAR, _NEAR, _NEAR_DAY = 200, 62, 92
"""Days: a date so far off on the side of the tense yields to one so near on the other, a day to one less near."""
_FINER = ("D", "WE", "W", "M", "S", "Q", "H", "Y", "E", "C")  # units from the finest to the coarsest


@dataclass(frozen=True, slots=True)
class Rule:
    """What an expression says, before any anchor.

    kind "value"   `value` stands as it is: "1997", "2022-01-10", "P2M", "PAST_REF", "XXXX-WXX-2"
    kind "shift"   the period of `unit` around the anchor, moved by `amount`: "last week" is W -1,
                   "two days earlier" D -2 from the text; `grain` is the unit of the result, if another;
                   "TM" are minutes
    kind "named"   a unit by its name: `value` leaves open ("X") what was not said: "XXXX-01-10",
                   "XXXX-WXX-2" (Tuesday), "XXXX-Q3", "XXXX-SU", "XXXX-XX-15", or a holiday's name.
                   With a frame (`unit`, `amount`: "June last year", "Tuesday of next week") it lies in
                   that period; else `direction` tells on which side of the anchor: -1 the latest that
                   has begun, 1 the next one that has not passed, 0 not told; `strict` leaves out the
                   anchor's own ("last Tuesday")
    base           the anchor: the publication day; "text": the latest date told before (for the
                   quarter in question, where none is told, the last one over); "near": the
                   day told last in the same paragraph, else publication; "comparable": the newest
                   quarter told if there is one, shifted by years ("a year earlier") or in the named
                   year ("the 1988 period")
    weekday        Monday 1 ... Sunday 7, where it stands with the date ("Tuesday, January 11"): the year must agree
    time           time of day to add: "T10:30", "TMO", "TNI"
    block          which of the paragraphs read holds it
    anchor         the day and time of the entry of a live page that holds it, itself told by a rule: what
                   is counted from publication elsewhere is counted from there

    `direction` is told of a full date too, where no value hangs on it: it helps to date the article.
    """

    kind: RuleKind = "value"
    value: str | None = None
    unit: str | None = None
    amount: int = 0
    grain: str | None = None
    base: Base = "published"
    direction: int = 0
    strict: bool = False
    time: str | None = None
    weekday: int | None = None
    block: int = 0
    anchor: Rule | None = None


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
    rule: Rule = Rule()


def resolve(timexes: Sequence[Timex], published: str | None) -> tuple[Timex, ...]:
    """The timexes of one article with their values against its publication day (ISO), or None.

    Goes through the article in order, so that "the same day" finds the day told before. What needs no
    anchor has its value also without a publication day; the rest then has None and the reason.
    """
    anchor = date.fromisoformat(published[:10]) if published else None
    told: list[tuple[int, str]] = []
    out: list[Timex] = []
    for timex in timexes:
        value = evaluate(timex.rule, anchor, told)
        if value is None:
            reason = "no publication day to count from" if anchor is None else "no such date"
            out.append(replace(timex, value=None, reason=reason))
            continue
        out.append(replace(timex, value=value, reason=None))
        if timex.type in ("DATE", "TIME") and bounds(value) is not None:
            told.append((timex.rule.block, value))
    return tuple(out)


def evaluate(rule: Rule, published: date | None, told: Sequence[tuple[int, str]] = ()) -> str | None:
    """The value of a rule; `told` are (block, value) of the dates told before it, in order."""
    if rule.anchor is not None and (entry := evaluate(replace(rule.anchor, time=None), published)) is not None:
        published = date.fromisoformat(entry)
    if rule.kind == "value":
        value = rule.value
    elif (anchor := _anchor(rule, published, told)) is None or anchor.year not in _COUNTABLE:
        return None
    elif rule.unit == "TM":
        value = _by_the_clock(rule, anchor)
    elif rule.kind == "shift":
        value = _shifted(rule, anchor, published, told)
    elif rule.base == "comparable":
        value = (rule.value or "") + (_newest_quarter(published, told) or "")[4:]
    else:
        value = _named(rule, anchor)
        if value is not None and rule.grain is not None:
            value = value_of(date.fromisoformat(value), rule.grain)
    if value is None or rule.time is None:
        return value
    return value + rule.time if len(value) == 10 else value


def _anchor(rule: Rule, published: date | None, told: Sequence[tuple[int, str]]) -> date | None:
    if rule.base == "near":
        values = [v for block, v in told if block == rule.block and grain(v) == "D"]
    elif rule.base == "text":
        coarsest = _FINER.index(rule.unit or "D")
        values = [v for _, v in told if _FINER.index(grain(v) or "C") <= coarsest]
        if published is not None and rule.amount < 0:  # what went before is told of the past
            values = [v for v in values if v <= published.isoformat()] or values
    else:
        values = []
    if rule.base == "text" and rule.unit == "Q" and rule.amount == 0:
        quarter = _newest_quarter(published, told)
        values = [quarter] if quarter else []
        if not values and published is not None:
            return moved(published, "Q", -1)  # figures are told of the quarter that is over
    if values and (period := bounds(values[-1])) is not None:
        return period[0]
    return published


def _by_the_clock(rule: Rule, day: date) -> str:
    """A time so many minutes off the time of a live entry; elsewhere no more is known than the day."""
    if rule.anchor is None or rule.anchor.time is None:
        return day.isoformat()
    hours, minutes = rule.anchor.time[1:].split(":")
    when = datetime.combine(day, time()) + timedelta(hours=int(hours), minutes=int(minutes) + rule.amount)
    return when.isoformat(timespec="minutes")


def _newest_quarter(published: date | None, told: Sequence[tuple[int, str]]) -> str | None:
    """The quarter that a report is about: the newest one told that is over, or else the newest one told.

    Those told before it are the ones that it is compared with; one that still runs is only expected.
    """
    quarters = [v for _, v in told if grain(v) == "Q"][-3:]
    over = [v for v in quarters if published and (period := bounds(v)) is not None and period[1] <= published]
    return max(over or quarters, default=None)


def _shifted(rule: Rule, anchor: date, published: date | None, told: Sequence[tuple[int, str]]) -> str | None:
    unit = rule.unit or "D"
    if rule.base == "comparable" and (quarter := _newest_quarter(published, told)):
        return f"{int(quarter[:4]) + rule.amount:04}{quarter[4:]}"
    if unit == "S":
        return _season(anchor, rule.amount)
    return value_of(moved(anchor, unit, rule.amount), rule.grain or unit)


def _season(anchor: date, amount: int) -> str:
    month = moved(anchor, "S", amount).replace(day=1)
    name = ("WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")[month.month - 1]
    return f"{month.year:04}-{name}"


def _named(rule: Rule, anchor: date) -> str | None:
    if rule.unit is not None:
        frame = moved(anchor, rule.unit, rule.amount)
        found = [v for v in _instances(rule.value or "", frame, 0) if _within(v, frame, rule.unit)]
        return found[0] if found else None
    # a date recurs on its weekday within eleven years at most
    found = [v for v in _instances(rule.value or "", anchor, 2 if rule.weekday is None else 6) if bounds(v) is not None]
    if rule.weekday is not None:
        agreeing = [v for v in found if date.fromisoformat(v).isoweekday() == rule.weekday]
        return min(agreeing or found, key=lambda v: (abs((date.fromisoformat(v) - anchor).days), v), default=None)
    return _chosen(found, anchor, rule) if found else None


def _within(value: str, frame: date, unit: str) -> bool:
    period, around = bounds(value), bounds(value_of(frame, unit))
    return period is not None and around is not None and period[0] <= around[1] and around[0] <= period[1]


def _instances(name: str, around: date, reach: int) -> list[str]:
    """The values that a name may have within `reach` of its cycles (years, months, weeks), in order."""
    if name == "XXXX-WXX-WE":
        return [value_of(around + timedelta(days=7 * n), "WE") for n in range(-reach, reach + 1)]
    if name.startswith("XXXX-WXX-"):
        monday = around - timedelta(days=around.isoweekday() - 1)
        weekday = int(name[9:])
        return [(monday + timedelta(days=7 * n + weekday - 1)).isoformat() for n in range(-reach, reach + 1)]
    if name.startswith("XXXX-XX-"):
        months = [moved(around.replace(day=1), "M", n) for n in range(-reach, reach + 1)]
        return [f"{m.year:04}-{m.month:02}{name[7:]}" for m in months]
    years = range(max(1, around.year - reach), around.year + reach + 1)
    if name in HOLIDAYS:
        return [holiday(name, year).isoformat() for year in years]
    return [f"{year:04}{name[4:]}" for year in years]


def _chosen(values: list[str], anchor: date, rule: Rule) -> str | None:
    """Of the instances of a name the one that the rule's direction means."""
    periods = [(v, *(bounds(v) or (anchor, anchor))) for v in values]
    own = value_of(anchor, grain(values[0]) or "D") if values[0][5:] not in SEASONS else None
    if rule.strict:
        periods = [p for p in periods if p[0] != own and not p[1] <= anchor <= p[2]]
    before = [v for v, first, _ in periods if first <= anchor]
    after = [v for v, _, last in periods if last >= anchor]
    if rule.direction != 0 and before and after:
        past, coming = before[-1], after[0]
        return _nearer(past, coming, anchor, rule)
    if grain(values[0]) in ("Q", "H", "S") or (rule.value or "").startswith("XXXX-W"):
        return before[-1] if before else None
    return min(periods, key=lambda p: abs((p[1] - anchor).days))[0] if periods else None


def _nearer(past: str, coming: str, anchor: date, rule: Rule) -> str:
    """The one on the side that the tense tells, unless the other lies much nearer: tense is read from
    the words alone, and nobody writes "December 15" of a day eleven months off."""
    since, until = (
        (anchor - (bounds(past) or (anchor, anchor))[1]).days,
        ((bounds(coming) or (anchor,))[0] - anchor).days,
    )
    own, other = (since, until) if rule.direction < 0 else (until, since)
    near = _NEAR_DAY if grain(past) == "D" else _NEAR
    swap = not rule.strict and own > _FAR and other < near
    return past if (rule.direction < 0) != swap else coming

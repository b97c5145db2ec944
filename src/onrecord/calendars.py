"""The arithmetic of TIMEX3 values: calendar periods, their first and last days, shifts, holidays.

Units are "D" day, "W" week, "WE" weekend, "M" month, "Q" quarter, "H" half-year, "S" season, "Y" year,
"E" decade, "C" century, and for durations also "TH", "TM", "TS" hours, minutes, seconds.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
"""First month of each season (northern, meteorological)."""

_FIXED = {
    "new year": (1, 1),
    "epiphany": (1, 6),
    "valentine": (2, 14),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
_NTH = {  # name: month, weekday (Monday 1), which of the month (-1 the last)
    "martin luther king day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
}
_EASTER = {"ash wednesday": -46, "palm sunday": -7, "good friday": -2, "easter": 0, "easter monday": 1, "pentecost": 49}
HOLIDAYS = frozenset(_FIXED) | frozenset(_NTH) | frozenset(_EASTER) | {"election day"}


def easter(year: int) -> date:
    """Easter Sunday of a year (Gregorian; Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th weekday (Monday 1) of a month; n = -1 for the last."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = month_end(year, month)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def holiday(name: str, year: int) -> date:
    """The day of a holiday (one of HOLIDAYS) in a year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _NTH:
        return nth_weekday(year, *_NTH[name])
    if name in _EASTER:
        return easter(year) + timedelta(days=_EASTER[name])
    return nth_weekday(year, 11, 1, 1) + timedelta(days=1)  # election day: the Tuesday after the first Monday


def month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    year = min(max(year, 1), 9998)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def value_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the period of that unit in which a day lies."""
    if unit == "W":
        return week_value(day)
    if unit == "WE":
        return week_value(day) + "-WE"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "H":
        return f"{day.year:04}-H{1 if day.month <= 6 else 2}"
    lengths = {"D": 10, "M": 7, "Y": 4, "E": 3, "C": 2}
    return day.isoformat()[: lengths[unit]]


def moved(day: date, unit: str, amount: int) -> date:
    """A day moved by a number of units (of months and longer: to the same day of the month)."""
    try:
        if unit == "D":
            return day + timedelta(days=amount)
        if unit in ("W", "WE"):
            return day + timedelta(weeks=amount)
    except OverflowError:
        return day
    months = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}[unit]
    return add_months(day, amount * months)


_GRAINS = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "D"),
    (re.compile(r"\d{4}-W\d\d-WE"), "WE"),
    (re.compile(r"\d{4}-W\d\d"), "W"),
    (re.compile(r"\d{4}-Q\d"), "Q"),
    (re.compile(r"\d{4}-H\d"), "H"),
    (re.compile(r"\d{4}-(SP|SU|FA|AU|WI)"), "S"),
    (re.compile(r"\d{4}-\d\d"), "M"),
    (re.compile(r"\d{4}"), "Y"),
    (re.compile(r"\d{3}"), "E"),
    (re.compile(r"\d{2}"), "C"),
)


@lru_cache(maxsize=1 << 15)
def grain(value: str) -> str | None:
    """The unit of a value's calendar period (its time of day left aside); None if it names no period."""
    head = value.split("T")[0]
    return next((unit for pattern, unit in _GRAINS if pattern.fullmatch(head)), None)


@lru_cache(maxsize=1 << 15)
def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of a value's calendar period; None if it names none."""
    head, unit = value.split("T")[0], grain(value)
    try:
        return _bounds(head, unit)
    except ValueError:
        return None


def _bounds(head: str, unit: str | None) -> tuple[date, date] | None:
    if unit is None:
        return None
    if unit == "D":
        day = date.fromisoformat(head)
        return day, day
    if unit in ("E", "C"):
        first = int(head.ljust(4, "0"))
        return date(first, 1, 1), date(int(head.ljust(4, "9")), 12, 31)
    year = int(head[:4])
    if unit in ("W", "WE"):
        week = int(head[6:8])
        return date.fromisocalendar(year, week, 1 if unit == "W" else 6), date.fromisocalendar(year, week, 7)
    months = {"Y": 12, "M": 1, "Q": 3, "H": 6, "S": 3}[unit]
    if unit == "S":
        month = SEASONS[head[5:]]
    elif unit == "Y":
        month = 1
    else:
        month = int(head[5:].lstrip("QH")) if unit == "M" else (int(head[6:]) - 1) * months + 1
    end = add_months(date(year, month, 1), months) - timedelta(days=1)
    return date(year, month, 1), end

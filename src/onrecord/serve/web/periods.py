"""ISO dates of any grain (day, week, month, season, year) as stretches of days and as words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SEASONS = {"SP": (3, "spring"), "SU": (6, "summer"), "FA": (9, "autumn"), "WI": (12, "winter")}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a date value can mean, both included, and how it is read out."""

    value: str
    start: date
    end: date
    words: str

    @property
    def is_day(self) -> bool:
        return self.start == self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


def period(value: str | None) -> Period | None:
    """The period of a TIMEX3 date value; None where the value names no stretch of the calendar."""
    if not value:
        return None
    try:
        return _period(value)
    except ValueError:  # 2032-13, 0000: shaped like a date, but none
        return None


def in_words(value: str | None, unknown: str = "date not known") -> str:
    """A date value as it is read out: `2032-04` -> `April 2032`."""
    if not value:
        return unknown
    found = period(value)
    return found.words if found else value


def duration_in_words(value: str | None) -> str | None:
    """A TIMEX3 duration as it is read out: `PT8H` -> `8 hours`; None if it is none."""
    m = re.fullmatch(r"P(?:(\d+|X)([YMWD])|T(\d+|X)([HMS]))", value or "")
    if not m:
        return None
    number, unit = (m[1], _UNITS[m[2]]) if m[1] else (m[3], _UNITS["T" + m[4]])
    if number == "X":
        return f"some {unit}s"
    return f"{number} {unit}" + ("s" if number != "1" else "")


def in_short(value: str | None, unknown: str = "undated") -> str:
    """The same with the month cut to three letters, for where room is scarce: `12 Apr 2032`."""
    words = in_words(value, unknown)
    for month in _MONTHS:
        words = words.replace(month, month[:3])
    return words


def _period(value: str) -> Period | None:
    day = value.split("T")[0]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        at = date.fromisoformat(day)
        return Period(value, at, at, f"{at.day} {_MONTHS[at.month - 1]} {at.year}")
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", day):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        first = monday + timedelta(days=5) if m[3] else monday
        grain = "weekend" if m[3] else "week"
        return Period(
            value, first, monday + timedelta(days=6), f"{grain} of {first.day} {_MONTHS[first.month - 1]} {first.year}"
        )
    if m := re.fullmatch(r"(\d{4})-(\d\d)", day):
        return Period(value, *_months(int(m[1]), int(m[2]), 1), f"{_MONTHS[int(m[2]) - 1]} {m[1]}")
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", day):
        month, season = _SEASONS[m[2]]
        return Period(value, *_months(int(m[1]), month, 3), f"{season} {m[1]}")
    if m := re.fullmatch(r"(\d{4})-([QH])([1-4])", day):
        length = 3 if m[2] == "Q" else 6
        first_month = (int(m[3]) - 1) * length + 1
        return Period(value, *_months(int(m[1]), first_month, length), f"{m[2]}{m[3]} {m[1]}")
    if re.fullmatch(r"\d{4}", day):
        return Period(value, *_months(int(day), 1, 12), day)
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months from a month on."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    last = month + count - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])

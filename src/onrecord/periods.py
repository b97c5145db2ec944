"""Date values of any grain (day, week, month, season, year) as stretches of days and as words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.calendars import bounds, grain

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_REFERENCES = {"PRESENT_REF": "at the time", "PAST_REF": "some time before", "FUTURE_REF": "some time later"}
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


@lru_cache(maxsize=4096)
def period(value: str | None) -> Period | None:
    """The period of a TIMEX3 date value; None where the value names no stretch of the calendar."""
    found = bounds(value) if value else None
    if value is None or found is None:
        return None
    return Period(value, *found, _words(value.split("T")[0], grain(value), found[0]))


def in_words(value: str | None, unknown: str = "date not known") -> str:
    """A date value as it is read out: `2032-04` -> `April 2032`."""
    if not value:
        return unknown
    found = period(value)
    return found.words if found else value


def in_short(value: str | None, unknown: str = "undated") -> str:
    """The same with the month cut to three letters, for where room is scarce: `12 Apr 2032`."""
    words = in_words(value, unknown)
    for month in _MONTHS:
        words = words.replace(month, month[:3])
    return words


def timex_in_words(type_: str, value: str | None) -> str:
    """What a temporal expression of any TIMEX3 type means, read out: `P1W` as a SET -> `every week`."""
    if value in _REFERENCES:
        return _REFERENCES[value]
    length = duration_in_words(value)
    if length is not None:
        return "every " + length.removeprefix("1 ") if type_ == "SET" else length
    return in_words(value, unknown="not resolved")


def duration_in_words(value: str | None) -> str | None:
    """A TIMEX3 duration as it is read out: `PT8H` -> `8 hours`; None if it is none."""
    m = re.fullmatch(r"P(?:(\d+|X)([YMWD])|T(\d+|X)([HMS]))", value or "")
    if not m:
        return None
    number, unit = (m[1], _UNITS[m[2]]) if m[1] else (m[3], _UNITS["T" + m[4]])
    if number == "X":
        return f"some {unit}s"
    return f"{number} {unit}" + ("s" if number != "1" else "")


def _words(head: str, unit: str | None, first: date) -> str:
    """A value without its time of day, of a known grain and first day, in words."""
    day = f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    if unit in ("W", "WE"):
        return f"{'week' if unit == 'W' else 'weekend'} of {day}"
    if unit == "M":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if unit == "S":
        return f"{_SEASONS[head[5:]]} {first.year}"
    if unit in ("Q", "H"):
        return f"{head[5:]} {first.year}"
    if unit == "E":
        return f"{head}0s"
    if unit == "C":
        return f"{int(head) + 1}th century" if head != "20" else "21st century"
    return day if unit == "D" else head

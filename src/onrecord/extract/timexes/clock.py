"""Times of day, alone or joined with a day."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.dates import Rule
from onrecord.extract.timexes import words
from onrecord.extract.timexes.found import Found
from onrecord.extract.timexes.tokens import Tokens, number

Day = Callable[[Tokens, int], Found | None]


def clock(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """A time of day and the token after it: ("T10:30", end)."""
    if tokens.at(i) in words.LONE_TIMES and tokens.at(i - 1) != "high":
        return words.LONE_TIMES[tokens.at(i)], i + 1
    hour = tokens.digits(i)
    read = number(tokens, i) if hour is None and tokens.at(i) in words.SMALL else None
    if hour is None and read is not None and read.value is not None and read.value == int(read.value):
        hour, end = int(read.value), read.end
    else:
        end = i + 1
    if hour is None or hour > 2400:
        return None
    minute, told = 0, False
    if (
        tokens.at(end) in (":", ".")
        and tokens.touching(end)
        and tokens.touching(end + 1)
        and len(tokens.at(end + 1)) == 2
    ):
        value = tokens.digits(end + 1)
        if value is not None and value < 60:
            minute, told = value, tokens.at(end) == ":"
            end += 2
    return _with_half(tokens, i, end, hour, minute, told)


def _with_half(tokens: Tokens, i: int, end: int, hour: int, minute: int, told: bool) -> tuple[str, int] | None:
    """Adds a.m. and p.m., "o'clock", "in the morning" and the zone."""
    half = tokens.at(end).replace(".", "")
    if half in ("am", "pm") and hour <= 12:
        hour, end = hour % 12 + (12 if half == "pm" else 0), end + 1
    elif tokens.at(end) == "o'clock":
        end += 1
        end, hour = _in_part(tokens, end, hour)
    elif (
        tokens.follows(end, ("in", "the")) and tokens.at(end + 2) in ("morning", "afternoon", "evening") and hour <= 12
    ):
        end, hour = _in_part(tokens, end, hour)
    elif not told and tokens.at(end) in ("gmt", "utc", "local") and (len(tokens.at(i)) == 4 or hour < 24):
        if len(tokens.at(i)) == 4:
            hour, minute = divmod(hour, 100)
    elif not told or end - i != 3:
        return None
    if hour > 24 or minute > 59:
        return None
    if tokens.at(end) == "local" and tokens.at(end + 1) == "time":
        end += 2
    elif tokens.at(end) in words.ZONES and tokens.text[end].isupper():
        end += 1
    elif tokens.at(end) == "(" and tokens.at(end + 1) in words.ZONES and tokens.at(end + 2) == ")":
        end += 3
    return f"T{hour:02}:{minute:02}", end


def _in_part(tokens: Tokens, end: int, hour: int) -> tuple[int, int]:
    if tokens.follows(end, ("in", "the")) and tokens.at(end + 2) in ("morning", "afternoon", "evening"):
        return end + 3, hour % 12 + (0 if tokens.at(end + 2) == "morning" else 12)
    return end, hour


def timed(tokens: Tokens, i: int, day: Day) -> Found | None:
    """ "10 a.m. Tuesday", "Thursday evening", "Monday at 9:30", "this morning", "noon"."""
    read = clock(tokens, i)
    if read is not None:
        return _time_then_day(tokens, i, read[0], read[1], day)
    part = _part_then_day(tokens, i, day)
    if part is not None:
        return part
    found = day(tokens, i)
    if found is None or not found.is_day:
        return None
    return _day_then_time(tokens, found)


def _time_then_day(tokens: Tokens, i: int, time: str, end: int, day: Day) -> Found:
    j = end
    if tokens.at(j) == "(" and (zoned := clock(tokens, j + 1)) is not None and tokens.at(zoned[1]) == ")":
        j = zoned[1] + 1  # "10:35 a.m. (0735 GMT) Friday"
    while tokens.at(j) in (",", "on") and j - end < 2:
        j += 1
    found = day(tokens, j)
    if found is not None and found.is_day:
        return found.at_time(time, i, found.end)
    return Found(i, end, Rule("shift", unit="D", base="near", time=time), "TIME")


def _day_then_time(tokens: Tokens, found: Found) -> Found | None:
    j = found.end
    part = words.PARTS_OF_DAY.get(tokens.at(j))
    if part is not None:
        return found.at_time(part, found.first, j + 1)
    while tokens.at(j) in (",", "at", "around", "about", "shortly", "before", "after") and j - found.end < 2:
        j += 1
    read = clock(tokens, j)
    if read is not None:
        return found.at_time(read[0], found.first, read[1])
    return None


def _part_then_day(tokens: Tokens, i: int, day: Day) -> Found | None:
    """ "this morning", "the next morning", "mid-afternoon yesterday", "the evening of January 5"."""
    steps = {"this": (0, "published"), "that": (0, "text"), "same": (0, "text"), "next": (1, "text"),
             "following": (1, "text"), "previous": (-1, "text")}  # fmt: skip
    j = i + 1 if tokens.at(i) == "the" else i
    step = steps.get(tokens.at(j))
    if step is not None and tokens.at(j + 1) in words.PARTS_OF_DAY:
        amount, base = step
        rule = Rule("shift", unit="D", amount=amount, base=base, time=words.PARTS_OF_DAY[tokens.at(j + 1)])  # type: ignore[arg-type]
        return Found(i, j + 2, rule, "TIME")
    mid = tokens.at(j) == "mid"
    if mid:
        j += 2 if tokens.at(j + 1) == "-" else 1
    part = words.PARTS_OF_DAY.get(tokens.at(j))
    if part is None:
        return None
    end = j + 1
    if tokens.at(end) in ("of", "on"):
        end += 1
    found = day(tokens, end)
    if found is not None and found.is_day and (end > j + 1 or j > i):
        return found.at_time(part, i, found.end)
    meant = j > i and tokens.at(i) == "the" and tokens.at(i - 1) in ("in", "during", "by") and tokens.at(j) != "night"
    if meant or mid:
        return Found(i, j + 1, Rule("shift", unit="D", base="near", time=part), "TIME")
    return None

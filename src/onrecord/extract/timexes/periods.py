"""Calendar expressions: the longer and the named periods, and all of them together."""

from __future__ import annotations

from dataclasses import replace

from onrecord import calendars
from onrecord.dates import Rule
from onrecord.extract.timexes import words
from onrecord.extract.timexes.calendar import (
    dated_weekday,
    day_month,
    day_of_month,
    month,
    month_day,
    named,
    numeric,
    year,
    year_after,
    year_number,
)
from onrecord.extract.timexes.found import Found, fixed, longest
from onrecord.extract.timexes.quarters import quarterly
from onrecord.extract.timexes.tokens import Tokens, ordinal


def calendar(tokens: Tokens, i: int) -> Found | None:
    """The longest calendar expression at token i."""
    return longest(
        dated_weekday(tokens, i),
        month_day(tokens, i),
        day_month(tokens, i),
        numeric(tokens, i),
        month(tokens, i),
        holiday(tokens, i),
        quarterly(tokens, i),
        season(tokens, i),
        decade(tokens, i),
        century(tokens, i),
        year(tokens, i),
        day_of_month(tokens, i),
    )


def season(tokens: Tokens, i: int) -> Found | None:
    """ "the summer of 1994", "spring 1998", "in the winter"."""
    j = i + 1 if tokens.at(i) == "the" else i
    code = words.SEASONS.get(tokens.at(j))
    if code is None:
        return None
    found = named(tokens, i, j + 1, f"XXXX-{code}")
    if found.end > j + 1:
        return found
    lead = tokens.at(i - 1)
    if tokens.at(j) == "fall":
        return found if j > i and lead in ("in", "during", "until") and tokens.at(j + 1) != "of" else None
    if j > i and tokens.ends_phrase(j + 1):
        return found
    return found if lead in ("in", "during", "over", "by", "until", "since", "of", "late", "early") else None


def decade(tokens: Tokens, i: int) -> Found | None:
    """ "the 1990s", "the '90s", "the nineties": value the three digits of the decade."""
    j = i + 1 if tokens.at(i) == "the" else i
    read = year_number(tokens, j)
    if read is not None and read[0] % 10 == 0:
        end = read[1] + 1 if tokens.at(read[1]) == "'" and tokens.touching(read[1]) else read[1]
        if tokens.at(end) == "s" and tokens.touching(end):
            value = f"{read[0] // 10:03}"
            return fixed(i, end + 1, value)
    if j > i and tokens.at(j) in words.DECADES:
        return fixed(i, j + 1, f"19{words.DECADES[tokens.at(j)]}")
    return None


def century(tokens: Tokens, i: int) -> Found | None:
    """ "the 20th century": value "19", its first two digits."""
    j = i + 1 if tokens.at(i) == "the" else i
    read = ordinal(tokens, j)
    if read is None or read.value is None:
        return None
    k = read.end + 1 if tokens.at(read.end) == "-" else read.end
    return fixed(i, k + 1, f"{int(read.value) - 1:02}") if tokens.at(k) == "century" else None


def holiday(tokens: Tokens, i: int) -> Found | None:
    """ "Christmas", "New Year's Eve", "Election Day 1996"."""
    if not tokens.capital(i):
        return None
    best: Found | None = None
    for length in range(5, 0, -1):
        name = words.HOLIDAYS.get(tuple(tokens.lower[i : i + length]))
        if name is None:
            continue
        best = Found(i, i + length, Rule("named", name))
        break
    if best is None:
        return None
    frame = year_after(tokens, best.end)
    if frame is not None and frame[0].kind == "shift":
        return Found(i, frame[1], replace(frame[0], kind="named", value=best.rule.value))
    if frame is not None:
        return fixed(i, frame[1], calendars.holiday(best.rule.value or "", int(frame[0].value or "0")).isoformat())
    return best

"""Periods by their distance from an anchor: "last week", "next Monday", "the following day"."""

from __future__ import annotations

from onrecord.dates import Rule
from onrecord.extract.timexes import words
from onrecord.extract.timexes.amounts import duration_value
from onrecord.extract.timexes.calendar import dated_weekday, month_day
from onrecord.extract.timexes.found import Found, fixed, shift
from onrecord.extract.timexes.tokens import Tokens

_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "same": 0,
          "that": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1}  # fmt: skip
_FROM_TEXT = frozenset({"previous", "preceding", "prior", "same", "that", "following"})


def relative(tokens: Tokens, i: int) -> Found | None:
    """ "last week", "this year", "next Monday", "the following day", "that month", "the same day", "this weekend"."""
    j = i + 1 if tokens.at(i) == "the" else i
    if tokens.at(j) == "very":
        j += 1
    step = tokens.at(j)
    if step not in _STEPS:
        return None
    k = j + 1
    if step == "that" and tokens.at(k) == "same":
        k += 1
    if step == "this" and tokens.at(k) in ("coming", "past", "current", "last", "next"):
        step, k = tokens.at(k), k + 1
    if tokens.at(k) in ("fiscal", "calendar", "financial", "full", "crucial"):
        k += 1
    sign = _STEPS[step]
    base = "text" if step in _FROM_TEXT or (step == "next" and j > i) else "published"
    return _relative_unit(tokens, i, k, step, sign, base) or _relative_name(tokens, i, k, step, sign)


def _relative_unit(tokens: Tokens, i: int, k: int, step: str, sign: int, base: str) -> Found | None:
    word = tokens.at(k)
    unit = words.UNITS.get(word)
    if unit is None or word in words.PLURAL_UNITS or unit in ("TS", "TM", "TH", "2W", "N", "L"):
        return None
    article = tokens.at(i) == "the"
    if unit == "WE":
        rule = Rule("named", "XXXX-WXX-WE", direction=sign, strict=sign != 0)
        return Found(i, k + 1, rule if sign else Rule("named", "XXXX-WXX-WE", unit="W"))
    if step in ("last", "past") and article and unit in ("E", "C"):
        return fixed(i, k + 1, duration_value(1, unit), "DURATION")
    if unit == "D" and step in ("last", "past", "this", "current", "coming", "upcoming"):
        return None
    if unit == "D" and base == "published" and step != "next":
        return None
    if unit == "Q" and step in ("last", "previous"):
        base = "published"
    return shift(i, k + 1, unit, sign, base=base if unit != "D" else "text")


def _relative_name(tokens: Tokens, i: int, k: int, step: str, sign: int) -> Found | None:
    """A weekday, month or season with "last", "this", "next" before it."""
    word = tokens.at(k)
    if step in ("same", "that", "current"):
        return None
    if word in words.WEEKDAYS and tokens.capital(k):
        name, frame = f"XXXX-WXX-{words.WEEKDAYS[word]}", "W"
        if (dated := dated_weekday(tokens, k)) is not None and dated.end > k + 1:
            return dated.widened(first=i)
    elif word in words.MONTHS and tokens.capital(k):
        name, frame = f"XXXX-{words.MONTHS[word]:02}", "Y"
        if (dated := month_day(tokens, k)) is not None and dated.rule.kind == "named" and dated.rule.unit is None:
            name, k = dated.rule.value or name, dated.end - 1
    elif word in words.SEASONS:
        name, frame = f"XXXX-{words.SEASONS[word]}", "Y"
    elif tuple(tokens.lower[k : k + 1]) in words.HOLIDAYS:
        name, frame = words.HOLIDAYS[(word,)], "Y"
    else:
        return None
    if sign == 0:
        return Found(i, k + 1, Rule("named", name, unit=frame, amount=0))
    base = "text" if step in ("previous", "preceding", "following") else "published"
    if base == "text" and tokens.at(i) != "the":
        return None  # "Following Monday's talks, ...": after them
    return Found(i, k + 1, Rule("named", name, direction=sign, strict=True, base=base))  # type: ignore[arg-type]

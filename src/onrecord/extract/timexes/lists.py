"""Lists and ranges in which only one member names the month: "April 5-6", "3 to 5 March", "Monday and Tuesday"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.dates import Rule
from onrecord.extract.timexes import words
from onrecord.extract.timexes.calendar import day_month, year_after
from onrecord.extract.timexes.found import Found
from onrecord.extract.timexes.tokens import Tokens

_LINKS = frozenset({"-", "and", "to", "through", ",", "or"})


def days_before(tokens: Tokens, i: int) -> list[Found]:
    """The days that share a month named after them: "3 to 5 March 2022" gives the third and the fifth."""
    first = tokens.digits(i)
    if first is None or len(tokens.at(i)) > 2 or tokens.at(i + 1) not in ("-", "to", "and"):
        return []
    last = day_month(tokens, i + 2)
    if last is None or not 1 <= first < _day(last):
        return []
    value = (last.rule.value or "")[:8] + f"{first:02}"
    return [Found(i, i + 1, replace(last.rule, value=value)), last]


def days_after(tokens: Tokens, found: Found) -> list[Found]:
    """A day of a month and the further days that share it: "Jan. 9-10, 2020" gives both with their year."""
    if found.type != "DATE" or found.rule.kind == "shift" or not _day(found):
        return [found]
    out, last, i = [found], _day(found), found.end
    while tokens.at(i) in _LINKS:
        n = _further_day(tokens, i, last)
        if n is None:
            break
        out.append(Found(i + 1, i + 2, replace(found.rule, value=(found.rule.value or "")[:8] + f"{n:02}")))
        last, i = n, i + 2
    frame = year_after(tokens, i) if len(out) > 1 and found.rule.kind == "named" and found.rule.unit is None else None
    return [_in_year(f, frame[0]) for f in out[:-1]] + [_in_year(out[-1], frame[0], frame[1])] if frame else out


def _day(found: Found) -> int:
    """The day of the month that it names, 0 if none."""
    value = found.rule.value or ""
    return int(value[8:]) if len(value) == 10 and value[8:].isdecimal() else 0


def _further_day(tokens: Tokens, i: int, last: int) -> int | None:
    """The day after the link at token i, unless the number counts something else."""
    n, after = tokens.digits(i + 1), tokens.at(i + 2)
    if n is None or not last < n <= 31 or len(tokens.at(i + 1)) > 2 or after in ("%", ":"):
        return None
    if tokens.at(i) not in ("-", "through") and after.isalpha() and after not in words.AFTER_PHRASE:
        return None
    decimal = after in (",", ".") and tokens.touching(i + 2) and tokens.touching(i + 3)
    return None if decimal and tokens.digits(i + 3) is not None else n


def _in_year(found: Found, frame: Rule, end: int | None = None) -> Found:
    value = found.rule.value or ""
    if frame.kind == "value":
        rule = replace(found.rule, kind="value", value=(frame.value or "") + value[4:])
    else:
        rule = replace(found.rule, unit=frame.unit, amount=frame.amount, base=frame.base)
    return replace(found, rule=rule, end=end or found.end)


def after_weekday(tokens: Tokens, before: Found | None, found: Found) -> Found:
    """The second weekday of a list lies after the first: "will meet Tuesday and Wednesday"."""
    if before is None or not (_bare_weekday(before) and _bare_weekday(found)):
        return found
    if found.first != before.end + 1 or tokens.at(before.end) not in _LINKS - {","}:
        return found
    return replace(found, rule=replace(found.rule, base="text", direction=1, strict=True))


def _bare_weekday(found: Found) -> bool:
    value = found.rule.value or ""
    return found.type == "DATE" and value.startswith("XXXX-WXX-") and value[9:].isdigit() and found.rule.unit is None

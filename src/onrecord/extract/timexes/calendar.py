"""Days, weekdays, months and years."""

from __future__ import annotations

from dataclasses import replace

from onrecord.calendars import month_end
from onrecord.dates import Rule
from onrecord.extract.timexes import words
from onrecord.extract.timexes.found import Found, fixed, longest
from onrecord.extract.timexes.tokens import Tokens, number, ordinal

_MONTH_BEFORE = words.word_set(
    "in of since until till by last next this early late mid - from before after through during and or to every each "
    "for between ending ended past coming previous following"
)
_YEAR_BEFORE = words.word_set(
    "in of since until till by from before after through during and or to the early late mid - between for fiscal "
    "year , ( post pre about around circa as than spring summer fall autumn winter '"
)
_NOT_YEAR_BEFORE = words.word_set("$ £ € ¥ # no number page room flight route nearly almost approximately roughly some")
_COUNTED = words.word_set(
    "people troops soldiers men women percent % dollars miles kilometers kilometres km meters metres feet pounds tons "
    "tonnes points million billion thousand rubles euros degrees shares jobs members"
)


def year_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A year and the token after it, wherever one stands: "1998", "'98", "nineteen ninety-eight"."""
    word = tokens.at(i)
    if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199:
        return int(word), i + 1
    if (
        word in ("'", "‘")
        and len(tokens.at(i + 1)) == 2
        and tokens.touching(i + 1)
        and tokens.digits(i + 1) is not None
    ):
        short = int(tokens.at(i + 1))
        return (1900 if short > 30 else 2000) + short, i + 2
    if word in ("nineteen", "eighteen", "twenty"):
        rest = number(tokens, i + 1)
        if (
            rest is not None
            and rest.value is not None
            and 10 <= rest.value <= 99
            and tokens.at(i + 1) not in ("a", "an")
        ):
            return {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[word] + int(rest.value), rest.end
    if word == "two" and tokens.at(i + 1) == "thousand":
        rest = number(tokens, i)
        if rest is not None and rest.value is not None and 2000 <= rest.value < 2100:
            return int(rest.value), rest.end
    return None


def year(tokens: Tokens, i: int) -> Found | None:
    """A year where the words around it allow one: "in 1997", "the year 2000", "fiscal 1989"."""
    start = i
    while tokens.at(i) in ("the", "fiscal", "year", "full", "calendar") and i - start < 3:
        i += 1
    read = year_number(tokens, i)
    if read is None:
        return None
    value, end = read
    if start != i and tokens.at(i - 1) == "the":
        start = i
    before, after = tokens.at(start - 1), tokens.at(end)
    if start == i:
        spelled = not tokens.at(i)[:1].isdigit()
        if spelled and tokens.at(i) != "nineteen":
            return None
        if before in _NOT_YEAR_BEFORE or after in _COUNTED or not 1500 <= value <= 2100:
            return None
        if after == "-" and tokens.touching(end) and tokens.touching(end + 1) and tokens.at(end + 1) not in ("to",):
            short = tokens.at(end + 1)
            if not (len(short) in (2, 4) and short.isdecimal()):
                return None
        if (
            after in (".", ",", ":")
            and tokens.touching(end)
            and tokens.touching(end + 1)
            and tokens.digits(end + 1) is not None
        ):
            return None
        if (
            before in (".", ",", "/", ":")
            and tokens.touching(i)
            and tokens.digits(i - 2) is not None
            and tokens.touching(i - 1)
        ):
            return None
        plural = after.endswith("s") and after.isalpha() and not tokens.capital(end) and len(after) > 3
        if plural and before not in _YEAR_BEFORE:
            return None
        if after == "s" and tokens.touching(end):
            return None
    return fixed(start, end, f"{value:04}")


def year_after(tokens: Tokens, i: int) -> tuple[Rule, int] | None:
    """The year that follows a month or day, as a frame: ", 2022", "of last year", "this year"."""
    j = i
    if tokens.at(j) == "," and (after := year_number(tokens, j + 1)) is not None and tokens.at(j + 1) != "'":
        return Rule(value=f"{after[0]:04}"), after[1]
    if tokens.at(j) in ("of", "in"):
        j += 1
    after = year_number(tokens, j)
    if after is not None and 1500 <= after[0] <= 2100 and tokens.at(after[1]) != "%":
        return Rule(value=f"{after[0]:04}"), after[1]
    if tokens.at(j) == ",":
        j += 1
    if tokens.at(j) == "the":
        j += 1
    steps = {"last": -1, "this": 0, "next": 1, "previous": -1, "same": 0, "following": 1, "that": 0}
    if tokens.at(j) in steps and tokens.at(j + 1) == "year":
        base = "text" if tokens.at(j) in ("same", "that", "previous", "following") else "published"
        return Rule("shift", unit="Y", amount=steps[tokens.at(j)], base=base), j + 2  # type: ignore[arg-type]
    return None


def named(tokens: Tokens, first: int, end: int, name: str) -> Found:
    """A part of a year by its underspecified value, in the year that follows it if one does."""
    found = Found(first, end, Rule("named", name))
    frame = year_after(tokens, end)
    if frame is None:
        return found
    rule, end = frame
    if rule.kind == "value":
        return fixed(first, end, (rule.value or "") + name[4:])
    return Found(first, end, replace(rule, kind="named", value=name))


def month_name(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A month and the token after it, the full stop of an abbreviation included."""
    n = words.MONTHS.get(tokens.at(i))
    if n is None or not tokens.capital(i):
        return None
    if tokens.at(i) in words.SHORT_MONTHS:
        if tokens.at(i + 1) == "." and tokens.touching(i + 1):
            return n, i + 2
        return (n, i + 1) if tokens.digits(i + 1) is not None or tokens.digits(i - 1) is not None else None
    return n, i + 1


def _day_number(tokens: Tokens, i: int, month: int) -> tuple[int, int] | None:
    read = ordinal(tokens, i)
    value, end = (int(read.value or 0), read.end) if read else (tokens.digits(i) or 0, i + 1)
    if not 1 <= value <= month_end(2000, month).day:
        return None
    if read is None:
        after = tokens.at(end)
        if after == "%" or (
            after in (".", ",", ":")
            and tokens.touching(end + 1)
            and tokens.digits(end + 1) is not None
            and tokens.touching(end)
        ):
            return None
        if after in ("million", "billion", "percent"):
            return None
    return value, end


def month_day(tokens: Tokens, i: int) -> Found | None:
    """ "January 10", "Jan. 13, 2022", "March the 5th"."""
    read = month_name(tokens, i)
    if read is None:
        return None
    n, j = read
    if tokens.at(j) == "the" and ordinal(tokens, j + 1):
        j += 1
    day = _day_number(tokens, j, n)
    return named(tokens, i, day[1], f"XXXX-{n:02}-{day[0]:02}") if day else None


def day_month(tokens: Tokens, i: int) -> Found | None:
    """ "10 January 2022", "the 5th of March"."""
    j = i + 1 if tokens.at(i) == "the" else i
    read = ordinal(tokens, j)
    value, end = (int(read.value or 0), read.end) if read else (tokens.digits(j) or 0, j + 1)
    if read is None and j != i:
        return None
    if tokens.at(end) == "of" and (read or tokens.digits(j)):
        end += 1
    elif tokens.at(end) == "day" and tokens.at(end + 1) == "of":
        end += 2
    months = month_name(tokens, end)
    if months is None or not 1 <= value <= month_end(2000, months[0]).day:
        return None
    return named(tokens, i, months[1], f"XXXX-{months[0]:02}-{value:02}")


def month(tokens: Tokens, i: int) -> Found | None:
    """ "January", "May 1998", "the month of January", "June last year"."""
    j = i
    if tokens.follows(i, ("the", "month", "of")):
        j = i + 3
    read = month_name(tokens, j)
    if read is None:
        return None
    n, end = read
    found = named(tokens, i, end, f"XXXX-{n:02}")
    bare = found.end == end and j == i
    if bare and not _month_meant(tokens, i):
        return None
    return found


def _month_meant(tokens: Tokens, i: int) -> bool:
    """A lone word that is also a given name or a verb must stand where months stand."""
    word, before = tokens.at(i), tokens.at(i - 1)
    if word in words.DOUBTFUL_MONTHS:
        return before in _MONTH_BEFORE
    if word in words.NAME_MONTHS and tokens.capital(i + 1) and tokens.at(i + 1).isalpha():
        return before in _MONTH_BEFORE - {"and", "or", "to", "for", "from", "by", "-"}
    return not (tokens.capital(i - 1) and word in words.NAME_MONTHS and before not in _MONTH_BEFORE)


def dated_weekday(tokens: Tokens, i: int) -> Found | None:
    """ "Tuesday", "Tuesday, January 11", "Friday Oct. 13", "Sunday the 5th"."""
    n = words.WEEKDAYS.get(tokens.at(i))
    if n is None or not tokens.capital(i):
        return None
    full = tokens.at(i) in words.FULL_WEEKDAYS
    end = i + 1
    if not full and tokens.at(end) == "." and tokens.touching(end):
        end += 1
    j = end + 1 if tokens.at(end) in (",", "the") else end
    date = longest(month_day(tokens, j), day_month(tokens, j))
    if date is not None:
        if date.rule.kind == "named" and date.rule.unit is None:
            date = replace(date, rule=replace(date.rule, weekday=n))
        return date.widened(first=i)
    if not full:
        return None
    before, after = tokens.at(i - 1), tokens.at(i + 1)
    if before in words.NAMED_DAY_BEFORE and tokens.capital(i - 1):
        return None
    if tokens.capital(i + 1) and after in words.PAPER_AFTER:
        return None
    return _in_week(tokens, Found(i, end, Rule("named", f"XXXX-WXX-{n}")))


def _in_week(tokens: Tokens, found: Found) -> Found:
    """A weekday with the week that follows it: "Tuesday of next week"."""
    j = found.end + 1 if tokens.at(found.end) == "of" else found.end
    steps = {"last": -1, "this": 0, "next": 1}
    if tokens.at(j) in steps and tokens.at(j + 1) == "week":
        rule = replace(found.rule, unit="W", amount=steps[tokens.at(j)])
        return replace(found, end=j + 2, rule=rule)
    return found


def day_of_month(tokens: Tokens, i: int) -> Found | None:
    """ "the 15th of next month", "the 3rd of the month"."""
    if tokens.at(i) != "the":
        return None
    read = ordinal(tokens, i + 1)
    if read is None or tokens.at(read.end) != "of" or not 1 <= (read.value or 0) <= 31:
        return None
    steps = {"last": -1, "this": 0, "next": 1, "the": 0}
    if tokens.at(read.end + 1) in steps and tokens.at(read.end + 2) == "month":
        name = f"XXXX-XX-{int(read.value or 0):02}"
        return Found(i, read.end + 3, Rule("named", name, unit="M", amount=steps[tokens.at(read.end + 1)]))
    return None


def numeric(tokens: Tokens, i: int) -> Found | None:
    """ "2022-01-11", "11/02/89", "1/11/2022" (month first, unless only day first can be)."""
    first, sign = tokens.digits(i), tokens.at(i + 1)
    if first is None or sign not in ("-", "/", ".") or not all(tokens.touching(i + n) for n in range(1, 5)):
        return None
    second, third = tokens.digits(i + 2), tokens.digits(i + 4)
    if second is None or third is None or tokens.at(i + 3) != sign:
        return None
    if len(tokens.at(i)) == 4:
        year, month, day = first, second, third
    else:
        long = len(tokens.at(i + 4))
        if long not in (2, 4) or (sign == "." and long != 4):
            return None
        year = third if long == 4 else third + (1900 if third > 30 else 2000)
        month, day = (first, second) if first <= 12 and sign != "." else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= month_end(2000, month).day and 1000 <= year <= 2199):
        return None
    return fixed(i, i + 5, f"{year:04}-{month:02}-{day:02}")

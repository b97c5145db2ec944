"""The grammar of temporal expressions: which constructions there are and how they nest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.dates import Rule
from onrecord.extract.timexes import words
from onrecord.extract.timexes.amounts import amount, closes
from onrecord.extract.timexes.clock import timed
from onrecord.extract.timexes.found import Found, fixed, longest, shift
from onrecord.extract.timexes.lists import after_weekday, days_after, days_before
from onrecord.extract.timexes.periods import calendar
from onrecord.extract.timexes.quarters import of_whole_years
from onrecord.extract.timexes.relative import relative
from onrecord.extract.timexes.tense import direction
from onrecord.extract.timexes.tokens import Tokens

_LONGEST_PHRASE = max(len(k) for k in (*words.REFERENCES, *words.DAYS))
_WITHIN = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
           "weekend": "WE"}  # fmt: skip
_NAMING = frozenset({"today", "tonight", "tomorrow", "now", "daily", "weekly", "monthly", "future"})
_STARTS = frozenset().union(
    words.MONTHS, words.WEEKDAYS, words.WEEKDAY_PLURALS, words.SEASONS, words.PARTS_OF_DAY, words.ORDINALS, words.SMALL,
    words.TENS, words.VAGUE_COUNTS, words.PARTS, words.SETS, words.DEGREE_STARTS, words.DECADES,
    (k[0] for k in words.REFERENCES), (k[0] for k in words.DAYS), (k[0] for k in words.HOLIDAYS),
    words.OPENINGS, words.UNITS, (unit + "long" for unit in words.UNITS),
)  # fmt: skip


def expressions(tokens: Tokens) -> Iterator[Found]:
    """The temporal expressions of a stretch of text, in order; none overlaps another."""
    i, before = 0, None
    while i < len(tokens):
        word = tokens.lower[i]
        found = _group(tokens, i) if word in _STARTS or word[0].isdigit() else []
        if not found:
            i += 1
            continue
        tense = direction(tokens, found[0].first, found[-1].end)
        for member in found:
            before = after_weekday(tokens, before, _directed(tokens, member, tense))
            yield before
        i = found[-1].end


def _group(tokens: Tokens, i: int) -> list[Found]:
    """The expression at token i, with the further days of a list or range."""
    listed = days_before(tokens, i)
    if listed:
        return listed
    found = expression(tokens, i)
    return days_after(tokens, found) if found is not None else []


def expression(tokens: Tokens, i: int) -> Found | None:
    """The longest expression that begins at token i."""
    return longest(timed(tokens, i, day), qualified(tokens, i), simple(tokens, i), the_period(tokens, i))


def day(tokens: Tokens, i: int) -> Found | None:
    """A day to which a time may be joined."""
    return longest(simple(tokens, i), _qualified_day(tokens, i))


def simple(tokens: Tokens, i: int) -> Found | None:
    """An expression without qualification."""
    if i not in tokens.known:
        tokens.known[i] = _simple(tokens, i)
    return tokens.known[i]


def _simple(tokens: Tokens, i: int) -> Found | None:
    counted = [f for f in (phrase(tokens, i), amount(tokens, i), relative(tokens, i)) if f and not _is_name(tokens, f)]
    found = longest(calendar(tokens, i), *counted)
    if found is not None and _modifies(tokens, found):
        return found.widened(first=i + 1)
    return of_whole_years(tokens, _owned(tokens, found)) if found is not None and found.rule.kind == "shift" else found


def _is_name(tokens: Tokens, found: Found) -> bool:
    """ "60 Minutes", "This Week", "USA Today": a programme or a paper. Days and months have capitals of their own."""
    last = tokens.at(found.end - 1)
    return (last in words.UNITS or last in _NAMING) and tokens.in_title(found.first, found.end)


def _modifies(tokens: Tokens, found: Found) -> bool:
    """ "the third-quarter loss", "the eight-year war": the article belongs to the noun."""
    if tokens.at(found.first) != "the" or tokens.at(found.end - 2) != "-":
        return False
    return tokens.at(found.end - 1) in words.UNITS and not tokens.ends_phrase(found.end)


def _owned(tokens: Tokens, found: Found) -> Found:
    """ "next year's first quarter", "last year's summer"."""
    if found.rule.unit != "Y" or not tokens.follows(found.end, ("'", "s")):
        return found
    inner = calendar(tokens, found.end + 2)
    if inner is None or inner.rule.kind != "named" or inner.rule.unit is not None:
        return found
    return replace(found, end=inner.end, rule=replace(found.rule, kind="named", value=inner.rule.value))


def phrase(tokens: Tokens, i: int) -> Found | None:
    """Set phrases: "today", "the day before yesterday", "now", "recently", "the near future"."""
    for length in range(_LONGEST_PHRASE, 0, -1):
        key = tuple(tokens.lower[i : i + length])
        if key in words.REFERENCES and len(key) == length:
            return _reference(tokens, i, i + length, words.REFERENCES[key])
        if key in words.DAYS and len(key) == length:
            amount, time = words.DAYS[key]
            found = shift(i, i + length, "D", amount)
            return found.at_time(time, i, i + length) if time else found
    return None


def _reference(tokens: Tokens, i: int, end: int, value: str) -> Found | None:
    """A vague reference, unless its words only begin a noun phrase."""
    if tokens.at(end - 1) in ("past", "future", "present", "term") and not tokens.ends_phrase(end):
        return None
    if tokens.at(i) == "now" and tokens.at(i - 1) == "from":
        return None
    if tokens.at(i) == "current" and tokens.at(i - 1) == "-":
        return None
    return fixed(i, end, value)


def the_period(tokens: Tokens, i: int) -> Found | None:
    """ "the weekend", "the quarter", "the week", "the year", "the latest quarter": the one in question."""
    if tokens.at(i) != "the":
        return None
    j = i + 2 if tokens.at(i + 1) in ("latest", "fiscal", "full") else i + 1
    word = tokens.at(j)
    if j > i + 1 and word == "period" and tokens.at(i + 1) == "latest":
        word = "quarter"
    if word == "weekend":
        return Found(i, j + 1, Rule("named", "XXXX-WXX-WE"))
    if word in _WITHIN and tokens.at(j + 1) in ("before", "after") and closes(tokens, j + 2):
        return shift(i, j + 2, _WITHIN[word], -1 if tokens.at(j + 1) == "before" else 1, base="text")
    if word == "year" and (tokens.at(j + 1) in ("ended", "ending") or tokens.at(i + 1) == "fiscal"):
        return fixed(i, j + 1, "P1Y", "DURATION")
    if word in ("week", "month", "year") and tokens.at(j + 1) not in ("-", "'"):
        if tokens.follows(j + 1, ("of",)) and word == "week":
            return _week_of(tokens, i, j)
        return shift(i, j + 1, _WITHIN[word], 0)
    if word == "quarter" and tokens.at(j + 1) != "-":
        return shift(i, j + 1, "Q", 0, base="text")
    return None


def _week_of(tokens: Tokens, i: int, j: int) -> Found | None:
    """ "the week of March 6"."""
    inner = calendar(tokens, j + 2)
    if inner is None or not inner.is_day:
        return shift(i, j + 1, "W", 0)
    return replace(inner, first=i, rule=replace(inner.rule, grain="W"))


def qualified(tokens: Tokens, i: int) -> Found | None:
    """ "early next week", "mid-April", "the end of the month", "late on Monday", "around Nov. 1", "year-end"."""
    if (tokens.at(i) == "year" and tokens.at(i + 1) in ("-", "'")) or tokens.follows(i, ("year", "end")):
        return _year_end(tokens, i)
    if tokens.at(i) in words.DEGREE_STARTS:
        return _approximate(tokens, i)
    return _qualified_part(tokens, i)


def _year_end(tokens: Tokens, i: int) -> Found | None:
    j = i + 1
    while tokens.at(j) in ("-", "'", "s") and j - i < 4:
        j += 1
    if tokens.at(j) != "end" or tokens.at(i) != "year":
        return None
    if tokens.at(i + 1) != "-":
        return shift(i, j + 1, "Y", 0, "END")
    return Found(i, j + 1, Rule("named", "XXXX-12-31", unit="Y", amount=-1 if tokens.at(i - 1) == "since" else 0))


def _approximate(tokens: Tokens, i: int) -> Found | None:
    if tokens.at(i) not in ("about", "around", "circa", "approximately", "roughly", "nearly", "almost"):
        return None
    inner = longest(timed(tokens, i + 1, day), calendar(tokens, i + 1), _year_end(tokens, i + 1))
    weekday = inner is not None and (inner.rule.value or "").startswith("XXXX-WXX")
    if inner is None or weekday or (inner.type == "DATE" and tokens.digits(i + 1) is not None and inner.end == i + 2):
        return None
    return inner.widened(first=i, mod="APPROX")


def _qualified_part(tokens: Tokens, i: int) -> Found | None:
    j = i + 1 if tokens.at(i) == "the" else i
    if tokens.at(j) == "very":
        j += 1
    part = tokens.at(j)
    if j > i and part in ("first", "last") and tokens.at(j + 1) in words.PLURAL_UNITS | words.UNITS.keys():
        return _outer_part(tokens, i, j)
    if part not in words.PARTS or (
        part in ("end", "beginning", "start", "rest", "close", "middle", "course")
        and tokens.at(j + 1) not in ("of", "to")
    ):
        return None
    k = j + 1
    if tokens.at(k) == "part":
        k += 1
    while tokens.at(k) in ("of", "in", "on", "-", "to") and k - j < 3:
        k += 1
    inner = longest(_timed_inner(tokens, k), simple(tokens, k), the_period(tokens, k), _the_day(tokens, k))
    if (
        inner is None
        or inner.type in ("DURATION", "SET")
        or inner.rule.value in ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
    ):
        return None
    bare = k == j + 1
    if part == "mid" and bare and tokens.at(k) not in words.PARTS_OF_DAY:
        return None
    if part in ("early", "late", "mid") and not tokens.ends_phrase(inner.end):
        i = j  # "the late-November trip": the article belongs to the noun
    elif part == "end" and tokens.follows(k, ("the", "day", ",")):
        return None  # "at the end of the day, ...": all in all
    return inner.widened(first=i, mod=words.PARTS[part])


def _outer_part(tokens: Tokens, i: int, j: int) -> Found | None:
    """ "the first days of March", "the last week of January": its beginning or end."""
    if tokens.at(j + 1) in ("quarter", "century") or tokens.at(j + 2) != "of":
        return None
    inner = longest(calendar(tokens, j + 3), the_period(tokens, j + 3))
    if inner is None or inner.is_day or inner.type != "DATE":
        return None
    return inner.widened(first=i, mod="START" if tokens.at(j) == "first" else "END")


def _timed_inner(tokens: Tokens, i: int) -> Found | None:
    return timed(tokens, i, day) if tokens.digits(i) is None else None


def _the_day(tokens: Tokens, i: int) -> Found | None:
    return shift(i, i + 2, "D", 0, base="near") if tokens.follows(i, ("the", "day")) else None


def _qualified_day(tokens: Tokens, i: int) -> Found | None:
    if tokens.at(i) not in ("early", "late", "earlier", "later"):
        return None
    j = i + 2 if tokens.at(i + 1) == "on" else i + 1
    inner = simple(tokens, j)
    return inner.widened(first=i, mod=words.PARTS[tokens.at(i)]) if inner is not None and inner.is_day else None


def _directed(tokens: Tokens, found: Found, tense: int) -> Found:
    """Where the year or week is not told, the tense around it tells on which side it lies."""
    rule = found.rule
    if _is_dateline(tokens, found):
        return replace(found, rule=replace(rule, direction=-1))
    full = rule.kind == "value" and found.is_day
    if not (rule.kind == "named" or full) or rule.unit is not None or rule.direction:
        return found
    return replace(found, rule=replace(rule, direction=tense))


def _is_dateline(tokens: Tokens, found: Found) -> bool:
    """ "ESTMARK, Dec. 11 (Agency) -- ..."."""
    if not 2 <= found.first <= 8 or not found.is_day or tokens.at(found.first - 1) != ",":
        return False
    return tokens.text[0].isupper() and len(tokens.text[0]) > 1 and tokens.at(found.end) in ("(", "--", "-", "_")

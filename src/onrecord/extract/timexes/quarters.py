"""The quarters of a company's year, and the periods with which they are compared."""

from __future__ import annotations

from dataclasses import replace

from onrecord.dates import Rule
from onrecord.extract.timexes.calendar import named, year_after, year_number
from onrecord.extract.timexes.found import Found, fixed, longest, shift
from onrecord.extract.timexes.tokens import Tokens, ordinal

_PERIODS = frozenset({"quarter", "period"})
_LIKE = frozenset({"same", "comparable", "corresponding", "equivalent"})
_WHOLE = frozenset({"months", "half", "year"})  # units of results that are told of more than a quarter


def quarterly(tokens: Tokens, i: int) -> Found | None:
    """The longest expression at token i that names a quarter or compares one."""
    return longest(quarter(tokens, i), year_ago(tokens, i), compared(tokens, i), last_years(tokens, i))


def quarter(tokens: Tokens, i: int) -> Found | None:
    """ "the third quarter", "third-quarter", "fiscal first quarter", "the 1988 second quarter", "Q3", "first half"."""
    j = i + 1 if tokens.at(i) == "the" else i
    own = None
    while tokens.at(j) in ("fiscal", "flat", "full"):
        j += 1
    if (j > i or tokens.digits(j)) and (own := year_number(tokens, j)) is not None:
        j = own[1]
    name, end = _quarter_name(tokens, j)
    if name is None:
        return None
    if own is not None:
        return fixed(i, end, f"{own[0]:04}{name[4:]}")
    return named(tokens, i, end, name)


def _quarter_name(tokens: Tokens, j: int) -> tuple[str | None, int]:
    if tokens.at(j) == "q" and tokens.touching(j + 1) and tokens.digits(j + 1) in (1, 2, 3, 4):
        return f"XXXX-Q{tokens.digits(j + 1)}", j + 2
    read = ordinal(tokens, j)
    if read is None or read.value is None:
        return None, j
    k = read.end + 1 if tokens.at(read.end) in ("-", "fiscal") else read.end
    if tokens.at(k) == "quarter" and read.value in (1, 2, 3, 4):
        return f"XXXX-Q{int(read.value)}", k + 1
    if tokens.at(k) == "half" and read.value in (1, 2) and year_after(tokens, k + 1):
        return f"XXXX-H{int(read.value)}", k + 1
    return None, j


def year_ago(tokens: Tokens, i: int) -> Found | None:
    """ "year-earlier", "the year-ago quarter", "the comparable year-ago period"."""
    j = i + 1 if tokens.at(i) == "the" else i
    if tokens.at(j) in _LIKE:
        j += 1
    if tokens.at(j) != "year" or tokens.at(j + 1) != "-" or tokens.at(j + 2) not in ("ago", "earlier"):
        return None
    end = j + 3
    if tokens.at(end) in _PERIODS:
        end += 1
    elif tokens.at(end + 1) == "quarter" and ordinal(tokens, end):
        name = f"XXXX-Q{int(ordinal(tokens, end).value or 1)}"  # type: ignore[union-attr]
        return Found(i, end + 2, Rule("named", name, unit="Y", amount=-1))
    return shift(i if tokens.at(j) != "year" or end > j + 3 or i == j else j, end, "Y", -1, base="comparable")


def compared(tokens: Tokens, i: int) -> Found | None:
    """ "the 1988 period", "the same quarter last year", "the period a year earlier": the newest quarter, then."""
    j = i + 1 if tokens.at(i) == "the" else i
    own = year_number(tokens, j) if j > i else None
    if own is not None and tokens.at(own[1]) in _PERIODS:
        return Found(i, own[1] + 1, Rule("named", f"{own[0]:04}", base="comparable"))
    alike = tokens.at(j) in _LIKE
    j += alike
    if j == i or tokens.at(j) not in _PERIODS:
        return None
    k = j + 2 if tokens.at(j + 1) in ("of", "in", "from") else j + 1
    amount, end = _years_back(tokens, k)
    if amount is not None:
        return shift(i, end, "Y", amount, base="comparable")
    own = year_number(tokens, k) if alike else None
    return Found(i, own[1], Rule("named", f"{own[0]:04}", base="comparable")) if own is not None else None


def last_years(tokens: Tokens, i: int) -> Found | None:
    """ "last year's quarter", "the previous year's period"."""
    j = i + 1 if tokens.at(i) == "the" else i
    if tokens.at(j) not in ("last", "previous", "prior") or not tokens.follows(j + 1, ("year", "'", "s")):
        return None
    return shift(i, j + 5, "Y", -1, base="comparable") if tokens.at(j + 4) in _PERIODS else None


def _years_back(tokens: Tokens, k: int) -> tuple[int | None, int]:
    """How many years "last year", "a year ago", "the previous year" goes back, and the token after it."""
    if tokens.follows(k, ("last", "year")):
        return -1, k + 2
    if tokens.at(k) in ("a", "one") and tokens.at(k + 1) == "year" and tokens.at(k + 2) in ("ago", "earlier", "before"):
        return -1, k + 3
    if tokens.at(k) == "the" and tokens.at(k + 1) in ("previous", "prior", "preceding") and tokens.at(k + 2) == "year":
        return -1, k + 3
    return None, k


def of_whole_years(tokens: Tokens, found: Found) -> Found:
    """ "... in the nine months, from $3 million a year earlier": compared is the year, not its quarter."""
    if found.rule.base != "comparable" or found.rule.kind != "shift":
        return found
    start, _ = tokens.sentence(found.first)
    for i in range(found.first - 1, start - 1, -1):
        if tokens.at(i) in _PERIODS:
            return found
        if tokens.at(i) in _WHOLE and tokens.at(i - 1) not in ("last", "this", "next"):
            return replace(found, rule=replace(found.rule, base="published"))
    return found

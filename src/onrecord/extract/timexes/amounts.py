"""Amounts of time: durations, what is counted from an anchor by them, and what recurs."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.timexes import words
from onrecord.extract.timexes.found import Found, fixed, longest, shift
from onrecord.extract.timexes.tokens import Number, Tokens, number

_AGO = {
    "ago": -1,
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "later": 1,
    "afterward": 1,
    "afterwards": 1,
    "hence": 1,
}
_PARTIAL = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60)}
_MINUTES = {"TH": 60, "TM": 1, "TS": 1 / 60}
_RATE_BEFORE = words.word_set(
    "million billion thousand times time once twice tons barrels dollars people percent % cents"
)
_COUNTS = words.SMALL.keys() | words.TENS.keys() | words.SCALES.keys() | words.VAGUE_COUNTS
_LEADS = words.word_set("last past next coming previous first final following opening initial latest recent")


def amount(tokens: Tokens, i: int) -> Found | None:
    """The longest expression at token i that counts time."""
    return longest(
        counted(tokens, i), spanning(tokens, i), recurring(tokens, i), lone_plural(tokens, i),
    )  # fmt: skip


def duration_value(value: float | None, unit: str) -> str:
    """The TIMEX3 value of an amount: P2Y6M, PT8H, PXD."""
    if unit == "2W":
        value, unit = (None if value is None else value * 2), "W"
    if value is None:
        return f"PT{'X'}{unit[1]}" if unit[0] == "T" else f"PX{unit}"
    if unit in ("E", "C"):
        value, unit = value * (10 if unit == "E" else 100), "Y"
    if unit == "Q" and value > 2:
        value, unit = value * 3, "M"
    if unit == "WE":
        value, unit = value * 2, "D"
    whole, rest = int(value), value - int(value)
    parts = [(whole, unit)] if whole else []
    if rest and unit in _PARTIAL:
        finer, many = _PARTIAL[unit]
        parts.append((round(rest * many), finer))
    out, clock = "P", False
    for n, u in parts:
        if u[0] == "T" and not clock:
            out, clock = out + "T", True
        out += f"{n}{u[-1]}"
    return out


def _quantity(tokens: Tokens, i: int) -> tuple[Number, str, int] | None:
    """Number and unit: "two years", "10-hour", "12 to 18 months", "a year and a half", "two-day-long"."""
    read = number(tokens, i)
    if read is None:
        return None
    j = read.end
    if tokens.at(j) in ("to", "or", "-") and (upper := number(tokens, j + 1)) and tokens.at(j + 1) not in ("a", "an"):
        read, j = Number(None, upper.end), upper.end
    while tokens.at(j) in words.UNIT_ADJECTIVES and tokens.at(j) not in words.UNITS:
        j += 1
    if tokens.at(j) == "-" and tokens.touching(j):
        j += 1
    if tokens.at(j) in ("trading", "business", "working"):
        j += 1
    unit = words.UNITS.get(tokens.at(j))
    if unit is None or unit == "N" or (unit == "Q" and read.value is not None and tokens.at(j + 1) == "of"):
        return None
    if tokens.at(j) == "quarter" and (read.value or 0) > 4:
        return None  # "the 1988 quarter"
    if tokens.at(j) == "year" and 1900 <= (read.value or 0) <= 2100:
        return None  # "the 2018 calendar year"
    if tokens.at(j) == "second" and not (tokens.at(j - 1) == "-" or tokens.at(i) in ("one", "1", "a", "per")):
        return None
    j += 1
    if unit == "Q" and tokens.at(j) == "-" and tokens.at(j + 1) == "century":
        return Number(25 * (read.value or 1), j), "Y", j + 2
    if tokens.follows(j, ("and", "a", "half")) and read.value is not None:
        read, j = Number(read.value + 0.5, j), j + 3
    return read, unit, or_so(tokens, j)


def or_so(tokens: Tokens, end: int) -> int:
    """The token after "or so", "or two", "or more" behind an amount that ends before `end`."""
    if tokens.at(end) != "or" or tokens.at(end + 1) not in ("so", "two", "three", "more", "less"):
        return end
    return end + 2 if tokens.at(end + 2) not in words.UNITS else end


def counted(tokens: Tokens, i: int) -> Found | None:
    """A duration with its number, or the date that it leads to: "two years", "two years ago", "in two weeks' time"."""
    degree = _degree(tokens, i)
    start, mod = (i + degree[0], degree[1]) if degree else (i, None)
    read = _quantity(tokens, start)
    if read is None:
        return None
    quantity, unit, end = read
    if _is_age(tokens, end) or (tokens.at(end) == "-" and tokens.at(end + 1) in ("ago", "earlier")):
        return None
    if tokens.at(end) == "-" and tokens.at(end + 1) == "long" and tokens.touching(end):
        if tokens.at(i) in ("a", "an"):
            return None  # the article belongs to the noun
        end += 2
    date = _led_to(tokens, i, end, quantity, unit, mod)
    if date is not None:
        return date
    if tokens.follows(i, ("one", "day")) and tokens.at(i - 1) in words.SOME_DAY_BEFORE:
        return fixed(i, end, "FUTURE_REF")
    if tokens.at(start) in ("a", "an", "the") and start == i and _is_rate(tokens, i, end):
        return fixed(i, end, duration_value(quantity.value, unit), "SET")
    if tokens.at(start) in ("some",) or (unit in ("TS", "WE") and tokens.at(start) in ("a", "an")):
        return None
    return fixed(i, end, duration_value(quantity.value, unit), "DURATION", mod)


def _is_age(tokens: Tokens, end: int) -> bool:
    """ "52 years old", "the 6-year-old boy"."""
    return tokens.at(end) == "old" or (tokens.at(end) == "-" and tokens.at(end + 1) in ("old", "olds"))


def _degree(tokens: Tokens, i: int) -> tuple[int, str | None] | None:
    """How many tokens qualify the amount, and their mod."""
    if tokens.at(i) not in words.DEGREE_STARTS:
        return None
    for length in (3, 2, 1):
        phrase = tuple(tokens.lower[i : i + length])
        if phrase in words.DEGREES and len(phrase) == length:
            return length, words.DEGREES[phrase]
    return None


def _led_to(tokens: Tokens, i: int, end: int, quantity: Number, unit: str, mod: str | None) -> Found | None:
    """ "two days ago", "a week earlier", "three months later", "two weeks from now"."""
    word = tokens.at(end)
    if tokens.follows(end, ("or", "so", "ago")):
        word, end, mod = "ago", end + 2, "APPROX"
    if word == "from" and tokens.at(end + 1) in ("now", "today"):
        sign, end = 1, end + 2
    elif word in _AGO and (word != "before" or closes(tokens, end + 1)):
        sign, end = _AGO[word], end + 1
    else:
        return None
    if quantity.value is None or unit == "L" or quantity.value > 1000:
        if word in ("later", "afterward", "afterwards"):
            return fixed(i, end, duration_value(None, unit), "DURATION")
        return fixed(i, end, "PAST_REF" if sign < 0 else "FUTURE_REF")
    value, back = quantity.value, word == "ago" or word in ("from", "hence")
    if unit in _MINUTES:
        if back:
            return shift(i, end, "TM", round(sign * value * _MINUTES[unit]), mod)
        return shift(i, end, "D", 0, mod, base="text")
    if unit in ("E", "C", "2W") or value != int(value):
        factor, unit = {"E": (10, "Y"), "C": (100, "Y"), "2W": (2, "W")}.get(unit, (1, unit))
        value *= factor
        if value != int(value) and unit == "Y":
            value, unit = value * 12, "M"
    base = "published" if back else "text"
    if unit == "Y" and value == 1 and sign < 0 and mod is None:
        base = "comparable"
    found = shift(i, end, unit, sign * int(value), mod, base=base)
    if unit == "W":
        return replace(found, rule=replace(found.rule, grain="W" if back else "D"))
    return found


def closes(tokens: Tokens, i: int) -> bool:
    """True where a phrase ends: "two days before." but not "two days before the talks"."""
    return tokens.at(i) in ("", ".", ",", ";", ":", ")", "and", "but", '"', "”", "in", "at", "on", "when")


def _is_rate(tokens: Tokens, i: int, end: int) -> bool:
    before = tokens.at(i - 1)
    if before in ("hours", "days"):
        return False
    counted = any(tokens.at(j)[:1].isdigit() or tokens.at(j) in _COUNTS for j in range(i - 5, i - 1))
    if before in _RATE_BEFORE or before[:1].isdigit() or (counted and before.endswith("s")):
        return tokens.at(end) not in ("after", "before", "since")
    return False


def spanning(tokens: Tokens, i: int) -> Found | None:
    """A stretch that ends or begins at the anchor: "the past two months", "the next few days", "recent years"."""
    j = i
    while tokens.at(j) in ("each", "all", "of", "over", "much", "most") and j - i < 3 and tokens.at(i) in ("each",):
        j += 1
    if tokens.at(j) in ("the", "these", "this", "his", "her", "its", "their", "those"):
        j += 1
    article = j > i
    degree = _degree(tokens, j)
    j += degree[0] if degree else 0
    lead = tokens.at(j)
    if lead in _LEADS:
        j += 1
        read = _quantity(tokens, j)
        if read is not None and tokens.at(j) not in ("a", "an") and not _is_age(tokens, read[2]):
            value = duration_value(read[0].value, read[1])
            return fixed(i, read[2], value, "DURATION", degree[1] if degree else None)
        while tokens.at(j) in ("few", "several"):
            j += 1
        if tokens.at(j) in words.PLURAL_UNITS and tokens.at(j) in words.LONE_PLURALS | {"weekends"}:
            value = duration_value(None, words.UNITS[tokens.at(j)])
            if lead == "recent" and tokens.at(j) in ("years", "decades", "centuries"):
                return fixed(i, j + 1, "PAST_REF")
            return fixed(i, j + 1, value, "DURATION")
        return None
    if not article or degree:
        return None
    read = _quantity(tokens, j)
    if read is not None and tokens.at(j) not in ("a", "an") and tokens.at(i) == "the" and not _is_age(tokens, read[2]):
        return fixed(i, read[2], duration_value(read[0].value, read[1]), "DURATION")
    return None


def recurring(tokens: Tokens, i: int) -> Found | None:
    """ "daily", "every day", "each Thursday", "Tuesday nights", "per year", "every two weeks"."""
    word = tokens.at(i)
    if word in words.SETS:
        value = words.SETS[word]
        if tokens.capital(i + 1) or tokens.at(i + 1) in words.NEWSPAPER_AFTER:
            return None  # "the daily Courier", "the daily said"
        return fixed(i, i + 1, value, "SET") if value and not tokens.capital(i) else None
    if word in words.WEEKDAY_PLURALS and tokens.capital(i):
        return fixed(i, i + 1, f"XXXX-WXX-{words.WEEKDAY_PLURALS[word]}", "SET")
    if word in words.WEEKDAYS and tokens.at(i + 1) in ("nights", "mornings", "evenings", "afternoons"):
        part = words.PARTS_OF_DAY[tokens.at(i + 1)[:-1]]
        return fixed(i, i + 2, f"XXXX-WXX-{words.WEEKDAYS[word]}{part}", "SET")
    if word not in ("every", "each", "per"):
        return None
    j = i + 1
    if tokens.at(j) == "single":
        j += 1
    count = number(tokens, j) if word == "every" and tokens.at(j) not in ("a", "an", "few", "half") else None
    if tokens.at(j) == "other":
        count = Number(2, j + 1)
    j = count.end if count else j
    unit = words.UNITS.get(tokens.at(j))
    if unit is not None and unit not in ("N", "L") and tokens.at(j) not in ("second",):
        return fixed(i, j + 1, duration_value(count.value if count else 1, unit), "SET")
    if tokens.at(j) in words.PARTS_OF_DAY:
        return fixed(i, j + 1, f"XXXX-XX-XX{words.PARTS_OF_DAY[tokens.at(j)]}", "SET")
    names = (words.WEEKDAYS, "XXXX-WXX-{}"), (words.MONTHS, "XXXX-{:02}"), (words.SEASONS, "XXXX-{}")
    for table, form in names:
        if tokens.at(j) in table:
            return fixed(i, j + 1, form.format(table[tokens.at(j)]), "SET")
    return None


def _long(tokens: Tokens, i: int) -> Found | None:
    """ "a month-long truce", "the weeklong visit": one of them."""
    word, end = tokens.at(i), i + 1
    if word.endswith("long") and word[:-4] in words.UNITS:
        word = word[:-4]
    elif tokens.follows(i + 1, ("-", "long")) and tokens.at(i - 1) != "-":
        end = i + 3
    else:
        return None
    unit = words.UNITS.get(word, "N")
    return (
        None if unit in ("N", "L") or word in words.PLURAL_UNITS else fixed(i, end, duration_value(1, unit), "DURATION")
    )


def lone_plural(tokens: Tokens, i: int) -> Found | None:
    """ "for years", "days after", "weeks ago": an amount that is not told; "month-long", "weeklong"."""
    word = tokens.at(i)
    if (long := _long(tokens, i)) is not None:
        return long
    if word not in words.LONE_PLURALS:
        return None
    before = tokens.at(i - 1)
    if (
        before == "-"
        or before[:1].isdigit()
        or _is_age(tokens, i + 1)
        or (tokens.capital(i) and not tokens.opens_sentence(i))
    ):
        return None
    end = i + 1
    date = _led_to(tokens, i, end, Number(None, i), words.UNITS[word], None)
    if date is not None:
        return date
    if tokens.at(end) == "-" and tokens.at(end + 1) == "long":
        end += 2
    return fixed(i, end, duration_value(None, words.UNITS[word]), "DURATION")

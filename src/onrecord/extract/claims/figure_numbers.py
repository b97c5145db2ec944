"""Numbers as they are written: "100,000", "$6 billion", "a dozen", "tens of thousands", "10 to 15 percent"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.extract.acts.lexicon import table

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {w: n for n, w in enumerate(_SMALL.split())} | {w: 10 * n for n, w in enumerate(_TENS.split(), 2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "m": 1e6}
VAGUE = {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999)} | {
    "millions": (2e6, 9999999),
    "billions": (2e9, 9999999999),
}
"""Plural scales: from twice the scale to one below the next; "tens of" multiplies them by ten."""

_UNITS = "|".join(sorted(WORDS, key=len, reverse=True))
_APART = ",\u00a0\u2009\u202f "  # what may stand between thousands: "10,000", "10 000"
_NUMBER = rf"(?:\d{{1,3}}(?:[{_APART}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_UNITS})(?:[- ](?:{_UNITS}))?)"
_SCALE = r"(?:[- ]?(?:hundred|thousand|million|billion|trillion|bn)\b|[- ]dozen\b)"
_ROUND = r"(?:half\s+a\s+(?:dozen|million|billion)|an?\s+(?:dozen|hundred|thousand|million|billion|trillion))"
_AMOUNT = rf"(?:{_ROUND}|{_NUMBER}{_SCALE}*)"
_VAGUE = r"(?:(?:tens|hundreds)\s+of\s+)?(?:thousands|millions|billions|hundreds|dozens|scores)"
_CURRENCY = r"(?:(?:US|A|C|HK)?\$|€|£|¥)"
_PATTERN = r"""
    (?<![\w.,/:$€£-])
    (?:(?P<between>between\s+)?
       (?:(?P<money>{currency})\s?)?(?P<first>{amount})
       (?:\s*(?:-|–|to|and)\s*(?:{currency})?(?P<second>{amount}))?
     | (?P<vague>{vague}))
    (?![\w/:]|[.,]\d)
    (?P<percent>\s?(?:%|percent\b|per\s+cent\b|percentage\s+points?\b))?
"""
_PARTS = {"halves": 2, "thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10}
_FRACTION = re.compile(
    rf"(?<![\w-])(?P<many>{_UNITS})(?:-(?P<part>{'|'.join(_PARTS)})|\s(?P<of>{'|'.join(_PARTS)})(?=\sof\b))(?![\w-])",
    re.IGNORECASE,
)
"""A share in words: "nine-tenths", "two thirds of the seats"."""
NUMBER = re.compile(_PATTERN.format(currency=_CURRENCY, amount=_AMOUNT, vague=_VAGUE), re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read off the text[start:end]; `value` None for a range."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Modifier:
    """The words before a number that soften or bound it."""

    words: str
    approx: bool
    bound: str | None


@cache
def _modifiers() -> tuple[re.Pattern[str], dict[str, Modifier]]:
    rows = table("figure_modifiers.tsv")
    known = {r["modifier"]: Modifier(r["modifier"], r["approx"] == "yes", r["bound"] or None) for r in rows}
    listed = "|".join(re.escape(m) for m in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({listed})\s+(?:the\s+|a\s+further\s+|another\s+)?$", re.IGNORECASE), known


def modifier_before(content: str, position: int) -> tuple[int, Modifier] | None:
    """The modifier that ends where the number starts: (its start, what it says)."""
    pattern, known = _modifiers()
    window = content[max(0, position - 40) : position]
    found = pattern.search(window)
    if found is None:
        return None
    return position - len(window) + found.start(), known[found.group(1).lower()]


def amounts(content: str, start: int, end: int) -> list[Amount]:
    """Every number in content[start:end], in order, with its range or its percent sign."""
    out = [_share(m) for m in _FRACTION.finditer(content, start, end)]
    shares = [(a.start, a.end) for a in out]
    for m in NUMBER.finditer(content, start, end):
        if any(a <= m.start() < b for a, b in shares):
            continue
        unit = "percent" if m.group("percent") else ""
        if m.group("vague"):
            low, high = _vague(m.group("vague"))
            out.append(Amount(m.start(), m.end(), None, low, high, unit, vague=True))
            continue
        if m.group("money"):
            unit = _currency(m.group("money"))
        first = number(m.group("first"))
        second = number(m.group("second")) if m.group("second") else None
        words = content[m.end("first") : m.start("second")].strip() if second is not None else ""
        if second is not None and not _is_range(m, words, first, second):
            end_first = m.end("first")
            out.append(Amount(m.start("money") if m.group("money") else m.start("first"), end_first, first, unit=unit))
            start_second = m.start("second")
            out.append(Amount(start_second, m.end(), second, unit=unit))
        elif second is not None:
            scaled = _share_scale(m.group("first"), m.group("second"), first)
            out.append(Amount(m.start(), m.end(), None, scaled, second, unit))
        else:
            start = m.start("money") if m.group("money") else m.start("first")
            out.append(Amount(start, m.end(), first, unit=unit))
    return sorted(out, key=lambda a: a.start)


def _share(m: re.Match[str]) -> Amount:
    """ "Nine-tenths" as percent, to one decimal."""
    parts = _PARTS[(m["part"] or m["of"]).lower()]
    return Amount(m.start(), m.end(), round(100 * WORDS[m["many"].lower()] / parts, 1), unit="percent")


def _is_range(m: re.Match[str], words: str, first: float, second: float) -> bool:
    """ "Between 10 and 20", "10 to 15 percent", "10-15"; but "five and six" are two numbers."""
    if words.lower().startswith("and"):
        return bool(m.group("between"))
    return first < second or _share_scale(m.group("first"), m.group("second"), first) < second


def _share_scale(first: str, second: str, value: float) -> float:
    """In "two to three million" the first number is of millions too."""
    scale = [s for s in SCALES if re.search(rf"(?:\b|\d){s}\b", second.lower())]
    own = any(re.search(rf"(?:\b|\d){s}\b", first.lower()) for s in SCALES)
    return value * SCALES[scale[0]] if scale and not own and value < 1000 else value


def _vague(words: str) -> tuple[float, float]:
    parts = words.lower().split()
    low, high = VAGUE[parts[-1]]
    if len(parts) > 1:
        times = 10 if parts[0] == "tens" else 100
        return low * times, (high + 1) * times - 1
    return low, high


def _currency(sign: str) -> str:
    return {"€": "euros", "£": "pounds", "¥": "yen"}.get(sign, "dollars")


def number(words: str) -> float:
    """The value of a written number: "2.5 million", "a dozen", "twenty-five", "half a million"."""
    total = 1.0
    joined = re.sub(rf"(?<=\d)[{_APART}](?=\d{{3}}(?!\d))", "", words.lower())
    text = re.sub(r"[-\s]+", " ", joined.replace(",", "")).strip()
    if text.startswith("half a"):
        total, text = 0.5, text.removeprefix("half ")
    value: float | None = None
    for part in text.split(" "):
        digits = re.match(r"\d+(?:\.\d+)?", part)
        scale = part[digits.end() :] if digits else part
        if digits:
            value = (value or 0) + float(digits.group())
        if part in WORDS:
            value = (value or 0) + WORDS[part]
        elif scale in SCALES:
            value = (1 if value is None else value) * SCALES[scale]
        elif part == "dozen":
            value = (1 if value is None else value) * 12
    return round(total * (0 if value is None else value), 6)  # 8.2 million, not 8,199,999.999

"""The tokens of the date grammar, and the numbers that they spell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.extract.timexes import words
from onrecord.extract.timexes.found import Found
from onrecord.text import Span

_TOKEN = re.compile(
    r"[AaPp]\.[Mm]\.?(?![A-Za-z])|[Oo]['’]clock\b|[^\W\d_]+|\d{1,3}(?:,\d{3})+(?!\d)|\d+|\S",
)
_ENDS = frozenset(".!?;")
_MARKS = frozenset({"“", '"', "'", "`"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one stretch of text; `lower` has straight apostrophes and plain hyphens.

    tags   Penn tags by the offset where a word begins, where the text was parsed
    known  what was found at each token without qualification, which several constructions ask for
    """

    content: str
    start: list[int]
    end: list[int]
    text: list[str]
    lower: list[str]
    tags: Mapping[int, str]
    known: dict[int, Found | None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, i: int) -> str:
        """The i-th token in lower case, "" beyond the ends."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def no_verb(self, i: int) -> bool:
        """True if the parse knows word i for something else than a verb; False without a parse."""
        return self.tags.get(self.start[i], "V")[0] not in "VM"

    def touching(self, i: int) -> bool:
        """True if no blank stands before token i."""
        return 0 < i < len(self.lower) and self.start[i] == self.end[i - 1]

    def capital(self, i: int) -> bool:
        return 0 <= i < len(self.text) and self.text[i][:1].isupper()

    def in_title(self, first: int, end: int) -> bool:
        """True if the words stand in a name: each with a capital, though the words around them have none.

        "60 Minutes", "USA Today", "Good Morning"; not "Putin Meets Obama Today", where every word has one.
        """
        before = first - 1
        while self.at(before) in _MARKS:
            before -= 1
        if not self.at(before).isalpha():
            return False  # it may open a sentence
        if not all(self.capital(i) or self.at(i)[:1].isdigit() for i in range(first, end)):
            return False
        around = [self.text[i] for i in (*range(max(0, first - 10), first), *range(end, min(len(self), end + 10)))]
        return any(len(w) > 3 and w.islower() for w in around)

    def opens_sentence(self, i: int) -> bool:
        return i == 0 or self.at(i - 1) in {".", "!", "?", "“", '"', ":"}

    def ends_phrase(self, i: int) -> bool:
        """True where no noun follows: "in the past," but not "the past leaders", "the present text"."""
        word = self.at(i)
        return not word.isalpha() or word in words.AFTER_PHRASE

    def digits(self, i: int) -> int | None:
        """The whole number written in digits at i."""
        word = self.at(i)
        return int(word.replace(",", "")) if word[:1].isdigit() and word.replace(",", "").isdecimal() else None

    def follows(self, i: int, phrase: tuple[str, ...]) -> bool:
        return tuple(self.lower[i : i + len(phrase)]) == phrase

    def sentence(self, i: int) -> tuple[int, int]:
        """First token and end of the sentence around token i (by its stops alone)."""
        first, last = i, i
        while first > 0 and not self._stops(first - 1):
            first -= 1
        while last < len(self) - 1 and not self._stops(last):
            last += 1
        return first, last + 1

    def _stops(self, i: int) -> bool:
        if self.lower[i] not in _ENDS:
            return False
        if self.lower[i] != ".":
            return True
        before = self.at(i - 1)
        short = len(before) == 1 or before in words.SHORT_MONTHS or before in ("mr", "mrs", "ms", "dr", "gen", "sen")
        closed = self.at(i + 1) in {'"', "”", "'", "’"}  # the stop stands before the closing mark
        return (closed or not self.touching(i + 1)) and not short


def tokenize(content: str, span: Span, tags: Mapping[int, str]) -> Tokens:
    found = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(content, span.start, span.end)]
    plain = {"’": "'", "‑": "-", "‐": "-", "–": "-", "—": "--"}
    return Tokens(
        content,
        [s for s, _, _ in found],
        [e for _, e, _ in found],
        [t for _, _, t in found],
        [plain.get(t) or t.lower().replace("’", "'") for _, _, t in found],
        tags,
    )


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from the tokens up to `end`; `value` is None for "several"."""

    value: float | None
    end: int


def number(tokens: Tokens, i: int) -> Number | None:
    """Digits, words, fractions and vague counts: "12", "2 1/2", "twenty-four", "a couple of", "several"."""
    word = tokens.at(i)
    if word[:1].isdigit():
        return _figures(tokens, i)
    if word in ("a", "an"):
        return _with_article(tokens, i)
    if word == "half":
        skip = 2 if tokens.at(i + 1) in ("a", "an") else 1
        return Number(0.5, i + skip)
    if word == "couple":
        return Number(2, i + (2 if tokens.at(i + 1) == "of" else 1))
    if word in words.VAGUE_COUNTS:
        return Number(None, i + (2 if tokens.at(i + 1) == "of" else 1))
    spelled = spelled_number(tokens, i)
    if spelled is None:
        return None
    return _and_half(tokens, spelled)


def _figures(tokens: Tokens, i: int) -> Number | None:
    whole = tokens.digits(i)
    if whole is None:
        return None
    if (
        tokens.at(i + 1) == "."
        and tokens.touching(i + 1)
        and tokens.touching(i + 2)
        and tokens.digits(i + 2) is not None
    ):
        return Number(float(f"{whole}.{tokens.at(i + 2)}"), i + 3)
    top, bottom = tokens.digits(i + 1), tokens.digits(i + 3)
    if top is not None and tokens.at(i + 2) == "/" and bottom:
        return Number(whole + top / bottom, i + 4)
    if tokens.at(i + 1) in ("½", "¼", "¾"):
        return Number(whole + {"½": 0.5, "¼": 0.25, "¾": 0.75}[tokens.at(i + 1)], i + 2)
    return _and_half(tokens, Number(whole, i + 1))


def _with_article(tokens: Tokens, i: int) -> Number:
    following = tokens.at(i + 1)
    if following == "few":
        return Number(None, i + 2)
    if following in ("couple", "dozen", "hundred", "thousand"):
        value = {"couple": 2, "dozen": 12, "hundred": 100, "thousand": 1000}[following]
        return Number(value, i + (3 if tokens.at(i + 2) == "of" else 2))
    if following == "number" and tokens.at(i + 2) == "of":
        return Number(None, i + 3)
    if following == "half" and tokens.at(i + 2) not in words.UNITS:
        return Number(1, i + 1)
    return Number(1, i + 1)


def spelled_number(tokens: Tokens, i: int) -> Number | None:
    total, current, j, seen = 0, 0, i, False
    while True:
        word = tokens.at(j)
        if word in words.SMALL:
            current += words.SMALL[word]
        elif word in words.TENS:
            current += words.TENS[word]
        elif seen and word in words.SCALES:
            current = max(current, 1) * words.SCALES[word]
            if word == "thousand":
                total, current = total + current, 0
        else:
            break
        seen, j = True, j + 1
        if tokens.at(j) == "-" and (tokens.at(j + 1) in words.SMALL) and word in words.TENS:
            j += 1
    return Number(total + current, j) if seen else None


def _and_half(tokens: Tokens, found: Number) -> Number:
    if tokens.follows(found.end, ("and", "a", "half")) and found.value is not None:
        return Number(found.value + 0.5, found.end + 3)
    return found


def ordinal(tokens: Tokens, i: int) -> Number | None:
    """ "5th", "21st", "third", "twenty-first"."""
    value = tokens.digits(i)
    if value is not None and tokens.touching(i + 1) and tokens.at(i + 1) in ("st", "nd", "rd", "th"):
        return Number(value, i + 2)
    word = tokens.at(i)
    if word in words.ORDINALS:
        return Number(words.ORDINALS[word], i + 1)
    if word in words.TENS:
        j = i + 2 if tokens.at(i + 1) == "-" else i + 1
        if words.ORDINALS.get(tokens.at(j), 10) < 10:
            return Number(words.TENS[word] + words.ORDINALS[tokens.at(j)], j + 1)
    return None

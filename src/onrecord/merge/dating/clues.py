"""What an article and its companions tell about the day on which it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from onrecord.articles import Article
from onrecord.dates import Rule, Timex, evaluate, resolve
from onrecord.readings import Reading
from onrecord.text import Span

_QUOTED = re.compile(r"[“\"]([^“”\"]{20,600})[”\"]")
_WORD = re.compile(r"[^\W_]+")
TOP = 3
"""Paragraphs in which the news stands."""

_SHINGLE = 8  # words of a quotation that two articles must share: fewer are a slogan, said for months


@dataclass(frozen=True)
class Told:
    """An article with what it tells of its day. `timexes` hold rules, no values."""

    article: Article
    reading: Reading

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def timexes(self) -> tuple[Timex, ...]:
        return self.reading.timexes

    @cached_property
    def full_days(self) -> tuple[Timex, ...]:
        """Dates with day, month and year."""
        return tuple(t for t in self.timexes if t.rule.kind == "value" and is_day(t.rule.value) and t.type != "SET")

    @cached_property
    def weekdays(self) -> tuple[Timex, ...]:
        """Bare weekdays: "said Tuesday"."""
        return tuple(t for t in self.timexes if is_bare(t.rule) and (t.rule.value or "").startswith("XXXX-WXX-") and
                     (t.rule.value or "")[9:].isdigit())  # fmt: skip

    @cached_property
    def month_days(self) -> tuple[Timex, ...]:
        """Days without a year: "December 21"."""
        return tuple(t for t in self.timexes if is_bare(t.rule) and re.fullmatch(r"XXXX-\d\d-\d\d", t.rule.value or ""))

    @cached_property
    def months(self) -> tuple[Timex, ...]:
        return tuple(t for t in self.timexes if is_bare(t.rule) and re.fullmatch(r"XXXX-\d\d", t.rule.value or ""))

    @cached_property
    def years(self) -> tuple[Timex, ...]:
        return tuple(t for t in self.timexes if t.rule.kind == "value" and re.fullmatch(r"\d{4}", t.rule.value or ""))

    @cached_property
    def weekday_clues(self) -> tuple[tuple[int, int, float], ...]:
        """The weekdays told, each side once, as (Monday 1 ... 7, side, weight): later ones weigh half."""
        early = {_name(t) for t in self.weekdays if t.rule.block <= TOP}
        named = sorted({_name(t) for t in self.weekdays})
        return tuple((int(name[9:]), side, 1.0 if (name, side) in early else 0.5) for name, side in named)

    @cached_property
    def opening_day(self) -> Timex | None:
        """The day without a year over which the article was sent: "ESTMARK, March 3 -"."""
        opening = self.article.opening
        return next((t for t in self.month_days if opening is not None and opening.holds(t.span)), None)

    @cached_property
    def day_clues(self) -> tuple[Rule, ...]:
        """The dates told with day and month, each side once, that of the opening apart."""
        days = [t for t in self.month_days + self.full_days if t is not self.opening_day]
        named = {_name(t): replace(t.rule, block=0) for t in days}
        return tuple(named.values())

    @cached_property
    def month_clues(self) -> tuple[tuple[int, int], ...]:
        """The months told, each side once, as (January 1 ... 12, side)."""
        return tuple((int(name[5:]), side) for name, side in sorted({_name(t) for t in self.months}))

    @cached_property
    def year_clues(self) -> frozenset[int]:
        return frozenset(int(t.rule.value or "0") for t in self.years)

    @cached_property
    def own_scores(self) -> dict[date, float]:
        """What `scores.own_score` has found already: the same days are asked for again and again."""
        return {}

    @cached_property
    def _beside(self) -> dict[Span, list[Timex]]:
        return {}

    def shingles(self) -> dict[tuple[str, ...], Span]:
        """Runs of words inside quotations, with the quotation in which each stands."""
        out: dict[tuple[str, ...], Span] = {}
        for span in self._quotations():
            words = _WORD.findall(self.article.content[span.start : span.end].lower())
            for i in range(len(words) - _SHINGLE + 1):
                out.setdefault(tuple(words[i : i + _SHINGLE]), span)
        return out

    def _quotations(self) -> list[Span]:
        pieces = [s for q in self.reading.quotes if q.kind != "indirect" for s in q.content]
        for block in self.article.read_blocks():
            text = self.article.content[block.start : block.end]
            pieces += [Span(block.start + m.start(1), block.start + m.end(1)) for m in _QUOTED.finditer(text)]
        return sorted(set(pieces))

    def day_beside(self, span: Span, published: date) -> tuple[str, Span] | None:
        """The day told in the paragraph of a quotation, if published then: when it was said."""
        block = self.article.block_at(span.start)
        if block is None:
            return None
        if span not in self._beside:
            near = (t for t in self.timexes if block.span.holds(t.span) and t.type == "DATE")
            self._beside[span] = [t for t in near if t.rule.direction <= 0 and t.rule.base == "published"]
        days = ((day_of(t.rule, published), t.span) for t in self._beside[span])
        return next(((day, where) for day, where in days if day is not None), None)

    def resolved(self, day: date) -> tuple[Timex, ...]:
        return resolve(self.timexes, day.isoformat())

    def days_told(self, published: date) -> frozenset[str]:
        """The days that the article names, if published then."""
        return frozenset(t.value or "" for t in self.resolved(published) if is_day(t.value))


def _name(timex: Timex) -> tuple[str, int]:
    return timex.rule.value or "", timex.rule.direction


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def is_day(value: str | None) -> bool:
    return value is not None and len(value) == 10 and _DAY.fullmatch(value) is not None


@lru_cache(maxsize=1 << 16)
def day_of(rule: Rule, published: date) -> str | None:
    """The day that an expression names, if published then; None if it names no day."""
    value = evaluate(rule, published)
    return value if is_day(value) else None


def is_bare(rule: Rule) -> bool:
    """True for a name that only the anchor and the tense place: no frame, no "last" or "next".

    Under a live entry with a day of its own it is counted from that day, and tells nothing of publication.
    """
    own_day = rule.anchor is not None and (rule.anchor.kind != "shift" or rule.anchor.amount != 0)
    return rule.kind == "named" and rule.unit is None and not rule.strict and rule.base == "published" and not own_day

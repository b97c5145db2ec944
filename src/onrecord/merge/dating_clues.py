"""What an article and its companions tell about the day on which it was published."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.articles import Article
from onrecord.dates import Rule, Timex, resolve
from onrecord.readings import Reading
from onrecord.text import Span

_QUOTED = re.compile(r"[“\"]([^“”\"]{20,600})[”\"]")
_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 6  # words of a quotation that two articles must share


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
    def shingles(self) -> Mapping[tuple[str, ...], Span]:
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

    def day_beside(self, span: Span, resolved: Sequence[Timex]) -> tuple[str, Span] | None:
        """The day told in the paragraph of a quotation: when it was said."""
        block = self.article.block_at(span.start)
        if block is None:
            return None
        near = [t for t in resolved if block.span.holds(t.span) and t.type == "DATE" and is_day(t.value)]
        near = [t for t in near if t.rule.direction <= 0]
        return (near[0].value or "", near[0].span) if near else None

    def resolved(self, day: date) -> tuple[Timex, ...]:
        return resolve(self.timexes, day.isoformat())


def is_day(value: str | None) -> bool:
    return value is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def is_bare(rule: Rule) -> bool:
    """True for a name that only the anchor and the tense place: no frame, no "last" or "next"."""
    return rule.kind == "named" and rule.unit is None and not rule.strict and rule.base == "published"


class Likeness:
    """How near in topic the articles of a record are: cosine of their rarer words, 0 to 1."""

    def __init__(self, articles: Sequence[Told]) -> None:
        counts = {a.id: Counter(w for w in _WORD.findall(a.article.content.lower()) if len(w) > 2) for a in articles}
        spread = Counter(w for c in counts.values() for w in c)
        n = len(counts)
        common = max(8, 0.25 * n)  # words of most articles tell nothing and cost most
        self._index: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._to: dict[str, dict[str, float]] = {}
        self._vectors: dict[str, dict[str, float]] = {}
        for key in sorted(counts):
            vector = {
                w: (1 + math.log(k)) * math.log((n + 1) / spread[w])
                for w, k in counts[key].items()
                if 1 < spread[w] <= common
            }
            size = math.sqrt(sum(x * x for x in vector.values())) or 1.0
            self._vectors[key] = {w: x / size for w, x in sorted(vector.items())}
            for w, x in self._vectors[key].items():
                self._index[w].append((key, x))

    def to(self, key: str) -> dict[str, float]:
        """The likeness of every other article to one."""
        if key in self._to:
            return self._to[key]
        out: dict[str, float] = defaultdict(float)
        for w, x in self._vectors[key].items():
            for other, y in self._index[w]:
                out[other] += x * y
        out.pop(key, None)
        self._to[key] = dict(out)
        return self._to[key]

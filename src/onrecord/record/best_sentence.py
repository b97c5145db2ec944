"""Which sentence tells best what happened on a day: the one nearest to all that is told of the day."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.calendars import HOLIDAYS
from onrecord.entries import ArticleEntry
from onrecord.record.coverage import Mention, day_of, shifted
from onrecord.sentences import cut
from onrecord.text import Evidence, Span

OPENING = 8
"""Sentences at the head of an article that tell its news, whether or not they name the day."""
FIT = range(8, 46)
"""Words of a sentence that can stand alone."""
CAPITALS = 0.5
"""The share of capitalised words from which on a line is a title or a list of names."""
NAMES = 5
"""What the record is about: as many names as stand in most sentences."""
NAMED = 0.1
"""What it is worth that a sentence names the day, and no other."""
SAME, ONCE = 0.3, 0.6
"""How like each other two sentences are that tell the same, and that are too much alike for one timeline."""
_UNFIT = re.compile(r"\?|^\W*[\"“”`]|\||https?:|www\.|@|\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|us|me)\b")
_WHOLE = re.compile(r"^\W*[A-Z].*[.]\W*$", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_CALENDAR = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august"
                       r"|(?:septem|octo|novem|decem)ber")  # fmt: skip

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Teller:
    """A sentence that may tell of a day; `named`: by name, rather than by standing at the head of that day's news."""

    evidence: Evidence
    named: bool


class Articles:
    """The articles of a record, each cut into sentences when first asked for."""

    def __init__(self, entries: Iterable[ArticleEntry]) -> None:
        self._entries = {e.article.id: e for e in entries}
        self._cut: dict[str, list[Span]] = {}
        self._published: dict[str, list[str]] = {}
        for e in self._entries.values():
            self._published.setdefault(day_of(e) or "", []).append(e.article.id)

    def tellers(self, day: str, mentions: Sequence[Mention]) -> list[Teller]:
        """The sentences that name a day, and the openings of what was published on it and the day after."""
        named = {(m.evidence.article, s) for m in mentions for s in self._around(m.evidence)}
        opening = {
            (article, span)
            for published in (day, shifted(day, 1))
            for article in self._published.get(published, ())
            for span in self._sentences(article)[:OPENING]
        }
        return [Teller(self._entries[a].article.text.at(s), (a, s) in named) for a, s in sorted(named | opening)]

    def _around(self, evidence: Evidence) -> list[Span]:
        return [s for s in self._sentences(evidence.article) if s.holds(evidence.span)]

    def _sentences(self, article: str) -> list[Span]:
        """The sentences of the body, without a dateline."""
        if article not in self._cut:
            a = self._entries[article].article
            starts = {a.opening.start: a.opening.end} if a.opening is not None else {}
            bodies = (Span(starts.get(b.start, b.start), b.end) for b in a.read_blocks() if b.kind == "body")
            self._cut[article] = [s for span in bodies for s in cut(a.content, span)]
        return self._cut[article]


class Tales:
    """What is told of each of some days, weighed against what is told of all of them."""

    def __init__(self, tellers: Mapping[str, Sequence[Teller]]) -> None:
        self._tellers = tellers
        everything = {t.evidence: _words(t.evidence) for told in tellers.values() for t in told}
        held = Counter(w for words in everything.values() for w in set(words))
        total = len(everything)
        self._weight = {w: math.log(1 + total / n) for w, n in held.items()}
        self._vectors = {e: self._unit(_scaled(words, self._weight)) for e, words in everything.items()}
        self._names = _names(everything)
        self._days = Counter(t.evidence for told in tellers.values() for t in told if t.named)

    def best(self, day: str) -> list[Evidence]:
        """The sentences that can stand for a day, the best first."""
        told = self._tellers[day]
        fit = [t for t in told if _is_fit(t.evidence.exact)]
        about = [t for t in fit if self._names & set(_words(t.evidence))]
        middle = self._middle(told)
        order = sorted(about or fit, key=lambda t: (-round(self._score(t, middle), 6), t.evidence))
        return [t.evidence for t in order]

    def likeness(self, one: Evidence, other: Evidence) -> float:
        """The cosine of two sentences' words, each weighed by how few sentences have it."""
        return _dot(self._vectors[one], self._vectors[other])

    def _score(self, teller: Teller, middle: Vector) -> float:
        named = NAMED / self._days[teller.evidence] if teller.named else 0.0
        return _dot(self._vectors[teller.evidence], middle) + named

    def _middle(self, told: Sequence[Teller]) -> Vector:
        """The words that the sentences naming the day share with that day's news; all of them where none do."""
        named = self._sum(t.evidence for t in told if t.named)
        news = self._sum(t.evidence for t in told if not t.named)
        both = {w: named[w] + news[w] for w in named if w in news}
        return self._unit(both or {w: named.get(w, 0.0) + news.get(w, 0.0) for w in {*named, *news}})

    def _sum(self, evidences: Iterable[Evidence]) -> Vector:
        terms: dict[str, list[float]] = {}
        for e in evidences:
            for w, x in self._vectors[e].items():
                terms.setdefault(w, []).append(x)
        return self._unit({w: math.fsum(xs) for w, xs in terms.items()})

    @staticmethod
    def _unit(vector: Vector) -> Vector:
        length = math.sqrt(math.fsum(x * x for x in vector.values()))
        return {w: x / length for w, x in vector.items()} if length else {}


def _words(evidence: Evidence) -> list[str]:
    return [w for w in _WORD.findall(evidence.exact.lower()) if len(w) > 2]


def _scaled(words: Sequence[str], weight: Mapping[str, float]) -> Vector:
    return {w: (1 + math.log(n)) * weight[w] for w, n in Counter(words).items()}


def _dot(one: Vector, other: Vector) -> float:
    shorter, longer = sorted((one, other), key=len)
    return math.fsum(x * longer[w] for w, x in shorter.items() if w in longer)


def _is_fit(sentence: str) -> bool:
    """Whether it is a whole sentence in the reporter's voice."""
    long = [w for w in _WORD.findall(sentence) if len(w) > 3]
    capitals = sum(w[0].isupper() for w in long) / max(1, len(long))
    return (
        len(sentence.split()) in FIT
        and capitals <= CAPITALS
        and _WHOLE.match(sentence) is not None
        and _UNFIT.search(sentence) is None
    )


def _names(sentences: Iterable[Evidence]) -> frozenset[str]:
    """The names that most sentences hold: words that are capitalised within a sentence, and seldom not."""
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for e in sentences:
        for w in set(_WORD.findall(e.exact)[1:]):
            if len(w) > 2:
                (large if w[0].isupper() else small)[w.lower()] += 1
    names = [w for w, n in large.items() if 5 * small[w] < n and not _CALENDAR.fullmatch(w) and w not in HOLIDAYS]
    return frozenset(sorted(names, key=lambda w: (-large[w], w))[:NAMES])

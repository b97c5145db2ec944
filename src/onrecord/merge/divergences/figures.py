"""Numbers of one thing that two texts give otherwise at one time.

A number that grew from one day to the next is a history; one that counts another deed, another place or
another part is another number. What is left is shown value by value, each in its earliest telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.entries import Divergence, FigureEntry, FigureGroup
from onrecord.ids import normalised
from onrecord.merge.corpus import Corpus
from onrecord.merge.divergences.sides import days_apart, divergence
from onrecord.merge.figures import relation
from onrecord.merge.quotes.likeness import words_of
from onrecord.readings import Figure

NEAR = 8  # days within which a number that stands still is told of one state of things
GROWING = frozenset(
    {"die", "hurt", "hold", "free", "lack", "leave", "gather", "send", "fire", "cancel", "close", "destroy"}
)
"""Deeds whose numbers grow by the hour: they differ within one day only."""
UNLIKE = 1.25  # least ratio: not "300" and "about 300"
FAR = 25.0  # greatest ratio: beyond it another thing is counted, or another part of it
MOST = 5  # numbers that one divergence shows
VAGUE = frozenset(
    {"more", "least", "other", "total", "many", "new", "several", "number", "ten", "hundred", "thousand", "million"}
    | {
        "people",
        "person",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "time",
        "percent",
        "dollar",
        "euro",
        "cent",
    }
    | {
        "billion",
        "share",
        "part",
        "thing",
        "last",
        "past",
        "next",
        "first",
        "mile",
        "country",
        "state",
        "case",
        "point",
        "%",
    }
    | {"dead", "death", "today", "tonight", "yesterday"}
    | {"meter", "metre", "kilometer", "kilometre", "mph", "inch", "foot", "degree", "pound", "ton", "tonne", "barrel"}
)
"""Words that tell nothing of what is counted, as a unit or beside one."""
PEOPLE = frozenset({"people", "person"})
PLACE = "@"  # how the terms of a figure mark the places and parties beside it
MOVING = frozenset({"last", "past", "next", "previous"})
"""Words by which two texts name two weeks alike."""


@dataclass(frozen=True, eq=False)
class Told:
    """One figure as an article tells it; `order` puts the earliest telling first, `beside` are the numbers of its
    unit that the article gives."""

    entry: FigureEntry
    figure: Figure
    day: str | None
    order: tuple[str, str, int]
    sentence: str
    beside: frozenset[object]

    @cached_property
    def said(self) -> object:
        """The number as told: a value, or a range."""
        return _number(self.figure.value, self.figure.low, self.figure.high)

    @cached_property
    def middle(self) -> float:
        low, high = self.entry.value_range or (0.0, 0.0)
        return self.entry.value if self.entry.value is not None else (low + high) / 2

    @cached_property
    def unit(self) -> str:
        """What is counted, in the singular."""
        unit = normalised(self.figure.unit)
        return re.sub(r"(?<=ch)es$|(?<=sh)es$|s$", "", re.sub(r"ies$", "y", unit))

    @cached_property
    def terms(self) -> frozenset[str]:
        """The words beside the unit that name it, without the unit in another form."""
        return frozenset(t for t in self.figure.terms if t.removesuffix("s") != self.unit)

    @cached_property
    def telling(self) -> frozenset[str]:
        return words_of(self.sentence).telling


def figure_divergences(
    corpus: Corpus, figures: Sequence[FigureEntry], groups: Sequence[FigureGroup]
) -> Iterator[Divergence]:
    """One for each group and time with numbers that differ."""
    told = _told(corpus, figures)
    for group in groups:
        members = sorted((told[i] for i in group.figures if i in told), key=lambda t: t.order)
        for unlike in _together(_unlike(members)):
            first = {t.said: t for pair in reversed(unlike) for t in reversed(pair)}
            sides = sorted(first.values(), key=lambda t: t.order)[:MOST]
            if len(sides) > 1:
                both = all(relation(a.figure, b.figure) == "compatible" for a, b in unlike)
                note = "compatible: both can be true" if both else None
                about = min((t.figure.what for t in sides), key=lambda what: (" " not in what, len(what), what))
                yield divergence(f"Number: {about}", "figure", (t.entry.evidence for t in sides), note)


def _told(corpus: Corpus, figures: Sequence[FigureEntry]) -> dict[str, Told]:
    where = {(r.article.id, f.span): (r, f) for r in corpus.reads for f in r.reading.figures}
    numbers: dict[tuple[str, str], set[object]] = {}
    for read, figure in where.values():
        numbers.setdefault((read.article.id, figure.unit), set()).add(_number(figure.value, figure.low, figure.high))
    out = {}
    for entry in figures:
        read, figure = where[entry.evidence.article, entry.evidence.span]
        order = (read.day or "9999", entry.evidence.file, entry.evidence.start)
        beside = frozenset(numbers[read.article.id, figure.unit])
        out[entry.id] = Told(entry, figure, read.day, order, read.article.text[entry.sentence], beside)
    return out


def _number(value: float | None, low: float | None, high: float | None) -> object:
    return value if value is not None else (low, high)


def _unlike(members: Sequence[Told]) -> list[tuple[Told, Told]]:
    """The pairs of one time that cannot be one number. `members` are in the order of their days."""
    out = []
    for n, a in enumerate(members):
        for b in members[n + 1 :]:
            apart = days_apart(a.day, b.day)
            if apart is None or apart > NEAR:
                break
            if not UNLIKE <= _ratio(a, b) <= FAR:
                continue
            # A text that gives both counts two things, or tells of the difference itself.
            one_text = a.entry.evidence.article == b.entry.evidence.article or b.said in a.beside or a.said in b.beside
            growing = a.figure.deed in GROWING and a.day != b.day
            if not one_text and not growing and _one_thing(a, b):
                out.append((a, b))
    return out


def _together(pairs: Sequence[tuple[Told, Told]]) -> list[list[tuple[Told, Told]]]:
    """The pairs in groups that share a telling: what differs now is told apart from what differed last month."""
    first = {t.entry.id: t.entry.id for pair in pairs for t in pair}

    def root(name: str) -> str:
        while first[name] != name:
            first[name] = name = first[first[name]]
        return name

    for a, b in pairs:
        one, other = sorted((root(a.entry.id), root(b.entry.id)))
        first[other] = one
    groups: dict[str, list[tuple[Told, Told]]] = {}
    for pair in pairs:
        groups.setdefault(root(pair[0].entry.id), []).append(pair)
    return list(groups.values())


def _one_thing(a: Told, b: Told) -> bool:
    """Whether what both count is named alike: a thing of its own ("troops") by its deed and a word, or by all words
    of one of them; people by their deed and a word; a measure ("dollars", "years") by its deed and most words."""
    unit, deed, terms, others = a.unit, a.figure.deed, a.terms, b.terms
    vague = not VAGUE.isdisjoint(unit.split())
    if deed != b.figure.deed or (vague and not deed):
        return False
    shared, telling = terms & others, (terms & others) - VAGUE
    by_word = bool(telling) and 3 * len(telling) >= min(len(terms - VAGUE), len(others - VAGUE))
    by_all = bool(shared) and shared in (terms, others) and not MOVING & (terms | others)
    if not vague and deed:
        return by_word or (by_all and _same_story(a, b))
    if unit in PEOPLE:
        alike = bool(telling) and 3 * len(telling) >= max(len(terms - VAGUE), len(others - VAGUE))
    elif vague:
        alike = len(telling) > 1 and 2 * len(telling) >= len((terms | others) - VAGUE)
    else:
        alike = by_all and any(not t.startswith(PLACE) for t in telling)
    return alike and _same_story(a, b)


def _same_story(a: Told, b: Told) -> bool:
    """Whether two sentences tell of one thing beside the number: a third of the shorter one's telling words."""
    shared = len(a.telling & b.telling)
    return shared > 1 and 3 * shared >= min(len(a.telling), len(b.telling))


def _ratio(a: Told, b: Told) -> float:
    low, high = sorted((a.middle, b.middle))
    return high / low if low > 0 else 0.0

"""Numbers of one thing that two texts give otherwise at one time.

A number that grew from one day to the next is a history; one that counts another deed, another place or
another part is another number. What is left is shown value by value, each in its earliest telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from onrecord.entries import Divergence, FigureEntry, FigureGroup
from onrecord.ids import normalised
from onrecord.merge.corpus import Corpus
from onrecord.merge.divergences.sides import divergence
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
    | {"people", "person", "minute", "hour", "day", "week", "month", "year", "time", "percent", "dollar", "euro"}
    | {"billion", "part", "thing", "last", "past", "next", "first", "mile", "country", "state", "case", "point", "%"}
    | {"meter", "metre", "kilometer", "kilometre", "mph", "inch", "foot", "degree", "pound", "ton", "tonne", "barrel"}
)
"""Words that tell nothing of what is counted, as a unit or beside one."""
PEOPLE = frozenset({"people", "person"})
MOVING = frozenset({"last", "past", "next", "previous"})
"""Words by which two texts name two weeks alike."""


def figure_divergences(
    corpus: Corpus, figures: Sequence[FigureEntry], groups: Sequence[FigureGroup]
) -> Iterator[Divergence]:
    """One for each group with numbers that differ."""
    by_id = {f.id: f for f in figures}
    where = {(r.article.id, f.span): f for r in corpus.reads for f in r.reading.figures}
    read = {f.id: where[f.evidence.article, f.evidence.span] for f in figures}
    days = {r.article.id: r.day for r in corpus.reads}
    for group in groups:
        members = sorted((by_id[i] for i in group.figures if i in by_id), key=lambda f: _order(f, days))
        unlike = [
            (a, b)
            for a, b in combinations(members, 2)
            if a.evidence.article != b.evidence.article
            and UNLIKE <= _ratio(a, b) <= FAR
            and _one_time(days[a.evidence.article], days[b.evidence.article], read[a.id].deed)
            and _one_thing(corpus, a, b, read[a.id], read[b.id])
            and not _told_together(a, b, members)
        ]
        shown = list(dict.fromkeys(f for pair in unlike for f in pair))
        first = {f.value if f.value is not None else f.value_range: f for f in reversed(shown)}
        if len(first) > 1:
            both = all(relation(read[a.id], read[b.id]) == "compatible" for a, b in unlike)
            note = "compatible: both can be true" if both else None
            sides = sorted(first.values(), key=lambda f: _order(f, days))[:MOST]
            yield divergence(
                f"Number: {min(sides, key=lambda f: len(f.what)).what}", "figure", (f.evidence for f in sides), note
            )


def _order(figure: FigureEntry, days: Mapping[str, str | None]) -> tuple[str, str, int]:
    return days[figure.evidence.article] or "9999", figure.evidence.file, figure.evidence.start


def _one_thing(corpus: Corpus, one: FigureEntry, other: FigureEntry, a: Figure, b: Figure) -> bool:
    """Whether what both count is named alike: a thing of its own ("troops") by its deed and a word, or by all words
    of one of them; people by their deed and a word; a measure ("dollars", "years") by its deed and most words."""
    unit = _unit(a)
    terms, others = (frozenset(f.terms) - {unit} for f in (a, b))
    telling = (terms & others) - VAGUE
    if a.deed != b.deed or (unit in VAGUE and not a.deed):
        return False
    shared = terms & others
    by_word = bool(telling) and 3 * len(telling) >= min(len(terms - VAGUE), len(others - VAGUE))
    by_all = bool(shared) and shared in (terms, others) and not MOVING & (terms | others)
    if unit not in VAGUE and a.deed:
        return by_word or by_all
    if unit in PEOPLE:
        alike = by_word
    elif unit in VAGUE:
        alike = len(telling) > 1 and 2 * len(telling) >= len((terms | others) - VAGUE)
    else:
        alike = by_all
    return alike and _same_story(*(corpus.read_of(f.evidence.article).article.text[f.sentence] for f in (one, other)))


def _unit(figure: Figure) -> str:
    """What is counted, in the singular."""
    unit = normalised(figure.unit)
    return re.sub(r"(?<=ch)es$|(?<=sh)es$|s$", "", re.sub(r"ies$", "y", unit))


def _same_story(a: str, b: str) -> bool:
    """Whether two sentences tell of one thing beside the number: a third of the shorter one's telling words."""
    one, other = words_of(a).telling, words_of(b).telling
    shared = len(one & other)
    return shared > 1 and 3 * shared >= min(len(one), len(other))


def _one_time(one: str | None, other: str | None, deed: str | None) -> bool:
    """Whether two publication days are so close that the number has not simply changed."""
    if one is None or other is None:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= (0 if deed in GROWING else NEAR)


def _told_together(a: FigureEntry, b: FigureEntry, members: Sequence[FigureEntry]) -> bool:
    """Whether one text gives both numbers: then it counts two things, or tells of the difference itself."""
    of_a, of_b = ({m.evidence.article for m in members if m.value == f.value} for f in (a, b))
    return bool(of_a & of_b)


def _ratio(a: FigureEntry, b: FigureEntry) -> float:
    low, high = sorted((_middle(a), _middle(b)))
    return high / low if low > 0 else 0.0


def _middle(figure: FigureEntry) -> float:
    if figure.value is not None:
        return figure.value
    low, high = figure.value_range or (0.0, 0.0)
    return (low + high) / 2

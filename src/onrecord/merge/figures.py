"""Figures of the record, and which of them speak of one thing.

Two figures belong together when they count the same unit and share enough of the words that name the
thing. Whether they agree is told from their ranges: "about 100,000" and "tens of thousands" can both be
true, "100,000" and "30,000" cannot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from onrecord.entries import FigureEntry, FigureGroup
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import Corpus, Read
from onrecord.readings import Figure

Relation = Literal["agree", "differ", "compatible"]
APPROX = 0.15  # how far "about" reaches to either side
EMPTY = frozenset({"people", "others", "person", "thing", "part", "number", "ten", "hundred", "thousand", "million"})


@dataclass(frozen=True)
class _Counted:
    entry: FigureEntry
    read: Read
    figure: Figure
    unit: str
    terms: frozenset[str]


def merge_figures(corpus: Corpus) -> tuple[tuple[FigureEntry, ...], tuple[FigureGroup, ...]]:
    """The figures in the order of the corpus and of the text, and the groups about one thing."""
    counted: list[_Counted] = []
    seen: Counter[str] = Counter()
    for read in corpus.reads:
        for figure in read.reading.figures:
            entry = _entry(read, figure)
            seen[entry.id] += 1
            if seen[entry.id] > 1:
                entry = replace(entry, id=f"{entry.id}-{seen[entry.id]}")
            unit = figure.unit.lower().removesuffix("s")
            counted.append(_Counted(entry, read, figure, unit, frozenset(figure.terms) - {unit} - EMPTY))
    return tuple(c.entry for c in counted), tuple(_groups(counted))


def _entry(read: Read, figure: Figure) -> FigureEntry:
    evidence = read.evidence(figure.span)
    ranged = figure.low is not None and figure.high is not None
    return FigureEntry(
        id=digest("figure", read.article.file, normalised(evidence.exact), normalised(figure.what)),
        what=figure.what,
        value=figure.value,
        unit=figure.unit,
        approx=figure.approx,
        evidence=evidence,
        sentence=figure.sentence,
        value_range=(figure.low, figure.high) if figure.low is not None and figure.high is not None else None,
        value_text=evidence.exact if ranged else None,
        bound=figure.bound,
    )


def _groups(counted: Sequence[_Counted]) -> list[FigureGroup]:
    of = list(range(len(counted)))

    def root(i: int) -> int:
        while of[i] != i:
            i = of[i]
        return i

    blocks: dict[tuple[str, str], list[int]] = {}
    for i, c in enumerate(counted):
        for term in c.terms:
            blocks.setdefault((c.unit, term), []).append(i)
    for i, j in (pair for block in blocks.values() for pair in combinations(block, 2)):
        a, b = root(i), root(j)
        if a != b and same_thing(counted[i], counted[j]):
            of[max(a, b)] = min(a, b)
    members: dict[int, list[_Counted]] = {}
    for i, c in enumerate(counted):
        members.setdefault(root(i), []).append(c)
    return [_group(m) for m in members.values() if len(m) > 1]


def same_thing(a: _Counted, b: _Counted) -> bool:
    """Whether two figures count one thing: the unit, and the words that name it."""
    shared = a.terms & b.terms
    smaller = min(len(a.terms), len(b.terms))
    return a.unit == b.unit and 3 * len(shared) >= smaller and (len(shared) >= 2 or smaller == 1 == len(shared))


def _group(members: Sequence[_Counted]) -> FigureGroup:
    about = max((c.figure.what for c in members), key=lambda w: (len(w), w))
    relations = {relation(a.figure, b.figure) for a, b in combinations(members, 2)}
    worst: Relation = "differ" if "differ" in relations else "compatible" if "compatible" in relations else "agree"
    ids = tuple(c.entry.id for c in members)
    return FigureGroup(id=digest("figures", sorted(ids)), about=about, relation=worst, figures=ids)


def relation(a: Figure, b: Figure) -> Relation:
    """Whether two figures say the same, may both be true, or cannot."""
    one, other = extent(a), extent(b)
    if one == other and a.value == b.value:
        return "agree"
    return "compatible" if one[0] <= other[1] and other[0] <= one[1] else "differ"


def extent(figure: Figure) -> tuple[float, float]:
    """The least and the greatest number that a figure allows."""
    if figure.value is None:
        return figure.low or 0.0, figure.high if figure.high is not None else float("inf")
    value = figure.value
    if figure.bound in ("at least", "more than"):
        return value, float("inf")
    if figure.bound in ("at most", "less than"):
        return 0.0, value
    reach = APPROX * value if figure.approx else 0.0
    return value - reach, value + reach

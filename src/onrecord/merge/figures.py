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

from onrecord.entries import FigureEntry, FigureGroup, Link
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import Corpus, Read
from onrecord.readings import Figure

Relation = Literal["agree", "differ", "compatible"]
SHOWN = 4  # shared words that a reason names
ORDER = 10  # how many times as much another number of one thing may be
APPROX = 0.15  # how far "about" reaches to either side
EMPTY = frozenset({"people", "others", "person", "thing", "part", "number", "ten", "hundred", "thousand", "million"})


@dataclass(frozen=True)
class _Counted:
    place: int
    entry: FigureEntry
    figure: Figure
    unit: str
    terms: frozenset[str]


def merge_figures(
    corpus: Corpus,
) -> tuple[tuple[FigureEntry, ...], tuple[FigureGroup, ...], tuple[Link, ...]]:
    """The figures in the order of the corpus and of the text, the groups about one thing, and why they are."""
    counted: list[_Counted] = []
    seen: Counter[str] = Counter()
    for read in corpus.reads:
        for figure in read.reading.figures:
            entry = _entry(read, figure)
            seen[entry.id] += 1
            if seen[entry.id] > 1:
                entry = replace(entry, id=f"{entry.id}-{seen[entry.id]}")
            unit = figure.unit.lower().removesuffix("s")
            counted.append(_Counted(len(counted), entry, figure, unit, frozenset(figure.terms) - {unit} - EMPTY))
    groups, links = _groups(counted)
    return tuple(c.entry for c in counted), tuple(groups), tuple(links)


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


def _groups(counted: Sequence[_Counted]) -> tuple[list[FigureGroup], list[Link]]:
    """The figures about one thing together, and why: the connected components of `same_thing`.

    Figures that are named alike are compared once, so that the cost grows with the names, not the tellings.
    """
    named: dict[tuple[str, str, frozenset[str]], list[_Counted]] = {}
    for c in counted:
        if c.terms:
            named.setdefault((c.unit, c.figure.deed or "", c.terms), []).append(c)
    kinds = list(named.values())
    of = list(range(len(kinds)))

    def root(i: int) -> int:
        while of[i] != i:
            i = of[i]
        return i

    blocks: dict[tuple[str, str], list[int]] = {}
    for i, (c, *_) in enumerate(kinds):
        for term in sorted(c.terms):
            blocks.setdefault((c.unit, term), []).append(i)
    links = [_link(kind[0], other) for kind in kinds for other in kind[1:]]
    for i, j in (pair for block in blocks.values() for pair in combinations(block, 2)):
        a, b = root(i), root(j)
        if a != b and same_thing(kinds[i][0], kinds[j][0]):
            of[max(a, b)] = min(a, b)
            links.append(_link(kinds[i][0], kinds[j][0]))
    members: dict[int, list[_Counted]] = {}
    for i, kind in enumerate(kinds):
        members.setdefault(root(i), []).extend(kind)
    groups = [sorted(m, key=lambda c: c.place) for m in members.values() if len(m) > 1]
    groups.sort(key=lambda m: m[0].place)
    return [_group(m) for m in groups], sorted(links, key=lambda link: (link.a, link.b))


def same_thing(a: _Counted, b: _Counted) -> bool:
    """Whether two figures count one thing: the unit, the deed where both tell one, and the words that name it;
    not a number and what comes on top of it ("another 100"), nor one of another order of size."""
    if a.unit != b.unit or (a.figure.deed and b.figure.deed and a.figure.deed != b.figure.deed):
        return False
    if ("+" in a.terms) != ("+" in b.terms) or _unlike(a, b):
        return False
    shared = len(a.terms & b.terms)
    smaller = min(len(a.terms), len(b.terms))
    return 3 * shared >= smaller and (shared >= 2 or smaller == 1 == shared)


def _unlike(a: _Counted, b: _Counted) -> bool:
    """Whether two numbers are of another order of size, so that they cannot be of one thing."""
    (low, high), (least, most) = extent(a.figure), extent(b.figure)
    return low > ORDER * most > 0 or least > ORDER * high > 0


def _link(a: _Counted, b: _Counted) -> Link:
    shared = sorted(t for t in a.terms & b.terms if t[0] not in "@+")
    told = [f"both count {a.figure.unit}", f"both speak of {', '.join(shared[:SHOWN])}" if shared else None]
    return Link("figures", a.entry.id, b.entry.id, tuple(filter(None, told)))


def _group(members: Sequence[_Counted]) -> FigureGroup:
    """They agree if all say the same, are compatible if one number can satisfy all, and differ otherwise."""
    about = max((c.figure.what for c in members), key=lambda w: (len(w), w))
    told = {(*extent(c.figure), c.figure.value) for c in members}
    together = max(low for low, _, _ in told) <= min(high for _, high, _ in told)
    worst: Relation = "agree" if len(told) == 1 else "compatible" if together else "differ"
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

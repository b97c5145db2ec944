"""Which articles are versions of one: fetched again from the same place, with another text.

The newest stands in the record. The others are kept and can be read, but what they tell does not count:
a page that was corrected is not two sources, and what it took back is no longer told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.articles import Article
from onrecord.entries import Superseded
from onrecord.readings import Reading

ALIKE = 0.2
"""The share of the smaller sketch that two texts of one place have in common, if they are one article: the
front page of an outlet has one address and every day other articles."""
STDIN = "-"  # one source of ever other articles

Read = tuple[Article, Reading]


def newest_versions(readings: Sequence[Read], as_of: str | None = None) -> tuple[list[Read], tuple[Superseded, ...]]:
    """The articles that stand, and those that they supersede; the order of the articles does not matter.

    As of a day (ISO) the newest of the versions made by then stands, or the earliest if none was: what
    came later was not there to be read.
    """
    places: dict[str, list[Read]] = defaultdict(list)
    for article, reading in readings:
        place = article.url or (article.source if article.source != STDIN else article.id)
        places[place].append((article, reading))
    standing, superseded = [], []
    for together in places.values():
        for versions in _alike(sorted(together, key=_age)):
            there = [v for v in versions if as_of is None or (v[0].revised or "")[:10] <= as_of] or versions[:1]
            newest = there[-1]
            standing.append(newest)
            superseded += [Superseded(article, newest[0].id) for article, _ in there[:-1]]
    return standing, tuple(sorted(superseded, key=lambda s: (s.by, s.article.revised or "", s.article.id)))


def _age(read: Read) -> tuple[str, int, str]:
    article = read[0]
    return article.revised or "", len(article.content), article.id


def _alike(reads: Sequence[Read]) -> list[list[Read]]:
    """Those of one place in groups of one article each, every group from the oldest to the newest."""
    groups: list[list[Read]] = []
    for read in reads:
        joined = [g for g in groups if any(_shares(read, other) for other in g)]
        merged = sorted((r for g in joined for r in g), key=_age)
        groups = [g for g in groups if g not in joined] + [[*merged, read]]
    return groups


def _shares(a: Read, b: Read) -> bool:
    one, other = set(a[1].sketch), set(b[1].sketch)
    return len(one & other) >= max(1, ALIKE * min(len(one), len(other)))

"""Which articles took their text from which: candidates by sketch, edges by alignment, and the origin of each sentence.

A sentence that several articles print is one text; it belongs to the agency that it is credited to, or
else to whoever published it first. All of it is a function of the set of articles.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.agencies import agency, is_of
from onrecord.articles import Article
from onrecord.entries import Passage
from onrecord.merge.copies.align import align
from onrecord.merge.copies.sentences import Sentence, sentences_of
from onrecord.readings import Reading
from onrecord.text import Span, hull

KEYS = 2  # numbers that two sketches share before the texts are compared
HUBS = 8  # carriers of one number that count, the likeliest origins first
MOST = 4  # earlier texts that an article is compared with
COPY = 0.25  # share of an article's words from which on it is called a copy

Place = tuple[int, int]
"""An article, by its place in the order of origin, and a sentence of it."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What one article took over, as in `ArticleEntry`."""

    passages: tuple[Passage, ...] = ()
    copy_of: str | None = None
    shared: float | None = None


def find_copies(read: Sequence[tuple[Article, Reading]]) -> dict[str, Copied]:
    """What each article took from another, by article id; an article that took nothing is left out."""
    order = _by_origin([article for article, _ in read])
    sketches = {article.id: reading.sketch for article, reading in read}
    pairs = _candidates([sketches[a.id] for a in order])
    sentences = {n: sentences_of(order[n]) for n in {n for pair in pairs for n in pair}}
    classes = _Classes()
    for m, n in pairs:
        for i, j in align(sentences[m], sentences[n]):
            classes.join((m, i), (n, j))
    together = classes.members()
    return {
        order[n].id: copied for n in sorted(sentences) if (copied := _copied(order, n, sentences, together)) is not None
    }


def _by_origin(articles: Sequence[Article]) -> list[Article]:
    """The likeliest origin first: agencies, then who credits one, then all others, each the earliest first."""
    credited = {a.wire for a in articles if a.wire}

    def key(a: Article) -> tuple[int, str, str, str]:
        is_agency = not a.wire and (agency(a.outlet or "") is not None or any(is_of(a.outlet, w) for w in credited))
        return 0 if is_agency else 1 if a.wire else 2, a.published.value or "9999", a.file, a.id

    return sorted(articles, key=key)


def _candidates(sketches: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Pairs of articles worth comparing, the likelier origin first: for each article those before it that
    share most of its numbers. However often a text is printed, an article has few of them."""
    carriers: dict[int, list[int]] = defaultdict(list)
    for n, numbers in enumerate(sketches):
        for number in numbers:
            carriers[number].append(n)
    pairs = []
    for n, numbers in enumerate(sketches):
        shared = Counter(m for number in numbers for m in carriers[number][:HUBS] if m < n)
        likest = sorted((m for m, count in shared.items() if count >= KEYS), key=lambda m: (-shared[m], m))
        pairs += [(m, n) for m in likest[:MOST]]
    return sorted(pairs)


class _Classes:
    """Sentences joined where they are one text."""

    def __init__(self) -> None:
        self._up: dict[Place, Place] = {}

    def _top(self, place: Place) -> Place:
        up = self._up.setdefault(place, place)
        while up != place:
            self._up[place] = self._up[up]
            place, up = up, self._up[up]
        return place

    def join(self, one: Place, other: Place) -> None:
        first, second = sorted((self._top(one), self._top(other)))
        self._up[second] = first

    def members(self) -> dict[Place, tuple[Place, ...]]:
        """Each joined sentence -> all that are one text with it, the likeliest origin first."""
        groups: dict[Place, list[Place]] = defaultdict(list)
        for place in self._up:
            groups[self._top(place)].append(place)
        ordered = (tuple(sorted(group)) for group in groups.values())
        return {place: group for group in ordered for place in group}


def _copied(
    order: Sequence[Article],
    n: int,
    sentences: Mapping[int, Sequence[Sentence]],
    together: Mapping[Place, tuple[Place, ...]],
) -> Copied | None:
    """What the n-th article took over from those before it."""
    mine = sentences[n]
    groups = {i: group for i in range(len(mine)) if (group := together.get((n, i))) and group[0][0] != n}
    if not groups:
        return None
    taken: list[tuple[int, Place]] = [(i, group[0]) for i, group in groups.items()]
    passages: list[list[tuple[int, Place]]] = [[taken[0]]]
    for before, here in pairwise(taken):
        joins_on = here[0] == before[0] + 1 and here[1] == (before[1][0], before[1][1] + 1)
        if joins_on:
            passages[-1].append(here)
        else:
            passages.append([here])
    tally = Counter[int]()
    for i, (origin, _) in taken:
        tally[origin] += len(mine[i].words)
    most = min(tally, key=lambda m: (-tally[m], m))
    words = sum(len(mine[i].words) for i, group in groups.items() if _holds(group, most))
    shared = words / sum(len(s.words) for s in mine)
    return Copied(
        tuple(_passage(order, mine, sentences, run) for run in passages),
        order[most].id if shared >= COPY else None,
        round(shared, 2) if shared >= COPY else None,
    )


def _holds(group: Sequence[Place], article: int) -> bool:
    """Whether one of these places, which are sorted, lies in an article."""
    k = bisect_left(group, (article, 0))
    return k < len(group) and group[k][0] == article


def _passage(
    order: Sequence[Article],
    mine: Sequence[Sentence],
    sentences: Mapping[int, Sequence[Sentence]],
    run: Sequence[tuple[int, Place]],
) -> Passage:
    origin = run[0][1][0]
    there: Span = hull(sentences[origin][j].span for _, (_, j) in run)
    return Passage(hull(mine[i].span for i, _ in run), order[origin].id, there)

"""Which quotes are worth comparing: those that may be of one day and share a run of words, or words that few others
have if they are of one voice.

What many articles print in the same words is one kind, and compared with others once, so that the work grows with
the wordings and not with the pairs of their tellings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import combinations

from onrecord.merge.quotes.likeness import LONG_ECHO, RUN, Rarity, alike, echoes
from onrecord.merge.quotes.told import RECALL, Told, shifted

RAREST = 10  # words of a quote by which others like it are sought, the rarest first
MOST = 20  # wordings that one is compared with, those that share most of these words and runs

Kind = Sequence[int]
"""Places of quotes that are told alike in all that decides what they go with."""


def candidates(told: Sequence[Told], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs of places, the smaller first; some come up twice."""
    rarest = [frozenset(sorted(t.words.telling, key=lambda w: (rarity.frequency[w], w))[:RAREST]) for t in told]
    yield from _within(told, rarest)
    kinds = _kinds(told, rarity)
    articles = [t.article for t in told]
    for kind in kinds:
        for n in kind:
            other = next((m for m in kind if articles[m] != articles[n]), None)
            if other is not None:
                yield min(n, other), max(n, other)
    for one, two in _across(told, kinds, rarest):
        pair = _of_two_articles(articles, one, two)
        if pair is not None:
            yield pair


def _within(told: Sequence[Told], rarest: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """What one article tells twice."""
    of_article: dict[str, list[int]] = defaultdict(list)
    for n, t in enumerate(told):
        of_article[t.article].append(n)
    for here in of_article.values():
        for m, n in combinations(here, 2):
            if not rarest[m].isdisjoint(rarest[n]) and not set(told[m].voices).isdisjoint(told[n].voices):
                yield m, n


def _kinds(told: Sequence[Told], rarity: Rarity) -> list[Kind]:
    """The quotes by voice, words and days; of words too few to tell one utterance by, each is a kind of its own."""
    kinds: dict[tuple[object, ...], list[int]] = {}
    for n, t in enumerate(told):
        one_text = echoes(t.words, t.words, LONG_ECHO)
        alone = n if not one_text and not (t.voices and alike(t.words, t.words, rarity, strict=False)) else None
        kinds.setdefault((t.entry.speaker, t.entry.speaker_party, t.words, t.first, t.last, alone), []).append(n)
    return list(kinds.values())


def _across(
    told: Sequence[Told], kinds: Sequence[Kind], rarest: Sequence[frozenset[str]]
) -> Iterator[tuple[Kind, Kind]]:
    """Each kind with those said no earlier that share days and most of its runs and, in its voice, rarest words."""
    order = sorted(kinds, key=lambda kind: (told[kind[0]].first, kind[0]))
    days = [told[kind[0]].first for kind in order]
    recalled = [told[kind[0]].recalled for kind in order]
    keys = [
        (*told[n].words.runs, *((voice, word) for voice in told[n].voices for word in rarest[n]))
        for n in (kind[0] for kind in order)
    ]
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for k, shown in enumerate(keys):
        for key in shown:
            blocks[key].append(k)
    for k, kind in enumerate(order):
        last = told[kind[0]].last
        end = bisect_right(days, last)  # what follows was said too late, unless it is recalled
        far = bisect_right(days, shifted(last, RECALL))
        shared: Counter[int] = Counter()
        for key in keys[k]:
            block = blocks[key]
            late = bisect_left(block, end)
            shared.update(block[bisect_right(block, k) : late])
            if len(key) == RUN:
                shared.update(n for n in block[late : bisect_left(block, far)] if recalled[n] <= last)
        yield from ((kind, order[n]) for n in nsmallest(MOST, shared, key=lambda n: (-shared[n], n)))


def _of_two_articles(articles: Sequence[str], one: Kind, other: Kind) -> tuple[int, int] | None:
    """The first quote of one kind and the first of another that are not of one article."""
    m, n = one[0], other[0]
    if articles[m] == articles[n]:
        beside = next((k for k in other if articles[k] != articles[m]), None)
        before = next((k for k in one if articles[k] != articles[n]), None)
        if beside is not None:
            n = beside
        elif before is not None:
            m = before
        else:
            return None
    return min(m, n), max(m, n)

"""Which sentences of two articles are one text: the same words first, then those that were edited or cut."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from onrecord.merge.copies.sentences import Sentence

ENOUGH = 25  # words of the reporter's own that two articles must share to be copies at all
ALIKE = 0.7  # share of the words of the longer sentence
CUT = 0.9  # share of the words of the shorter, where the other was cut
TELLING = 6  # words of the reporter's own by which a sentence is told from a stock phrase
EDITED = 8  # the same, where it is not word for word
LONG = 9  # words that a cut sentence keeps
RUNS = 0.25  # share of the runs of the shorter, from which on two sentences are compared word by word

Pair = tuple[int, int]


def align(a: Sequence[Sentence], b: Sequence[Sentence]) -> tuple[Pair, ...]:
    """Pairs of indices into `a` and `b`, ascending; empty where nothing shows that one text was copied.

    What stands in quotation marks, and what is too short to tell, counts only beside a sentence that
    was copied: two reporters may have heard the same words. Symmetric, and of these two texts alone.
    """
    same = _same(a, b)
    found = same | _edited(a, b, same)
    least = {(i, j): min(a[i].prose, b[j].prose) for i, j in found}
    sure = {p for p in found if least[p] >= (TELLING if p in same else EDITED)}
    if sum(least[p] for p in sure) < ENOUGH:
        return ()
    return tuple(sorted(_beside(sure, found)))


def _same(a: Sequence[Sentence], b: Sequence[Sentence]) -> set[Pair]:
    """The sentences of the same words; of repeated ones the first with the first."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(b):
        places[sentence.words].append(j)
    seen: dict[tuple[str, ...], int] = defaultdict(int)
    out = set()
    for i, sentence in enumerate(a):
        n = seen[sentence.words]
        if n < len(places.get(sentence.words, ())):
            out.add((i, places[sentence.words][n]))
            seen[sentence.words] += 1
    return out


def _edited(a: Sequence[Sentence], b: Sequence[Sentence], same: set[Pair]) -> set[Pair]:
    """Of the other sentences the likest pairs, each sentence in one pair at most."""
    done_a, done_b = {i for i, _ in same}, {j for _, j in same}
    theirs = frozenset[tuple[str, ...]]().union(*(s.runs for i, s in enumerate(a) if i not in done_a))
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(b):
        if j not in done_b:
            for run in sentence.runs & theirs:
                places[run].append(j)
    common = frozenset(places)
    scored = []
    for i, sentence in enumerate(a):
        if i not in done_a:
            for j, shared in Counter(j for run in sentence.runs & common for j in places[run]).items():
                if shared >= RUNS * min(len(sentence.runs), len(b[j].runs)):
                    score = _likeness(sentence.words, b[j].words)
                    if score:
                        scored.append((-score, i + j, abs(i - j), i, j))
    out = set()
    for *_, i, j in sorted(scored):
        if i not in done_a and j not in done_b:
            out.add((i, j))
            done_a.add(i)
            done_b.add(j)
    return out


def _likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The share of their words that stand in both in the same order; 0 if too few do."""
    short, long = sorted((len(a), len(b)))
    common = LCSseq.similarity(a, b)
    if common >= ALIKE * long or (common >= CUT * short and short >= LONG):
        return float(common / long)
    return 0.0


def _beside(sure: set[Pair], found: set[Pair]) -> set[Pair]:
    """The sure pairs, and the others that join on to one of them in both texts."""
    out = set(sure)
    for step in (1, -1):
        for i, j in sorted(found, reverse=step < 0):
            if (i - step, j - step) in out:
                out.add((i, j))
    return out

"""Whether outlets print different words for one utterance, beyond cutting it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.entries import QuoteEntry
from onrecord.ids import normalised
from onrecord.text import Evidence

LIGHT = 2  # words: fewer common ones and the pieces need not be one sentence at all


def reworded(quotes: Sequence[QuoteEntry]) -> list[list[Evidence]]:
    """The sentences of direct quotes in one group that outlets word otherwise, and not only by a cut: for each
    of them its wordings, one piece each, the first that has it."""
    sentences: list[list[Evidence]] = []
    for piece in (p for q in quotes if q.kind == "direct" and q.marks for p in q.content):
        same = next((s for s in sentences if any(_overlaps(piece.exact, other.exact) for other in s)), None)
        if same is None:
            sentences.append([piece])
        elif not any(_cut(piece.exact, other.exact) for other in same):
            same.append(piece)
    return [s for s in sentences if len({v.article for v in s}) > 1]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", normalised(text))


def _cut(a: str, b: str) -> bool:
    """Whether the shorter is the longer with words left out at its ends."""
    short, long = sorted((_words(a), _words(b)), key=len)
    return any(long[n : n + len(short)] == short for n in range(len(long) - len(short) + 1))


def _overlaps(a: str, b: str) -> bool:
    """Whether both tell the same sentence: most of the shorter's words stand in the longer, in order."""
    short, long = sorted((_words(a), _words(b)), key=len)
    if len(short) <= LIGHT:
        return False
    return _common(short, long) >= 0.6 * len(short)


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence of words."""
    row = [0] * (len(b) + 1)
    for x in a:
        above = row[:]
        for n, y in enumerate(b, 1):
            row[n] = above[n - 1] + 1 if x == y else max(above[n], row[n - 1])
    return row[-1]

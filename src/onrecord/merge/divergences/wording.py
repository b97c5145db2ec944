"""Whether outlets print different words for one utterance, beyond cutting it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from onrecord.entries import QuoteEntry
from onrecord.ids import normalised
from onrecord.merge.quotes.likeness import words_of
from onrecord.text import Evidence

VERBATIM = 5  # words in a row that a report has of the speaker's: with them it tells these as they are
SAME = 0.7  # share of the telling words that a report has of what it reports
OTHERWISE = 0.4  # the same where each prints other words as the speaker's
TELLING = 3  # such words that it has at least
NEARLY = 0.75  # share of the words in marks that another text takes up, beyond cutting them
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


def retold(quotes: Sequence[QuoteEntry]) -> list[Evidence]:
    """The speaker's own words in one text of a group, the longest first, and what other texts make of them: other words
    in marks, or a report in words of their own; [] if none does."""
    pieces = [_Piece(piece, tuple(_marked(q, piece))) for q in quotes for piece in q.content]
    for own in sorted((p for p in pieces if p.marked), key=lambda p: (-len(p.printed.exact), p.printed)):
        others = [p.printed for p in pieces if p.printed.article != own.printed.article and _is_retold(own, p)]
        if others:
            return [own.printed, *others]
    return []


class _Piece(NamedTuple):
    """A piece of a quote and the stretches of it that its text prints as the speaker's own words."""

    printed: Evidence
    marked: tuple[str, ...]


def _marked(quote: QuoteEntry, piece: Evidence) -> Iterator[str]:
    if quote.kind == "direct" and quote.marks:
        yield piece.exact
    yield from (q.exact for q in quote.quoted if piece.span.holds(q.span))


def _is_retold(own: _Piece, other: _Piece) -> bool:
    """Whether the other tells these words, but neither as they are nor a part of them: in marks of its own with some
    word more, less or exchanged, or without marks in a report that has most of what they tell."""
    said, told = " ".join(own.marked), other.printed.exact
    if _longest_run(_words(said), _words(told)) >= VERBATIM:
        return False
    pairs = [(a, b) for a in own.marked for b in other.marked]
    if pairs and any(_is_altered(words, told) for words in own.marked if words != own.printed.exact):
        return True
    if any(_cut(a, b) for a, b in pairs):
        return False
    if any(_overlaps(a, b) for a, b in pairs):
        return True
    compared = (own.printed.exact if pairs else said, told)
    one, two = ({w.removesuffix("s") for w in words_of(words).telling} for words in compared)
    return len(one & two) >= max(TELLING, (OTHERWISE if pairs else SAME) * min(len(one), len(two)))


def _is_altered(words: str, told: str) -> bool:
    """Whether nearly all words of a stretch in marks stand in what another text tells, but not just as they are."""
    mine, theirs = _words(words), _words(told)
    return len(mine) > LIGHT + 1 and not _cut(words, told) and _common(mine, theirs) >= NEARLY * len(mine)


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


def _longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """The most words in a row that stand in both."""
    return SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size

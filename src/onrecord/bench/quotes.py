"""Quotes and their speakers, in words of the text. What people are told to think or want counts too.

A quote is right if it shares at least 0.3 (0.8) of the words of the longer of the two with an attribution, one
to one; with its speaker, if the words that name the speaker touch the labelled source. Direct are those at
least half of whose words stand in quotation marks. Segments: of every passage of four words or more in
quotation marks whether the speaker is the labelled source, or named by the same last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.bench.brat import AttributedText, Said, attributed
from onrecord.bench.peers_quotes import PEERS
from onrecord.bench.runs import Bench, Figures, Reader, System
from onrecord.bench.scores import Pair, Ruler, f1, one_to_one
from onrecord.settings import Settings

Found = tuple[Said, ...]
Words = frozenset[int]
MARKED = re.compile(r'“[^“”]{2,1500}?(?:”|(?=\n\s*“|\n\n))|"[^"\n]{2,1500}"')
PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "his", "her"})
LONG = 4
"""Words of a marked passage that counts as a segment."""


def _ours() -> Reader[AttributedText, Found]:
    from onrecord.enrich.layers import enrich
    from onrecord.extract.context import Context
    from onrecord.extract.quotes.find import find_attributions

    def read(documents: Sequence[AttributedText]) -> Iterator[Found]:
        for article, layers in enrich((d.article for d in documents), Settings()):
            quotes = find_attributions(Context(article, layers))
            yield tuple(
                Said(
                    tuple((s.start, s.end) for s in q.content),
                    (q.speaker_span.start, q.speaker_span.end) if q.speaker_span else None,
                )
                for q in quotes
            )

    return read


@dataclass(frozen=True)
class _Quote:
    """A labelled or found quote in words; `named` are the stretches that name who says it."""

    content: Words
    speaker: Words
    named: tuple[Pair, ...]


class _Sheet:
    """One text with its labelled and its found quotes."""

    def __init__(self, document: AttributedText, found: Found) -> None:
        self.text = document.article.content
        words = [m.span() for m in re.finditer(r"\w+", self.text)]
        self.ruler = Ruler(words)
        self.passages = [m.span() for m in MARKED.finditer(self.text)]
        self.marked = Ruler([(start, start + 1) for start, _ in words]).under(self.passages)
        self.labelled = self._in_words((a.content, a.source) for a in document.attributions)
        self.found = self._in_words((q.content, (q.speaker,) if q.speaker else ()) for q in found)

    def _in_words(self, quotes: Iterator[tuple[tuple[Pair, ...], tuple[Pair, ...]]]) -> list[_Quote]:
        measured = (_Quote(self.ruler.under(said), self.ruler.under(who), who) for said, who in quotes)
        return [q for q in measured if q.content]

    def direct(self, quotes: list[_Quote]) -> list[_Quote]:
        return [q for q in quotes if len(q.content & self.marked) * 2 >= len(q.content)]

    def is_named_alike(self, speaker: Pair, source: Sequence[Pair]) -> bool:
        """Whether the speaker touches the source, or both end in the same word that is no pronoun."""
        if any(speaker[0] < end and speaker[1] > start for start, end in source):
            return True
        word = self._last_word(speaker)
        return word not in PRONOUNS and any(word == self._last_word(s) for s in source)

    def _last_word(self, stretch: Pair) -> str:
        words = re.findall(r"\w+", self.text[slice(*stretch)])
        return words[-1].lower() if words else ""


def score(documents: Mapping[str, AttributedText], found: Mapping[str, Found]) -> Figures:
    """F1 of all quotes, with the right speaker, at 0.8 overlap, of direct ones with speaker, of segments."""
    sheets = [_Sheet(document, found[name]) for name, document in documents.items()]
    everything = [(s.labelled, s.found) for s in sheets]
    direct = [(s.direct(s.labelled), s.direct(s.found)) for s in sheets]
    right, spoken = _f1s(everything, 0.3)
    return right, spoken, _f1s(everything, 0.8)[0], _f1s(direct, 0.3)[1], _segments(sheets)


def _f1s(texts: list[tuple[list[_Quote], list[_Quote]]], least: float) -> tuple[float, float]:
    """F1 of quotes that share enough words, and of those that have the right speaker too."""
    right = spoken = said = labelled = 0
    for gold, mine in texts:
        labelled, said = labelled + len(gold), said + len(mine)
        shared = [
            (len(a.content & b.content) / max(len(a.content), len(b.content)), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(mine)
            if a.content & b.content
        ]
        for i, j in one_to_one((i, j) for part, i, j in sorted(shared, reverse=True) if part >= least):
            right += 1
            spoken += bool(gold[i].speaker & mine[j].speaker)
    return f1(right, said, labelled), f1(spoken, said, labelled)


def _segments(sheets: list[_Sheet]) -> float:
    """F1 of the speakers of marked passages; a passage is covered by the quote that holds half of it."""
    right = said = labelled = 0
    for sheet in sheets:
        for passage in sheet.passages:
            words = sheet.ruler.under([passage])
            if len(words) < LONG:
                continue
            source, speaker = (_named_for(words, quotes) for quotes in (sheet.labelled, sheet.found))
            labelled += bool(source)
            said += bool(speaker)
            right += bool(source and speaker and sheet.is_named_alike(speaker[0], source))
    return f1(right, said, labelled)


def _named_for(words: Words, quotes: list[_Quote]) -> tuple[Pair, ...]:
    best = max(quotes, key=lambda q: len(q.content & words), default=None)
    return best.named if best and len(best.content & words) * 2 >= len(words) else ()


BENCH = Bench(
    load=attributed,
    ours=System("onrecord", _ours),
    peers=PEERS,
    figures=("all", "all, speaker", "all at 0.8", "direct, speaker", "segments"),
    score=score,
    told=lambda found: [
        {"content": [list(c) for c in q.content], "speaker": list(q.speaker) if q.speaker else None} for q in found
    ],
)

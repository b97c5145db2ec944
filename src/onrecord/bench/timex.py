"""Temporal expressions: spans, types and values against the publication date.

Figures as in TempEval-3: what was found and what is labelled are paired one to one where they overlap; value
(type) F1 counts the pairs with the same value (type), strict F1 those with the same span.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.bench.layouts import DatedText, Timex3, timeml
from onrecord.bench.peers_timex import PEERS
from onrecord.bench.runs import Bench, Figures, Reader, System, each
from onrecord.bench.scores import f1, one_to_one
from onrecord.dates import resolve
from onrecord.text import Span

Found = tuple[Timex3, ...]


def _ours() -> Reader[DatedText, Found]:
    from onrecord.extract.timexes.find import find_timexes

    def find(document: DatedText) -> Found:
        paragraphs = [Span(*m.span()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", document.text)]
        timexes = resolve(find_timexes(document.text, paragraphs), document.published)
        return tuple(Timex3(t.span.start, t.span.end, t.type, t.value or "") for t in timexes)

    return each(find)


def score(documents: Mapping[str, DatedText], found: Mapping[str, Found]) -> Figures:
    """F1 of values, of types, of the same spans, of spans that overlap."""
    labelled = said = relaxed = strict = typed = valued = 0
    for name, document in documents.items():
        mine = [_trimmed(document.text, t) for t in found[name]]
        labelled, said = labelled + len(document.timexes), said + len(mine)
        for i, j in paired(document.timexes, mine):
            right, told = document.timexes[i], mine[j]
            relaxed += 1
            strict += right[:2] == told[:2]
            typed += right.type == told.type
            valued += right.value == told.value
    value, kind, same, overlapping = (f1(n, said, labelled) for n in (valued, typed, strict, relaxed))
    return value, kind, same, overlapping


def paired(labelled: Found, found: list[Timex3]) -> list[tuple[int, int]]:
    """Indices of overlapping pairs, one to one: equal spans first, then by the length of the overlap."""
    candidates = []
    for i, a in enumerate(labelled):
        for j, b in enumerate(found):
            overlap = min(a.end, b.end) - max(a.start, b.start)
            if overlap > 0:
                candidates.append((a[:2] != b[:2], -overlap, i, j))
    return one_to_one((i, j) for _, _, i, j in sorted(candidates))


def _trimmed(text: str, t: Timex3) -> Timex3:
    words = text[t.start : t.end]
    return t._replace(start=t.end - len(words.lstrip()), end=t.start + len(words.rstrip())) if words.strip() else t


BENCH = Bench(
    load=timeml,
    ours=System("onrecord", _ours),
    peers=PEERS,
    figures=("value F1", "type F1", "strict F1", "relaxed F1"),
    score=score,
    told=lambda found: [list(t) for t in found],
)

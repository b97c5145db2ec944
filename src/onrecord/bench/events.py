"""Types of political acts: one sentence, its source and target marked, one PLOVER type.

Macro F1 over the types that are labelled, and accuracy; nothing found counts as wrong. Part of what types an act is
learnt: a sentence that it was learnt from is typed by weights that were learnt without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import islice

import numpy as np

from onrecord.bench.layouts import MarkedSentence, plover
from onrecord.bench.learning import checksum, folds, learn, regression
from onrecord.bench.marked import masked, read_marked
from onrecord.bench.runs import Bench, Figures, Reader, System, each
from onrecord.bench.scores import f1
from onrecord.enrich.vectors import vectors
from onrecord.extract.acts.likely import Likely, Model, model, weights

AT_ONCE = 64  # sentences
CLOSE = 9.0
"""The length of a vector in the baseline: the longer, the closer it fits what it learns from."""


class Ours:
    """The likeliest type of what the source does to the target."""

    def __init__(self) -> None:
        self.without: dict[str, Model] = {}  # for a sentence that the weights were learnt from, weights without it

    def study(self, documents: Sequence[MarkedSentence]) -> None:
        known = set(weights()["learnt from"])
        seen = [d for d in documents if checksum(d.text) in known]
        if not seen:
            return
        told, types = list(read_marked(seen)), [d.type for d in seen]
        fold = folds(types)
        for k in set(fold):
            kept = [n for n, left in enumerate(fold) if left != k]
            learnt = learn([told[n] for n in kept], [types[n] for n in kept], vectors)
            self.without |= {checksum(d.text): learnt for d, left in zip(seen, fold, strict=True) if left == k}

    def prepare(self) -> Reader[MarkedSentence, str | None]:
        return lambda documents: (found.type for found in self.likely(documents))

    def likely(self, documents: Sequence[MarkedSentence]) -> Iterator[Likely]:
        """The likeliest type of each, and how likely it is."""
        rows = zip(documents, read_marked(documents), strict=True)
        while chunk := list(islice(rows, AT_ONCE)):
            models = [self.without.get(checksum(document.text), model()) for document, _ in chunk]
            found: dict[int, Likely] = {}
            for chosen in {id(m): m for m in models}.values():
                mine = [n for n, m in enumerate(models) if m is chosen]
                found |= zip(mine, chosen.likely([chunk[n][1] for n in mine], vectors), strict=True)
            yield from (found[n] for n in range(len(chunk)))


def _vectors() -> Reader[MarkedSentence, str | None]:
    """Softmax regression on the vectors of the masked sentences alone, learnt from the other folds."""

    def read(documents: Sequence[MarkedSentence]) -> Iterable[str | None]:
        near = CLOSE * vectors([masked(d) for d in documents])
        types, out = [d.type for d in documents], [""] * len(documents)
        fold = np.array(folds(types))
        for k in set(fold.tolist()) if len(set(types)) > 1 else ():
            kept, left = np.flatnonzero(fold != k), np.flatnonzero(fold == k)
            if len(kept):
                kinds, learnt = regression(near[kept], [types[n] for n in kept], decay=1.0)
                for n, best in zip(left, (near[left] @ learnt).argmax(axis=1), strict=True):
                    out[n] = kinds[best]
        return out

    return read


def _majority() -> Reader[MarkedSentence, str | None]:
    def read(documents: Sequence[MarkedSentence]) -> Iterator[str | None]:
        most = Counter(d.type for d in documents).most_common(1)
        return (most[0][0] for _ in documents)

    return read


def _keywords() -> Reader[MarkedSentence, str | None]:
    table = _stems()

    def find(document: MarkedSentence) -> str | None:
        for word in re.findall(r"[a-z]+", document.text.lower()):
            for stem, kind in table:
                if word.startswith(stem):
                    return kind
        return None

    return each(find)


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """(stem, type), longer stems first: the first word of a sentence that begins with one decides."""
    lines = resources.files("onrecord.bench").joinpath("event_keywords.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return tuple(
        sorted(((stem, kind) for kind, stems in rows for stem in stems.split()), key=lambda r: (-len(r[0]), r))
    )


def score(documents: Mapping[str, MarkedSentence], found: Mapping[str, str | None]) -> Figures:
    """Macro F1 and accuracy."""
    labelled = Counter(d.type for d in documents.values())
    said = Counter(found[name] for name in documents)
    right = Counter(d.type for name, d in documents.items() if found[name] == d.type)
    return sum(f1(right[t], said[t], labelled[t]) for t in labelled) / len(labelled), right.total() / len(documents)


OURS = Ours()
BENCH = Bench(
    load=plover,
    ours=System("onrecord", OURS.prepare, OURS.study),
    peers=(
        System("vectors, cross-validated", _vectors),
        System("keywords", _keywords),
        System("the commonest type", _majority),
    ),
    figures=("macro F1", "accuracy"),
    score=score,
    told=lambda found: found,
    unit="sentences",
    key="rows",
)

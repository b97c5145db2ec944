"""Stories: which of many outlets' articles tell the same one.

B-cubed F1 (Bagga and Baldwin, 1998): for each article, what share of those put with it tell its story, and what
share of its story's articles were put with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import fmean

from onrecord.bench.layouts import StoryText, stories
from onrecord.bench.runs import Bench, Figures, Reader, System


def _ours() -> Reader[StoryText, str]:
    from onrecord.articles import Article, Block
    from onrecord.merge.stories.find import stories as find_stories
    from onrecord.merge.stories.words import vectors_of, words_of

    def article(n: int, document: StoryText) -> Article:
        blocks = tuple(Block("body", *m.span()) for m in re.finditer(r"[^\n]*\S[^\n]*", document.text))
        return Article(str(n), str(n), str(n), document.text, blocks)

    def read(documents: Sequence[StoryText]) -> list[str]:
        vectors = vectors_of([words_of(article(n, d)) for n, d in enumerate(documents)])
        number = {n: str(group[0]) for group in find_stories(vectors) for n in group}
        return [number[n] for n in range(len(documents))]

    return read


def _by_day() -> Reader[StoryText, str]:
    """What was published on one day is one story; what is undated stands alone."""
    return lambda documents: [d.published or f"undated {n}" for n, d in enumerate(documents)]


def score(documents: Mapping[str, StoryText], found: Mapping[str, str]) -> Figures:
    """B-cubed F1, precision and recall."""
    precision, recall = [], []
    for name, document in documents.items():
        together = {n for n in documents if found[n] == found[name]}
        told = {n for n, d in documents.items() if d.story == document.story}
        precision.append(len(together & told) / len(together))
        recall.append(len(together & told) / len(told))
    p, r = fmean(precision), fmean(recall)
    return 2 * p * r / (p + r), p, r


BENCH = Bench(
    load=stories,
    ours=System("onrecord", _ours),
    peers=(System("articles of one day", _by_day),),
    figures=("B-cubed F1", "precision", "recall"),
    score=score,
    told=lambda found: found,
)

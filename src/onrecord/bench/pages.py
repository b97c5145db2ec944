"""Main text and readers' comments of web pages.

F1 of the words (as bags), averaged over the pages; of comments, over those that have some. Leak: of the words
of the comments beyond those that the main text has too, the share that stands in what was taken for main text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from onrecord.bench.layouts import Page, Parts, pages
from onrecord.bench.peers_pages import PEERS
from onrecord.bench.runs import Bench, Figures, Reader, System, each
from onrecord.bench.scores import f1

Bag = Counter[str]


def _ours() -> Reader[Page, Parts]:
    from onrecord.articles import READ_KINDS, Article, Capture
    from onrecord.capture.encodings import encoding_of
    from onrecord.clean.article import clean
    from onrecord.errors import Refused

    def words_in(article: Article, kinds: set[str]) -> str:
        return "\n".join(article.content[b.start : b.end] for b in article.blocks if b.kind in kinds)

    def find(page: Page) -> Parts:
        try:
            article = clean(Capture("page", "page", page.data, "html", encoding_of(page.data)))
        except Refused:
            return Parts("")
        return Parts(words_in(article, {*READ_KINDS, "dateline"}), words_in(article, {"comment"}))

    return each(find)


def score(documents: Mapping[str, Page], found: Mapping[str, Parts]) -> Figures:
    """Mean F1 of main texts, of comments (None for a system that finds none anywhere), share leaked."""
    bodies, comments = [], []
    leaked = aside = 0
    for name, page in documents.items():
        (body, own), (said_body, said_own) = map(_bags, (page.parts, found[name]))
        bodies.append(_f1(body, said_body))
        if own:
            comments.append(_f1(own, said_own))
            alone = own - body
            leaked += (alone & (said_body - body)).total()
            aside += alone.total()
    finds_comments = any(parts.comments.strip() for parts in found.values())
    return _mean(bodies), _mean(comments) if finds_comments else None, leaked / max(1, aside)


def _bags(parts: Parts) -> tuple[Bag, Bag]:
    body, comments = (Counter(re.findall(r"\w+", words.lower())) for words in parts)
    return body, comments


def _f1(labelled: Bag, said: Bag) -> float:
    return f1((labelled & said).total(), said.total(), labelled.total())


def _mean(figures: list[float]) -> float:
    return sum(figures) / max(1, len(figures))


BENCH = Bench(
    load=pages,
    ours=System("onrecord", _ours),
    peers=PEERS,
    figures=("main text F1", "comments F1", "leak"),
    score=score,
    told=lambda found: {"body": found.body, "comments": found.comments},
    unit="pages",
)

"""Types of political acts: one sentence, its source and target marked, one PLOVER type.

Macro F1 over the types that are labelled, and accuracy; nothing found counts as wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from onrecord.articles import Article, Block
from onrecord.bench.layouts import SAME, MarkedSentence, plover
from onrecord.bench.runs import Bench, Figures, Reader, System, each
from onrecord.bench.scores import f1
from onrecord.layers import Layers, Mention
from onrecord.readings import Event
from onrecord.settings import Settings
from onrecord.text import Span

SOURCE, TARGET = "marked source", "marked target"
"""The refs of the marked parties."""


def _ours() -> Reader[MarkedSentence, str | None]:
    from onrecord.enrich.layers import enrich
    from onrecord.extract.acts.events import find_events
    from onrecord.extract.context import Context
    from onrecord.extract.quotes.find import find_quotes

    def read(documents: Sequence[MarkedSentence]) -> Iterator[str | None]:
        articles = (_article(n, d.text) for n, d in enumerate(documents))
        for document, (article, layers) in zip(documents, enrich(articles, Settings()), strict=True):
            for ref, span in ((TARGET, document.target), (SOURCE, document.source)):
                layers = marked(layers, span, ref) if span else layers
            context = Context(article, layers)
            yield chosen(find_events(replace(context, quotes=find_quotes(context))))

    return read


def _article(n: int, text: str) -> Article:
    name = f"sentence {n}"
    return Article(name, name, name, text, (Block("body", 0, len(text)),) if text.strip() else ())


def marked(layers: Layers, span: Span, ref: str) -> Layers:
    """The layers with the marked words as a party of that ref, whoever they were taken for; so are the other
    mentions of whom they were taken for."""
    inside = [t for t in layers.tokens if t.start < span.end and t.end > span.start]
    if not inside:
        return layers
    first, last = inside[0].i, inside[-1].i + 1
    head = next((t.i for t in inside if not first <= t.head < last or t.head == t.i), last - 1)
    taken_for = {m.ref for m in layers.mentions if m.head == head}
    mine = Mention(first, last, head, inside[0].start, inside[-1].end, "party", "name", ref)
    others = [m for m in layers.mentions if m.last <= first or m.first >= last]
    others = [replace(m, kind="party", ref=ref, party=None) if m.ref in taken_for else m for m in others]
    return replace(layers, mentions=tuple(sorted([*others, mine], key=lambda m: (m.first, -m.last))))


def chosen(events: Sequence[Event]) -> str | None:
    """The type of the event that says most of the marked: by its source to its target, by its source, to its target,
    between others; of equals the first."""
    best = max(events, key=lambda e: (2 * (SOURCE in e.actor) + (TARGET in e.recipient), -e.span.start), default=None)
    return SAME.get(best.type, best.type) if best else None


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


BENCH = Bench(
    load=plover,
    ours=System("onrecord", _ours),
    peers=(System("keywords", _keywords), System("the commonest type", _majority)),
    figures=("macro F1", "accuracy"),
    score=score,
    told=lambda found: found,
    unit="sentences",
    key="rows",
)

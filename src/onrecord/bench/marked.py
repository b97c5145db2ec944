"""Marked sentences as the extractors see them: an article of one sentence, its source and target as two parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.articles import Article, Block
from onrecord.bench.layouts import MarkedSentence
from onrecord.enrich.layers import enrich
from onrecord.extract.acts.events import find_events
from onrecord.extract.acts.find import find_acts
from onrecord.extract.acts.likely import Told, told
from onrecord.extract.acts.pairs import SOURCE as SOMEONE
from onrecord.extract.acts.pairs import TARGET as SOMEBODY_ELSE
from onrecord.extract.acts.pairs import Pair
from onrecord.extract.context import Context
from onrecord.extract.quotes.find import find_quotes
from onrecord.layers import Layers, Mention
from onrecord.settings import Settings
from onrecord.text import Span

SOURCE, TARGET = "marked source", "marked target"
"""The refs of the marked parties."""


def read_marked(documents: Iterable[MarkedSentence]) -> Iterator[Told]:
    """What is told of each pair, in their order."""
    kept = list(documents)
    articles = (_article(n, d.text) for n, d in enumerate(kept))
    for document, (article, layers) in zip(kept, enrich(articles, Settings()), strict=True):
        for ref, span in ((TARGET, document.target), (SOURCE, document.source)):
            layers = marked(layers, span, ref) if span else layers
        context = Context(article, layers)
        context = replace(context, quotes=find_quotes(context))
        acts, pair = find_acts(context), _pair(layers)
        yield told(context, pair, acts, find_events(context, acts)) if pair else Told({}, "")


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


def masked(document: MarkedSentence) -> str:
    """The sentence with both names replaced."""
    text = document.text
    ends = [(document.source, SOMEONE), (document.target, SOMEBODY_ELSE)]
    for span, name in sorted(((s, n) for s, n in ends if s is not None), key=lambda e: -e[0].start):
        text = text[: span.start] + name + text[span.end :]
    return text


def _article(n: int, text: str) -> Article:
    name = f"sentence {n}"
    return Article(name, name, name, text, (Block("body", 0, len(text)),) if text.strip() else ())


def _pair(layers: Layers) -> Pair | None:
    """The two marked; where no source is marked, the sentence's own predicate stands for it."""
    by_ref = {m.ref: m for m in reversed(layers.mentions)}
    source = by_ref.get(SOURCE)
    if source is None and layers.tokens:
        root = next(t for t in layers.tokens if t.head == t.i)
        source = Mention(root.i, root.i + 1, root.i, root.start, root.end, "party", "name", SOURCE)
    return Pair(source, by_ref.get(TARGET)) if source is not None else None

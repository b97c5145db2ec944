"""The door of the room: articles in, layers out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.articles import Article
from onrecord.enrich.parse import parse
from onrecord.layers import Layers
from onrecord.settings import Settings


def enrich(articles: Iterable[Article], settings: Settings) -> Iterator[tuple[Article, Layers]]:
    """Each article with its tokens, sentences, and who is meant where."""
    for article, tokens, sentences in parse(articles, settings.model):
        yield article, Layers(tokens=tokens, sentences=sentences)

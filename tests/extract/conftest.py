"""What tests of extraction share: the context of a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.articles import Article
from onrecord.extract.context import Context
from onrecord.extract.quotes.find import find_quotes
from onrecord.extract.timexes.find import find_timexes
from onrecord.layers import Layers


@pytest.fixture(scope="session")
def read_context(read_layers: Callable[[str], tuple[Article, Layers]]) -> Callable[[str], Context]:
    """Text -> its context, timexes and quotes filled, under the settings of the invented states."""

    def read(text: str) -> Context:
        article, layers = read_layers(text)
        timexes = find_timexes(article.content, [b.span for b in article.read_blocks()], layers)
        context = Context(article, layers, timexes)
        return replace(context, quotes=find_quotes(context))

    return read

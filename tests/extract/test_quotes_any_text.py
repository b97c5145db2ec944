"""Whatever the text, its quotes lie in it: marks of every kind, in any order, break nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.articles import Article
from onrecord.extract.context import Context
from onrecord.extract.quotes.find import find_quotes
from onrecord.extract.quotes.marks import DOUBLE, SINGLE, quotations
from onrecord.layers import Layers
from onrecord.text import Span

_WORDS = ("we", "Ruiz", "said", "told", "that", "according", "to", "talks", "will", "fail", "she", "it’s", "A", "HOLT")
_PIECES = st.sampled_from([*_WORDS, *DOUBLE, *SINGLE, "''", "``", ".", ",", ":", ";", "?", "—", "…", " ", "  ", "\n"])
_TEXTS = st.lists(st.one_of(_PIECES, st.sampled_from([" ", " we ", ' "', '" '])), max_size=40).map("".join)


@given(text=_TEXTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_span_of_a_quote_lies_in_the_text(
    read_layers: Callable[[str], tuple[Article, Layers]], text: str
) -> None:
    article, layers = read_layers(text)
    for quote in find_quotes(Context(article, layers)):
        for span in (*quote.content, *quote.quoted, *quote.nested, quote.sentence):
            assert 0 <= span.start < span.end <= len(text)
        for named in (quote.speaker_span, quote.cue):
            assert named is None or 0 <= named.start < named.end <= len(text)


@given(text=_TEXTS)
@example(text=' "we' + "'" * 4 + "we")
def test_quotations_lie_apart_and_hold_words(text: str) -> None:
    found = quotations(text, [Span(0, len(text))])
    for q in found:
        assert q.outer.holds(q.inner)
        assert text[q.inner.start : q.inner.end].strip()
        assert all(q.inner.holds(s) and text[s.start : s.end].strip() for s in q.nested)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))

"""Quotation marks of every typography, and what an unbalanced one may cost."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.quotes.marks import quotations
from onrecord.text import Span


def paragraphs(text: str) -> list[Span]:
    out, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(Span(position, position + len(line)))
        position += len(line) + 1
    return out


def inner(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        'He said "we will stay" and left.',
        "He said “we will stay” and left.",
        'He said “we will stay" and left.',
        "He said ”we will stay” and left.",
        "He said «we will stay» and left.",
        "He said »we will stay« and left.",
        "He said „we will stay“ and left.",
        "He said ‘we will stay’ and left.",
        "He said 'we will stay' and left.",
        "He said ''we will stay'' and left.",
        "He said ``we will stay'' and left.",
    ],
)
def test_one_quotation_in_any_typography(text: str) -> None:
    assert inner(text) == ["we will stay"]


@pytest.mark.parametrize("text", ["The allies’ talks didn’t end in the ’90s.", "It's the envoys' turn, isn't it?"])
def test_apostrophes_quote_nothing(text: str) -> None:
    assert inner(text) == []


def test_an_apostrophe_does_not_close_a_single_quotation() -> None:
    assert inner("‘The allies’ aims don’t change,’ she said.") == ["The allies’ aims don’t change,"]


def test_marks_inside_are_nested() -> None:
    text = '“They call it a ‘red line’ and a "trap" too,” he said.'
    (q,) = quotations(text, paragraphs(text))
    assert [text[s.start : s.end] for s in q.nested] == ["red line", "trap"]


def test_a_quotation_opened_again_in_the_next_paragraph_goes_on() -> None:
    text = "“First part.\n“Second part,” she said."
    first, second = quotations(text, paragraphs(text))
    assert not first.closed
    assert second.goes_on
    assert inner(text) == ["First part.", "Second part,"]


def test_an_unclosed_mark_costs_its_paragraph_only() -> None:
    text = 'He spoke of a "new start and left. Nobody followed.\n"We know," she said.'
    assert inner(text) == ["new start and left.", "We know,"]


def test_a_stray_mark_before_a_whole_quotation_leaves_it_whole() -> None:
    text = "“The first was never closed. “The second was,” she said."
    assert inner(text)[-1] == "The second was,"


@given(st.text(alphabet="ab .,\n\"“”‘’'«»", max_size=60))
def test_spans_lie_in_their_paragraph_in_order_and_apart(text: str) -> None:
    lines = paragraphs(text)
    found = quotations(text, lines)
    for q in found:
        assert lines[q.block].holds(q.outer)
        assert q.outer.holds(q.inner)
        assert all(q.inner.holds(s) for s in q.nested)
    assert all(a.outer.end <= b.outer.start for a, b in itertools.pairwise(found))

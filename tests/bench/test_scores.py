"""The measures: pairs, words under stretches, F1 of each component on hand-made documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import Article
from onrecord.bench import events, pages, quotes, timex
from onrecord.bench.brat import AttributedText, Attribution, Said
from onrecord.bench.layouts import DatedText, MarkedSentence, Page, Parts, Timex3
from onrecord.bench.scores import Ruler, f1, one_to_one

TEXT = "Talks on Monday, then in June 2031."
MONDAY, JUNE = Timex3(9, 15, "DATE", "2031-05-12"), Timex3(25, 34, "DATE", "2031-06")


def test_f1_is_nothing_where_nothing_is_right() -> None:
    assert f1(0, 0, 0) == 0
    assert f1(2, 4, 4) == 0.5


def test_pairs_are_taken_best_first_and_once() -> None:
    assert one_to_one([(0, 1), (0, 0), (1, 1), (1, 0)]) == [(0, 1), (1, 0)]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_words_under_a_stretch_are_those_it_touches(stretches: list[tuple[int, int]]) -> None:
    words = [(0, 3), (4, 8), (9, 10), (12, 20), (21, 30)]
    stretches = [(min(s), max(s)) for s in stretches if s[0] != s[1]]
    touched = {i for i, (a, b) in enumerate(words) if any(a < end and b > start for start, end in stretches)}
    assert Ruler(words).under(stretches) == touched


def test_a_value_counts_where_spans_overlap_and_the_span_where_it_is_the_same() -> None:
    documents = {"a": DatedText(TEXT, "2031-05-10", (MONDAY, JUNE))}
    found = {"a": (MONDAY, JUNE._replace(start=22, value="2031"))}
    assert timex.score(documents, found) == (0.5, 1.0, 0.5, 1.0)
    assert timex.score(documents, {"a": ()}) == (0, 0, 0, 0)


def test_blanks_at_the_ends_of_what_was_found_do_not_count() -> None:
    wide = MONDAY._replace(start=MONDAY.start - 1)
    assert timex.score({"a": DatedText(TEXT, None, (MONDAY,))}, {"a": (wide,)}) == (1, 1, 1, 1)


SPOKEN = "Vel said “the harbour will stay closed until June”. Brandt denied it."
WHOLE, VEL, BRANDT = (10, 49), (0, 3), (52, 58)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Said((WHOLE,), VEL), (1, 1, 1, 1, 1)),
        (Said((WHOLE,), BRANDT), (1, 0, 1, 0, 0)),
        (Said((WHOLE,), None), (1, 0, 1, 0, 0)),
        (Said(((10, 32),), VEL), (1, 1, 0, 1, 1)),  # half of it: enough for 0.3, not for 0.8
        (Said(((52, 68),), VEL), (0, 0, 0, 0, 0)),
    ],
)
def test_a_quote_is_right_by_its_words_and_by_its_speaker(said: Said, expected: tuple[float, ...]) -> None:
    article = Article("a", "a", "a", SPOKEN, ())
    documents = {"a": AttributedText(article, (Attribution((VEL,), ((4, 8),), (WHOLE,)),))}
    assert quotes.score(documents, {"a": (said,)}) == expected


def test_comments_in_the_main_text_are_a_leak() -> None:
    documents = {"a": Page(b"", Parts("the port is closed", "nonsense says a reader"))}
    assert pages.score(documents, {"a": documents["a"].parts}) == (1, 1, 0)
    body, comments, leak = pages.score(documents, {"a": Parts("the port is closed nonsense says a reader")})
    assert body == pytest.approx(2 / 3)
    assert comments is None
    assert leak == 1


def test_types_weigh_the_same_in_macro_f1() -> None:
    gold = ("AGREE", "AGREE", "AGREE", "REJECT")
    documents = {str(n): MarkedSentence("", None, None, t) for n, t in enumerate(gold)}
    macro, accuracy = events.score(documents, dict.fromkeys(documents, "AGREE"))
    assert macro == pytest.approx((6 / 7) / 2)
    assert accuracy == 0.75
    assert events.score(documents, dict.fromkeys(documents)) == (0, 0)

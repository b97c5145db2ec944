"""What the pages are put together from: segments, wordings, dates and numbers in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.entries import FigureEntry
from onrecord.periods import duration_in_words, in_short, in_words, period, timex_in_words
from onrecord.serve.web.findings import grouped, stated
from onrecord.serve.web.names import Name, joined
from onrecord.serve.web.pages.firming import scale_of, stretch
from onrecord.serve.web.pages.wording import compared
from onrecord.serve.web.segments import Mark, segments
from onrecord.text import Span
from tests.serve.sample import sample

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: Span(min(p), max(p)))


@given(st.text(min_size=40, max_size=40), spans, st.lists(spans, max_size=6))
def test_segments_joined_are_the_text_and_each_mark_its_words(content: str, within: Span, marked: list[Span]) -> None:
    marks = [Mark(str(n), s) for n, s in enumerate(marked)]
    found = list(segments(content, within, marks))
    assert "".join(s.text for s in found) == content[within.start : within.end]
    assert all(s.text for s in found)
    for mark in marks:
        words = "".join(s.text for s in found if mark.key in s.marks)
        start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
        assert words == (content[start:end] if start < end else "")
        assert sum(mark.key in s.opens for s in found) == (1 if start < end else 0)


def test_only_the_words_that_a_retelling_changes_differ() -> None:
    full, cut, paraphrase = compared(
        ["We will settle the day together, and soon.", "We will settle the day soon.", "A date is to be found"]
    )
    assert [w.text.strip() for w in full if w.differs] == ["together, and"]
    assert not any(w.differs for w in cut)
    assert not any(w.differs for w in paraphrase)


def test_a_word_put_in_differs_where_it_stands() -> None:
    _, other = compared(["It will be in April, we believe, or in May.", "It will surely be in April, we believe."])
    assert [w.text.strip() for w in other if w.differs] == ["surely"]


@given(st.lists(st.text(alphabet="ab ,", max_size=20), min_size=1, max_size=4))
def test_compared_words_joined_are_the_variants(variants: list[str]) -> None:
    assert ["".join(w.text for w in words) for words in compared(variants)] == [v.lstrip() for v in variants]


@pytest.mark.parametrize(
    ("value", "words", "days"),
    [
        ("2032-04-12", "12 April 2032", 1),
        ("2032-04-12T10:20", "12 April 2032", 1),
        ("2032-04", "April 2032", 30),
        ("2032-W16", "week of 12 April 2032", 7),
        ("2032-W16-WE", "weekend of 17 April 2032", 2),
        ("2032-SP", "spring 2032", 92),
        ("2032-Q2", "Q2 2032", 91),
        ("2032", "2032", 366),
    ],
)
def test_dates_of_every_grain_are_read_out(value: str, words: str, days: int) -> None:
    found = period(value)
    assert found is not None
    assert (found.words, found.days) == (words, days)


@pytest.mark.parametrize("value", [None, "", "2032-13", "PAST_REF", "P3D", "2032-02-30"])
def test_what_names_no_stretch_of_the_calendar_has_no_period(value: str | None) -> None:
    assert period(value) is None


def test_unknown_dates_say_so() -> None:
    assert in_words(None) == "date not known"
    assert in_short("2032-04-12") == "12 Apr 2032"
    assert timex_in_words("SET", "P1W") == "every week"
    assert timex_in_words("DATE", "PAST_REF") == "some time before"
    assert (duration_in_words("PT8H"), duration_in_words("P1D"), duration_in_words("2032")) == (
        "8 hours",
        "1 day",
        None,
    )


def test_a_day_is_a_short_bar_and_its_month_a_long_one() -> None:
    scale = scale_of(["2032-04", "2032-04-12", "2032"])
    month, day, year = (stretch(v, scale) for v in ("2032-04", "2032-04-12", "2032"))
    assert month is not None
    assert day is not None
    assert year is not None
    assert month.x < day.x < month.x + month.width
    assert day.width < month.width < year.width == 100
    assert stretch("2033-01-01", scale) is None
    assert scale_of([None, "2032"]) is None


FIGURE: FigureEntry = sample().figures[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "about 40,000 people"),
        ({"approx": False}, "40,000 people"),
        ({"bound": "at least"}, "at least 40,000 people"),
        ({"value": None, "value_range": (20000.0, 99999.0)}, "20,000–99,999 people"),
        ({"value": None, "value_text": "tens of thousands"}, "tens of thousands of people"),
        ({"value": 3.5e8, "unit": "dollars"}, "about 350 million dollars"),
    ],
)
def test_figures_are_read_out_with_their_bounds(change: dict[str, object], words: str) -> None:
    assert stated(replace(FIGURE, **change)) == words  # type: ignore[arg-type]


def test_numbers_keep_their_decimals() -> None:
    assert (grouped(7.5), grouped(1200), grouped(1.25e9)) == ("7.5", "1,200", "1.25 billion")


def test_names_in_a_row() -> None:
    names = tuple(Name(n, n) for n in ("Valdoria", "Karsia", "the League"))
    assert joined(names) == "Valdoria, Karsia and the League"
    assert joined(names[:1]) == "Valdoria"
    assert joined(()) == ""

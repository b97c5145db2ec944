"""Live pages: what stands under an entry's own time is counted from there."""

from __future__ import annotations

import pytest

from onrecord.dates import resolve
from onrecord.extract.timexes.find import find_timexes
from onrecord.pipeline import timexes
from onrecord.text import Span

PUBLISHED = "2022-01-12"  # a Wednesday


def values(text: str) -> dict[str, str | None]:
    """The value of each expression by its words."""
    return {text[t.span.start : t.span.end]: t.value for t in timexes(text, published=PUBLISHED)}


def test_times_that_run_over_midnight_change_the_day_newest_first() -> None:
    found = values("3:15 p.m.\nThey talk tomorrow.\n12:20 a.m.\nIt is calm.\n11:40 p.m.\nThe envoys left today.")
    assert found["tomorrow"] == "2022-01-13"
    assert found["12:20 a.m."] == "2022-01-12T00:20"
    assert found["11:40 p.m."] == "2022-01-11T23:40"
    assert found["today"] == "2022-01-11"


def test_times_that_run_over_midnight_change_the_day_oldest_first() -> None:
    found = values("11:40 pm -- They arrive today.\n11:55 pm -- All wait.\n12:20 am -- They rest until tomorrow.")
    assert found["today"] == "2022-01-12"
    assert found["12:20 am"] == "2022-01-13T00:20"
    assert found["tomorrow"] == "2022-01-14"


def test_a_small_step_against_the_order_is_no_other_day() -> None:
    found = values("9:10\nThey met today.\n9:05\nThey sat down.\n9:20\nThey spoke yesterday.")
    assert found["today"] == "2022-01-12"
    assert found["yesterday"] == "2022-01-11"


@pytest.mark.parametrize(
    "text",
    [
        "10:45 a.m. ET, January 11, 2022\nThey met today.\n5:02 p.m. ET, January 10, 2022\nThey meet tomorrow.",
        "11 January 2022 10:45\nThey met today.\n10 January 2022 17:02\nThey meet tomorrow.",
        "Tuesday, January 11\n10:45\nThey met today.\nMonday, January 10\n17:02\nThey meet tomorrow.",
        "Updated 10:45 GMT, Tuesday\nThey met today.\nUpdated 17:02 GMT, Monday\nThey meet tomorrow.",
    ],
)
def test_a_day_beside_the_time_or_over_it_is_the_anchor(text: str) -> None:
    found = values(text)
    assert found["today"] == "2022-01-11"
    assert found["tomorrow"] == "2022-01-11"


def test_weekdays_under_an_entry_are_counted_from_its_day() -> None:
    text = "10:45, 3 January 2022\nThey met Friday.\n9:10, 3 January 2022\nThey will meet Tuesday."
    assert values(text)["Friday"] == "2021-12-31"
    assert values(text)["Tuesday"] == "2022-01-04"


def test_hours_are_counted_from_the_entry_alone() -> None:
    assert values("12:20 a.m.\nThey left two hours ago.\n11:40 p.m.\nThey met.")["two hours ago"] == "2022-01-11T22:20"
    assert values("They left two hours ago.")["two hours ago"] == "2022-01-12"


@pytest.mark.parametrize(
    "text",
    [
        "11:40 p.m.\nThey met today.",  # one time makes no live page
        "At 11:40 p.m. they met today.\nAt 12:20 a.m. they left today.",
        "11:40 to 12:20 they met today.\n9:10 to 9:20 they left today.",
    ],
)
def test_times_in_sentences_head_no_entry(text: str) -> None:
    assert values(text)["today"] == PUBLISHED


def test_a_time_that_is_not_read_anchors_what_is() -> None:
    lines = ["10:45, 11 January 2022", "They met today.", "17:02, 10 January 2022", "They meet tomorrow."]
    text = "\n".join(lines)
    read = [Span(text.index(line), text.index(line) + len(line)) for line in (lines[1], lines[3])]
    assert [t.value for t in resolve(find_timexes(text, read), PUBLISHED)] == ["2022-01-11", "2022-01-11"]

"""Figures: numbers as they are written, what bounds them, and what is no figure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.acts.lexicon import table
from onrecord.extract.claims.figure_numbers import amounts, number
from onrecord.extract.claims.figures import find_figures
from onrecord.extract.context import Context
from onrecord.readings import Figure

Read = Callable[[str], Context]


def figures(read: Read, text: str) -> list[Figure]:
    return list(find_figures(read(text)))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("100,000", 100_000),
        ("2.5 million", 2_500_000),
        ("six", 6),
        ("twenty-five", 25),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("two hundred thousand", 200_000),
    ],
)
def test_written_numbers(words: str, value: float) -> None:
    assert number(words) == value


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_and_without_commas_are_one_number(n: int) -> None:
    assert number(str(n)) == number(f"{n:,}") == n


@given(st.text(alphabet="0123456789 ,.-–$%ab", max_size=40))
def test_amounts_lie_in_the_text_in_order(text: str) -> None:
    found = amounts(text, 0, len(text))
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("row", table("figure_modifiers.tsv"), ids=lambda r: r["modifier"])
def test_every_modifier(read_context: Read, row: dict[str, str]) -> None:
    (figure,) = figures(read_context, row["example"])
    assert figure.value == 500
    assert figure.approx == (row["approx"] == "yes")
    assert figure.bound == (row["bound"] or None)


@pytest.mark.parametrize(
    ("sentence", "value", "low", "high", "unit"),
    [
        ("Karsia moved tens of thousands of soldiers.", None, 20_000, 99_999, "soldiers"),
        ("Karsia moved dozens of trucks.", None, 24, 99, "trucks"),
        ("Karsia asked for $6 billion.", 6e9, None, None, "dollars"),
        ("Prices in Karsia rose by 12 percent.", 12, None, None, "percent"),
        ("Karsia offered between 10 and 20 ships.", None, 10, 20, "ships"),
        ("Karsia wants two to three million tonnes.", None, 2e6, 3e6, "tonnes"),
        ("The delegations talked for almost eight hours.", 8, None, None, "hours"),
        ("They held an eight-hour meeting.", 8, None, None, "hours"),
        ("Karsia is at least a decade away from joining.", 10, None, None, "years"),
        ("The treaty has two draft annexes.", 2, None, None, "annexes"),
    ],
)
def test_figures(
    read_context: Read, sentence: str, value: float | None, low: float | None, high: float | None, unit: str
) -> None:
    (figure,) = figures(read_context, sentence)
    assert (figure.value, figure.low, figure.high, figure.unit) == (value, low, high, unit)


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks begin on 12 March 2031.",
        "The first round ended at 10:30.",
        "One of them left.",
        "The two sides met again.",
        "Valdoria invoked Article 5.",
        "A 55-year-old driver was hurt.",
        "Valdoria joined in 1997.",
        "Three days ago Karsia left.",
    ],
)
def test_no_figures(read_context: Read, sentence: str) -> None:
    assert figures(read_context, sentence) == []


@pytest.mark.parametrize("row", table("deeds.tsv"), ids=lambda row: row["deed"])
def test_the_deed_told_of_what_is_counted(read_context: Read, row: dict[str, str]) -> None:
    assert [f.deed for f in figures(read_context, row["example"])] == [row["deed"]]


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("At least 40 people were killed and 200 people were wounded in the port.", ["die", "hurt"]),
        ("Some 2,600 Karsians who were evacuated on Monday are safe.", ["leave"]),
        ("There are about 50,000 Karsians in Estmark.", [None]),
        ("The storm left 12 people dead.", ["die"]),
    ],
)
def test_two_deeds_of_one_unit_are_told_apart(read_context: Read, sentence: str, deeds: list[str | None]) -> None:
    assert [f.deed for f in figures(read_context, sentence)] == deeds


@pytest.mark.parametrize(
    ("sentence", "on_top"),
    [
        ("Karsia sent another 100,000 troops to the border.", True),
        ("Karsia sent 100 more tanks to the border.", True),
        ("Karsia sent an additional 900 soldiers to the border.", True),
        ("Karsia sent 100,000 troops to the border.", False),
        ("Karsia sent more than 100,000 troops to the border.", False),
    ],
)
def test_what_comes_on_top_is_told_from_the_whole(read_context: Read, sentence: str, on_top: bool) -> None:
    (figure,) = find_figures(read_context(sentence))
    assert ("+" in figure.terms) is on_top


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The guards found 10 000 packs of flour.", 10_000, "packs"),
        ("The envoy said nine-tenths of the questions were settled.", 90, "percent"),
        ("Two thirds of the seats went to the League.", 66.7, "percent"),
        ("About 65 million of his compatriots live without power.", 65_000_000, "compatriots"),
    ],
)
def test_thousands_shares_and_the_counted_of_somebody(read_context: Read, text: str, value: float, unit: str) -> None:
    (figure,) = figures(read_context, text)
    assert (figure.value, figure.unit) == (value, unit)


def test_who_is_counted_without_a_noun_are_people(read_context: Read) -> None:
    (figure,) = figures(read_context, "Thousands took to the square in Tolm.")
    assert (figure.low, figure.high, figure.unit) == (2000, 9999, "people")


def test_sides_of_talks_are_no_figure(read_context: Read) -> None:
    assert not figures(read_context, "They will hold three-sided talks and rule out one-sided steps.")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Exports fell to 8.2 million tons in autumn.", 8_200_000, "tons"),
        ("They banned more than two dozen entities.", 24, "entities"),
        ("The conflict has dragged on for more than a year and a half.", 1.5, "years"),
    ],
)
def test_scales_and_halves(read_context: Read, text: str, value: float, unit: str) -> None:
    (figure,) = figures(read_context, text)
    assert (figure.value, figure.unit) == (value, unit)

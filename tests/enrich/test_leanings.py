"""Hints at the party of someone whose office is printed without its state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers

Reader = Callable[[str], tuple[Article, Layers]]


def leanings(read: Reader, text: str) -> tuple[str, ...]:
    return read(text)[1].people[0].leanings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Odo Brandt said that Karsia would not sign the paper.", ("KAR",)),
        ("President Odo Brandt said that Karsia was ready to talk.", ("KAR",)),
        ("Odo Brandt will lead the Karsian delegation.", ("KAR",)),
        ("Karsia will open the strait, President Odo Brandt said on Monday.", ("KAR",)),
    ],
)
def test_who_tells_what_a_party_will_do_leans_to_it(read_layers: Reader, text: str, expected: tuple[str, ...]) -> None:
    assert leanings(read_layers, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "President Odo Brandt said that Karsia had broken the treaty.",
        "President Odo Brandt said that Karsia would suffer.",
        "President Odo Brandt accused Karsia of lying.",
        "Odo Brandt will lead the Karsian investigation.",
    ],
)
def test_what_an_adversary_may_say_hints_at_nothing(read_layers: Reader, text: str) -> None:
    assert leanings(read_layers, text) == ()


def test_a_name_is_of_the_state_that_owns_it(read_layers: Reader) -> None:
    person = read_layers("Karsia’s Toren Vask had said on Tuesday that his country was ready to talk.")[1].people[0]
    assert person.party == "KAR"


def test_a_spokesman_named_after_a_spokesman_of_a_party_leans_to_it(read_layers: Reader) -> None:
    text = 'A Karsian spokesman said the troops would remain. "We stay," said spokesman Odo Brandt.'
    assert leanings(read_layers, text) == ("KAR",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karsia closed the port. Foreign Minister Odo Brandt said the fees were unfair.", ("KAR",)),
        # who is introduced with a state is foreign to the writer, and so is the state
        (
            "Foreign Minister Odo Brandt met Valdorian President Ilse Maro. Karsia and Valdoria signed an accord.",
            ("KAR",),
        ),
        ("Karsia and Valdoria signed an accord. Foreign Minister Odo Brandt said the fees were unfair.", ()),
        ("Karsia closed the port. Former foreign minister Odo Brandt said the fees were unfair.", ()),
        ("Karsia closed the port. Shadow Foreign Minister Odo Brandt said the fees were unfair.", ()),
        ("Karsia closed the port. Odo Brandt, a minister of the Harbour Church, said the fees were unfair.", ()),
        ("Karsian fees fell. Foreign Minister Odo Brandt said the fees were unfair.", ("KAR",)),
        ("The council met in Karsia. Foreign Minister Odo Brandt said the fees were unfair.", ()),
    ],
)
def test_a_minister_without_a_state_is_of_the_one_at_home(
    read_layers: Reader, text: str, expected: tuple[str, ...]
) -> None:
    people = {p.name: p.leanings for p in read_layers(text)[1].people}
    assert people["Odo Brandt"] == expected


def test_a_legislator_acts_for_no_state(read_layers: Reader) -> None:
    (person,) = read_layers("Defence Minister Odo Brandt spoke on Monday. Senator Brandt said the fees were fair.")[
        1
    ].people
    assert person.party is None
    (person,) = read_layers("Senator Odo Brandt said the fees were fair.")[1].people
    assert person.party is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karsia will close the port, spokesman Odo Brandt said.", ("KAR",)),
        ("Valdoria said Karsia will close the port, spokesman Odo Brandt said.", ()),
        ("Karsia will close the port, Odo Brandt said.", ()),
    ],
)
def test_who_is_only_called_spokesman_speaks_for_whom_the_sentence_is_about(
    read_layers: Reader, text: str, expected: tuple[str, ...]
) -> None:
    (person,) = read_layers(text)[1].people
    assert set(person.leanings) >= set(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karsian roads are open. Karsian towns are calm. Karsia paid. President Odo Brandt said no.", {"KAR"}),
        ("Karsian roads are open. Valdorian towns are calm. Karsia paid. President Odo Brandt said no.", set()),
    ],
)
def test_a_president_without_a_state_is_of_the_one_that_the_article_is_about(
    read_layers: Reader, text: str, expected: set[str]
) -> None:
    (person,) = read_layers(text)[1].people
    assert set(person.leanings) == expected

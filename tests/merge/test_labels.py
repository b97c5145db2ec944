"""What an issue is called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.merge.positions.labels import LONGEST, Named, label_of


def label(topics: Sequence[str], shared: Sequence[str], matters: Sequence[str] = ()) -> str:
    words = [*matters, *[""] * len(topics)]
    return label_of([Named(t, tuple(shared), w) for t, w in zip(topics, words, strict=False)], shared)


def test_a_label_is_the_noun_phrase_that_recurs() -> None:
    assert label(["fee", "transit fee", "fee", "transit fee", ""], ["fee"]) == "Transit fee"


def test_a_label_holds_what_the_members_share() -> None:
    assert label(["strait", "grain ships", "ships"], ["ship", "grain"]) == "Grain ships"


def test_of_phrases_that_hold_as_much_that_of_the_most_typical_matter_is_the_label() -> None:
    telling = Named("eastward growth", ("enlargement", "league"))
    aside = Named("door", ("door", "enlargement", "league", "policy"))
    assert label_of([aside, telling], ["enlargement", "league"]) == "Eastward growth"


@pytest.mark.parametrize(
    ("matter", "shared", "name"),
    [
        ("an equal effort from the Valdorians", ["equal", "valdorian"], "Equal effort from the Valdorians"),
        ("all of those decisions must be made by the people", ["decision"], "Decisions must be made"),
        ("efforts to cut excess capacity and debts", ["capacity", "excess"], "Excess capacity"),
        ("what new measures it can take", ["measure"], "What new measures it can take"),
        ("things of no interest", ["pay", "passage"], "Things of no interest"),
    ],
)
def test_where_no_noun_phrase_names_it_the_words_from_the_first_shared_term_do(
    matter: str, shared: list[str], name: str
) -> None:
    assert label([""], shared, [matter]) == name


def test_some_terms_name_an_issue_whatever_its_members_say() -> None:
    assert label(["", "pace"], ["timetable"], ["to act much sooner", "a faster pace"]) == "Timetable"
    assert label(["border talks"], ["talks"], ["to begin now"]) == "Border talks"


def test_a_package_is_called_by_its_noun_and_what_nobody_names_says_so() -> None:
    assert label(["", "five-point plan"], ["proposals"], ["to begin now", "its five-point plan"]) == "Five-point plan"
    assert label(["", ""], ["proposals"], ["to begin now", "some things"]) == "Not named"
    assert label([""], ["Karsia"], ["it"]) == "Not named"


def test_a_label_is_short() -> None:
    name = label(["strait between the two shores and " * 4], ["strait"])
    assert name.startswith("Strait between")
    assert len(name) <= LONGEST + 2


def test_a_deed_that_all_share_is_named() -> None:
    assert label(["troops", "troops", ""], ["troops", "withdrawal"]) == "Withdrawal of troops"
    assert label(["troop withdrawal", "troops"], ["troops", "withdrawal"]) == "Troop withdrawal"
    assert label(["formula"], ["formula", "withdrawal"]) == "Formula"


@pytest.mark.parametrize(
    ("matter", "name"),
    [
        ("to leave office and for talks to begin", "Leaving office"),
        ("to immediately step down", "Stepping down"),
        ("to apply pressure", "Applying pressure"),
        ("to cut the fee", "Cutting the fee"),
        ("to control the fee", "Controlling the fee"),
        ("to limit the fee", "Limiting the fee"),
        ("to offer a fee", "Offering a fee"),
        ("to lie low", "Lying low"),
        ("to sweep the mines quickly", "Sweeping the mines"),
        ("to pay", "Mines"),
        ("to be ready for mines", "Be ready for mines"),
        ("the mines in the strait", "Mines in the strait"),
        ("they", "Mines"),
        ("this group of mines", "Mines"),
        ("Mr. Vask called for more", "Mines"),
        ("to build on Mr. Vask's plan. It was new", "Building on Mr. Vask's plan"),
        ("to tell everyone who ever asked about the mines", "Telling everyone"),
    ],
)
def test_a_lone_word_gives_way_to_what_is_to_be_done_or_to_the_words_of_a_single_matter(matter: str, name: str) -> None:
    assert label(["mines"], ["mine"], [matter]) == name


def test_a_lone_word_that_recurs_stays() -> None:
    assert label(["mines", "mines"], ["mine"], ["to sweep the mines", "the mines"]) == "Mines"

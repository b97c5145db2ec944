"""What an issue is called."""

from __future__ import annotations

import pytest

from onrecord.merge.positions.labels import LONGEST, label_of


def test_a_label_is_the_noun_phrase_that_recurs() -> None:
    assert label_of(["fee", "transit fee", "fee", "transit fee", ""], ["fee"]) == "Transit fee"


def test_a_label_holds_what_the_members_share() -> None:
    assert label_of(["strait", "grain ships", "ships"], ["ship", "grain"]) == "Grain ships"


def test_where_no_noun_phrase_names_it_the_shared_terms_do() -> None:
    assert label_of(["", ""], ["pay", "passage", "year"]) == "Pay and passage"


def test_a_label_is_short() -> None:
    label = label_of(["strait between the two shores and " * 4], ["strait"])
    assert label.startswith("Strait between")
    assert len(label) <= LONGEST + 2


def test_a_deed_that_all_share_is_named() -> None:
    assert label_of(["troops", "troops", ""], ["troops", "withdrawal"]) == "Withdrawal of troops"
    assert label_of(["troop withdrawal", "troops"], ["troops", "withdrawal"]) == "Troop withdrawal"
    assert label_of(["formula"], ["formula", "withdrawal"]) == "Formula"


@pytest.mark.parametrize(
    ("matter", "label"),
    [
        ("to leave office and for talks to begin", "Leaving office"),
        ("to immediately step down", "Mines"),
        ("to apply pressure", "Applying pressure"),
        ("to cut the fee", "Cutting the fee"),
        ("to lie low", "Lying low"),
        ("to see the mines", "Seeing the mines"),
        ("to pay", "Mines"),
        ("to be ready for mines", "Mines"),
        ("the mines in the strait", "Mines"),
        ("to tell everyone who ever asked about the mines", "Telling everyone"),
    ],
)
def test_a_lone_word_gives_way_to_what_is_to_be_done(matter: str, label: str) -> None:
    assert label_of(["mines"], ["mine"], [matter]) == label


def test_a_lone_word_that_recurs_stays() -> None:
    assert label_of(["mines", "mines"], ["mine"], ["to sweep the mines", "the mines"]) == "Mines"

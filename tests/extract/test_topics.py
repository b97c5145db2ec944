"""What a matter is called, and what a matter without content of its own means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.context import Context
from onrecord.extract.positions.find import find_positions
from onrecord.extract.positions.terms import telling_words

Read = Callable[[str], Context]


def topics(context: Context) -> list[str]:
    return [context.words(p.topic) if p.topic else "" for p in find_positions(context)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karsia demanded a transit fee for the strait.", "transit fee"),
        ("Karsia rejected the Valdorian fishing quota.", "fishing quota"),
        ("Karsia demanded an end to naval patrols near the cape.", "naval patrols"),
        ("Karsia refused to sign the border treaty.", "border treaty"),
        ("Valdoria agreed to a monitoring mission of the commission.", "monitoring mission"),
        ("Karsia accepted a first opening of the strait.", "opening of the strait"),
        ("Karsia rejected the expansion of the alliance.", "expansion of the alliance"),
        ("Valdoria rejected Karsia's five-point plan.", "five-point plan"),
        ("Karsia rejected aid to Valdoria.", "aid to Valdoria"),
        ("Karsia opposed a withdrawal from the cape.", "withdrawal from the cape"),
        ("Karsia rejected changes to rules for pilots.", "changes to rules for pilots"),
        ("Karsia rejected the tolls on Friday.", "tolls"),
        ("Crowds have taken to the streets of Tolm to demand an end to the transit fee.", "transit fee"),
    ],
)
def test_a_matter_is_called_by_its_noun_phrase(read_context: Read, text: str, name: str) -> None:
    assert topics(read_context(text)) == [name]


@pytest.mark.parametrize(
    ("text", "party", "matter"),
    [
        ("What Karsia needs is a lower fee and an open port.", "KAR", "a lower fee"),
        ("“What we fear is that the cables go dark,” said Valdorian envoy Ilsa Marrek.", "VAL", "the cables go dark"),
        ("What Karsia wants is unclear.", "KAR", "What"),
    ],
)
def test_what_somebody_wants_is_what_it_is_said_to_be(read_context: Read, text: str, party: str, matter: str) -> None:
    context = read_context(text)
    held = [(p.party, context.words(p.matter).removeprefix("that ")) for p in find_positions(context)]
    assert (party, matter) in held


def test_what_only_points_means_what_was_named_before(read_context: Read) -> None:
    context = read_context("Karsia offered to halve its naval patrols. Valdoria rejected the offer.")
    offered, rejected = find_positions(context)
    assert offered.terms == rejected.terms == ("naval", "patrol")
    assert context.words(rejected.matter) == "the offer"


def test_a_denied_accusation_is_about_what_was_alleged(read_context: Read) -> None:
    context = read_context("Valdoria accused Karsia of laying mines in the channel. Karsia denied the accusation.")
    assert [(p.party, p.stance, "mine" in p.terms) for p in find_positions(context)] == [("KAR", "rejects", True)]


def test_talks_on_two_things_are_two_matters(read_context: Read) -> None:
    context = read_context("Karsia is willing to discuss the border hotline and the monitoring mission.")
    assert topics(context) == ["border hotline", "monitoring mission"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Karsia is ready to resume disarmament talks with Valdoria.", ("talks",)),
        ("Karsia demanded that no talks take place in Tolm.", ("talks",)),
        ("Karsia demanded that the talks begin immediately.", ("timetable",)),
        ("Karsia is ready to discuss the transit fee.", ("fee", "transit")),
        ("Karsia is willing to make an effort to lower the transit fee.", ("fee", "transit")),
    ],
)
def test_talks_are_a_matter_by_themselves_and_so_is_when(read_context: Read, text: str, terms: tuple[str, ...]) -> None:
    assert [p.terms for p in find_positions(read_context(text))] == [terms]


def test_a_word_may_have_a_sense_as_a_verb_alone(read_context: Read) -> None:
    placed, place = (
        find_positions(read_context(text))[0].terms
        for text in ("Karsia demanded that Valdoria place no missiles there.", "Karsia rejected the meeting place.")
    )
    assert "deployment" in placed
    assert "deployment" not in place


def test_the_first_words_tell_a_matter_and_none_tell_talks(read_context: Read) -> None:
    text = "Karsia demanded a fee of ten crowns for each ship that passes the strait. Karsia is open to talks."
    context = read_context(text)
    assert [telling_words(text, p) for p in find_positions(context)] == [
        "a fee of ten crowns for each ship that passes",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Valdoria rejected the transit fee and the toll.", ["transit fee", "toll"]),
        ("Karsia demanded transit fees and tolls.", ["transit fees"]),
        ("Karsia demanded that the inspection begin at once and without any conditions.", ["inspection"]),
        (
            "Karsia called on Valdoria to pull back its troops, release the crews and reopen the port.",
            ["troops", "crews", "port"],
        ),
        ("Karsia called on Valdoria to release the crews and waited for a week.", ["crews"]),
        (
            "Karsia demanded the deployment of inspectors near the cape and the deployment of pilots in the strait.",
            ["deployment of inspectors", "deployment of pilots"],
        ),
        (
            "Karsia wants guarantees that Valdoria will deploy no missiles and that the League will close no port.",
            ["missiles", "port"],
        ),
    ],
)
def test_one_demand_with_several_provisions_is_several_matters(read_context: Read, text: str, names: list[str]) -> None:
    assert [t for t in topics(read_context(text)) if t] == names


def test_what_lies_outside_the_clause_stands_for_itself(read_context: Read) -> None:
    context = read_context("Karsia called on Valdoria to pull back its troops, and free the crews.")
    for position in find_positions(context):
        assert position.span.holds(position.matter)

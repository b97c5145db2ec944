"""Positions: the stance that words and their negations carry, whose it is, and on what matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.acts.positions import find_positions
from onrecord.extract.context import Context

Read = Callable[[str], Context]

STANCES: list[tuple[str, str, str]] = [
    ("Karsia demands an end to the patrols.", "KAR", "demands"),
    ("Karsia does not demand an end to the patrols.", "KAR", "rejects"),
    ("Karsia wants a transit fee.", "KAR", "demands"),
    ("Karsia insists that the patrols must end.", "KAR", "demands"),
    ("Valdoria rejected the fee.", "VAL", "rejects"),
    ("Valdoria did not reject the fee.", "VAL", "open"),
    ("Valdoria accepted the fee.", "VAL", "accepts"),
    ("Valdoria would not accept the fee.", "VAL", "rejects"),
    ("Valdoria will not pay the fee.", "VAL", "rejects"),
    ("Valdoria offered to halve its patrols.", "VAL", "offers"),
    ("Valdoria is open to a monitoring mission.", "VAL", "open"),
    ("Valdoria is not ready to discuss the fee.", "VAL", "rejects"),
    ("Karsia questioned the figures of the commission.", "KAR", "questions"),
    ("Karsia said the fee was unacceptable.", "KAR", "rejects"),
    ("Karsia said some of the demands were unacceptable.", "KAR", "partly rejects"),
    ("Karsia said the fee was not negotiable.", "KAR", "demands"),
    ("Karsia said the fee was non-negotiable.", "KAR", "demands"),
    ("Karsia said the patrols were a red line.", "KAR", "demands"),
    ("Karsia said that there would be no fee.", "KAR", "rejects"),
    ("Karsia said its plan was no ultimatum.", "KAR", "rejects"),
    ("Karsia denied that it had laid mines.", "KAR", "rejects"),
    ("Karsia said Valdoria must withdraw its ships.", "KAR", "demands"),
    ("Karsia insisted that the fee was still on the table.", "KAR", "demands"),
    ("Karsia said that the fee was on the table.", "KAR", "open"),
    ("Karsia said its offer was still on the table.", "KAR", "offers"),
    ("Karsia said that its offer stands.", "KAR", "offers"),
    ("Karsia would invite the commission to inspect the channel.", "KAR", "offers"),
    ("Valdoria promised to oppose the fee.", "VAL", "rejects"),
    ("Valdoria wants to discuss the fee.", "VAL", "open"),
]


@pytest.mark.parametrize(("text", "party", "stance"), STANCES, ids=[t for t, _, _ in STANCES])
def test_the_stance(read_context: Read, text: str, party: str, stance: str) -> None:
    assert (party, stance) in {(p.party, p.stance) for p in find_positions(read_context(text))}


NONE = [
    "Karsia asked whether the fee had been paid.",
    "Karsia declined to comment on the fee.",
    "If Karsia rejects the fee, the ships will wait.",
    "Valdoria accused Karsia of demanding a bribe.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_position(read_context: Read, text: str) -> None:
    assert not [p for p in find_positions(read_context(text)) if p.party == "KAR"]


def test_first_person_in_a_quotation_is_the_speakers_party(read_context: Read) -> None:
    context = read_context("“We will not accept any fee,” said Karsian Foreign Minister Tomas Brell.")
    (position,) = find_positions(context)
    assert (position.party, position.stance, position.attributed_to) == ("KAR", "rejects", None)
    assert position.quote == 0


def test_a_position_told_by_the_opponent_is_attributed(read_context: Read) -> None:
    found = find_positions(read_context("Valdoria said that Karsia had rejected the plan."))
    assert [(p.party, p.stance, p.attributed_to) for p in found] == [("KAR", "rejects", "VAL")]


def test_a_demand_with_two_provisions_is_two_positions(read_context: Read) -> None:
    context = read_context("Karsia wants a transit fee and an end to the patrols near Orla.")
    matters = [context.words(p.matter) for p in find_positions(context)]
    assert len(matters) == 2
    assert matters[0].startswith("a transit fee")
    assert matters[1].startswith("an end")


def test_a_guarantee_and_its_form_are_two_matters(read_context: Read) -> None:
    text = "Karsia is seeking legally binding guarantees that the League would halt its patrols."
    context = read_context(text)
    matters = [context.words(p.matter) for p in find_positions(context) if p.party == "KAR"]
    assert matters == ["legally binding guarantees", "the League would halt its patrols"]


def test_terms_meet_under_one_sense(read_context: Read) -> None:
    one = find_positions(read_context("Karsia demands that the League expand no further."))
    two = find_positions(read_context("Karsia rejected the enlargement of the League."))
    assert set(one[0].terms) & set(two[0].terms) == {"enlargement"}

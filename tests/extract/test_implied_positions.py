"""Positions that no cue names: orders, undertakings, what is up to others; and who holds what is left unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.context import Context
from onrecord.extract.positions.find import find_positions

Read = Callable[[str], Context]

SAID = "said Karsian Foreign Minister Tomas Brell."


def held(read_context: Read, text: str) -> set[tuple[str, str]]:
    return {(p.party, p.stance) for p in find_positions(read_context(text))}


@pytest.mark.parametrize(
    "words", ["Stop the patrols now", "Let the inspectors in", "Please open the strait", "Do not sign the treaty"]
)
def test_an_order_in_quotation_marks_is_a_demand(read_context: Read, words: str) -> None:
    assert ("KAR", "demands") in held(read_context, f"“{words},” {SAID}")


@pytest.mark.parametrize("words", ["Look at the map", "Let us hope", "Thank you", "They stop the patrols now"])
def test_no_order(read_context: Read, words: str) -> None:
    assert ("KAR", "demands") not in held(read_context, f"“{words},” {SAID}")


def test_an_order_without_a_speaker_is_nobodys(read_context: Read) -> None:
    assert not held(read_context, "Stop the patrols now.")


@pytest.mark.parametrize(
    "text",
    [
        "Karsia said it would lift its blockade.",
        "Karsia said that it will release the sailors on Friday.",
        "“We will ease the tolls,” " + SAID,
        "“We will look into the claims of the crew,” " + SAID,
        "Karsia said it would review the plan with care.",
    ],
)
def test_what_a_party_says_it_will_do_for_others_is_offered(read_context: Read, text: str) -> None:
    assert ("KAR", "offers") in held(read_context, text)


@pytest.mark.parametrize(
    "text",
    [
        "Karsia said it would strike the port.",
        "Karsia said that Valdoria would lift its blockade.",
        "Karsia said it had lifted its blockade.",
        "Karsia said it would not lift its blockade.",
        "Karsia said the talks would take place in Tolm.",
        "Karsia said that would create a new market.",
        "Karsia said neither it nor Valdoria would attend the summit.",
        "Karsia predicted that it would carry the vote.",
        "Karsia said it would receive a prize.",
    ],
)
def test_no_undertaking(read_context: Read, text: str) -> None:
    assert ("KAR", "offers") not in held(read_context, text)


def test_what_is_up_to_the_other_side_is_asked_of_it(read_context: Read) -> None:
    assert held(read_context, "“It is up to Valdoria to make the next move,” " + SAID) == {("KAR", "demands")}


@pytest.mark.parametrize(
    "text",
    [
        "The detainees will not be freed until they have stood trial, Valdoria said.",
        "Valdoria made clear that the sailors would not be released.",
        "“No country can accept such a fee,” said Valdorian minister Lena Vask.",
        "Valdoria's position is that the patrols should not end.",
    ],
)
def test_who_refuses_without_naming_themselves(read_context: Read, text: str) -> None:
    assert ("VAL", "rejects") in held(read_context, text)


def test_others_refusals_are_not_the_speakers(read_context: Read) -> None:
    assert ("VAL", "rejects") not in held(read_context, "Valdoria said that its offer had been rejected by Karsia.")


def test_a_possessive_that_nobody_is_found_for_is_the_subject(read_context: Read) -> None:
    text = "Top members of the Karsian government stated their desire for the marshal to leave office."
    assert ("KAR", "demands") in held(read_context, text)


def test_a_refused_demand_is_held_by_its_owner(read_context: Read) -> None:
    found = held(read_context, "Valdoria rejected Karsian calls for an immediate release of prisoners.")
    assert found == {("VAL", "rejects"), ("KAR", "demands")}


def test_opposition_in_passing(read_context: Read) -> None:
    found = held(read_context, "Valdoria pushed ahead with the dam despite vehement opposition from Karsia.")
    assert ("KAR", "rejects") in found


def test_who_says_that_they_will_meet_accepts(read_context: Read) -> None:
    assert ("KAR", "accepts") in held(read_context, "Karsia said it would meet with the harbour workers.")


def test_what_has_got_to_be_done_is_demanded(read_context: Read) -> None:
    assert ("KAR", "demands") in held(read_context, f"“We’ve got to stand up to the smugglers,” {SAID}")
    assert ("KAR", "demands") not in held(read_context, f"“We’ve got a letter,” {SAID}")


def test_a_deadline_set_to_others_is_a_demand(read_context: Read) -> None:
    assert ("KAR", "demands") in held(read_context, "Karsia gave the League until noon on Friday to sign the paper.")
    assert not held(read_context, "Karsia gave the League until noon on Friday.")


def test_what_is_insisted_not_to_be_so_is_rejected(read_context: Read) -> None:
    assert held(read_context, "Karsia insisted that the visit was not a concession.") == {("KAR", "rejects")}
    assert not held(read_context, "Karsia insisted that the visit was a concession.")


def test_what_is_important_to_a_party_it_demands(read_context: Read) -> None:
    assert ("KAR", "demands") in held(read_context, f"“It is important the League delivers for the crew,” {SAID}")
    assert not held(read_context, f"“It is possible that smugglers entered the port,” {SAID}")


@pytest.mark.parametrize(
    "text",
    [
        "Karsia said it would retaliate against Valdoria if it opened the mine.",
        "Karsia said it would strike the port unless Valdoria opened the mine.",
        "Any attempt by Valdoria to open the mine would have consequences, the Karsian minister said.",
    ],
)
def test_a_threat_is_no_position(read_context: Read, text: str) -> None:
    assert not held(read_context, text)


def test_what_is_only_proposed_is_its_owners_demand(read_context: Read) -> None:
    assert held(read_context, "The League rejected Karsia's proposed transit fee.") == {
        ("NL", "rejects"),
        ("KAR", "demands"),
    }


def test_an_offer_that_says_no_more_is_an_offer(read_context: Read) -> None:
    assert held(read_context, "Karsia put an offer to the workers.") == {("KAR", "offers")}


def test_a_group_offers_what_it_says_it_will_do(read_context: Read) -> None:
    assert held(read_context, "The relatives said they would give the boat to Karsia.") == {
        ("unnamed: the relatives", "offers")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Karsian plan would open the port to all ships.",
        "Karsia put forward its plan on Monday. The plan would open the port to all ships.",
        "Under Karsia's proposal, the port would open to all ships.",
    ],
)
def test_what_a_plan_provides_is_offered(read_context: Read, text: str) -> None:
    offered = [p for p in find_positions(read_context(text)) if p.party == "KAR" and p.stance == "offers"]
    assert any(text[p.span.start : p.span.end].find("port") >= 0 for p in offered)


@pytest.mark.parametrize(
    "text",
    [
        "The Karsian plan would cost millions.",
        "Valdoria said that the Karsian plan would close the port.",
        "The plan would open the port to all ships.",
    ],
)
def test_what_a_plan_leads_to_and_whose_nobody_knows_is_no_offer(read_context: Read, text: str) -> None:
    assert "offers" not in {stance for _, stance in held(read_context, text)}

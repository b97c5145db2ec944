"""What a party will do whatever others say, how near it takes a deal to be, and demands that are implied or denied."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.acts.events import find_events
from onrecord.extract.context import Context
from onrecord.extract.positions.find import find_positions

Read = Callable[[str], Context]


def held(context: Context) -> set[tuple[str, str]]:
    return {(p.party, p.stance) for p in find_positions(context)}


def done(context: Context) -> set[tuple[str, str]]:
    return {(a, e.type) for e in find_events(context) for a in e.actor}


@pytest.mark.parametrize(
    "text",
    [
        "Karsia will leave the League with or without a deal.",
        "Karsia vowed to leave the League, deal or no deal.",
        "Karsia said it would leave the League come what may.",
        "Karsia said that it would press ahead with the dam.",
        "Karsia will build the dam despite Valdorian protests.",
        "“We are leaving the League regardless,” said Karsian Foreign Minister Tomas Brell.",
    ],
)
def test_what_is_done_whatever_others_say_rejects(read_context: Read, text: str) -> None:
    context = read_context(text)
    assert ("KAR", "rejects") in held(context)
    assert ("KAR", "REJECT") in done(context)


@pytest.mark.parametrize(
    "text",
    [
        "Karsia said it would lift its blockade.",
        "Karsia said it would have left the League anyway.",
        "Karsia left the League despite the rain.",
        "Karsia said it would leave the port if the League paid.",
        "Karsia did not say whether it would press ahead with the dam.",
    ],
)
def test_no_defiance(read_context: Read, text: str) -> None:
    assert ("KAR", "REJECT") not in done(read_context(text))


@pytest.mark.parametrize(
    "words",
    [
        "a deal was within reach",
        "a treaty could be concluded this month",
        "an agreement was still possible",
        "it could see a path to a deal",
        "it was confident of an agreement",
    ],
)
def test_who_takes_a_deal_to_be_near_is_open(read_context: Read, words: str) -> None:
    context = read_context(f"Karsia said that {words}.")
    assert ("KAR", "open") in held(context)
    assert ("KAR", "AGREE") in done(context)


@pytest.mark.parametrize("words", ["a deal was unlikely", "a treaty was out of reach", "an agreement was not possible"])
def test_who_takes_a_deal_to_be_far_rejects(read_context: Read, words: str) -> None:
    context = read_context(f"Karsia said that {words}.")
    assert ("KAR", "rejects") in held(context)
    assert ("KAR", "REJECT") in done(context)


@pytest.mark.parametrize("words", ["rain was likely", "the port was close", "the harvest was unlikely to fail"])
def test_how_near_other_things_are_is_no_stance(read_context: Read, words: str) -> None:
    assert not held(read_context(f"Karsia said that {words}."))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Karsia said that the patrols must not go on.", "REQUEST"),
        ("Karsia said that a deal was not mandatory.", "REJECT"),
        ("Karsia sees no need for a new treaty.", "REJECT"),
        ("Karsia insisted that the visit was no concession.", "REJECT"),
        ("“Stop the patrols now,” said Karsian Foreign Minister Tomas Brell.", "REQUEST"),
        ("Karsia said it would help the crews.", "AGREE"),
    ],
)
def test_stances_without_a_word_of_their_own_are_acts_too(read_context: Read, text: str, kind: str) -> None:
    assert ("KAR", kind) in done(read_context(text))


@pytest.mark.parametrize(
    "text", ["Nobody should expect a gift, Karsia said.", "Karsia did not ask for a treaty.", "Karsia needs the port."]
)
def test_what_is_not_asked_for_is_no_refusal(read_context: Read, text: str) -> None:
    assert ("KAR", "REJECT") not in done(read_context(text))


def test_who_keeps_itself_away_refuses(read_context: Read) -> None:
    assert ("KAR", "REJECT") in done(read_context("Karsia distanced itself from the plan."))
    assert ("KAR", "REJECT") not in done(read_context("Karsia asked itself about the plan."))


@pytest.mark.parametrize(
    "text",
    [
        "Karsia said its troops had not bombed the port.",
        "Karsia said that there was no blockade.",
        "Karsia said no map could be taken as a basis.",
        "Karsia said that it would accept nothing from the League.",
        "Karsia said the fee was an internal matter.",
        "Karsia said the dispute had nothing to do with the fee.",
    ],
)
def test_denials_and_what_is_ruled_out(read_context: Read, text: str) -> None:
    context = read_context(text)
    assert ("KAR", "REJECT") in done(context)
    assert ("KAR", "rejects") in held(context)


@pytest.mark.parametrize(
    "text",
    [
        "Karsia said Valdorian troops had not bombed the port.",
        "Karsia said that there was no rain.",
        "Karsia said no map was found.",
        "Karsia said no ship had sailed.",
    ],
)
def test_what_denies_nothing(read_context: Read, text: str) -> None:
    assert ("KAR", "REJECT") not in done(read_context(text))


def test_who_has_nothing_against_a_thing_is_open_to_it(read_context: Read) -> None:
    assert ("KAR", "open") in held(read_context("Karsia has nothing against the plan."))


def test_at_whose_request_a_thing_is_done(read_context: Read) -> None:
    assert ("KAR", "REQUEST") in done(read_context("The meeting was put off at the request of Karsia."))
    balked = read_context("Valdoria balked at Karsia's request to open the port.")
    assert ("VAL", "REJECT") in done(balked)


def test_a_deal_asked_for_is_split_by_what_it_lays_down(read_context: Read) -> None:
    text = "Karsia wants a treaty that opens the port and sends all disputes to a tribunal."
    matters = [p.matter for p in find_positions(read_context(text)) if p.stance == "demands"]
    assert len(matters) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Karsia accepts the plan, provided that the crews are paid.",
        "Karsia does not oppose the plan, on condition that the crews are paid.",
        "Karsia hopes that all sides will sign the treaty.",
    ],
)
def test_what_is_made_a_condition_or_hoped_of_all_is_asked(read_context: Read, text: str) -> None:
    assert ("KAR", "demands") in held(read_context(text))


def test_a_day_is_nobodys_deed(read_context: Read) -> None:
    assert ("KAR", "open") in held(read_context("Karsia said a treaty could be agreed by the end of October."))


def test_who_stresses_not_to_oppose_a_thing_denies_nothing(read_context: Read) -> None:
    assert ("KAR", "rejects") not in held(read_context("Karsia stressed that it did not oppose the plan."))


def test_a_point_that_is_not_seen_is_no_refusal(read_context: Read) -> None:
    assert ("KAR", "REJECT") not in done(read_context("Karsia did not see Valdoria's point."))


@pytest.mark.parametrize(
    "text", ["Karsia said the crews should not have been there.", "Karsia said the League would never have refused it."]
)
def test_what_would_have_been_is_nobodys_stance(read_context: Read, text: str) -> None:
    context = read_context(text)
    assert not done(context) & {("KAR", "REQUEST"), ("KAR", "REJECT"), ("NL", "REJECT")}

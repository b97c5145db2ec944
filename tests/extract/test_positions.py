"""Positions: the stance that words and their negations carry, whose it is, and on what matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.context import Context
from onrecord.extract.positions.find import find_positions

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
    ("Valdoria wants to have dialogue on the fee.", "VAL", "open"),
    ("Valdoria hopes to reach a deal by June.", "VAL", "open"),
    ("Valdoria reached a deal with Karsia.", "VAL", "accepts"),
    ("Valdoria refused to rule out a fee.", "VAL", "open"),
    ("Valdoria ruled out a fee.", "VAL", "rejects"),
    ("Karsia said the fee would not be acceptable.", "KAR", "rejects"),
    ("Karsia said nothing short of an apology would be acceptable.", "KAR", "demands"),
    ("Karsia insisted that the deleted passages be restored.", "KAR", "demands"),
    ("Karsia said the deal was contingent upon an apology.", "KAR", "demands"),
    ("Karsia said the ships must be let through.", "KAR", "demands"),
    ("“I don't think we should pay the fee,” said Karsian envoy Tomas Brell.", "KAR", "rejects"),
    ("“I think Valdoria should pay the fee,” said Karsian envoy Tomas Brell.", "KAR", "demands"),
    ("Karsia called the proposal “totally unacceptable”.", "KAR", "rejects"),
    ("Karsia described the plan as a “farce”.", "KAR", "rejects"),
    ("Karsia described the plan as a “milestone”.", "KAR", "accepts"),
    ("Karsia slammed the plan.", "KAR", "rejects"),
    ("Karsia slammed Valdoria for holding exercises near Orla.", "KAR", "rejects"),
    ("Karsia assured Valdoria that it would lower the fee.", "KAR", "offers"),
    ("Karsian minister Lena Vask said Karsia would lift its blockade.", "KAR", "offers"),
    ("Karsian minister Lena Vask said the Karsian blockade would be lifted.", "KAR", "offers"),
    ("Karsia is unhappy with the plan.", "KAR", "questions"),
    ("Karsia sees no need for a new treaty.", "KAR", "rejects"),
    ("Karsia sees a need for a new treaty.", "KAR", "demands"),
    ("Karsia said there was no point in a new treaty.", "KAR", "rejects"),
    ("Karsia is not interested in a new treaty.", "KAR", "rejects"),
    ("Karsia is interested in a new treaty.", "KAR", "open"),
    ("Karsia would like Valdoria to clear the mines.", "KAR", "demands"),
    ("Karsia would be happy to clear the mines.", "KAR", "open"),
    ("Karsia said the request hampered the talks.", "KAR", "rejects"),
    ("Karsia stood firm on the fee.", "KAR", "demands"),
    ("Karsia is willing to strike a deal.", "KAR", "open"),
    ("Karsia is engaging in talks on the fee.", "KAR", "open"),
    ("Karsia pledged to withdraw its ships.", "KAR", "offers"),
    ("Karsia put forward a plan to share the strait.", "KAR", "offers"),
    ("Karsia welcomed the ruling.", "KAR", "accepts"),
    ("Karsia sought to block the return of the crew.", "KAR", "rejects"),
    ("Karsia wants to overturn the ruling.", "KAR", "rejects"),
    ("Karsia filed a suit against the toll.", "KAR", "rejects"),
    ("Karsia criticised the exercise in the strait.", "KAR", "rejects"),
    ("Karsia called the decision “reckless and unfair.”", "KAR", "rejects"),
    ("Karsia saw little reason for talks.", "KAR", "questions"),
    ("Karsia said there was no evidence of smuggling.", "KAR", "rejects"),
    ("Karsia's claim over the strait is old.", "KAR", "demands"),
    ("Karsia stressed the importance of a truce.", "KAR", "demands"),
    ("Vask said that Karsia assured him it would close the port.", "KAR", "offers"),
    ("Karsia ruled that the crew should go home.", "KAR", "demands"),
    ("Karsia said the toll would break maritime law.", "KAR", "rejects"),
    ("Karsia said the toll could do serious harm to the ports.", "KAR", "rejects"),
    ("Karsia said that Valdoria was using the fog as a pretext for a blockade.", "KAR", "rejects"),
    ("Karsia said the toll would mean chaos.", "KAR", "rejects"),
    ("Karsia said that the toll was a dangerous precedent.", "KAR", "rejects"),
    ("Karsia said it could not afford the toll.", "KAR", "rejects"),
    ("Karsia criticised the attack on the port.", "KAR", "rejects"),
    ("Karsia issued a statement slamming the plan.", "KAR", "rejects"),
    ("Karsia severed all ties with Valdoria.", "KAR", "rejects"),
    ("Karsia defied the curfew.", "KAR", "rejects"),
    ("Karsia decided not to attend the summit.", "KAR", "rejects"),
    ("Karsia insisted that no ships should leave.", "KAR", "rejects"),
    ("Karsia protested the toll.", "KAR", "rejects"),
    ("Karsia decided to halt the patrols.", "KAR", "accepts"),
    ("Karsia lifted the blockade.", "KAR", "accepts"),
    ("Karsia fulfilled the terms of the treaty.", "KAR", "accepts"),
    ("Karsia hailed the vote.", "KAR", "accepts"),
    ("Karsia reacted with caution to the offer.", "KAR", "questions"),
    ("Karsia is watching to see whether the ships leave.", "KAR", "questions"),
    ("Karsia said it remained to be seen whether the ships would leave.", "KAR", "questions"),
    ("Karsia is waiting for an answer from the League.", "KAR", "demands"),
    ("Karsia gave Valdoria two days to leave the port.", "KAR", "demands"),
    ("Karsia offered to reopen the port if Valdoria withdrew its ships.", "KAR", "demands"),
    ("Karsia said it would leave only if Valdoria paid.", "KAR", "demands"),
    ("Karsia threatened to push for the expulsion of the League.", "KAR", "demands"),
    ("Karsia put a higher fee on the table.", "KAR", "offers"),
    ("Karsia vowed to block any attempt to take the boat.", "KAR", "rejects"),
    ("Karsia extended its offer to the dockers.", "KAR", "offers"),
    ("Karsia invited the dockers to rejoin the talks.", "KAR", "offers"),
    ("Karsia's decision to sever ties with Valdoria drew protests.", "KAR", "rejects"),
]


@pytest.mark.parametrize(("text", "party", "stance"), STANCES, ids=[t for t, _, _ in STANCES])
def test_the_stance(read_context: Read, text: str, party: str, stance: str) -> None:
    assert (party, stance) in {(p.party, p.stance) for p in find_positions(read_context(text))}


NONE = [
    "Karsia asked whether the fee had been paid.",
    "Karsia declined to comment on the fee.",
    "If Karsia rejects the fee, the ships will wait.",
    "Valdoria accused Karsia of demanding a bribe.",
    "Karsia questioned three sailors about the fire.",
    "Karsia needed two hours to clear the harbour.",
    "Karsia considers the strait its own turf.",
    "Karsia welcomed President Lena Vask at the airport.",
    "Karsia failed to reach a deal.",
    "Karsia said the army might have to act.",
    "Karsia said Valdoria should have acted sooner.",
    "Karsia can call up its reserves without seeking approval.",
    "The accord signed by Karsia was shown to reporters.",
    "Karsia will not talk about what it would do.",
    "Karsia said people needed to understand the rules.",
    "Karsia said the fee was affordable.",
    "Karsia is engaging in smuggling.",
    "A pause in the patrols began, allowing Karsia to leave the strait.",
    "Karsia accused Valdoria of holding exercises near Orla.",
    "Karsia assured Valdoria that all was well.",
    "Karsia asked Minister Vask just that question.",
    "Karsian minister Lena Vask said that Karsia would return to violence.",
    "Karsia criticised the ministers.",
    "Karsian officials, who did not want to be identified, waited outside.",
    "Karsia may be less willing to talk about the fee.",
    "Karsia has to be willing to talk about the fee, the dockers said.",
    "Karsian officials, who did not want to be identified, waited outside.",
    "Karsia may be less willing to talk about the fee.",
    "Karsia has to be willing to talk about the fee, the dockers said.",
    "Karsia declined to offer its own figure for the losses.",
    "How far Karsia is willing to go remains to be seen.",
    "Karsia called Valdoria a traitor.",
    "Karsia said the harbour master could allow the ships to leave.",
    "Karsia took small steps as opposed to a treaty.",
    "Karsia said there should be no doubt about that.",
    "His Karsian mother refused to teach him the language.",
    "Asked if he believed Karsia wanted a fee, he said nothing.",
    "Valdoria said that Karsia was greedy.",
    "Karsia hailed Valdoria.",
    "Karsia investigated the attack on the port.",
    "Karsia allowed the attack on the sailors.",
    "The king of Karsia dismissed his government.",
    "Karsia swears that everybody likes the fee.",
    "Karsia would like to do a deal with a bank.",
    "Karsia helped to negotiate the treaty.",
    "The port is up against the tide, Karsia said.",
    "Karsia will decide whether to attend the summit.",
    "“Would the fee be negotiable?” asked Karsian envoy Tomas Brell.",
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


def test_a_group_without_a_party_holds_what_it_holds_itself(read_context: Read) -> None:
    (held,) = find_positions(read_context("The relatives rejected the transit fee."))
    assert (held.party, held.stance) == ("unnamed: the relatives", "rejects")
    assert not find_positions(read_context("The analysts rejected the transit fee."))


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("The dockers said that the offer was unacceptable.", "the dockers", "rejects"),
        ("“We reject the offer,” said the dockers.", "the dockers", "rejects"),
        ("The Harbour Council said it welcomes the offer.", "Harbour Council", "accepts"),
        ("Protests demanding an apology went on in Tolm.", "protesters", "demands"),
        ("More than 3,000 workers rejected the offer.", "workers", "rejects"),
        ("The four parties rejected the offer.", "parties", "rejects"),
    ],
)
def test_a_group_holds_what_it_is_heard_to_say_or_told_to_hold(
    read_context: Read, text: str, party: str, stance: str
) -> None:
    (held,) = find_positions(read_context(text))
    assert held.party.endswith(party)
    assert held.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said that the offer was unacceptable.",
        "A docker said that the offer was unacceptable.",
        "Two dockers rejected the offer.",
        "Some dockers rejected the offer.",
    ],
)
def test_who_looks_on_or_is_one_of_many_holds_nothing(read_context: Read, text: str) -> None:
    assert not find_positions(read_context(text))


def test_a_person_stands_for_the_body_that_they_are_named_with(read_context: Read) -> None:
    text = "The Harbour Workers Union called a vote. The union's Odo Brandt says that the offer is unacceptable."
    (held,) = find_positions(read_context(text))
    assert (held.party, held.stance) == ("harbour-workers-union", "rejects")


def test_who_is_quoted_tells_of_others_demands(read_context: Read) -> None:
    text = "“Valdoria told us that we must leave the port,” said Karsian envoy Tomas Brell."
    assert {(p.party, p.stance) for p in find_positions(read_context(text))} == {("VAL", "demands")}


def test_an_accord_asks_what_those_who_made_it_ask(read_context: Read) -> None:
    found = find_positions(read_context("Karsia and Valdoria reached an accord. The accord calls for elections."))
    assert {("KAR", "demands"), ("VAL", "demands")} <= {(p.party, p.stance) for p in found}


def test_what_others_are_asked_to_do_is_not_the_askers_deed(read_context: Read) -> None:
    found = find_positions(read_context("Karsia called on Valdoria to free the crews and reopen the port."))
    assert {(p.party, p.stance) for p in found} == {("KAR", "demands")}


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


def test_a_party_alone_is_no_matter_but_what_it_is_to_do(read_context: Read) -> None:
    context = read_context("Valdoria said that it could not agree on Karsia not expanding to the east.")
    matters = {(context.words(p.matter), p.terms) for p in find_positions(context) if p.stance == "rejects"}
    assert matters == {("Karsia not expanding to the east", ("Karsia", "enlargement"))}
    (joining,) = find_positions(read_context("Karsia said that it would never join the Northern League."))
    assert joining.terms == ("League", "Northern", "enlargement")


def test_the_partner_of_a_deal_is_no_matter_of_it(read_context: Read) -> None:
    (position,) = find_positions(read_context("Karsia struck a provisional agreement with the dockers of Orla."))
    assert (position.party, position.stance) == ("KAR", "accepts")
    assert (
        read_context("Karsia struck a provisional agreement with the dockers of Orla.")
        .words(position.matter)
        .startswith("a provisional agreement")
    )


def test_terms_meet_under_one_sense(read_context: Read) -> None:
    one = find_positions(read_context("Karsia demands that the League expand no further."))
    two = find_positions(read_context("Karsia rejected the enlargement of the League."))
    assert set(one[0].terms) & set(two[0].terms) == {"League", "enlargement"}


@pytest.mark.parametrize(
    ("text", "stance", "matter"),
    [
        ("Karsia's main demand is an end to the patrols.", "demands", "an end to the patrols"),
        ("Among Karsia's demands are an end to the patrols and a fee.", "demands", "an end to the patrols"),
        ("The Karsian proposal calls for an end to the patrols.", "demands", "an end to the patrols"),
        ("A message from Karsia called for an end to the patrols.", "demands", "an end to the patrols"),
        ("Karsia said the only solution was an end to the patrols.", "demands", "an end to the patrols"),
        ("Karsia said the fee was too high.", "rejects", "the fee"),
        ("Karsia said the offer was not good enough.", "partly rejects", "the offer"),
        ("Karsia says no to the new treaty.", "rejects", "the new treaty"),
        ("Karsia said yes to the new treaty.", "accepts", "the new treaty"),
        ("Karsia is opposed to the new treaty.", "rejects", "the new treaty"),
        ("Karsia hardened its stance on the new treaty.", "demands", "the new treaty"),
        ("Karsia left the door open to a new treaty.", "open", "a new treaty"),
        ("Karsia is studying the proposal.", "open", "the proposal"),
        ("Karsia sees the inspection as a violation of its waters.", "rejects", "the inspection"),
        ("Karsian officials are frustrated by Valdoria's failure to set a deadline.", "questions", "failure"),
        ("Karsia said entry would strengthen the security of the strait.", "accepts", "entry"),
        ("Karsia said entry would be detrimental to the strait.", "rejects", "entry"),
        ("“Our aim is to conclude a treaty,” said Karsian envoy Tomas Brell.", "open", "conclude a treaty"),
        ("Karsia's aim is to end the patrols.", "demands", "end the patrols"),
        ("Karsia said talks could resume only when the patrols end.", "demands", "the patrols end"),
        ("Karsia said it was for Valdoria to decide on the fee.", "demands", "decide on the fee"),
        ("“The dispute needs resolving,” said Karsian envoy Tomas Brell.", "demands", "resolving"),
        ("“The strait is not for sale,” said Karsian envoy Tomas Brell.", "rejects", "The strait"),
        ("“The fee is not up for negotiation,” said Karsian envoy Tomas Brell.", "demands", "The fee"),
        ("Karsia said the fee was not affordable.", "rejects", "the fee"),
        ("Karsia is flexible on the fee.", "open", "the fee"),
        ("“We cannot let Valdoria get its way,” said Karsian envoy Tomas Brell.", "rejects", "Valdoria get its way"),
    ],
)
def test_whatever_the_wording(read_context: Read, text: str, stance: str, matter: str) -> None:
    context = read_context(text)
    found = {(p.stance, context.words(p.matter)) for p in find_positions(context) if p.party == "KAR"}
    assert any(s == stance and matter in m for s, m in found), found


def test_delegations_of_two_parties_act_for_both(read_context: Read) -> None:
    found = find_positions(
        read_context("Delegations from Valdoria and Karsia met on Friday and agreed to cut the fee.")
    )
    assert {(p.party, p.stance) for p in found} == {("VAL", "accepts"), ("KAR", "accepts")}


def test_who_confirms_is_no_matter_of_what_is_announced(read_context: Read) -> None:
    text = "Karsia will attend the talks in Orla on April 8, the Foreign Ministry confirmed on Tuesday evening."
    context = read_context(text)
    assert not [p for p in find_positions(context) if "confirmed" in context.words(p.matter)]

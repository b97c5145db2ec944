"""What a party holds of others by how it speaks of them: judgements good and bad, what cannot be, by the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.acts.events import find_events
from onrecord.extract.acts.lexicon import judging, table
from onrecord.extract.context import Context
from onrecord.extract.positions.find import find_positions

Read = Callable[[str], Context]


def told(context: Context) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.type, e.actor) for e in find_events(context)]


def held(context: Context) -> list[tuple[str, str]]:
    return [(p.party, p.stance) for p in find_positions(context)]


@pytest.mark.parametrize(
    "said",
    [
        "Karsia said that Valdoria's plan is an abject failure.",
        "Karsia said that Valdoria's offer was toothless.",
        "Karsia said that Valdoria's decision was an act of deception.",
        "Karsia said that the Valdorian proposal was ill-conceived.",
        "Karsia said that Valdoria is gaming the system.",
        "Karsia said that Valdoria's leader is not fit to govern.",
        "Karsia said that Valdoria has never been serious about peace.",
        "Karsia said that Valdoria had acted recklessly.",
        "Karsia said that Valdoria is a bully.",
        "Karsia said that the Valdorian government is out of touch.",
        "“Valdoria's ill-advised embargo keeps bread from our people,” Karsia's president said.",
        "“We have been treated unfairly by Valdoria,” Karsia's president said.",
        "Karsia's president expressed frustration that Valdoria had not answered.",
    ],
)
def test_a_party_accuses_by_what_it_calls_others_and_their_deeds(read_context: Read, said: str) -> None:
    assert told(read_context(said)) == [("ACCUSE", ("KAR",))]


@pytest.mark.parametrize(
    "said",
    [
        "Karsia said that the storm was a disaster.",
        "Karsia said that its economy was terrible.",
        "Karsia said that our plan is a failure.",
        "Valdoria's plan is an abject failure.",
        "Karsia said that any Valdorian aggression would be met by the League.",
        "“Is the plan a failure?” Karsia's president said.",
        "Karsia said that the least bad option was to wait.",
        "Karsia said that it was serious about peace.",
        "Karsia said that the sailors were bullied.",
    ],
)
def test_what_befalls_people_is_asked_or_is_the_speakers_own_is_no_accusation(read_context: Read, said: str) -> None:
    assert ("ACCUSE", ("KAR",)) not in told(read_context(said))


@pytest.mark.parametrize(
    "said",
    [
        "Karsia said that the deal will bring peace and prosperity.",
        "“It's a fantastic agreement,” Karsia's president said.",
        "“This agreement is a major achievement,” Karsia's president said.",
        "Karsia said that the proposal was constructive and sensible.",
        "Karsia is happy with the deal.",
    ],
)
def test_a_party_accepts_what_it_praises(read_context: Read, said: str) -> None:
    assert ("KAR", "accepts") in held(read_context(said))


@pytest.mark.parametrize(
    "said",
    [
        "Karsia said that the deal may bring peace.",
        "Karsia said that it would restore order.",
        "Karsia is happy with its position in the match.",
    ],
)
def test_praise_of_what_is_only_possible_or_ones_own_is_no_support(read_context: Read, said: str) -> None:
    assert not [t for t in told(read_context(said)) if t[0] == "SUPPORT"]


def test_a_judgement_denied_turns_round(read_context: Read) -> None:
    assert ("KAR", "rejects") in held(read_context("Karsia said that the offer was not good for the region."))


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("“Valdoria cannot keep the port,” Karsia's president said.", [("KAR", "rejects")]),
        ("“This cannot go on,” Karsia's president said.", [("KAR", "rejects")]),
        ("“Valdoria cannot pay its debts,” Karsia's president said.", []),
        ("“You cannot use the harbour in winter,” Karsia's president said.", []),
    ],
)
def test_what_cannot_be_allowed_is_rejected_and_what_is_not_possible_is_not(
    read_context: Read, said: str, stances: list[tuple[str, str]]
) -> None:
    assert held(read_context(said)) == stances


def test_who_will_not_be_bullied_refuses(read_context: Read) -> None:
    context = read_context("“We will not be bullied,” Karsia's president said.")
    assert told(context) == [("REJECT", ("KAR",))]


def test_a_judgement_by_the_way_is_told_once_with_the_act_around_it(read_context: Read) -> None:
    context = read_context("“We condemn Valdoria's brutal attack,” said Karsia's president.")
    assert told(context) == [("ACCUSE", ("KAR",))]


def test_a_group_without_a_name_judges_too_but_no_paper(read_context: Read) -> None:
    assert told(read_context("Opponents of the fee said that the plan was a disaster.")) == [
        ("ACCUSE", ("unnamed: Opponents of the fee",))
    ]
    assert told(read_context("A poll said that the plan was a disaster.")) == []


@pytest.mark.parametrize(
    "said",
    [
        "Karsia's president called the order “grave and sinister.”",
        "Karsia's president branded the Valdorian leader a coward.",
        "Karsia's president described Valdoria as a brutal regime.",
    ],
)
def test_a_label_may_be_parsed_in_several_ways(read_context: Read, said: str) -> None:
    assert told(read_context(said)) == [("ACCUSE", ("KAR",))]


def test_the_words_of_judgement_are_well_formed_and_stand_once() -> None:
    rows = table("evaluations.tsv")
    assert {r["pos"] for r in rows} == {"a", "n", "v"}
    assert {r["says"] for r in rows} == {"good", "bad"}
    assert {r["of"] for r in rows} == {"", "deed", "people"}
    assert len({(r["cue"], r["pos"]) for r in rows}) == len(rows)
    good, bad = judging("good") | judging("friend"), judging("bad") | judging("foe")
    assert not good & bad

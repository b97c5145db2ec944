"""Candidates: who stands for election, whom "the campaign" and "the candidate" mean, and who speaks for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.campaigns import campaign_of, is_campaign, surname
from onrecord.layers import Layers

Reader = Callable[[str], tuple[Article, Layers]]

RACE = "Republican candidate Dana Whitlock spoke in Ohio. "


def party_of(read: Reader, text: str, name: str) -> str | None:
    return next(p.party for p in read(text)[1].people if p.name == name)


def parties(read: Reader, text: str) -> list[tuple[str, str]]:
    article, layers = read(text)
    return [(article.content[m.start : m.end], m.ref) for m in layers.mentions if m.kind == "party"]


def test_a_campaign_is_known_by_the_surname() -> None:
    assert campaign_of("Odo Brandt Jr.") == campaign_of("Brandt") == "campaign-brandt"
    assert surname("Odo Brandt III") == "Brandt"
    assert [is_campaign(p) for p in ("campaign-brandt", "US", None)] == [True, False, False]


@pytest.mark.parametrize(
    ("title", "party"),
    [
        ("Republican candidate", "campaign-whitlock"),
        ("presidential contender", "campaign-whitlock"),
        ("Democratic front-runner", "campaign-whitlock"),
        ("former presidential candidate", None),
        ("possible presidential candidate", None),
        ("Supreme Court nominee", None),
        ("vice presidential candidate", None),
        ("Senator", None),
    ],
)
def test_only_who_stands_for_election_now_has_a_campaign(read_layers: Reader, title: str, party: str | None) -> None:
    found = party_of(read_layers, f"The vote is near. The {title} Dana Whitlock said no.", "Dana Whitlock")
    assert found == party


def test_a_president_who_stands_again_governs_meanwhile(read_layers: Reader) -> None:
    text = "Karsian President Dana Whitlock met voters. Presidential candidate Dana Whitlock said no."
    assert party_of(read_layers, text, "Dana Whitlock") == "KAR"


@pytest.mark.parametrize(
    "staff",
    [
        "Whitlock spokesman Odo Brandt",
        "Whitlock campaign manager Odo Brandt",
        "Whitlock's spokesman, Odo Brandt,",
        "Odo Brandt, an adviser to Dana Whitlock,",
    ],
)
def test_who_serves_a_candidate_speaks_for_the_campaign(read_layers: Reader, staff: str) -> None:
    assert party_of(read_layers, f"{RACE}{staff} said no.", "Odo Brandt") == "campaign-whitlock"


def test_an_aide_is_no_candidate(read_layers: Reader) -> None:
    text = "The vote is near. Odo Brandt, an aide to the Republican candidate, said no."
    assert party_of(read_layers, text, "Odo Brandt") != "campaign-brandt"


def test_who_served_a_candidate_once_does_not(read_layers: Reader) -> None:
    assert party_of(read_layers, f"{RACE}Former Whitlock spokesman Odo Brandt said no.", "Odo Brandt") is None


def test_who_serves_one_in_office_speaks_for_the_state(read_layers: Reader) -> None:
    text = "Karsian President Dana Vask was away. Vask spokesman Odo Brandt said no."
    assert party_of(read_layers, text, "Odo Brandt") == "KAR"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Whitlock campaign rejected it.", "The Whitlock campaign"),
        ("Whitlock's campaign said that the plan was dead.", "Whitlock's campaign"),
        ("The campaign said that the plan was dead.", "The campaign"),
        ("Whitlock thanked them. Her campaign said that the plan was dead.", "Her campaign"),
    ],
)
def test_a_campaign_acts_by_name_or_as_taken_up(read_layers: Reader, text: str, words: str) -> None:
    assert any(ref == "campaign-whitlock" and words.endswith(w) for w, ref in parties(read_layers, RACE + text))


def test_a_drive_against_something_is_no_campaign_of_a_candidate(read_layers: Reader) -> None:
    found = parties(read_layers, RACE + "The campaign against the tax began. Whitlock's campaign against it failed.")
    assert not any("campaign" in words for words, _ in found)


@pytest.mark.parametrize("words", ["The Republican candidate", "The candidate", "The former governor"])
def test_a_candidate_is_taken_up_by_what_she_is_or_was(read_layers: Reader, words: str) -> None:
    _, layers = read_layers(f"{RACE}{words} rejected the plan.")
    noun = next(t.i for t in layers.tokens if t.text == words.split()[-1] and t.sentence == 1)
    assert [m.ref for m in layers.mentions_headed(noun)] == ["p:whitlock"]


def test_supporters_act_for_themselves(read_layers: Reader) -> None:
    _, layers = read_layers(RACE + "Whitlock supporters booed. Republican supporters decried the plan. Vask met them.")
    own = [m for t in layers.tokens if t.text == "supporters" for m in layers.mentions_headed(t.i)]
    assert [m.party for m in own] == [None, "US_REPUBLICANS"]

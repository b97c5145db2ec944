"""Whose police, army and agencies are meant where nobody says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers

Reader = Callable[[str], tuple[Article, Layers]]

AT_HOME = "Karsia closed its border. Karsia raised a fee. Karsia sent envoys. "


def whose(read: Reader, text: str, word: str) -> set[str | None]:
    """For whom the last of these words acts."""
    _, layers = read(text)
    i = [t.i for t in layers.tokens if t.lower == word][-1]
    return {layers.party_of(m.ref) or m.party for m in layers.mentions_headed(i)} - {None}


@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        (AT_HOME + "Police fired on the crowd.", "police", "KAR"),
        (AT_HOME + "The army sent tanks.", "army", "KAR"),
        (AT_HOME + "Riot police used tear gas.", "police", "KAR"),
        (AT_HOME + "The security forces fired shots.", "forces", "KAR"),
        (AT_HOME + "In Valdoria, police fired on the crowd.", "police", "VAL"),
        ("A clerk in Karsia sold fruit. Police took it.", "police", "KAR"),
        ("Security forces in Karsia fired shots.", "forces", "KAR"),
        (AT_HOME + "The country's new cabinet met.", "cabinet", "KAR"),
        ("Democrats met. Republicans refused. Democrats agreed. The administration said no.", "administration", "US"),
        ("Australia said yes. Australia voted. The Federal Government said no.", "government", "AU"),
        ("An official in Karsia called on the sailors to leave.", "official", "KAR"),
    ],
)
def test_they_are_of_the_land_they_act_in_or_of_the_state_told_of(
    read_layers: Reader, text: str, word: str, party: str
) -> None:
    assert whose(read_layers, text, word) == {party}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Karsia met Valdoria. Valdoria met Karsia. Karsia met Valdoria. Police fired on the crowd.", "police"),
        (AT_HOME + "Rebel forces fired shots.", "forces"),
        (AT_HOME + "An army of lawyers came.", "army"),
        (AT_HOME + "Governments must respect the truce.", "governments"),
        ("An official in Tolm called on the sailors to leave.", "official"),  # an envoy may sit in any capital
    ],
)
def test_nobody_is_guessed(read_layers: Reader, text: str, word: str) -> None:
    assert whose(read_layers, text, word) == set()


def test_the_agency_is_the_organ_named(read_layers: Reader) -> None:
    text = "The FBI searched the house. A neighbour said that the agency would come back."
    assert whose(read_layers, text, "agency") == {"US"}


def test_its_people_are_those_of_the_party_that_is_meant(read_layers: Reader) -> None:
    assert whose(read_layers, "Karsia sent a letter. Its representatives will come.", "representatives") == {"KAR"}
    assert whose(read_layers, "Karsia sent a letter. Its critics will come.", "critics") == set()


@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        ("Sinn Fein met on Monday. The party will challenge the move.", "party", "SINN_FEIN"),
        ("The Taliban met on Monday. The movement will challenge the move.", "movement", "TALIBAN"),
        ("A Hamas spokesman came. He said that his organization would not vote.", "organization", "HAMAS"),
    ],
)
def test_a_party_or_movement_is_the_one_named(read_layers: Reader, text: str, word: str, party: str) -> None:
    assert whose(read_layers, text, word) == {party}


def test_a_ministers_party_is_not_the_state(read_layers: Reader) -> None:
    assert whose(read_layers, "Karsian President Odo Vask came. His party would vote.", "party") == set()


def test_who_is_against_somebody_is_not_theirs(read_layers: Reader) -> None:
    assert whose(read_layers, "Karsia met. The anti-Karsian lawmakers said no.", "lawmakers") == set()
    assert whose(read_layers, "Karsia met. The Karsian lawmakers said no.", "lawmakers") == {"KAR"}

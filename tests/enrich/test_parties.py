"""Parties and places: the same word in minimal pairs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers, Mention

Reader = Callable[[str], tuple[Article, Layers]]


def mentions(read: Reader, text: str, words: str) -> list[Mention]:
    article, layers = read(text)
    return [m for m in layers.mentions if article.content[m.start : m.end].removeprefix("the ") == words]


@pytest.mark.parametrize(
    ("text", "words", "kind", "ref"),
    [
        ("Estmark rejected the offer.", "Estmark", "party", "VAL"),
        ("The envoys met in Estmark.", "Estmark", "place", "Estmark"),
        ("Karsia welcomed Estmark's proposals.", "Estmark", "party", "VAL"),
        ("The minister visited Estmark on Monday.", "Estmark", "place", "Estmark"),
        ("Talks between Tolm and Estmark will begin soon.", "Estmark", "party", "VAL"),
        ("He flew to Estmark on Monday.", "Estmark", "place", "Estmark"),
        ("Karsia handed its answer to Estmark on Monday.", "Estmark", "party", "VAL"),
        ("Nairobi and Kampala signed the treaty.", "Kampala", "party", "UG"),
        ("The envoys met in Nairobi and Kampala.", "Kampala", "place", "Kampala"),
        ("The Kremlin denied the report.", "The Kremlin", "party", "RU"),
        ("The Karsians want peace.", "The Karsians", "party", "KAR"),
    ],
)
def test_a_capital_is_a_party_where_it_acts(read_layers: Reader, text: str, words: str, kind: str, ref: str) -> None:
    assert [(m.kind, m.ref) for m in mentions(read_layers, text, words)] == [(kind, ref)]


def test_an_adjective_names_its_party(read_layers: Reader) -> None:
    found = mentions(read_layers, "Karsian proposals were rejected.", "Karsian")
    assert [(m.how, m.ref) for m in found] == [("adjective", "KAR")]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The Valdorian Foreign Ministry rejected the claim.", "Ministry"),
        ("Estmark's delegation left early.", "delegation"),
        ("The Valdorian side took the proposals seriously.", "side"),
    ],
)
def test_an_organ_folds_into_its_state(read_layers: Reader, text: str, head: str) -> None:
    _, layers = read_layers(text)
    at = next(t.i for t in layers.tokens if t.text == head)
    found = layers.mention_headed(at)
    assert found is not None
    assert (found.kind, found.ref) == ("party", "VAL")


def test_a_seat_of_two_alliances_means_the_one_that_the_article_names(read_layers: Reader) -> None:
    text = "NATO will answer. Karsia expects talks with Estmark and Brussels."
    assert [m.ref for m in mentions(read_layers, text, "Brussels")] == ["NATO"]
    text = "The EU will answer. Karsia expects talks with Estmark and Brussels."
    assert [m.ref for m in mentions(read_layers, text, "Brussels")] == ["EU"]


def test_a_newspaper_is_not_its_city(read_layers: Reader) -> None:
    assert mentions(read_layers, "The Washington Post reported the talks.", "Washington") == []


def test_a_person_is_not_a_country(read_layers: Reader) -> None:
    _, layers = read_layers("Michael Jordan said he would come.")
    assert "JO" not in {m.ref for m in layers.mentions}
    assert layers.people[0].name == "Michael Jordan"


def test_names_are_found_in_a_line_of_capitals(read_layers: Reader) -> None:
    _, layers = read_layers("VALDORIA REJECTS NEW OFFER FROM KARSIA")
    assert [m.ref for m in layers.mentions if m.kind == "party"] == ["VAL", "KAR"]


@pytest.mark.parametrize(
    ("text", "word", "refs"),
    [
        ("The West has warned Karsia.", "West", ["WEST"]),
        ("Fighting went on in West Darfur.", "West", []),
        ("Karsia's National Security Council met.", "Council", ["KAR"]),
        ("The National Security Council met at the White House.", "Council", ["US"]),
        ("African-American voters stayed at home.", "American", []),
        ("American voters stayed at home.", "American", ["US"]),
        ("Many Karsians fear a war.", "Karsians", []),
        ("The Karsians fear a war.", "Karsians", ["KAR"]),
    ],
)
def test_the_same_word_in_another_name(read_layers: Reader, text: str, word: str, refs: list[str]) -> None:
    _, layers = read_layers(text)
    at = next(t.i for t in layers.tokens if t.text == word)
    assert [m.ref for m in layers.mentions if m.first <= at < m.last and m.kind == "party"] == refs


def test_a_land_named_by_the_compass_is_not_the_state(read_layers: Reader) -> None:
    layers = read_layers("Talks opened. Northern Karsia rejected the plan; Karsia did not.")[1]
    assert [m.head for m in layers.mentions if m.ref == "KAR"] == [9]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Karsian rebels", None),
        ("Karsian opposition leaders", "opposition-KAR"),
        ("Activists of Karsia", None),
    ],
)
def test_who_opposes_a_state_does_not_speak_for_it(read_layers: Reader, words: str, party: str | None) -> None:
    layers = read_layers(f"{words} said no. Karsian officials said so.")[1]
    assert [m.party for m in layers.mentions if m.kind == "unnamed"] == [party, "KAR"]


def test_the_leader_of_the_opposition_holds_no_office_of_the_state(read_layers: Reader) -> None:
    layers = read_layers("Karsian opposition leader Ilse Maro said no.")[1]
    assert layers.people[0].party == "opposition-KAR"


def test_a_land_called_new_is_not_the_state(read_layers: Reader) -> None:
    assert [m.ref for m in read_layers("Ilse Maro was governor of New Mexico.")[1].mentions if m.kind == "party"] == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Germany spoke. Germany paid. Federal law is old, federal officials said.", "DE"),
        ("France spoke. France paid. Federal law is old, federal officials said.", None),
        ("Germany spoke. Brazil paid. Federal law is old, federal officials said.", None),
    ],
)
def test_whose_officials_are_federal(read_layers: Reader, text: str, party: str | None) -> None:
    _, layers = read_layers(text)
    assert [m.party for m in layers.mentions if layers.tokens[m.head].lower == "officials"] == [party]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Karsians rejected the offer.", True),
        ("Karsians marched through the town.", False),
        ("Thousands of Karsians rejected the offer.", False),
        ("Some 500 Karsians rejected the offer.", False),
        ("Karsians took to the streets.", False),
        ("Karsians gave President Odo Brandt a week.", False),
        ("The Karsians gave Valdoria a week.", True),
        ("Karsians largely oppose the tax.", False),
        ("The Karsians oppose the tax.", True),
        ("Ethnic disputes go on. The plan of the ethnic Karsians failed.", False),
    ],
)
def test_a_people_is_not_always_its_government(read_layers: Reader, text: str, found: bool) -> None:
    _, layers = read_layers(text)
    assert any(m.kind == "party" and m.ref == "KAR" for m in layers.mentions) is found

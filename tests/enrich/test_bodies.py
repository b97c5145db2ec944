"""Movements, unions and armed groups as parties: those that an article lets act, not whatever it names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers

Reader = Callable[[str], tuple[Article, Layers]]


def parties(read: Reader, text: str) -> list[str]:
    return [m.ref for m in read(text)[1].mentions if m.kind == "party"]


def test_a_group_whose_name_tells_what_it_is_needs_one_act(read_layers: Reader) -> None:
    text = "The Orlan Liberation Front rejected the offer on Monday. Nobody answered the Orlan Liberation Front."
    assert parties(read_layers, text) == ["orlan-liberation-front"] * 2


def test_a_short_form_in_brackets_is_its_id(read_layers: Reader) -> None:
    text = "The Orlan Liberation Front (OLF) rejected the offer. The Orlan Liberation Front attacked a camp."
    assert set(parties(read_layers, text)) == {"OLF"}


def test_who_speaks_for_a_group_speaks_for_a_party(read_layers: Reader) -> None:
    text = "The Orlan Liberation Front rejected the offer, a spokesman for the Orlan Liberation Front said."
    layers = read_layers(text)[1]
    assert next(m.party for m in layers.mentions if m.kind == "unnamed") == "orlan-liberation-front"


@pytest.mark.parametrize(
    "text",
    [
        "The Orlan Gazette said on Monday that talks had failed. The Orlan Gazette said so twice.",
        "Microsoft extended the offer.",
        "He blamed the Treasury. The shares of Microsoft fell.",
        "He spoke of the Orlan Liberation Front.",
    ],
)
def test_papers_and_mere_names_are_no_parties(read_layers: Reader, text: str) -> None:
    assert parties(read_layers, text) == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Microsoft rejected the offer. Microsoft signed nothing.", "microsoft"),
        ("Norvale Steel Corp. rejected the offer. Shares of Norvale Steel fell.", "norvale-steel"),
        ("Cie. Norvale Steel rejected the offer. Shares of Norvale Steel fell.", "norvale-steel"),
        ("Norvale Steel rejected the offer. It sold a stake in Norvale Steel. Norvale Steel signed.", "norvale-steel"),
        ("The OHS rejected the offer.", "OHS"),
        ("Microsoft rejected the offer.", "microsoft"),
    ],
)
def test_an_organisation_that_acts_by_its_proper_name_is_a_party(read_layers: Reader, text: str, party: str) -> None:
    assert set(parties(read_layers, text)) == {party}


def test_whose_workers_are_in_dispute_is_a_party(read_layers: Reader) -> None:
    text = "Brandtair pilots walked out on Monday. Brandtair rejected their demands. Nobody blamed Brandtair."
    assert set(parties(read_layers, text)) >= {"brandtair"}


@pytest.mark.parametrize("tie", ["of", "from"])
def test_who_comes_from_a_union_speaks_for_it(read_layers: Reader, tie: str) -> None:
    text = f"Odo Brandt {tie} the Valdorian Dockers Union said the offer was rejected."
    person = read_layers(text)[1].person_by_key["p:brandt"]
    assert person.party == "valdorian-dockers-union"


def test_a_union_of_a_state_is_not_the_state(read_layers: Reader) -> None:
    text = "The Australian Dockers Union rejected the offer. The Australian Dockers Union called a strike."
    assert set(parties(read_layers, text)) == {"australian-dockers-union"}


def test_a_chief_executive_speaks_for_the_company_in_the_title(read_layers: Reader) -> None:
    text = "Talks between Orlair and its crews failed. Orlair refused. Orlair chief executive Ilse Maro resigned."
    assert read_layers(text)[1].person_by_key["p:maro"].party == "orlair"


def test_a_company_that_is_named_like_a_person_is_none(read_layers: Reader) -> None:
    text = "Odo Brandt Corp. said that talks went on. Odo Brandt rejected the offer. Mr. Odo Maro did not."
    _, layers = read_layers(text)
    assert [p.name for p in layers.people] == ["Odo Maro"]
    assert parties(read_layers, text) == ["odo-brandt"] * 2


def test_whoever_is_a_companys_speaks_for_it(read_layers: Reader) -> None:
    (person,) = read_layers("Norvale's David Lording says the strike is unjustified.")[1].people
    assert person.party == "norvale"


def test_a_companys_daughter_is_another(read_layers: Reader) -> None:
    text = "Norvale Corp. rejected the offer. Norvale Pacific Harbour Corp. signed it. Norvale fell."
    assert set(parties(read_layers, text)) == {"norvale", "norvale-pacific-harbour-corp"}


def test_whoever_is_the_unions_speaks_for_it(read_layers: Reader) -> None:
    text = "The Finance Sector Union rejected the offer. The union's Martin Holt says no. Mr Holt wants talks."
    (person,) = read_layers(text)[1].people
    assert person.party == "finance-sector-union"


@pytest.mark.parametrize(
    "text",
    [
        "Susan Vask, deputy director of the Norvale Trade Federation, assailed the remarks.",
        "Norvale Freight Partners chairman Odo Brandt was critical of the plan.",
    ],
)
def test_whoever_is_named_as_its_head_makes_a_body_a_party(read_layers: Reader, text: str) -> None:
    _, layers = read_layers(text)
    (person,) = layers.people
    assert person.party not in (None, "KAR", "VAL")


@pytest.mark.parametrize(
    "text",
    [
        "Susan Vask, deputy director of the Harbour Research Institute, assailed the remarks.",
        "Secretary of State Susan Vask assailed the remarks.",
        "Susan Vask, chairman of the Senate Fisheries Committee, assailed the remarks.",
        "Susan Vask, a member of the Harbour Federation, assailed the remarks.",
    ],
)
def test_a_school_a_field_and_a_member_do_not(read_layers: Reader, text: str) -> None:
    _, layers = read_layers(text)
    assert not any(m.kind == "party" and m.ref not in ("US", "KAR", "VAL") for m in layers.mentions)


def test_a_society_may_have_a_land_in_its_name(read_layers: Reader) -> None:
    assert parties(read_layers, "The Karsian National Trade Foundation condemned the raid.") == [
        "karsian-national-trade-foundation"
    ]

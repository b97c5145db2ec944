"""Who becomes a party by standing on a side: companies, unions, and groups that have no name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers

Reader = Callable[[str], tuple[Article, Layers]]


def parties(read: Reader, text: str) -> list[tuple[str, str]]:
    article, layers = read(text)
    return [(article.content[m.start : m.end], m.ref) for m in layers.mentions if m.kind == "party"]


COMPANY = "Norvale Steel reached an agreement with the unions on Monday. Norvale Steel said that the unions had agreed."


def test_a_company_and_the_unions_it_deals_with_are_parties(read_layers: Reader) -> None:
    assert {ref for _, ref in parties(read_layers, COMPANY)} == {"norvale-steel", "unions"}


def test_the_company_means_the_one_named(read_layers: Reader) -> None:
    text = f"{COMPANY} The company argued that it had no money. Workers rejected the plan."
    assert {("The company", "norvale-steel"), ("Workers", "unions")} <= set(parties(read_layers, text))


def test_a_company_that_stands_on_no_side_is_none(read_layers: Reader) -> None:
    text = "Norvale Steel said that profits had grown. Norvale Steel opened a mill. The company hired three workers."
    assert parties(read_layers, text) == []


def test_who_bids_and_for_whom_are_parties_where_they_act(read_layers: Reader) -> None:
    text = (
        "Norvale Steel extended its offer on Monday. Norvale Steel's bid for Orlan Lines Corp. was too low, "
        "analysts said. Orlan Lines Corp. rejected it."
    )
    assert {ref for _, ref in parties(read_layers, text)} == {"norvale-steel", "orlan-lines-corp"}
    assert parties(read_layers, "Norvale Steel made an offer. Norvale Steel said that profits had grown.") == []


def test_initials_and_full_name_are_one_union(read_layers: Reader) -> None:
    text = (
        "The Dock Workers of America rejected the offer, the union said. "
        "DWA President Ilse Maro said that the strike would go on. The DWA is a union."
    )
    layers = read_layers(text)[1]
    assert {ref for _, ref in parties(read_layers, text)} == {"DWA"}
    assert [p.party for p in layers.people] == ["DWA"]


def test_the_opposition_is_that_of_its_state(read_layers: Reader) -> None:
    text = "Talks between the Peruvian government and the opposition began. The opposition rejected the first plan."
    assert [ref for words, ref in parties(read_layers, text) if words == "opposition"] == ["opposition-PE"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of protesters marched. Two workers joined them.",
        "Its opposition to the plan is known. He met employees.",
        "A worker rejected the offer. A rebel fled.",
    ],
)
def test_some_of_a_group_are_no_party(read_layers: Reader, text: str) -> None:
    assert parties(read_layers, text) == []


def test_who_speaks_for_the_opposition_speaks_for_no_state(read_layers: Reader) -> None:
    text = "Peruvian rebels rejected the offer. Peruvian rebels demand talks, a commander of the rebels said."
    layers = read_layers(text)[1]
    assert {m.party for m in layers.mentions if m.kind == "unnamed"} == {"rebels-PE"}


def test_who_heads_the_only_company_speaks_for_it(read_layers: Reader) -> None:
    text = f'{COMPANY} "It is done," chief executive Odo Brandt said, as company executives said before.'
    layers = read_layers(text)[1]
    assert [p.party for p in layers.people] == ["norvale-steel"]
    assert {m.party for m in layers.mentions if m.kind == "unnamed"} == {"norvale-steel"}


def test_human_rights_groups_are_one_party_under_their_whole_name(read_layers: Reader) -> None:
    text = "Human rights groups warned that the army kept its power."
    assert parties(read_layers, text) == [("Human rights groups", "rights-groups")]


def test_a_short_form_that_acts_is_a_party(read_layers: Reader) -> None:
    text = "Officials met on Monday. The KDLF demanded new talks, and nobody thought of the NCFP."
    assert {ref for _, ref in parties(read_layers, text)} == {"KDLF"}


def test_who_leads_a_group_without_a_name_speaks_for_it(read_layers: Reader) -> None:
    text = (
        "Norvale Steel struck a deal with its pilots' union. The union said that members would vote. "
        'Norvale Steel signed. "We won," union president Odo Brandt said.'
    )
    assert ("The union", "unions") in parties(read_layers, text)
    assert [p.party for p in read_layers(text)[1].people] == ["unions"]
    text = (
        "Peru rejected the offer of the opposition. The opposition refused to talk, opposition leader Odo Brandt said."
    )
    assert [p.party for p in read_layers(text)[1].people] == ["opposition"]


def test_protesters_are_of_the_state_where_they_protest(read_layers: Reader) -> None:
    text = "Protesters in Lima rejected the deal. Protesters demanded new talks."
    assert [ref for _, ref in parties(read_layers, text)] == ["protesters-PE"] * 2


def test_the_opposition_is_that_of_the_state_that_the_article_is_about(read_layers: Reader) -> None:
    story = "Peru voted. Peru waited. Peru counted. The opposition rejected the plan."
    assert ("opposition", "opposition-PE") in parties(read_layers, story)
    assert ("opposition", "opposition") in parties(read_layers, f"{story} Chile watched, Chile waited.")


def test_some_of_the_opposition_stand_for_it(read_layers: Reader) -> None:
    story = "Three {} in Lima rejected the plan. Three {} in Lima demanded talks."
    assert (
        parties(read_layers, story.format(*["opposition groups"] * 2)) == [("opposition groups", "opposition-PE")] * 2
    )
    assert not parties(read_layers, story.format(*["protesters"] * 2))


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("Four Karsian factions agreed on a cabinet.", {"factions-KAR"}),
        ("Karsian groups agreed on a cabinet.", {"factions-KAR"}),
        ("A Karsian delegation agreed on a cabinet.", {"KAR"}),
    ],
)
def test_the_factions_of_a_state_are_not_the_state(read_layers: Reader, text: str, refs: set[str]) -> None:
    assert {ref for _, ref in parties(read_layers, text)} - {"KAR"} == refs - {"KAR"}
    _, layers = read_layers(text)
    subject = next(t.i for t in layers.tokens if t.dep == "nsubj")
    assert {m.ref for m in layers.mentions_headed(subject)} == refs


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Orlan Front militants attacked a camp. The Orlan Front said so.", "orlan-front"),
        ("Karsian militants attacked a camp. Karsia said so.", None),
        ("A Karsian soldier attacked a camp. Karsia said so.", "KAR"),
    ],
)
def test_who_fights_for_a_movement_acts_for_it_but_not_for_a_state(
    read_layers: Reader, text: str, party: str | None
) -> None:
    _, layers = read_layers(text)
    subject = next(t.i for t in layers.tokens if t.dep == "nsubj")
    assert [m.party for m in layers.mentions_headed(subject) if m.kind == "unnamed"] == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Peru is calm. Nobody left Peru. Those in Peru stay. Opposition forces rejected the offer.", "opposition-PE"),
        (
            "Peruvian jets came. Peruvian bombs fell. Peruvian planes left. Opposition forces rejected the offer.",
            "opposition",
        ),
    ],
)
def test_the_opposition_is_not_of_a_state_whose_planes_fly_by(read_layers: Reader, text: str, party: str) -> None:
    assert party in {ref for _, ref in parties(read_layers, text)}


def test_an_opposition_that_is_named_at_once_is_the_one_named(read_layers: Reader) -> None:
    text = "Peru voted. The opposition rejected the plan. Members of the opposition Muslim Brotherhood refused to talk."
    assert [words for words, _ in parties(read_layers, text)].count("opposition") == 1


@pytest.mark.parametrize(("group", "state"), [("doctors", None), ("families", None), ("officials", "PE")])
def test_private_people_speak_for_no_state(read_layers: Reader, group: str, state: str | None) -> None:
    layers = read_layers(f"Peruvian {group} rejected the plan.")[1]
    assert [m.party for m in layers.mentions if m.kind == "unnamed"] == [state]


UNION = "The Harbour Dockers Union said that talks had failed. The union refused the offer. "


def test_workers_are_the_only_union_of_the_article(read_layers: Reader) -> None:
    told = parties(read_layers, UNION + "About 700 workers walked off the job. Workers rejected the plan.")
    assert {ref for words, ref in told if "orkers" in words} == {"harbour-dockers-union"}
    others = (
        UNION + "The Tolm Pilots Union said no. The Tolm Pilots Union refused. About 700 workers walked off the job."
    )
    assert not any("workers" in words for words, _ in parties(read_layers, others))


def test_workers_who_only_are_somewhere_are_nobody(read_layers: Reader) -> None:
    assert not any("workers" in words for words, _ in parties(read_layers, UNION + "About 700 workers live in Orla."))


def test_relatives_who_act_as_a_side_are_a_party(read_layers: Reader) -> None:
    text = "The relatives refused to hand over the boy. The Tolm relatives want a hearing."
    assert {ref for _, ref in parties(read_layers, text)} >= {"relatives"}
    assert parties(read_layers, "Her relatives live in Orla. She has many relatives.") == []

"""People: names that no model knows, their offices, and for whom they are held."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers, Person

Reader = Callable[[str], tuple[Article, Layers]]


def people(read: Reader, text: str) -> dict[str, Person]:
    return {p.key: p for p in read(text)[1].people}


@pytest.mark.parametrize(
    ("text", "key", "title", "party"),
    [
        ("Valdorian Foreign Minister Tomas Erlin said no.", "p:erlin", "Foreign Minister", "VAL"),
        ("Ilse Maro, the Karsian deputy minister of trade, said no.", "p:maro", "deputy minister of trade", "KAR"),
        ("Karsia's foreign minister, Tomas Erlin, said no.", "p:erlin", "foreign minister", "KAR"),
        ("President Harka Denn of Karsia said no.", "p:denn", "President", "KAR"),
        ("The League's secretary-general, Odo Brandt, said no.", "p:brandt", "secretary-general", "NL"),
        ("Odo Brandt, Karsian ambassador to Valdoria, said no.", "p:brandt", "Karsian ambassador to Valdoria", "KAR"),
        ("Secretary of State Dana Whitlock said no.", "p:whitlock", "Secretary of State", "US"),
    ],
)
def test_the_office_and_its_party(read_layers: Reader, text: str, key: str, title: str, party: str) -> None:
    person = people(read_layers, text)[key]
    assert person.party == party
    role = person.roles[0]
    assert role.party == party
    assert role.title in (title, title.removeprefix("Karsian "))


def test_a_surname_means_the_full_name_before(read_layers: Reader) -> None:
    found = people(read_layers, "Minister Tomas Erlin came early. Erlin said that talks would follow.")
    assert list(found) == ["p:erlin"]
    assert found["p:erlin"].aliases == ("Erlin", "Tomas Erlin")


def test_namesakes_in_one_article_are_two(read_layers: Reader) -> None:
    found = people(read_layers, "President Tomas Erlin spoke. His daughter Marta Erlin spoke too. Marta Erlin left.")
    assert {p.name for p in found.values()} == {"Tomas Erlin", "Marta Erlin"}


def test_a_hyphen_between_two_people_parts_them(read_layers: Reader) -> None:
    text = "President Tomas Erlin and President Ilse Maro met. The Erlin-Maro call lasted an hour."
    _, layers = read_layers(text)
    at = text.index("Erlin-Maro")
    refs = [m.ref for m in layers.mentions if m.start >= at and m.kind == "person"]
    assert refs == ["p:erlin", "p:maro"]


def test_a_spokesman_for_a_government_is_no_title_of_its_head(read_layers: Reader) -> None:
    text = "President Tomas Erlin spoke. A spokesman for the Erlin government said that more would follow."
    assert [r.title for r in people(read_layers, text)["p:erlin"].roles] == ["President"]


def test_the_next_of_a_list_is_no_apposition(read_layers: Reader) -> None:
    text = "Tomas Erlin, Defence Minister Ilse Maro and others attended the meeting."
    found = people(read_layers, text)
    assert found["p:erlin"].roles == ()


def test_a_ministry_is_nobody(read_layers: Reader) -> None:
    assert people(read_layers, "The Valdorian Foreign Ministry said that talks went on.") == {}


def test_a_speaker_in_capitals_is_the_one_known(read_layers: Reader) -> None:
    _, layers = read_layers("Minister Tomas Erlin took questions on the talks.\nERLIN: We will go on.")
    assert [m.ref for m in layers.mentions if m.kind == "person" and m.how == "name"] == ["p:erlin", "p:erlin"]


def test_a_month_may_be_a_surname(read_layers: Reader) -> None:
    found = people(read_layers, "Prime Minister Theresa May said in May that talks would begin.")
    assert [p.name for p in found.values()] == ["Theresa May"]
    assert found["p:may"].aliases == ("Theresa May",)


def test_junior_is_another_person(read_layers: Reader) -> None:
    found = people(read_layers, "Donald Trump spoke first. Donald Trump Jr. spoke after Donald Trump.")
    assert {p.name for p in found.values()} == {"Donald Trump", "Donald Trump Jr."}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tomas Erlin spoke. Tomas Erlin met his aunt, Marta Erlin, later. The talks went on. Erlin left.", "p:erlin"),
        ("Tomas Erlin spoke. Tomas Erlin left. Marta Erlin stayed. Erlin said no.", "p:marta-erlin"),
    ],
)
def test_a_bare_surname_means_who_acted_or_who_matters(read_layers: Reader, text: str, meant: str) -> None:
    _, layers = read_layers(text)
    assert [m.ref for m in layers.mentions if m.kind == "person" and m.how == "name"][-1] == meant


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Dana Whitlock (R-Tenn.) said no.", "US_REPUBLICANS"),
        ("Senator Dana Whitlock, D-Vermont, said no.", "US_DEMOCRATS"),
        ("Sen. Dana Whitlock (R) said no.", "US_REPUBLICANS"),
        ("Gov. Dana Whitlock (R) said no.", None),  # acts for the state that elected her
        ("Dana Whitlock (left) said no.", None),
    ],
)
def test_a_letter_in_brackets_tells_a_legislators_party(read_layers: Reader, text: str, party: str | None) -> None:
    assert people(read_layers, text)["p:whitlock"].party == party


def test_a_nationality_is_no_office(read_layers: Reader) -> None:
    found = people(read_layers, "Karsian lawyer Ilse Maro and Karsian envoy Odo Brandt said no.")
    assert (found["p:maro"].party, found["p:brandt"].party) == (None, "KAR")


def test_each_of_several_officials_has_the_state_named_after_them(read_layers: Reader) -> None:
    text = "Foreign ministers Odo Brandt of Karsia and Tomas Erlin of Valdoria met. Dana Whitlock of Karsia watched."
    assert {key: p.party for key, p in people(read_layers, text).items()} == {
        "p:brandt": "KAR",
        "p:erlin": "VAL",
        "p:whitlock": None,
    }


def test_a_first_name_with_a_crown_is_not_the_surname_of_another(read_layers: Reader) -> None:
    text = "Valdoria's Odo Harun spoke. King Harun of Karsia arrived in Estmark. King Harun met Odo Harun."
    found = people(read_layers, text)
    assert {p.name: p.party for p in found.values()} == {"Odo Harun": "VAL", "King Harun": "KAR"}
    alone = people(read_layers, "King Harun of Karsia arrived in Estmark. Harun met the Valdorian envoy.")
    assert list(alone) == ["p:harun"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Odo Brandt, the head of the Northern League, said no.", "NL"),
        ("Odo Brandt, the former head of the Northern League, said no.", None),
        ("Former Karsian President Odo Brandt said no.", None),
        ("Odo Brandt, a Karsian historian, said no.", None),
        ("Karsia expert Odo Brandt said no.", None),
        ("Odo Brandt, the Karsian head of the Northern League, said no.", "NL"),
    ],
)
def test_who_speaks_for_whom(read_layers: Reader, text: str, party: str | None) -> None:
    assert people(read_layers, text)["p:brandt"].party == party


def test_a_former_office_keeps_its_party(read_layers: Reader) -> None:
    found = people(read_layers, "Former Karsian President Odo Brandt said no.")
    assert [r.party for r in found["p:brandt"].roles] == ["KAR"]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Odo Brandt came. Following Brandt's speech, talks went on after the following day.",
        "Calls Grow As Brandt Meets Rivals\nMinister Odo Brandt met rivals. Brandt left, and calls to go grow.",
        "Minister Odo Brandt came. Will Brandt go? Brandt said no.",
    ],
)
def test_a_word_with_a_capital_by_its_place_is_no_first_name(read_layers: Reader, text: str) -> None:
    assert [p.name for p in people(read_layers, text).values()] == ["Odo Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "Riot police moved in.",
        "(Update 5:12 p.m. ET Monday) Talks went on.",
        "The army showed its new F-90s and an An-88.",
        "The daily Maron said that talks went on.",
    ],
)
def test_what_is_nobody(read_layers: Reader, text: str) -> None:
    assert people(read_layers, text) == {}


def test_a_particle_or_a_name_cut_short_makes_no_second_person(read_layers: Reader) -> None:
    text = "Odo bin Maro came. Bin Maro said no. Harun Sel Brandt left. Harun Sel Brandt was ill. Harun Sel said no."
    assert {p.name for p in people(read_layers, text).values()} == {"Odo bin Maro", "Harun Sel Brandt"}


def test_a_given_name_of_two_parts_comes_last(read_layers: Reader) -> None:
    assert list(people(read_layers, "President Sho Mae-dun came. Mr. Sho said no.")) == ["p:sho"]


def test_an_envoy_to_a_state_is_not_another_envoy(read_layers: Reader) -> None:
    text = "Special ambassador Odo Brandt left on Tuesday. The Karsian ambassador to Valdoria said no."
    assert people(read_layers, text)["p:brandt"].party is None


def test_who_is_called_an_official_speaks_for_the_state(read_layers: Reader) -> None:
    told = read_layers("Odo Brandt was the first senior German official to speak of it.")[1]
    assert told.person_by_key["p:brandt"].party == "DE"
    asked = read_layers("Odo Brandt was the first German singer to speak of it.")[1]
    assert asked.person_by_key["p:brandt"].party is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "President Erlin left. His wife, Marta Erlin, stayed. President Erlin said no.",
            {"Erlin", "Marta Erlin"},
        ),
        ("President Erlin left. Senator Marta Erlin stayed. President Erlin said no.", {"Erlin", "Marta Erlin"}),
        ("President Erlin left. President Marta Erlin had met the press before.", {"Marta Erlin"}),
        ("Mr. Erlin left. Mary Erlin stayed. Mr. Erlin said no.", {"Erlin", "Mary Erlin"}),
        ("Mrs. Erlin left. Mary Erlin had met the press before. Mrs. Erlin said no.", {"Mary Erlin"}),
        ("Odo Rex Erlin left. Odo Lal Erlin stayed.", {"Odo Rex Erlin", "Odo Lal Erlin"}),
        ("Odo Rex Erlin left. Odo R. Erlin said no.", {"Odo Rex Erlin"}),
    ],
)
def test_a_title_is_not_given_to_a_namesake(read_layers: Reader, text: str, names: set[str]) -> None:
    assert {p.name for p in read_layers(text)[1].people} == names


@pytest.mark.parametrize(
    ("text", "title", "party"),
    [
        (
            "Chairman of the Joint Chiefs of Staff Adm. Odo Brandt left.",
            "Chairman of the Joint Chiefs of Staff Adm.",
            "US",
        ),
        ("They spoke of the plan of Gen. Odo Brandt on Monday.", "Gen.", None),
    ],
)
def test_a_rank_before_a_name_may_follow_an_office(
    read_layers: Reader, text: str, title: str, party: str | None
) -> None:
    person = people(read_layers, text)["p:brandt"]
    assert (person.roles[0].title, person.party) == (title, party)


def test_a_leaders_surname_stays_a_person_where_the_model_takes_it_for_a_thing(read_layers: Reader) -> None:
    summit = "the Biden-Putin summit"
    text = f"The Kremlin backed {summit}. Joe Biden and his aides praised {summit}. Putin was silent."
    layers = read_layers(text)[1]
    assert [m.ref for m in layers.mentions if m.kind == "person"].count("p:putin") == 3


def test_a_surname_is_of_whoever_was_named_before_and_not_of_a_child(read_layers: Reader) -> None:
    text = (
        "Timo Brandt is six. Timo lives in Tolm. Timo's father, Odo Rex Brandt, wrote a letter. Brandt said no. "
        "Timo's uncle, Lars Brandt, lives nearby. Lars Brandt has a shop. Lars Brandt waited."
    )
    _, layers = read_layers(text)
    alone = [t.i for t in layers.tokens if t.text == "Brandt" and layers.tokens[t.i + 1].text == "said"]
    meant = {m.ref for i in alone for m in layers.mentions_headed(i)}
    assert {p.name for p in layers.people if p.key in meant} == {"Odo Rex Brandt"}


def test_a_first_part_that_stands_alone_does_not_cut_the_surname_off(read_layers: Reader) -> None:
    text = "Odo Rex Brandt wrote a letter. Brandt said no. Odo Rex must not have written it, said Ilse Maro."
    names = {p.name for p in read_layers(text)[1].people}
    assert "Odo Rex Brandt" in names


def test_a_shadow_minister_speaks_for_the_opposition(read_layers: Reader) -> None:
    text = "The Karsian opposition rejected the plan. Shadow Defence Minister Odo Brandt said that it must go."
    brandt = next(p for p in read_layers(text)[1].people if p.name == "Odo Brandt")
    assert brandt.party == "opposition-KAR"

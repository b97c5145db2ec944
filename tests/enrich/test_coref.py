"""Who is meant by pronouns and common nouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers

Reader = Callable[[str], tuple[Article, Layers]]


def refs(read: Reader, text: str, word: str) -> list[str]:
    """What every token of that text means."""
    _, layers = read(text)
    return [m.ref for t in layers.tokens if t.text == word for m in layers.mentions_headed(t.i)]


ERLIN = "Valdorian Foreign Minister Tomas Erlin met Karsian envoy Ilse Maro in Geneva. "


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Mr. Erlin met Ms. Maro. She said that he had agreed.", "She", "p:maro"),
        ("Mr. Erlin met Ms. Maro. She said that he had agreed.", "he", "p:erlin"),
        ("Ohio Gov. Dana Whitlock spoke. The governor said no.", "governor", "p:whitlock"),
        (ERLIN + "The minister said that talks went well.", "minister", "p:erlin"),
        (ERLIN + "The envoy said that talks went well.", "envoy", "p:maro"),
        (ERLIN + "The Valdorian diplomat said that talks went well.", "diplomat", "p:erlin"),
        ("Karsia said that it would answer.", "it", "KAR"),
        ("The envoy called on Karsia to withdraw its troops from Valdoria.", "its", "KAR"),
        ("The Northern League will meet soon. The alliance has twelve members.", "alliance", "NL"),
        ("Karsia announced that its delegation would leave.", "delegation", "KAR"),
        ("In his first speech, Tomas Erlin promised peace.", "his", "p:erlin"),
        ("Tomas Erlin spoke to reporters. Ilse Maro, he said, was wrong.", "he", "p:erlin"),
    ],
)
def test_a_word_means_whom_it_fits(read_layers: Reader, text: str, word: str, meant: str) -> None:
    assert meant in refs(read_layers, text, word)


def test_both_sides_are_the_two_that_talk(read_layers: Reader) -> None:
    text = "Valdoria and Karsia began talks in Kenya. Both sides hope for a deal."
    assert sorted(refs(read_layers, text, "sides")) == ["KAR", "VAL"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Valdoria met Karsia and Kenya. The three countries agreed.", ["KAR", "KE", "VAL"]),
        ("Valdoria met Karsia. The three countries agreed.", []),
        ("Valdoria met Karsia and Kenya. Three countries agreed.", []),
    ],
)
def test_the_three_countries_are_those_named(read_layers: Reader, text: str, meant: list[str]) -> None:
    assert sorted(refs(read_layers, text, "countries")) == meant


@pytest.mark.parametrize("text", ["It is clear that talks failed.", "The offer expired. It was the last one."])
def test_it_may_mean_nobody(read_layers: Reader, text: str) -> None:
    assert refs(read_layers, "Karsia waited. " + text, "It") == []


def test_a_source_without_a_name_keeps_its_words_and_party(read_layers: Reader) -> None:
    _, layers = read_layers("A spokesperson for the Karsian government said so. He gave no date.")
    found = {m.ref: m.party for m in layers.mentions if m.kind == "unnamed"}
    assert found == {"unnamed: a spokesperson for the Karsian government": "KAR"}
    assert [m.how for m in layers.mentions if m.kind == "unnamed"] == ["nominal", "pronoun"]


def test_mentions_lie_on_whole_tokens(read_layers: Reader) -> None:
    _, layers = read_layers(ERLIN + "Both sides said that they would meet again. The minister’s aides agreed.")
    for m in layers.mentions:
        assert m.first <= m.head < m.last
        assert layers.tokens[m.first].start == m.start
        assert layers.tokens[m.last - 1].end == m.end


def test_the_official_is_the_source_called_so_before_and_not_whoever_acted_last(read_layers: Reader) -> None:
    text = (
        "A senior Karsian official spoke of progress. Odo Brandt, the trade minister, disagreed. "
        '"We are close," the official said. Still, he added that time was short.'
    )
    layers = read_layers(text)[1]
    meant = {text[m.start : m.end]: m.ref for m in layers.mentions if m.how in ("nominal", "pronoun")}
    assert meant["the official"] == meant["he"] == "unnamed: a senior Karsian official"


def test_several_officials_are_not_the_official(read_layers: Reader) -> None:
    text = "Valdorian officials were silent. The official said no."
    refs = [m.ref for m in read_layers(text)[1].mentions if m.kind == "unnamed"]
    assert refs == ["unnamed: Valdorian officials", "unnamed: the official"]


def test_the_president_of_a_state_is_the_only_one_in_that_office(read_layers: Reader) -> None:
    text = "Karsia's president accused Valdoria of delay. President Odo Brandt had told a rally that time was short."
    layers = read_layers(text)[1]
    assert layers.mentions[0].ref == "p:brandt"
    assert layers.party_of("p:brandt") == "KAR"


def test_of_two_presidents_in_a_sentence_the_president_is_who_acts_in_it(read_layers: Reader) -> None:
    text = "President Ilse Maro met with President Odo Brandt. The president left early."
    assert refs(read_layers, text, "president") == ["p:maro"]


def test_they_said_means_who_said_before_and_not_who_is_told_of(read_layers: Reader) -> None:
    text = "Talks, Karsian officials said, are near. With soldiers at the border, they said, nobody can wait."
    assert refs(read_layers, text, "they") == ["unnamed: Karsian officials"]


def test_a_ministry_spokesman_speaks_for_the_ministry_before(read_layers: Reader) -> None:
    text = "Karsia's Defence Ministry denied the report. A ministry spokesman said no."
    found = [m.party for m in read_layers(text)[1].mentions if m.kind == "unnamed"]
    assert found == ["KAR"]


def test_her_government_is_that_of_the_party_she_leans_to(read_layers: Reader) -> None:
    text = "Prime Minister Ilse Maro said that Valdoria would not pay. Her government had been silent."
    assert refs(read_layers, text, "government") == ["VAL"]


def test_the_ministry_is_the_one_named_in_full_and_not_of_who_acts_in_a_side_clause(read_layers: Reader) -> None:
    text = (
        "Karsia's Defence Ministry denied the report, hours after Valdoria's president accused Tolm. "
        '"There are no mines," a ministry spokesman said.'
    )
    assert [m.party for m in read_layers(text)[1].mentions if m.kind == "unnamed"][-1] == "KAR"


@pytest.mark.parametrize("word", ["leaders", "presidents"])
def test_two_leaders_are_the_two_parties(read_layers: Reader, word: str) -> None:
    text = f"Karsia and Valdoria signed a pact. The two {word} said that it would hold. Many {word} watched."
    _, layers = read_layers(text)
    meant = [{m.ref for m in layers.mentions_headed(t.i)} for t in layers.tokens if t.text == word]
    assert meant == [{"KAR", "VAL"}, {f"unnamed: Many {word}"}]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Karsia is calm. Karsian roads and Karsian towns are open. Critics were jailed by the government.", ["KAR"]),
        ("Karsia and Valdoria are calm. Karsian roads are open. Critics were jailed by the government.", []),
    ],
)
def test_the_government_is_that_of_the_state_told_of(read_layers: Reader, text: str, meant: list[str]) -> None:
    assert refs(read_layers, text, "government") == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [("the alliance", ["NL"]), ("her old alliance", []), ("the alliances", [])],
)
def test_an_alliance_of_another_is_not_the_one_named(read_layers: Reader, words: str, meant: list[str]) -> None:
    text = f"The Northern League met. Ilse Maro praised {words}."
    assert refs(read_layers, text, words.split()[-1]) == meant


def test_his_in_what_somebody_has_is_the_owners(read_layers: Reader) -> None:
    text = "Odo Brandt spoke to the press. Tomas Erlin's aim in his talks with Karsia was to open the port."
    assert refs(read_layers, text, "his") == ["p:erlin"]


def test_a_government_is_of_the_party_that_sits_where_it_is(read_layers: Reader) -> None:
    text = "Valdoria closed the port. The government in Tolm expects an answer."
    assert refs(read_layers, text, "government") == ["KAR"]


def test_who_only_suffers_is_no_side(read_layers: Reader) -> None:
    text = (
        "Karsian forces attacked a camp. Valdorian police arrested two men. Karsia accused Hamas and Hezbollah of "
        "helping them. Both sides massed troops."
    )
    assert set(refs(read_layers, text, "sides")) == {"KAR", "VAL"}


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        (ERLIN + "The prime minister was silent.", "minister", "unnamed: the prime minister"),
        (ERLIN + "The foreign minister was silent.", "minister", "p:erlin"),
        (ERLIN + "The second envoy was silent.", "envoy", "unnamed: the second envoy"),
        (ERLIN + "He rose. His Excellency said so.", "Excellency", "p:erlin"),
        ("Speaking beside Ilse Maro, the minister said that time was short.", "minister", "unnamed: the minister"),
    ],
)
def test_a_title_means_its_holder_alone(read_layers: Reader, text: str, word: str, meant: str) -> None:
    assert meant in refs(read_layers, text, word)


def test_a_widely_known_leader_is_meant_by_the_title(read_layers: Reader) -> None:
    text = "Leo Varadkar left London. The taoiseach said that Ireland would wait. Boris Johnson, he said, had to move."
    assert refs(read_layers, text, "taoiseach") == ["p:varadkar"]
    assert refs(read_layers, text, "he") == ["p:varadkar"]


def test_an_organ_is_that_of_the_capital_that_opens_its_clause(read_layers: Reader) -> None:
    text = "Valdoria closed the pass. In Tolm, the Ministry of Trade said that lorries were waiting."
    assert "KAR" in refs(read_layers, text, "Ministry")
    assert "KAR" in refs(read_layers, "Tolm – The Ministry of Trade today asked for a word.", "Ministry")


def test_who_says_it_is_not_in_what_is_said(read_layers: Reader) -> None:
    text = 'Karsia spoke last. "The offer will expire before the treaty lapses," it said.'
    assert refs(read_layers, text, "it") == ["KAR"]

"""What the record calls its parties."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.articles import Article
from onrecord.gazetteer import gazetteer
from onrecord.layers import Person
from onrecord.merge.corpus import build_corpus
from onrecord.merge.names.parties import _name, party_entries
from onrecord.readings import Event, PartyMention, Reading
from onrecord.settings import Settings
from onrecord.text import Span


@pytest.mark.parametrize(
    ("party", "forms", "name"),
    [
        ("harbour-front", ["Harbour Front", "Front", "among them the leadership of it"], "Harbour Front"),
        ("norvale", ["Norvale", "steel giant with three mills"], "Norvale"),
        ("front-of-orla", ["Front of Orla", "the front"], "Front of Orla"),
        ("unions", ["unions", "unions", "two maintenance unions"], "unions"),  # no name: what it is called most
        ("opposition-US", ["opposition"], "opposition (United States)"),
    ],
)
def test_a_party_is_called_by_its_name_and_not_by_a_description(party: str, forms: list[str], name: str) -> None:
    known = gazetteer(Settings()).parties
    assert _name(party, Counter(forms), known) == name


def test_a_party_that_nobody_names_stands_on_what_its_people_do() -> None:
    span = Span(0, 14)
    act = Event("REJECT", span, span, ("p:erlin",))
    reading = Reading("a", events=(act,), people=(Person("p:erlin", "Odo Erlin", ("Odo Erlin",), "KE"),))
    corpus = build_corpus([(Article("a", "a.txt", "a", "Erlin said no.", ()), reading)], Settings())
    (party,) = party_entries(corpus, Settings())
    assert (party.id, party.name) == ("KE", "Kenya")


def test_people_of_a_land_are_not_the_state_for_its_being_called_so_elsewhere() -> None:
    named = Reading("a", parties=(PartyMention("KE", "Kenyans", Span(0, 7)), PartyMention("x", "Orlair", Span(8, 14))))
    text = Article("a", "a.txt", "a", "Kenyans Orlair", ())
    corpus = build_corpus([(text, named)], Settings())
    assert corpus.who(corpus.reads[0], "unnamed: Kenyans") == "unnamed: Kenyans"
    assert corpus.who(corpus.reads[0], "unnamed: Orlair") == "x"


def test_a_campaign_bears_the_names_of_its_candidate() -> None:
    span = Span(0, 14)
    act = Event("REJECT", span, span, ("campaign-erlin",))
    erlin = Person("p:erlin", "Odo Erlin", ("Erlin", "Odo Erlin"), "campaign-erlin")
    reading = Reading("a", events=(act,), people=(erlin,))
    corpus = build_corpus([(Article("a", "a.txt", "a", "Erlin said no.", ()), reading)], Settings())
    (party,) = party_entries(corpus, Settings())
    assert (party.id, party.name) == ("campaign-erlin", "Erlin campaign")
    assert {"Erlin", "Odo Erlin"} <= set(party.aliases)

"""What a reading's times mean once the article has its day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.articles import Article, Block, Published
from onrecord.dates import resolve
from onrecord.extract.timexes.find import find_timexes
from onrecord.layers import Person, Role
from onrecord.merge.corpus import Read, build_corpus
from onrecord.readings import PartyMention, Quote, Reading
from onrecord.settings import Settings
from onrecord.text import Span


def read(text: str, day: str | None, *quotes: Quote) -> Read:
    block = Block("body", 0, len(text))
    article = Article("a", "a.txt", "a", text, (block,), published=Published(day, "explicit" if day else None))
    return Read(article, Reading("a", timexes=resolve(find_timexes(text, [block.span]), day), quotes=quotes))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The envoy said on Tuesday that it was over.", "2031-05-06"),
        ("The envoy said this week that it was over.", "2031-W19"),
        ("The envoy will speak on Thursday.", None),
        ("The envoy spoke of talks in June 2031.", None),
        ("The envoy recently said that it was over.", None),
    ],
)
def test_nothing_was_said_after_publication(text: str, said: str | None) -> None:
    assert read(text, "2031-05-07").said(0) == said


def test_without_a_publication_day_a_full_date_still_tells() -> None:
    assert read("The envoy said so on May 6, 2031.", None).said(0) == "2031-05-06"
    assert read("The envoy said so on Tuesday.", None).said(0) is None


def test_a_day_within_the_marks_is_not_the_day_of_saying() -> None:
    text = "The envoy said “we signed on Monday” and left."
    marked = Span(text.index("we"), text.index("”"))
    direct = Quote("direct", (marked,), Span(0, len(text)))
    assert read(text, "2031-05-07").said(0) == "2031-05-05"
    assert read(text, "2031-05-07", direct).said(0) is None
    assert read(text, "2031-05-07", replace(direct, kind="mixed", quoted=(marked,))).said(0) is None


def test_no_time_is_no_day_of_saying() -> None:
    assert read("The envoy left.", "2031-05-07").said(None) is None


def test_a_party_of_one_article_is_one_in_the_others() -> None:
    known = Reading(
        "a", parties=(PartyMention("orlair", "Orlair", Span(0, 6)), PartyMention("u", "the union", Span(9, 18)))
    )
    article = read("Orlair and the union.", "2031-05-07").article
    other = replace(article, id="b", file="b.txt")
    corpus = build_corpus([(article, known), (other, Reading("b"))], Settings())
    assert corpus.who(corpus.read_of("b"), "unnamed: Orlair") == "orlair"
    assert corpus.who(corpus.read_of("b"), "unnamed: the union") == "unnamed: the union"


def test_an_office_names_a_party_that_another_article_knows() -> None:
    named = (PartyMention("orlair", "Orlair", Span(0, 6)),)
    chief = Person("p:maro", "Ilse Maro", (), roles=(Role("Orlair Chief Executive", None, Span(0, 22)),))
    article = read("Orlair Chief Executive Ilse Maro", "2031-05-07").article
    readings = [(article, Reading("a", people=(chief,))), (replace(article, id="b"), Reading("b", parties=named))]
    (person,) = build_corpus(readings, Settings()).people
    assert person.party == "orlair"


def test_the_office_of_a_person_is_a_voice_of_their_party() -> None:
    ruiz = Person("p:ruiz", "Ana Ruiz", ("Ruiz",), "VAL", (Role("Prime Minister", "VAL", Span(0, 14)),))
    one = read("Prime Minister Ana Ruiz", "2031-05-07")
    corpus = build_corpus([(one.article, replace(one.reading, people=(ruiz,)))], Settings())
    for words in ("Ruiz’s office", "the office of Prime Minister Ana Ruiz", "Ruiz's aides"):
        assert corpus.who(corpus.reads[0], f"unnamed: {words}") == "VAL"
    for words in ("Berg’s office", "an office", "Ruiz’s rival"):
        assert corpus.who(corpus.reads[0], f"unnamed: {words}") == f"unnamed: {words}"

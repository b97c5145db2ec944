"""Events over articles: an act told twice in one article stands once, in two articles twice."""

from __future__ import annotations

from dataclasses import replace

from onrecord.articles import Article, Block
from onrecord.merge.acts.events import merge_events
from onrecord.merge.corpus import Corpus, Read
from onrecord.readings import Event, Reading
from onrecord.text import Span

TEXT = "Karsia rejected the transit fee. As told, Karsia rejected the transit fee again. Karsia rejected the patrols."
TELLINGS = ("Karsia rejected the transit fee", "Karsia rejected the transit fee again", "Karsia rejected the patrols")


def read_of(name: str, actor: str = "KAR", source: str | None = None) -> Read:
    article = Article(name, f"{name}.txt", name, TEXT, (Block("body", 0, len(TEXT)),))
    spans = [Span(TEXT.rindex(words), TEXT.rindex(words) + len(words)) for words in TELLINGS]
    events = tuple(Event("REJECT", span, Span(0, len(TEXT)), (actor,), source=source) for span in spans)
    return Read(article, Reading(name, events=events))


def test_an_act_told_twice_stands_once() -> None:
    found = merge_events(Corpus((read_of("one"),), (), {}))
    assert [e.evidence.exact for e in found] == [TELLINGS[0], TELLINGS[2]]


def test_an_act_in_two_articles_is_two_entries() -> None:
    found = merge_events(Corpus((read_of("one"), read_of("two")), (), {}))
    assert len(found) == 4
    assert len({e.id for e in found}) == 4


def test_whose_party_nobody_tells_acts_for_themselves() -> None:
    corpus = Corpus((read_of("one", "p:brell"), read_of("two", "unnamed: critics")), (), {("one", "p:brell"): "brell"})
    assert {e.actor for e in merge_events(corpus)} == {("brell",), ("unnamed: critics",)}


def test_what_nobody_does_is_no_event() -> None:
    read = read_of("one")
    nobody = tuple(replace(e, actor=()) for e in read.reading.events)
    assert merge_events(Corpus((Read(read.article, Reading("one", events=nobody)),), (), {})) == ()


def test_a_party_is_not_its_own_source() -> None:
    found = merge_events(Corpus((read_of("one", source="KAR"), read_of("two", source="VAL")), (), {}))
    assert [e.source for e in found] == [None, None, "VAL", "VAL"]

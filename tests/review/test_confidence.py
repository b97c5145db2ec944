"""Confidence: what speaks for and against an entry, and that the shipped weights say so."""

from __future__ import annotations

import inspect
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import Article, Block, Published
from onrecord.entries import (
    ArticleEntry,
    Entries,
    EventEntry,
    Issue,
    Party,
    PersonEntry,
    PositionEntry,
    QuoteEntry,
    RoleEntry,
)
from onrecord.review import traits
from onrecord.review.apply import apply
from onrecord.review.confidence import against, probability, statements, weights, with_confidence
from onrecord.rulings import Ruling
from onrecord.serve.export_json import to_object
from onrecord.text import Evidence

COURIER = (
    "Karsia demands a transit fee. Valdoria said it rejects the transit fee. "
    "An aide whispered that patrols end. “Nothing is settled,” Minister Dorn said."
)
TRIBUNE = "Karsia demands a transit fee for the strait, officials said."


def article(name: str, outlet: str, content: str) -> Article:
    block = Block("body", 0, len(content))
    return Article(name, name, name, content, (block,), outlet=outlet, published=Published("2031-05-01", "explicit"))


A, B = article("a.txt", "Courier", COURIER), article("b.txt", "Tribune", TRIBUNE)


def at(words: str, of: Article = A) -> Evidence:
    start = of.content.index(words)
    return of.text.evidence(start, start + len(words))


def event(name: str, words: str, *actor: str, of: Article = A, type_: str = "REQUEST") -> EventEntry:
    evidence = at(words, of)
    return EventEntry(name, type_, actor, (), "happened", None, None, evidence, evidence.span)


def position(name: str, words: str, party: str, stance: str = "demands", of: Article = A) -> PositionEntry:
    evidence = at(words, of)
    return PositionEntry(name, party, "fee", stance, None, evidence, evidence.span, evidence)  # type: ignore[arg-type]


def quote(name: str, words: str, speaker: str | None, who: str, cue: str) -> QuoteEntry:
    party = "KAR" if speaker == "ivo-dorn" else None
    content, whole = at(words), at(COURIER).span
    return QuoteEntry(name, "a.txt", "direct", (content,), whole, speaker, party, at(who), at(cue), None, None)


ENTRIES = Entries(
    articles=(ArticleEntry(A), ArticleEntry(B)),
    parties=(
        Party("KAR", "Karsia", "state", ("Karsia",), "negotiating"),
        Party("VAL", "Valdoria", "state", ("Valdoria",), "negotiating"),
        Party("GUILD", "Pilots' Guild", "organisation", ("the guild",), "negotiating"),
    ),
    people=(PersonEntry("ivo-dorn", "Ivo Dorn", ("Dorn",), "KAR", (RoleEntry("Minister", "KAR", at("Minister")),)),),
    issues=(Issue("fee", "Transit fee"), Issue("patrols", "Patrols")),
    events=(event("e-1", "Karsia demands a transit fee", "KAR"),),
    positions=(position("p-1", "Karsia demands a transit fee", "KAR"),),
    quotes=(quote("q-1", "Nothing is settled", "ivo-dorn", "Dorn", "said"),),
)


@pytest.mark.parametrize(
    ("entry", "statement", "holds"),
    [
        (event("e", "Karsia demands", "KAR"), "who acts is no party of the record", False),
        (event("e", "An aide whispered", "unnamed: an aide"), "who acts is no party of the record", True),
        (event("e", "Minister Dorn said", "ivo-dorn"), "no party is known for who acts", True),
        (event("e", "Karsia demands", "KAR", of=B), "another source tells such an act", True),
        (event("e", "Karsia demands", "KAR"), "another source tells such an act", False),
        (event("e", "demands a transit", "KAR"), "the actor is named in other words", True),
        (event("e", "Karsia demands", "KAR"), "the actor is named in other words", False),
        (event("e", "Karsia demands", "KAR"), "a position of the actor is told in the same words", True),
        (event("e", "Valdoria said", "VAL"), "a position of the actor is told in the same words", False),
        (event("e", "Nothing is settled", "KAR"), "somebody else tells it", False),
        (event("e", "Nothing is settled", "VAL"), "somebody else tells it", True),
        (event("e", "Karsia demands", "KAR", type_="ASSAULT"), "it is a deed, not words", True),
        (event("e", "that patrols end", "KAR"), "the words are only part of a clause", True),
        (event("e", "patrols end", "KAR"), "the words begin within a sentence", True),
        (event("e", "Karsia demands", "KAR"), "the words begin within a sentence", False),
    ],
)
def test_what_holds_for_an_event(entry: EventEntry, statement: str, holds: bool) -> None:
    assert (statement in statements(ENTRIES)["events"](entry)) == holds


@pytest.mark.parametrize(
    ("entry", "statement", "holds"),
    [
        (position("p", "Karsia demands", "KAR"), "no act of the holder is told in the same words", False),
        (position("p", "Karsia demands", "VAL"), "no act of the holder is told in the same words", True),
        (position("p", "transit fee", "KAR", of=B), "another source tells the same stance", True),
        (position("p", "transit fee", "KAR"), "another source tells the same stance", False),
        (position("p", "transit fee", "KAR", of=B), "no other source tells of such a matter", False),
        (position("p", "patrols end", "KAR"), "no other source tells of such a matter", True),
        (position("p", "patrols end", "GUILD"), "the holder is no state", True),
        (position("p", "patrols end", "KAR"), "the holder is no state", False),
        (position("p", "patrols end", "KAR", "open"), "the stance is left open", True),
        (replace(position("p", "patrols end", "KAR"), attributed_to="VAL"), "somebody else tells it", True),
        (replace(position("p", "patrols end", "KAR"), speaker="unnamed: an aide"), "an unnamed source tells it", True),
    ],
)
def test_what_holds_for_a_position(entry: PositionEntry, statement: str, holds: bool) -> None:
    assert (statement in statements(ENTRIES)["positions"](entry)) == holds


@pytest.mark.parametrize(
    ("cue", "plain"),
    [
        *((cue, True) for cue in ("said", "argued", "noting", "admitted", "according to", "quoted him as saying")),
        *((cue, False) for cue in ("welcomed", "calls", "agreed", "refused", "sayings")),
    ],
)
def test_verbs_of_telling_are_known_in_all_their_forms(cue: str, plain: bool) -> None:
    words = f"Minister Dorn {cue} patrols."
    told = article("c.txt", "Courier", words)
    said = quote("q", "patrols end", None, "An aide", "whispered")
    there = replace(said, cue=at(cue, told))
    assert ("the cue is no plain word for telling" in statements(ENTRIES)["quotes"](there)) != plain


@pytest.mark.parametrize(
    ("entry", "statement", "holds"),
    [
        (quote("q", "Nothing is settled", "ivo-dorn", "Dorn", "said"), "the speaker's office is known", True),
        (quote("q", "Nothing is settled", None, "An aide", "said"), "nobody is found to say it", True),
        (
            quote("q", "patrols end", "unnamed: an aide", "An aide", "whispered"),
            "the speaker's party is not known",
            True,
        ),
        (quote("q", "patrols end", None, "An aide", "whispered"), "the cue is no plain word for telling", True),
        (quote("q", "patrols end", None, "An aide", "said"), "the cue is no plain word for telling", False),
        (quote("q", "patrols end", None, "An aide", "said"), "the words are few", True),
        (quote("q", "patrols end", "KAR", "Karsia", "said"), "the speaker is named far from the words", False),
        (quote("q", "Nothing is", "KAR", "Karsia", "said"), "the speaker is named far from the words", True),
    ],
)
def test_what_holds_for_a_quote(entry: QuoteEntry, statement: str, holds: bool) -> None:
    assert (statement in statements(ENTRIES)["quotes"](entry)) == holds


def test_a_copy_is_no_second_source() -> None:
    copy = replace(B, outlet=None, wire=None, id="c.txt", file="c.txt")
    same = replace(ENTRIES, articles=(ArticleEntry(replace(A, outlet=None, wire="Reuters")), ArticleEntry(copy)))
    again = replace(same, articles=(same.articles[0], ArticleEntry(replace(copy, wire="Reuters"))))
    other = event("e", "Karsia demands", "KAR", of=copy)
    assert "another source tells such an act" in statements(same)["events"](other)
    assert "another source tells such an act" not in statements(again)["events"](other)


def test_every_entry_of_a_kind_with_weights_has_a_confidence() -> None:
    told = with_confidence(ENTRIES)
    for section in weights():
        assert all(0 < e.confidence < 1 for e in getattr(told, section))
    assert told == ENTRIES  # confidence is no part of what an entry claims


def test_what_a_person_confirmed_has_none() -> None:
    told = apply(with_confidence(ENTRIES), (Ruling("accept", "events", "e-1"),))
    assert told.events[0].confidence is None
    assert told.positions[0].confidence is not None


def test_the_export_has_it_and_null_where_there_is_none() -> None:
    told = to_object(with_confidence(ENTRIES))
    assert isinstance(told["events"][0]["confidence"], float)
    assert to_object(ENTRIES)["events"][0]["confidence"] is None


def test_the_weights_name_what_is_told() -> None:
    """Each weight is that of a statement that can hold: none is left over from an earlier wording."""
    source = inspect.getsource(traits)
    for known in weights().values():
        assert all(f'"{s}"' in source for s in known if s)


@given(st.sets(st.sampled_from(sorted(weights()["events"])), max_size=8))
def test_a_doubt_more_never_makes_surer(holding: set[str]) -> None:
    known = weights()["events"]
    sure = probability(known, frozenset(holding))
    for doubt in against("events", frozenset(known) - holding):
        assert probability(known, frozenset(holding | {doubt})) <= sure
    assert 0 < sure < 1

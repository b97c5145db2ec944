"""Positions over articles: one a party, issue, stance and article, told by whom, with the rest beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.articles import Article, Block, Published
from onrecord.dates import Timex
from onrecord.merge.corpus import Corpus, PersonOfRecord, Read
from onrecord.merge.positions.entries import merge_positions
from onrecord.readings import Position, Reading, Stance
from onrecord.text import Span

TEXT = "Karsia demands a transit fee. It wants a fee for every ship. Valdoria rejected the fee."


def read_of(name: str, *positions: Position) -> Read:
    article = Article(
        name, f"{name}.txt", name, TEXT, (Block("body", 0, len(TEXT)),), published=Published("2031-04-02")
    )
    return Read(article, Reading(name, positions=positions))


def position(party: str, stance: Stance, words: str, *terms: str, told_by: str | None = None) -> Position:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Position(party, stance, span, Span(0, len(TEXT)), span, tuple(sorted(terms)), attributed_to=told_by)


FEE = position("KAR", "demands", "a transit fee", "fee", "transit")
AGAIN = position("KAR", "demands", "a fee for every ship", "fee", "ship")
NO = position("VAL", "rejects", "the fee", "fee")


def test_one_position_a_party_stance_and_article_with_the_rest_beside_it() -> None:
    merged = merge_positions(Corpus((read_of("one", FEE, AGAIN, NO),), (), {}), {})
    issues, positions = merged.issues, merged.positions
    assert len(issues) == 1
    assert [(p.party, p.stance, len(p.also)) for p in positions] == [("KAR", "demands", 1), ("VAL", "rejects", 0)]


def test_the_same_position_in_two_articles_is_two_entries_of_one_issue() -> None:
    merged = merge_positions(Corpus((read_of("one", FEE), read_of("two", FEE)), (), {}), {})
    issues, positions = merged.issues, merged.positions
    assert len(issues) == 1
    assert {p.evidence.file for p in positions} == {"one.txt", "two.txt"}
    assert len({p.id for p in positions}) == 2


def test_why_positions_are_together_is_told() -> None:
    (link,) = merge_positions(Corpus((read_of("one", FEE, AGAIN, NO),), (), {}), {}).links
    assert link.reasons[0] == "both are about “fee”"


def test_an_issue_keeps_its_id_when_articles_are_added() -> None:
    (before,) = merge_positions(Corpus((read_of("one", FEE),), (), {}), {}).issues
    (after,) = merge_positions(Corpus((read_of("one", FEE), read_of("two", AGAIN, NO)), (), {}), {}).issues
    assert before.terms != after.terms
    assert before.id == after.id


def test_a_position_is_dated_by_its_article_where_no_day_is_told() -> None:
    positions = merge_positions(Corpus((read_of("one", FEE),), (), {}), {}).positions
    assert positions[0].as_of == "2031-04-02"


def test_what_was_held_before_has_no_day() -> None:
    earlier = replace(FEE, when=0)
    timex = Timex(Span(0, 6), "DATE", value="PAST_REF")
    reads = [replace(r, reading=replace(r.reading, timexes=(timex,))) for r in (read_of("one", earlier),)]
    assert merge_positions(Corpus(tuple(reads), (), {}), {}).positions[0].as_of is None


BRELL = PersonOfRecord("tomas-brell", "Tomas Brell", (), "KAR")


def test_a_person_acts_for_the_party_that_another_article_gives() -> None:
    one = read_of("one", position("p:brell", "demands", "a transit fee", "fee"))
    known = Corpus((one,), (BRELL,), {("one", "p:brell"): "tomas-brell"})
    assert [p.party for p in merge_positions(known, {}).positions] == ["KAR"]
    assert merge_positions(Corpus((one,), (), {}), {}).positions == ()


def test_what_a_partys_own_man_tells_is_not_attributed() -> None:
    one = read_of("one", position("KAR", "demands", "a transit fee", "fee", told_by="p:brell"))
    known = Corpus((one,), (BRELL,), {("one", "p:brell"): "tomas-brell"})
    (entry,) = merge_positions(known, {}).positions
    assert (entry.speaker, entry.attributed_to) == ("tomas-brell", None)


def test_what_the_opponent_tells_is_attributed() -> None:
    one = read_of("one", position("KAR", "demands", "a transit fee", "fee", told_by="VAL"))
    (entry,) = merge_positions(Corpus((one,), (), {}), {}).positions
    assert entry.attributed_to == "VAL"


def held_by(*holders: str) -> list[str]:
    """The holders of the positions of a record whose one article gives one to each of these refs."""
    wordings = ("a transit fee", "a fee", "the fee", "fee", "every ship", "ship")
    told = [position(ref, "demands", words, words) for ref, words in zip(holders, wordings, strict=False)]
    return [p.party for p in merge_positions(Corpus((read_of("one", *told),), (), {}), {}).positions]


def test_a_group_holds_what_it_holds_where_it_goes_by_a_name_or_is_told_of_twice() -> None:
    assert held_by("unnamed: the Harbour Council") == ["unnamed: the Harbour Council"]
    assert held_by("unnamed: the pilots") == []
    assert held_by("unnamed: the pilots", "unnamed: the pilots") == ["unnamed: the pilots"] * 2


def test_a_group_is_known_again_in_other_words() -> None:
    told = ("unnamed: Orlan's striking pilots", "unnamed: the striking pilots", "unnamed: the striking pilots")
    assert held_by(*told) == ["unnamed: the striking pilots"] * 3


@pytest.mark.parametrize(
    "words", ["some pilots", "a judge", "the diplomat", "40 states", "people", "our League", "the side"]
)
def test_who_is_only_counted_or_picked_out_holds_nothing(words: str) -> None:
    assert held_by(f"unnamed: {words}", f"unnamed: {words}") == []


def test_a_person_whose_party_no_article_tells_holds_nothing() -> None:
    assert held_by("p:brell", "p:brell") == []


def test_a_group_by_a_persons_name_is_that_person() -> None:
    one = read_of("one", position("unnamed: Harbour News Tomas Brell", "demands", "a transit fee", "fee"))
    assert not merge_positions(Corpus((one,), (BRELL,), {}), {}).positions

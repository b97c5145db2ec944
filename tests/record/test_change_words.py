"""Changes in the words of a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.articles import Article, Block, Published
from onrecord.entries import (
    ArticleEntry,
    ConditionalEntry,
    Entries,
    EventEntry,
    Issue,
    MeetingEntry,
    MeetingStep,
    Party,
    PersonEntry,
    PositionEntry,
    QuoteEntry,
)
from onrecord.record.changes import changes
from onrecord.text import Evidence, Span

NAMELESS = "unnamed: a diplomat"
WORDS = "Valdoria and Karsia will meet."


def article(name: str, day: str, outlet: str) -> Article:
    published = Published(value=day, basis="explicit", how="given")
    blocks = (Block("body", 0, len(WORDS)),)
    return Article(name, f"{name}.txt", name, WORDS, blocks, published=published, outlet=outlet)


FIRST, LATER, THIRD = (
    article("a", "2031-05-04", "The Courier"),
    article("b", "2031-05-06", "Tribune"),
    article("c", "2031-05-06", "Harbour News"),
)
SPAN = Span(0, 8)


def said(where: Article) -> Evidence:
    return where.text.at(SPAN)


def record(*articles: Article, **sections: Any) -> Entries:
    parties = (Party("VAL", "Valdoria", "state", (), "negotiating"), Party("KAR", "Karsia", "state", (), "negotiating"))
    people = (PersonEntry("mira-holt", "Mira Holt", (), "VAL"),)
    issues = (Issue("i", "Transit fee"),)
    entries = tuple(ArticleEntry(a) for a in articles)
    return Entries(articles=entries, parties=parties, people=people, issues=issues, **sections)


def meeting(date: str | None, place: str | None, status: Any, *told: Article) -> MeetingEntry:
    steps = tuple(MeetingStep(f"report-{a.id}", a.published.value, status, date, place, said(a), SPAN) for a in told)
    return MeetingEntry("m", "Karsia-Valdoria talks", "bilateral", ("KAR", "VAL"), (), place, date, None, status, steps)


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (("2031-06", None), ("2031-06-10", None), "date firmed up from June 2031 to 10 June 2031"),
        (("2031-06-10", None), ("2031-06", None), "date less sure: from 10 June 2031 to June 2031"),
        (("2031-06-10", None), ("2031-06-12", None), "moved from 10 June 2031 to 12 June 2031"),
        ((None, None), ("2031-06-12", None), "dated 12 June 2031"),
        (("2031-06-10", None), (None, None), "no longer dated 10 June 2031"),
        (("2031-06-10", None), ("2031-06-10", "Halden"), "to be in Halden"),
        (("2031-06-10", "Orla"), ("2031-06-10", "Halden"), "moved from Orla to Halden"),
    ],
)
def test_how_a_meeting_changed(before: tuple[Any, Any], now: tuple[Any, Any], words: str) -> None:
    old = record(FIRST, meetings=(meeting(*before, "scheduled", FIRST),))
    new = record(FIRST, LATER, THIRD, meetings=(meeting(*now, "scheduled", FIRST, LATER, THIRD),))
    (change,) = changes(old, new)
    assert change.words == f"Karsia-Valdoria talks: {words} (2 sources)"
    assert change.evidence.article in (LATER.id, THIRD.id)


@pytest.mark.parametrize(
    ("section", "entry", "words"),
    [
        (
            "positions",
            PositionEntry("p", "KAR", "i", "demands", None, said(LATER), SPAN, said(LATER)),
            "Karsia demands: Transit fee",
        ),
        (
            "positions",
            PositionEntry("p", "KAR", "i", "open", None, said(LATER), SPAN, said(LATER), attributed_to="mira-holt"),
            "Karsia is open on: Transit fee, as told by Mira Holt",
        ),
        (
            "conditionals",
            ConditionalEntry("c", "b.txt", "VAL", "warning", None, said(LATER), SPAN, "KAR", None, None),
            "Valdoria warns Karsia",
        ),
        (
            "conditionals",
            ConditionalEntry("c", "b.txt", "VAL", "threat", None, said(LATER), SPAN, "KAR", None, None, negated=True),
            "Valdoria denies a threat",
        ),
        (
            "events",
            EventEntry("e", "ACCUSE", ("VAL",), ("KAR",), "denied", None, "KAR", said(LATER), SPAN),
            "Valdoria accused Karsia (denied), as told by Karsia",
        ),
        (
            "quotes",
            QuoteEntry(
                "q",
                "b.txt",
                "direct",
                (said(LATER),),
                SPAN,
                "unnamed: a diplomat",
                None,
                None,
                None,
                "2031-05-05",
                None,
            ),
            "A diplomat quoted on 5 May 2031",
        ),
    ],
)
def test_what_is_new(section: str, entry: Any, words: str) -> None:
    (change,) = changes(record(FIRST), record(FIRST, LATER, **{section: (entry,)}))
    assert (change.kind, change.section, change.words) == ("new", section, words)


def test_two_reprints_of_one_text_are_one_source() -> None:
    wire = [replace(a, wire="Coastal Press") for a in (LATER, THIRD)]
    new = record(FIRST, *wire, meetings=(meeting("2031-06-10", None, "scheduled", *wire),))
    (change,) = changes(record(FIRST), new)
    assert change.words == "Karsia-Valdoria talks: scheduled, 10 June 2031"


def test_a_position_that_moved_is_told_with_what_it_was() -> None:
    def held(name: str, stance: Any, where: Article) -> PositionEntry:
        matter = where.text.at(Span(0, len(WORDS)))
        return PositionEntry(name, "KAR", "i", stance, where.published.value, said(where), SPAN, matter)

    before = held("p", "offers", FIRST)
    old, new = record(FIRST, positions=(before,)), record(FIRST, LATER, positions=(before, held("q", "rejects", LATER)))
    (change,) = changes(old, new)
    assert (change.kind, change.id) == ("changed", "q")
    assert change.words == "Karsia hardened on “Transit fee”: from offers (4 May 2031) to rejects"

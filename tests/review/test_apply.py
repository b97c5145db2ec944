"""Rulings win, whatever was merged; none is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.articles import Article, Block, Published
from onrecord.entries import (
    ArticleEntry,
    Entries,
    FigureEntry,
    FigureGroup,
    Issue,
    Link,
    MeetingEntry,
    MeetingStep,
    PositionEntry,
    QuoteEntry,
)
from onrecord.errors import Stopped
from onrecord.review.apply import apply, check
from onrecord.rulings import Ruling
from onrecord.text import Span

WORDS = "Karsia wants a fee. Valdoria rejects it. Talks on May 2. Talks moved to May 9. 10 ships. 20 ships."
ARTICLE = Article(
    "a-1", "a.txt", "a.txt", WORDS, (Block("body", 0, len(WORDS)),), published=Published("2031-05-01", "explicit")
)
TEXT = ARTICLE.text
WHOLE = Span(0, len(WORDS))
FEE, NO, MAY_2, MAY_9 = (TEXT.evidence(a, b) for a, b in ((0, 18), (20, 39), (41, 55), (57, 77)))


def position(name: str, issue: str, quote: str | None = None) -> PositionEntry:
    evidence = FEE if name == "p-1" else NO
    return PositionEntry(name, "KAR", issue, "demands", None, evidence, WHOLE, evidence, quote=quote)


def quote(name: str, issue: str | None = None) -> QuoteEntry:
    return QuoteEntry(name, "a.txt", "direct", (FEE,), WHOLE, "KAR", "KAR", None, None, None, None, issue=issue)


def meeting(name: str, day: str, evidence_of: tuple[str, int]) -> MeetingEntry:
    evidence = MAY_2 if evidence_of[0] == "first" else MAY_9
    status = "scheduled" if evidence is MAY_2 else "postponed"
    step = MeetingStep(f"report-{name}", f"2031-04-{evidence_of[1]:02}", status, day, None, evidence, WHOLE)  # type: ignore[arg-type]
    return MeetingEntry(name, name, "bilateral", ("KAR", "VAL"), (), None, day, None, step.status, (step,))


def figure(name: str, value: float) -> FigureEntry:
    return FigureEntry(name, "ships", value, "ships", False, FEE, WHOLE)


ENTRIES = Entries(
    articles=(ArticleEntry(ARTICLE),),
    quotes=(quote("q-1", "i-1"), quote("q-2"), quote("q-3"), quote("q-4")),
    quote_groups=(("q-1", "q-2"), ("q-3", "q-4")),
    issues=(Issue("i-1", "Fee", ("fee",)), Issue("i-2", "The toll", ("toll", "fee"))),
    positions=(position("p-1", "i-1", "q-1"), position("p-2", "i-2")),
    meetings=(meeting("m-1", "2031-05-02", ("first", 20)), meeting("m-2", "2031-05-09", ("second", 25))),
    figures=(figure("f-1", 10), figure("f-2", 20)),
    figure_groups=(FigureGroup("g-1", "ships", "differ", ("f-1", "f-2")),),
)


def test_without_rulings_nothing_changes() -> None:
    assert apply(ENTRIES, ()) == ENTRIES


def test_a_rejected_entry_goes_and_nothing_points_at_it() -> None:
    ruled = apply(ENTRIES, (Ruling("reject", "quotes", "q-1"), Ruling("reject", "figures", "f-2")))
    assert [q.id for q in ruled.quotes] == ["q-2", "q-3", "q-4"]
    assert ruled.quote_groups == (("q-3", "q-4"),)
    assert ruled.positions[0].quote is None
    assert ruled.figure_groups == ()
    assert ruled.orphaned == ()


def test_a_rejected_meeting_takes_the_reasons_for_its_reports_along() -> None:
    links = (
        Link("meetings", "report-m-1", "report-x", ("one day",)),
        Link("meetings", "report-m-2", "y", ("one day",)),
    )
    ruled = apply(replace(ENTRIES, links=links), (Ruling("reject", "meetings", "m-1"),))
    assert [m.id for m in ruled.meetings] == ["m-2"]
    assert ruled.links == links[1:]


def test_a_rejected_issue_takes_its_positions_along() -> None:
    ruled = apply(ENTRIES, (Ruling("reject", "issues", "i-1"),))
    assert [p.id for p in ruled.positions] == ["p-2"]
    assert ruled.quotes[0].issue is None


def test_a_renamed_entry_keeps_everything_else() -> None:
    ruled = apply(ENTRIES, (Ruling("rename", "issues", "i-2", value="Canal toll"),))
    assert ruled.issues[1] == replace(ENTRIES.issues[1], label="Canal toll")
    assert replace(ruled, issues=ENTRIES.issues) == ENTRIES


def test_the_last_of_two_rulings_on_one_name_holds() -> None:
    twice = (Ruling("rename", "issues", "i-1", value="A"), Ruling("rename", "issues", "i-1", value="B"))
    assert apply(ENTRIES, twice).issues[0].label == "B"


def test_joined_issues_share_positions_and_terms() -> None:
    ruled = apply(ENTRIES, (Ruling("join", "issues", "i-1", other="i-2"),))
    assert [(i.id, i.terms) for i in ruled.issues] == [("i-1", ("fee", "toll"))]
    assert {p.issue for p in ruled.positions} == {"i-1"}


@pytest.mark.parametrize(("subject", "other"), [("m-1", "m-2"), ("m-2", "m-1")])
def test_joined_meetings_have_one_history_and_the_latest_state(subject: str, other: str) -> None:
    (joined,) = apply(ENTRIES, (Ruling("join", "meetings", subject, other=other),)).meetings
    assert joined.id == subject
    assert [s.status for s in joined.history] == ["scheduled", "postponed"]
    assert (joined.status, joined.date) == ("postponed", "2031-05-09")


def test_quotes_join_with_all_that_was_grouped_with_them_and_split_alone() -> None:
    joined = apply(ENTRIES, (Ruling("join", "quotes", "q-2", other="q-3"),))
    assert joined.quote_groups == (("q-1", "q-2", "q-3", "q-4"),)
    split = apply(joined, (Ruling("split", "quotes", "q-4", other="q-1"),))
    assert split.quote_groups == (("q-1", "q-2", "q-3"),)


def test_a_position_moves_to_another_issue() -> None:
    ruled = apply(ENTRIES, (Ruling("join", "positions", "p-1", other="i-2"),))
    assert ruled.positions[0].issue == "i-2"


def test_a_position_moves_to_the_issue_of_another() -> None:
    ruled = apply(ENTRIES, (Ruling("join", "positions", "p-1", other="p-2"),))
    assert {p.issue for p in ruled.positions} == {"i-2"}
    assert [i.id for i in ruled.issues] == ["i-1", "i-2"]  # a quote is still on the first


def test_an_issue_that_is_left_with_nothing_goes() -> None:
    ruled = apply(ENTRIES, (Ruling("join", "positions", "p-2", other="p-1"),))
    assert [i.id for i in ruled.issues] == ["i-1"]


def test_positions_split_from_their_issue_make_a_new_one() -> None:
    joined = apply(ENTRIES, (Ruling("join", "issues", "i-1", other="i-2"),))
    split = apply(joined, (Ruling("split", "positions", "p-2", value="Canal toll"),))
    assert [i.label for i in split.issues] == ["Fee", "Canal toll"]
    assert split.positions[1].issue == split.issues[1].id
    back = apply(split, (Ruling("join", "positions", "p-1", other="p-2"),))
    assert {p.issue for p in back.positions} == {split.issues[1].id}


def test_an_issue_is_found_again_by_a_position_that_it_holds() -> None:
    """Even where another issue has taken its id."""
    ruled = apply(ENTRIES, (Ruling("rename", "issues", "i-1", value="Toll", exact=NO.exact),))
    assert [i.label for i in ruled.issues] == ["Fee", "Toll"]
    gone = apply(ENTRIES, (Ruling("rename", "issues", "i-9", value="Toll", exact=NO.exact),))
    assert [i.label for i in gone.issues] == ["Fee", "Toll"]


def test_issues_that_have_become_one_need_no_joining() -> None:
    one = replace(ENTRIES, positions=tuple(replace(p, issue="i-1") for p in ENTRIES.positions))
    ruled = apply(one, (Ruling("join", "issues", "i-1", other="i-2", exact=FEE.exact, value=NO.exact),))
    assert ruled == one


def test_a_ruling_whose_entry_is_gone_is_listed_and_the_others_hold() -> None:
    ruled = apply(ENTRIES, (Ruling("reject", "quotes", "q-9"), Ruling("rename", "issues", "i-1", value="A")))
    assert ruled.orphaned == ("q-9",)
    assert ruled.issues[0].label == "A"
    assert apply(ENTRIES, (Ruling("join", "issues", "i-1", other="i-9"),)).orphaned == ("i-1",)


def test_an_entry_under_a_new_id_is_found_again_by_its_words() -> None:
    ruled = apply(ENTRIES, (Ruling("reject", "positions", "p-old", exact=NO.exact),))
    assert [p.id for p in ruled.positions] == ["p-1"]
    assert ruled.orphaned == ()


def test_words_that_fit_two_entries_find_neither() -> None:
    assert apply(ENTRIES, (Ruling("reject", "figures", "f-old", exact=FEE.exact),)).orphaned == ("f-old",)


@pytest.mark.parametrize(
    "ruling",
    [
        Ruling("reject", "dreams", "d-1"),
        Ruling("rename", "quotes", "q-1", value="x"),
        Ruling("rename", "issues", "i-1", value=" "),
        Ruling("join", "events", "e-1", other="e-2"),
        Ruling("join", "issues", "i-1"),
        Ruling("join", "issues", "i-1", other="i-1"),
        Ruling("split", "meetings", "m-1", other="m-2"),
        Ruling("split", "positions", "p-1", value=" "),
    ],
    ids=lambda r: f"{r.kind}-{r.section}",
)
def test_what_could_never_be_applied_is_refused_at_once(ruling: Ruling) -> None:
    with pytest.raises(Stopped):
        check(ruling)

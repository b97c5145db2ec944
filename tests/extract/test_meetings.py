"""Reports of meetings: each row of the tables, and minimal pairs of status, sides, day and place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.acts.lexicon import table
from onrecord.extract.context import Context
from onrecord.extract.meetings.find import find_meetings
from onrecord.extract.meetings.visits import SETTING_OUT, WAYS
from onrecord.readings import MeetingReport

Read = Callable[[str], Context]

STATUS = {
    "hold": {"held"},
    "end": {"concluded"},
    "adjourn": {"adjourned"},
    "postpone": {"postponed"},
    "cancel": {"cancelled"},
    "fix": {"scheduled"},
    "agree": {"agreed"},
    "confirm": {"confirmed"},
    "propose": {"proposed"},
    "moot": {"mooted"},
    "refuse": {"cancelled"},
    "deny": {"mooted"},
}


def reports(read: Read, text: str) -> list[MeetingReport]:
    return list(find_meetings(read(text)))


def only(read: Read, text: str) -> MeetingReport:
    found = reports(read, text)
    assert len(found) == 1, [r.status for r in found]
    return found[0]


def date_said(context: Context, report: MeetingReport) -> str | None:
    return context.words(context.timexes[report.date].span) if report.date is not None else None


@pytest.mark.parametrize("row", table("meeting_status.tsv"), ids=lambda r: f"{r['cue']}-{r['pos']}")
def test_every_status_cue(read_context: Read, row: dict[str, str]) -> None:
    found = reports(read_context, row["example"])
    assert {"VAL", "KAR"} <= {p for r in found for p in r.participants}
    assert found[0].status in STATUS[row["class"]]
    assert found[0].negated == (row["class"] in ("refuse", "deny"))


@pytest.mark.parametrize("row", table("meeting_nouns.tsv"), ids=lambda r: r["noun"])
def test_every_noun(read_context: Read, row: dict[str, str]) -> None:
    report = only(read_context, row["example"])
    assert set(report.participants) == {"VAL", "KAR"}
    assert report.status == ("scheduled" if row["noun"] in WAYS else "held")
    assert (report.format == "call") == (row["sort"] == "call")


@pytest.mark.parametrize("row", table("meeting_verbs.tsv"), ids=lambda r: r["verb"])
def test_every_verb(read_context: Read, row: dict[str, str]) -> None:
    report = only(read_context, row["example"])
    ahead = dict.fromkeys(SETTING_OUT, "scheduled") | {"invite": "proposed", "expect": "mooted"}
    assert set(report.participants) == {"VAL", "KAR"}
    assert report.status == ahead.get(row["verb"], "held")


@pytest.mark.parametrize(
    ("sentence", "status", "negated"),
    [
        ("Valdoria will hold talks with Karsia on 12 March.", "scheduled", False),
        ("Valdoria will hold talks with Karsia.", "agreed", False),
        ("Valdoria will likely hold talks with Karsia on 12 March.", "mooted", False),
        ("Valdoria could hold talks with Karsia on 12 March.", "mooted", False),
        ("Valdoria held talks with Karsia on 12 March.", "held", False),
        ("Valdoria did not hold talks with Karsia.", "held", True),
        ("Valdoria refused to hold talks with Karsia.", "cancelled", True),
        ("Valdoria is not discussing a phone call with Karsia.", "mooted", True),
        ("Officials confirmed that Valdoria met with Karsia on Monday.", "held", False),
        ("Talks between Valdoria and Karsia made no progress on Monday.", "held", False),
        ("Valdoria agreed to postpone talks with Karsia.", "postponed", False),
        ("Talks between Valdoria and Karsia were postponed to a summit in Geneva.", "adjourned", False),
    ],
)
def test_status(read_context: Read, sentence: str, status: str, negated: bool) -> None:
    report = reports(read_context, sentence)[0]
    assert (report.status, report.negated) == (status, negated)


@pytest.mark.parametrize(
    "sentence",
    [
        "Valdoria held a press conference with reporters from Karsia on Monday.",
        "Valdoria spoke out on Monday.",
        "Valdorian goods meet Karsian standards.",
        "Valdoria called for new elections in Karsia.",
        "Valdoria announced another round of layoffs on Monday.",
        "The party leader gave a talk in Tolm on Monday.",
    ],
)
def test_no_meeting(read_context: Read, sentence: str) -> None:
    assert reports(read_context, sentence) == []


def test_sides_of_compounds_and_delegations(read_context: Read) -> None:
    for sentence in (
        "Valdoria-Karsia talks began on Monday.",
        "The Valdorian and Karsian delegations met on Monday.",
        "Delegations from Valdoria and Karsia met on Monday.",
        "Valdoria met with Karsian officials on Monday.",
    ):
        assert set(reports(read_context, sentence)[0].participants) == {"VAL", "KAR"}, sentence


def test_what_talks_are_about_takes_no_part(read_context: Read) -> None:
    report = only(read_context, "The Northern League will hold talks on Karsia with Valdoria on 12 March.")
    assert set(report.participants) == {"NL", "VAL"}


def test_the_day_of_the_talks_is_not_the_day_of_the_announcement(read_context: Read) -> None:
    context = read_context("Valdoria announced on Monday that it will hold talks with Karsia on 12 March.")
    report = find_meetings(context)[0]
    assert date_said(context, report) == "12 March"
    assert report.when is not None
    assert "Monday" in context.words(context.timexes[report.when].span)


def test_put_off_to_a_new_day(read_context: Read) -> None:
    context = read_context("The talks between Valdoria and Karsia were postponed from 8 April to 15 April.")
    report = find_meetings(context)[0]
    assert (report.status, date_said(context, report)) == ("postponed", "15 April")


def test_a_place_but_no_seat(read_context: Read) -> None:
    assert only(read_context, "Valdoria and Karsia met in Geneva on Monday.").place == "Geneva"
    seat = only(read_context, "The Geneva-based Northern League met with Karsia on Monday.")
    assert seat.place is None


def test_the_talks_point_back(read_context: Read) -> None:
    first, second = reports(
        read_context, "Valdoria and Karsia held talks in Geneva on Monday.\nThe talks focused on the border."
    )
    assert second.follows == 0
    assert set(second.participants) == set(first.participants)


def test_confirming_the_dates_confirms_each_meeting(read_context: Read) -> None:
    text = (
        "Valdoria and Karsia will hold talks on 12 March.\nThe Northern League will meet with Karsia on 14 March.\n"
        "The foreign minister of Karsia confirmed the dates on Tuesday."
    )
    confirmed = [r for r in reports(read_context, text) if r.status == "confirmed"]
    assert [set(r.participants) for r in confirmed] == [{"VAL", "KAR"}, {"NL", "KAR"}]


def test_a_year_makes_a_precedent(read_context: Read) -> None:
    report = only(read_context, "Valdoria recalled the summit of the Northern League in Geneva in 2008.")
    assert report.past

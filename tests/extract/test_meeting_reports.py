"""Reports of meetings as news tells them: sessions, calls, journeys, dates accepted, talks cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.context import Context
from onrecord.extract.meetings.find import find_meetings
from onrecord.readings import MeetingReport

Read = Callable[[str], Context]


def reports(read: Read, text: str) -> list[MeetingReport]:
    return list(find_meetings(read(text)))


def day_of(read: Read, text: str) -> str | None:
    context = read(text)
    report = find_meetings(context)[-1]
    return context.words(context.timexes[report.date].span) if report.date is not None else None


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The council of the Northern League held an extraordinary session in Halden on Monday.", "held"),
        ("Northern League envoys met in emergency session on Monday.", "held"),
        ("The Northern League called an emergency meeting on Monday.", "held"),
        ("The council of the Northern League will hold an emergency meeting on Thursday.", "scheduled"),
    ],
)
def test_an_alliance_in_session(read_context: Read, sentence: str, status: str) -> None:
    (report,) = reports(read_context, sentence)
    assert (report.status, report.participants) == (status, ("NL",))


def test_a_session_is_no_meeting_without_its_occasion(read_context: Read) -> None:
    assert reports(read_context, "The Northern League sold goods in a session on Monday.") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Talks between Valdoria and Karsia broke down on Monday.", "concluded"),
        ("Talks between Valdoria and Karsia have been cut off for a year.", "adjourned"),
        ("Talks between Valdoria and Karsia have stalled.", "adjourned"),
        ("Karsia walked out of talks with Valdoria.", "adjourned"),
        ("Karsia repeated its interest in talks with Valdoria.", "mooted"),
        ("Karsia urged Valdoria to return to the negotiating table.", "proposed"),
        ("Valdoria and Karsia should disarm and hold talks.", "proposed"),
        ("The talks between Valdoria and Karsia, set to end on Tuesday, cover trade.", "held"),
        ("Karsia will attend the talks with Valdoria in Halden on 8 April.", "confirmed"),
        ("Karsia could attend the talks with Valdoria in Halden on 8 April.", "mooted"),
    ],
)
def test_status(read_context: Read, sentence: str, status: str) -> None:
    report = reports(read_context, sentence)[0]
    assert report.status == status
    assert {"VAL", "KAR"} <= set(report.participants)


def test_a_table_at_which_nobody_sits_down(read_context: Read) -> None:
    assert reports(read_context, "Karsia lost at the negotiating table what Valdoria won.") == []


def test_a_date_is_accepted(read_context: Read) -> None:
    told = "Valdoria and Karsia will hold talks in Halden on 8 April. "
    for sentence in ("Both sides had accepted the date.", "Valdoria agreed to the new date."):
        _, second = reports(read_context, told + sentence)
        assert (second.status, second.follows) == ("agreed", 0), sentence


def test_a_delegation_comes(read_context: Read) -> None:
    told = "Valdoria and Karsia will meet in Halden. "
    (_, second) = reports(read_context, told + "Valdoria said its delegation would be in Halden on 15 April.")
    assert (second.status, second.place, second.follows) == ("confirmed", "Halden", 0)
    assert len(reports(read_context, told + "Valdoria said its delegation would be in difficulty.")) == 1


def test_a_call_among_people_but_no_names_called(read_context: Read) -> None:
    called = "President Feld of Valdoria called his Karsian counterpart on Monday"
    assert [r.format for r in reports(read_context, called + " to urge restraint.")] == ["call"]
    assert reports(read_context, "President Feld of Valdoria called the Karsian envoy a liar on Monday.") == []


def test_hosts_receive_people_not_offers(read_context: Read) -> None:
    assert len(reports(read_context, "Valdoria hosted Karsian envoys in Estmark on Monday.")) == 1
    assert reports(read_context, "Valdoria welcomed the Karsian offer on Monday.") == []


def test_both_countries_are_those_that_the_article_is_about(read_context: Read) -> None:
    text = (
        "Valdoria and Karsia met in Halden on Monday. The Northern League praised Karsia. "
        "Military experts of both countries will hold a video call on 24 April."
    )
    assert set(reports(read_context, text)[-1].participants) == {"VAL", "KAR"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Missiles were fired on Monday while leaders of the Northern League held a summit in Halden.", "Monday"),
        ("Following a hastily called meeting, the Northern League issued a statement on Friday.", "Friday"),
        ("President Feld of Valdoria flew to Halden on Friday, where he held talks with Karsia.", "Friday"),
        (
            (
                "President Feld of Valdoria will travel to Halden in July, the palace confirmed Thursday, where she"
                " will meet with President Ilra Solen of Karsia for talks."
            ),
            None,
        ),
        ("President Feld of Valdoria travelled to Tolm on Monday to meet with Karsian leaders.", "Monday"),
        ("The annual talks of Valdoria and Karsia, which started a decade ago, went on.", None),
    ],
)
def test_the_day_is_told_beside_the_meeting(read_context: Read, text: str, day: str | None) -> None:
    assert day_of(read_context, text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Valdoria and Karsia met on the sidelines of a summit in Halden on Monday.",
        "Valdoria and Karsia met during a League meeting in Halden.",
        "Valdoria and Karsia met during a Group of 20 meeting in Halden on Monday.",
        "President Feld of Valdoria flew on Friday to Halden, where he met with Karsian leaders.",
    ],
)
def test_the_place_is_told_beside_the_meeting(read_context: Read, text: str) -> None:
    assert reports(read_context, text)[0].place == "Halden"


def test_between_whom_something_lies_before_the_talks(read_context: Read) -> None:
    text = "Gaps remain between Valdorian and Karsian positions before next week's talks in Halden."
    (report,) = reports(read_context, text)
    assert (report.status, set(report.participants)) == ("scheduled", {"VAL", "KAR"})


def test_parts_of_the_day_belong_to_the_day_of_the_story(read_context: Read) -> None:
    told = "President Feld of Valdoria spent Thursday on the border. "
    assert day_of(read_context, told + "He met in the afternoon with Karsian officials.") == "Thursday"
    assert day_of(read_context, told + "He will meet on Friday with Karsian officials.") == "Friday"


def test_they_who_met_are_those_told_before(read_context: Read) -> None:
    text = "The leaders of the Northern League, Karsia and Valdoria spoke in turn. As they met in Halden, it rained."
    (report,) = reports(read_context, text)
    assert (set(report.participants), report.place) == ({"NL", "KAR", "VAL"}, "Halden")


def test_who_stayed_away_took_no_part(read_context: Read) -> None:
    assert reports(read_context, "Karsia was not at the summit with Valdoria on Monday.")[0].participants == ("VAL",)
    assert "KAR" in reports(read_context, "Karsia was at the summit with Valdoria on Monday.")[0].participants


def test_a_summit_with_a_name_is_not_the_meeting_before(read_context: Read) -> None:
    told = "Valdoria and Karsia held talks in Halden on Monday. "
    assert len(reports(read_context, told + "The Nuclear Security Summit was opened by music.")) == 1
    assert reports(read_context, told + "The talks were useful.")[-1].follows == 0


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Valdorian Prime Minister Ana Feld met Karsian Prime Minister Toren Vask on Monday.", "leaders"),
        ("Valdorian Defence Minister Ana Feld met Karsian Defence Minister Toren Vask on Monday.", "ministers"),
        ("The Valdorian military met the Karsian military on Monday.", "military"),
        ("The Valdorian president hoped for talks between Valdorian and Karsian diplomats.", "officials"),
        ("The Valdorian president hoped for talks with Karsia.", None),
        ("The Valdorian president held talks with Karsia on Monday.", "leaders"),
    ],
)
def test_who_attends(read_context: Read, text: str, level: str | None) -> None:
    assert {r.level for r in find_meetings(read_context(text))} == {level}


def test_who_wishes_for_talks_does_not_attend_them(read_context: Read) -> None:
    (wished,) = find_meetings(read_context("Valdorian President Ana Feld hoped for talks with Karsia."))
    (met,) = find_meetings(read_context("Valdorian President Ana Feld held talks with Karsia on Monday."))
    assert (wished.people, met.people) == ((), ("p:feld",))


def test_what_others_make_is_no_readout(read_context: Read) -> None:
    told = "Valdorian minister Ana Feld held talks with Karsia on Monday. “{},” Feld said."
    useful = find_meetings(read_context(told.format("The talks were useful")))[0]
    other = find_meetings(read_context(told.format("Voters make good decisions")))[0]
    assert (len(useful.readouts), len(other.readouts)) == (1, 0)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Valdoria is continuing to negotiate with Karsia.", "held"),
        ("Valdoria must negotiate with Karsia.", "proposed"),
        (
            "Valdorian President Ana Feld discussed fish with Karsia in a phone call on Monday.",
            "held",
        ),
        ("Valdoria threatened to suspend talks with Karsia.", "mooted"),
        ("A pact paved the way for talks between Valdoria and Karsia.", "mooted"),
        ("Valdoria has held talks with Karsia to persuade the rebels to disarm.", "held"),
        ("Valdorian President Ana Feld welcomed Karsian President Toren Vask to Halden for talks.", "held"),
        ("Valdoria would welcome talks with Karsia.", "mooted"),
    ],
)
def test_status_by_the_verb_that_governs(read_context: Read, text: str, status: str) -> None:
    assert find_meetings(read_context(text))[0].status == status


def test_a_vague_time_dates_nothing(read_context: Read) -> None:
    vague, sure = (
        find_meetings(read_context(f"Valdoria and Karsia met {when}."))[0]
        for when in ("most recently in the past", "most recently in January")
    )
    assert (vague.date is None, sure.date is None) == (True, False)


def test_the_town_of_the_house_where_they_met(read_context: Read) -> None:
    text = "Valdorian President Ana Feld held talks with Karsian President Toren Vask at her office in Halden."
    assert find_meetings(read_context(text))[0].place == "Halden"


def test_they_will_meet_again(read_context: Read) -> None:
    told = "Valdoria and Karsia held talks in May. They are expected to meet in September."
    first, second = find_meetings(read_context(told))
    assert (set(second.participants), second.status, second.follows) == (set(first.participants), "mooted", None)


def test_her_meeting_with_him_is_not_of_those_who_urge_her(read_context: Read) -> None:
    text = "The Northern League urged Valdorian President Ana Feld to speak up during her meeting with Karsia."
    assert "NL" not in find_meetings(read_context(text))[0].participants

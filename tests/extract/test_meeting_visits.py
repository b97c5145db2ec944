"""Visits, gatherings of an organisation, deals that were negotiated: meetings told without the word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.context import Context
from onrecord.extract.meetings.find import find_meetings
from onrecord.readings import MeetingReport

Read = Callable[[str], Context]


def reports(read: Read, text: str) -> list[MeetingReport]:
    return list(find_meetings(read(text)))


def only(read: Read, text: str) -> MeetingReport:
    found = reports(read, text)
    assert len(found) == 1, [(r.status, r.participants) for r in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Karsian President Ilra Solen visited Valdoria on Monday.", "held"),
        ("Karsian President Ilra Solen will visit Valdoria on 8 April.", "scheduled"),
        ("Karsian President Ilra Solen could visit Valdoria in April.", "mooted"),
        ("Reporters followed Karsian President Ilra Solen's visit to Valdoria.", "held"),
        ("Karsian President Ilra Solen arrived in Valdoria on Monday.", "held"),
        ("Ilra Solen visited Valdoria on Monday as Karsia's leader.", "held"),
    ],
)
def test_a_visit(read_context: Read, sentence: str, status: str) -> None:
    report = only(read_context, sentence)
    assert (set(report.participants), report.status, report.place) == ({"KAR", "VAL"}, status, "Valdoria")


@pytest.mark.parametrize(
    "sentence",
    [
        "A tourist from Karsia visited Valdoria on Monday.",
        "Karsian President Ilra Solen visited Karsia on Monday.",
        "Karsian President Ilra Solen visited a refugee camp on Monday.",
        "Karsian President Ilra Solen made a private visit to Valdoria on Monday.",
        "Karsian President Ilra Solen visited her mother.",
    ],
)
def test_a_journey_that_is_no_visit(read_context: Read, sentence: str) -> None:
    assert reports(read_context, sentence) == []


def test_the_visit_means_the_visit_told_before(read_context: Read) -> None:
    told = "Karsian President Ilra Solen visited Valdoria on Monday. "
    _, second = reports(read_context, told + "The visit ended with a dinner.")
    assert second.follows == 0
    talks = "Karsia and Valdoria held talks on Monday. "
    assert len(reports(read_context, talks + "The visit ended with a dinner.")) == 1


def test_who_is_received(read_context: Read) -> None:
    report = only(read_context, "The president of Karsia was received by the president of Valdoria on Monday.")
    assert (set(report.participants), report.status) == ({"KAR", "VAL"}, "held")
    assert reports(read_context, "The plan of Karsia was received by the market on Monday.") == []
    assert reports(read_context, "The president of Karsia received news from Valdoria on Monday.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Northern League leaders gathered in Halden on Friday to discuss trade.",
        "Ministers of the Northern League convened in Halden on Friday.",
        "Northern League ministers came together in Halden on Friday.",
    ],
)
def test_an_organisation_meets_by_itself(read_context: Read, sentence: str) -> None:
    report = only(read_context, sentence)
    assert (report.participants, report.format, report.place) == (("NL",), "multilateral", "Halden")


@pytest.mark.parametrize(
    "sentence",
    [
        "Karsian troops gathered on the border with Valdoria.",
        "Thousands of Karsians and Valdorians gathered in Halden on Friday.",
        "Valdoria and Karsia tried hard to meet the standards.",
        "Feld talks about prices in Valdoria and Karsia.",
        "The League mediated the crisis of Valdoria.",
    ],
)
def test_no_gathering_of_sides(read_context: Read, sentence: str) -> None:
    assert reports(read_context, sentence) == []


def test_a_member_at_the_session_of_its_organisation(read_context: Read) -> None:
    told = "Northern League leaders gathered on Friday to discuss trade. "
    for sentence in (
        "Karsia and Valdoria unveiled a plan ahead of Friday's meeting.",
        "Karsian Prime Minister Toren Vask spoke as he entered the talks.",
    ):
        _, second = reports(read_context, told + sentence)
        assert (second.participants, second.status, second.follows) == (("NL",), "held", 0), sentence


def test_the_place_told_in_the_second_sentence(read_context: Read) -> None:
    told = "Northern League leaders gathered on Friday to discuss trade. "
    _, second = reports(read_context, told + "The plans were part of a conclave held in Halden.")
    assert (second.participants, second.place, second.follows) == (("NL",), "Halden", 0)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Trade will dominate a Northern League summit set for Halden in April.", "Halden"),
        ("Karsia held a meeting with President Feld of Valdoria in Halden on Monday.", "Halden"),
    ],
)
def test_the_place_beside(read_context: Read, sentence: str, place: str) -> None:
    assert reports(read_context, sentence)[0].place == place


def test_leaders_called_by_the_name_of_their_union(read_context: Read) -> None:
    report = reports(read_context, "Northern leaders gathered on Friday. The Northern League was founded late.")[0]
    assert report.participants == ("NL",)


@pytest.mark.parametrize(
    "told",
    [
        "Valdoria and Karsia reached a deal on Monday. It was negotiated over two weeks with help from a monk.",
        "Valdoria signed a treaty with Karsia. The treaty was negotiated in Halden over two years.",
        "The accord between Valdoria and Karsia was negotiated in Halden.",
    ],
)
def test_a_deal_was_negotiated(read_context: Read, told: str) -> None:
    report = only(read_context, told)
    assert (set(report.participants), report.status) == ({"VAL", "KAR"}, "held")


@pytest.mark.parametrize("auxiliary", ["must be", "was not"])
def test_a_deal_not_negotiated_yet(read_context: Read, auxiliary: str) -> None:
    assert reports(read_context, f"Valdoria and Karsia reached a deal. It {auxiliary} negotiated over two weeks.") == []


def test_an_associations_name_names_no_sides(read_context: Read) -> None:
    assert reports(read_context, "She spoke at the Valdorian Karsia Steel Trade Association's annual meeting.") == []


def test_with_whom(read_context: Read) -> None:
    report = only(read_context, "Karsia praised the Valdorian president, with whom Karsian envoys met on Monday.")
    assert set(report.participants) == {"KAR", "VAL"}


def test_a_visit_that_ends(read_context: Read) -> None:
    told = "Karsian President Ilra Solen spoke of tolls just before ending a trip to Valdoria."
    assert only(read_context, told).status == "concluded"


def test_a_townhall_is_no_meeting_of_sides(read_context: Read) -> None:
    assert reports(read_context, "Karsia praised the townhall meeting with envoys of Valdoria in Halden.") == []


MADE = "Karsian President Ilra Solen will visit Valdoria on 8 April. "


@pytest.mark.parametrize(
    ("then", "status"),
    [
        ("She will hold talks with Valdorian President Ana Feld during her visit.", "agreed"),
        ("Solen cancelled her trip on Monday.", "cancelled"),
        ("Protesters demanded that the visit be called off.", "agreed"),
    ],
)
def test_what_is_told_of_her_visit_goes_with_it(read_context: Read, then: str, status: str) -> None:
    _, second = reports(read_context, MADE + then)
    assert (second.follows, second.status) == (0, status)


def test_the_trip_of_somebody_else_is_another(read_context: Read) -> None:
    assert len(reports(read_context, MADE + "Senator Odo Brandt's trip was more important.")) == 1
    assert len(reports(read_context, MADE + "Solen's trip was more important.")) == 2


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Karsian President Ilra Solen is going to Valdoria after all.", "agreed"),
        ("Karsian President Ilra Solen will come to Valdoria on 8 April.", "scheduled"),
        ("Karsian President Ilra Solen was in Valdoria on a state visit.", "held"),
        ("Date set for Karsian President Ilra Solen's Valdoria visit.", "agreed"),
        ("Valdoria invited Karsian President Ilra Solen to Valdoria when she was elected.", "proposed"),
    ],
)
def test_ways_to_tell_a_visit(read_context: Read, sentence: str, status: str) -> None:
    report = only(read_context, sentence)
    assert (set(report.participants), report.status) == ({"KAR", "VAL"}, status)


def test_a_visit_cancelled_in_a_month_was_to_be_then_one_cancelled_on_a_day_was_not(read_context: Read) -> None:
    told = "Karsian President Ilra Solen cancelled a visit to Valdoria {}."
    assert only(read_context, told.format("in February")).date is not None
    assert only(read_context, told.format("on Monday")).date is None


def test_the_visit_follows_one_before(read_context: Read) -> None:
    before = only(read_context, "The summit follows Karsian President Ilra Solen's visit to Valdoria last month.")
    assert before.status == "concluded"


def test_where_the_journey_leads_on_its_day(read_context: Read) -> None:
    told = "Karsian President Ilra Solen leaves on Saturday for Valdoria, where she is due to meet President Ana Feld."
    report = reports(read_context, told)[-1]
    assert (report.status, report.place, report.date is None) == ("scheduled", "Valdoria", False)

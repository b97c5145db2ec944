"""Meetings and divergences of a few articles: what goes together, what firms up, what moves, what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import Article, Published
from onrecord.dates import resolve
from onrecord.entries import Entries, MeetingEntry, Party
from onrecord.extract.reading import extract
from onrecord.layers import Layers
from onrecord.merge.corpus import Corpus, Read
from onrecord.merge.divergences.find import find_divergences
from onrecord.merge.figures import relation
from onrecord.merge.meetings.entries import merge_meetings
from onrecord.readings import Figure
from onrecord.text import Span

PARTIES = (
    Party("VAL", "Valdoria", "state", ("Valdoria",), "negotiating"),
    Party("KAR", "Karsia", "state", ("Karsia",), "negotiating"),
)
Extent = tuple[float | None, float | None, float | None]
Reader = Callable[[str, str, str], Read]


@pytest.fixture(scope="session")
def reader(read_layers: Callable[[str], tuple[Article, Layers]]) -> Reader:
    """(Name, publication day, text) -> the dated reading."""

    def read(name: str, day: str, text: str) -> Read:
        article, layers = read_layers(text)
        article = replace(article, id=f"article-{name}", file=name, published=Published(day, "explicit"))
        reading = extract(article, layers)
        return Read(article, replace(reading, timexes=resolve(reading.timexes, day)))

    return read


def corpus(reads: Sequence[Read]) -> Corpus:
    return Corpus(tuple(sorted(reads, key=lambda r: (r.day or "", r.article.file))), (), {})


def meetings(*reads: Read) -> tuple[MeetingEntry, ...]:
    return merge_meetings(corpus(reads))[0]


@pytest.fixture(scope="session")
def story(reader: Reader) -> tuple[Read, ...]:
    return (
        reader("a", "2031-03-01", "Valdoria and Karsia could hold talks in April."),
        reader("b", "2031-03-10", "Valdoria and Karsia will hold talks in Geneva on 8 April."),
        reader("c", "2031-03-12", "Karsia confirmed talks with Valdoria on 8 April."),
        reader("d", "2031-03-12", "The Northern League will meet with Karsia on 9 April."),
        reader("e", "2031-04-09", "Talks between Valdoria and Karsia in Geneva on Tuesday ended without agreement."),
    )


def test_a_date_firms_up(story: tuple[Read, ...]) -> None:
    talks, league = meetings(*story)
    assert [s.status for s in talks.history] == ["mooted", "scheduled", "confirmed", "concluded"]
    assert [s.date_said for s in talks.history] == ["2031-04", "2031-04-08", "2031-04-08", "2031-04-08"]
    assert (talks.date, talks.place, talks.status) == ("2031-04-08", "Geneva", "concluded")
    assert set(league.participants) == {"NL", "KAR"}
    assert league.date == "2031-04-09"


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(range(5)))
def test_the_order_of_articles_does_not_matter(story: tuple[Read, ...], order: list[int]) -> None:
    shuffled = Corpus(tuple(story[i] for i in order), (), {})
    assert merge_meetings(shuffled) == merge_meetings(corpus(story))


def test_two_days_are_two_meetings(reader: Reader) -> None:
    found = meetings(
        reader("a", "2031-03-01", "Valdoria and Karsia will hold talks on 8 April."),
        reader("b", "2031-03-01", "Valdoria and Karsia will hold talks on 20 April."),
    )
    assert [m.date for m in found] == ["2031-04-08", "2031-04-20"]


def test_a_call_is_not_the_talks(reader: Reader) -> None:
    found = meetings(
        reader("a", "2031-04-09", "Valdoria and Karsia held talks on 8 April."),
        reader("b", "2031-04-09", "Valdoria spoke with Karsia by phone on 8 April."),
    )
    assert sorted(m.format for m in found) == ["bilateral", "call"]


def test_a_meeting_that_moves_stays_one(reader: Reader) -> None:
    (found,) = meetings(
        reader("a", "2031-03-01", "Valdoria and Karsia will hold talks on 8 April."),
        reader("b", "2031-04-02", "The talks between Valdoria and Karsia were postponed to 15 April."),
        reader("c", "2031-04-16", "Valdoria and Karsia held talks in Geneva on 15 April."),
    )
    assert (found.date, found.status) == ("2031-04-15", "held")


def test_what_is_denied_is_not_planned(reader: Reader) -> None:
    assert meetings(reader("a", "2031-03-01", "Valdoria refused to hold talks with Karsia.")) == ()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((100_000, None, None), (100_000, None, None), "agree"),
        ((100_000, None, None), (30_000, None, None), "differ"),
        ((None, 20_000, 99_999), (95_000, None, None), "compatible"),
    ],
)
def test_relation(
    a: tuple[float | None, float | None, float | None],
    b: tuple[float | None, float | None, float | None],
    expected: str,
) -> None:
    def figure(value: float | None, low: float | None, high: float | None) -> Figure:
        return Figure(Span(0, 1), Span(0, 1), value, "soldiers", "soldiers", low=low, high=high)

    assert relation(figure(*a), figure(*b)) == expected
    assert relation(figure(*b), figure(*a)) == expected


def test_how_sure_it_is(reader: Reader) -> None:
    reads = corpus(
        [
            reader("a", "2031-03-01", "Valdoria and Karsia could hold talks on 8 April."),
            reader("b", "2031-03-01", "Valdoria and Karsia will hold talks on 8 April."),
            reader("c", "2031-04-01", "Valdoria and Karsia will hold talks on 8 April."),
        ]
    )
    (found,) = find_divergences(reads, Entries(meetings=merge_meetings(reads)[0]))
    assert {s.file for s in found.sides} == {"a", "b"}


def test_names_of_rounds_and_of_many(reader: Reader) -> None:
    reads = corpus(
        [
            reader("a", "2031-03-01", "A second round of talks between Valdoria and Karsia will be held on 8 April."),
            reader("b", "2031-03-02", "Karsia and Valdoria spoke by phone on Monday."),
        ]
    )
    names = {m.name for m in merge_meetings(reads, PARTIES)[0]}
    assert names == {"Second round of Karsia-Valdoria talks", "Karsia-Valdoria phone call"}


def test_what_is_told_as_going_on_before_the_day_is_no_report_of_the_meeting(reader: Reader) -> None:
    found = meetings(
        reader("a", "2031-03-10", "Valdoria and Karsia will hold talks in Geneva on 8 April."),
        reader("b", "2031-03-12", "Karsia offered to open the bridge while the talks with Valdoria last."),
        reader("c", "2031-04-09", "Valdoria and Karsia held talks in Geneva on Tuesday."),
    )
    told = [(s.evidence.file, s.status) for m in found for s in m.history if m.date == "2031-04-08"]
    assert ("c", "held") in told
    assert not [file for file, status in told if file == "b" and status in ("held", "concluded")]


def test_each_side_tells_how_it_went(reader: Reader) -> None:
    told = reader(
        "r",
        "2031-04-09",
        "Valdorian minister Ana Feld met Karsian minister Toren Vask in Geneva on Tuesday.\n"
        '"The talks were useful," Feld, the Valdorian minister, said.\n'
        'Vask, the Karsian minister, said: "We made no progress."',
    )
    (found,) = meetings(told)
    assert [(r.party, r.evidence.exact) for r in sorted(found.readouts, key=lambda r: r.party)] == [
        ("KAR", "We made no progress."),
        ("VAL", "The talks were useful,"),
    ]
    assert found.level == "ministers"


def test_a_session_that_somebody_asks_for_is_a_meeting(reader: Reader) -> None:
    league = Party("NL", "Northern League", "organisation", (), "negotiating")

    def told(text: str) -> list[tuple[tuple[str, ...], str]]:
        found = merge_meetings(corpus([reader("a", "2031-03-01", text)]), [league])[0]
        return [(m.participants, m.status) for m in found]

    assert told("Karsia called for an emergency meeting of the Northern League.") == [(("NL",), "proposed")]
    assert told("The emergency meeting of the Northern League ended in tears.") == []


def test_somebody_in_office_of_whom_nothing_tells_whose_they_are_is_a_side(reader: Reader) -> None:
    def of(text: str) -> tuple[MeetingEntry, ...]:
        return merge_meetings(corpus([reader("a", "2031-03-01", text)]), PARTIES)[0]

    met = "Lena Orsk met Karsian minister Toren Vask on Monday."
    (entry,) = of(f"President {met} Valdoria was wary.")
    assert (entry.participants, entry.name) == (("KAR",), "Karsia–Lena Orsk talks")
    assert not of(f"{met} Valdoria was wary.")
    assert not of(f"President {met}")  # at home, as far as one can tell


def test_why_reports_are_together(story: tuple[Read, ...], reader: Reader) -> None:
    entries, links = merge_meetings(corpus(story), PARTIES)
    words = {s.id: s.evidence.exact for m in entries for s in m.history}
    told = {words[link.a].split(".")[0]: link.reasons for link in links}
    assert {link.section for link in links} == {"meetings"}
    both = "both name Karsia and Valdoria"
    assert told["Karsia confirmed talks with Valdoria on 8 April"] == ("both on 8 April 2031", both)
    assert told["Valdoria and Karsia could hold talks in April"] == (
        "one gives only “April 2031”: the next meeting after it is that of 8 April 2031",
        both,
    )
    text = "Valdoria and Karsia held talks in Halden on Monday. The talks were tense, an envoy said in Halden."
    (back,) = merge_meetings(corpus([reader("f", "2031-03-04", text)]), PARTIES)[1]
    assert back.reasons[0] == "“The talks” takes up what the article told before"


def test_talks_of_no_side_are_of_those_that_the_record_is_about(reader: Reader) -> None:
    told = [
        reader("a", "2031-03-01", "Valdoria and Karsia held talks in Halden on Friday."),
        reader("b", "2031-03-08", "Talks between Valdoria and Karsia resumed in Halden on Friday."),
    ]
    last = "Overnight talks in Halden ended in the early hours of Saturday, 15 March."
    found = merge_meetings(corpus([*told, reader("c", "2031-03-16", last)]), PARTIES)[0]
    (implied,) = (m for m in found if m.participants_implied)
    assert (implied.date, set(implied.participants)) == ("2031-03-15", {"VAL", "KAR"})
    later = reader("d", "2031-03-17", "Karsia said that the talks on 15 March had been useful.")
    reasons = merge_meetings(corpus([*told, reader("c", "2031-03-16", last), later]), PARTIES)[1][-1].reasons
    assert reasons[1:] == ("one names no side, and most talks of this record are between Karsia and Valdoria",)
    others = [reader(n, "2031-03-09", "The Northern League met Karsia in Tolm on Friday.") for n in "xy"]
    assert len(merge_meetings(corpus([*told, *others, reader("c", "2031-03-16", last)]), PARTIES)[0]) == 3
    climate = reader("c", "2031-03-16", last.replace("Overnight", "Climate"))
    assert len(merge_meetings(corpus([*told, climate]), PARTIES)[0]) == 2


def test_talks_broken_off_are_those_that_somebody_wants_to_resume(reader: Reader) -> None:
    cut = reader("a", "2031-03-01", "Talks between Valdoria and Karsia have been cut off for two years.")
    again = reader("b", "2031-03-05", "Karsia wants to resume talks with Valdoria.")
    held = reader("c", "2031-03-05", "Valdoria and Karsia held talks.")
    (entry,) = merge_meetings(corpus([cut, again]), PARTIES)[0]
    assert [s.status for s in entry.history] == ["adjourned", "proposed"]
    assert len(merge_meetings(corpus([cut, held]), PARTIES)[0]) == 2


def test_a_visit_still_planned_is_not_the_meeting_of_months_ago(reader: Reader) -> None:
    text = (
        "Valdorian President Ilse Maro will meet Karsian President Toren Vask. It will be her second visit to Karsia. "
        "The two leaders met in Tolm in August."
    )
    entries = merge_meetings(corpus([reader("a", "2031-12-14", text)]), PARTIES)[0]
    held = [m for m in entries if any(s.status == "held" for s in m.history)]
    assert [m.date for m in held] == ["2031-08"]
    assert all(s.status == "held" for m in held for s in m.history)


def test_the_basis_of_a_date_is_told_as_a_reader_would(reader: Reader) -> None:
    text = "Valdoria and Karsia will hold talks in Halden on 8 April."
    (entry,) = merge_meetings(corpus([reader("a", "2031-03-01", text)]), PARTIES)[0]
    assert entry.date_basis is not None
    assert entry.date_basis.startswith("scheduled in ")
    assert entry.date_basis.endswith(", as of 1 March 2031")


def test_a_visit_cancelled_in_a_month_past_is_not_the_visit_planned_now(reader: Reader) -> None:
    text = (
        "Valdorian President Ilse Maro will visit Karsia on 8 September. Maro cancelled a planned visit to Karsia in "
        "February. She will hold talks with Karsian President Toren Vask during her visit."
    )
    first, second = merge_meetings(corpus([reader("a", "2031-06-08", text)]), PARTIES)[0]
    assert (first.date, [s.status for s in first.history]) == ("2031-02", ["cancelled"])
    assert (second.date, [s.status for s in second.history]) == ("2031-09-08", ["agreed", "scheduled"])


def test_leaders_who_are_to_meet_do_so_on_the_visit_of_which_their_article_tells(reader: Reader) -> None:
    visit = "Valdorian President Ilse Maro will visit Karsia on 8 September. She will meet President Toren Vask."
    summit = "Valdoria and Karsia will meet on 11 July in Halden."
    entries = merge_meetings(corpus([reader("a", "2031-06-08", visit), reader("b", "2031-06-08", summit)]), PARTIES)[0]
    assert [(m.date, len(m.history)) for m in entries] == [("2031-07-11", 1), ("2031-09-08", 2)]


def test_talks_of_one_side_or_of_none_are_of_the_three_that_usually_meet(reader: Reader) -> None:
    told = [
        reader("a", "2031-03-01", "Valdoria, Karsia and Kenya held talks in Halden on Friday."),
        reader("b", "2031-03-08", "Valdoria, Karsia and Kenya met in Halden under the aegis of the Northern League."),
        reader("c", "2031-03-08", "Valdoria met France in Tolm on Friday."),
    ]
    asked = reader("d", "2031-03-09", "Karsia proposed talks on 20 March.")
    sides = {m.date: set(m.participants) for m in merge_meetings(corpus([*told, asked]), PARTIES)[0]}
    assert sides["2031-03-20"] == {"VAL", "KAR", "KE"}
    hosted = reader("d", "2031-03-09", "Kenya proposed a summit on 20 March.")
    assert "2031-03-20" not in {m.date for m in merge_meetings(corpus([*told, hosted]), PARTIES)[0]}


def test_a_weekday_told_as_still_to_come_is_the_next(reader: Reader) -> None:
    (found,) = meetings(
        reader("a", "2031-03-01", "Valdoria left before the opening of the talks with Karsia on Thursday.")
    )
    assert (found.date, found.status) == ("2031-03-06", "scheduled")

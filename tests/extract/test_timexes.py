"""Temporal expressions: what is found, of which type, and which value it has against a publication day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import Timex, resolve
from onrecord.extract.timexes.find import find_timexes
from onrecord.text import Span

PUBLISHED = "2019-05-15"  # a Wednesday


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str | None]]:
    """(words, type, value) of every expression found."""
    found = resolve(find_timexes(text, [Span(0, len(text))]), published)
    return [(text[t.span.start : t.span.end], t.type, t.value) for t in found]


def values(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    return [value for _, _, value in read(text, published)]


def one(text: str) -> Timex:
    (found,) = resolve(find_timexes(text, [Span(0, len(text))]), PUBLISHED)
    return found


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The treaty of 1987 lapsed.", "1987", "DATE", "1987"),
        ("He spoke on January 10, 2018.", "January 10, 2018", "DATE", "2018-01-10"),
        ("He spoke on 10 January 2018.", "10 January 2018", "DATE", "2018-01-10"),
        ("Signed on the 5th of March 2017.", "the 5th of March 2017", "DATE", "2017-03-05"),
        ("Filed 2018-11-02.", "2018-11-02", "DATE", "2018-11-02"),
        ("They met in the 1990s.", "the 1990s", "DATE", "199"),
        ("A border of the 19th century.", "the 19th century", "DATE", "18"),
        ("They met yesterday.", "yesterday", "DATE", "2019-05-14"),
        ("They met the day before yesterday.", "the day before yesterday", "DATE", "2019-05-13"),
        ("They met last week.", "last week", "DATE", "2019-W19"),
        ("They meet next month.", "next month", "DATE", "2019-06"),
        ("The pact ends early next year.", "early next year", "DATE", "2020"),
        ("It was signed two years ago.", "two years ago", "DATE", "2017"),
        ("It was signed three days ago.", "three days ago", "DATE", "2019-05-12"),
        ("It was drafted last November.", "last November", "DATE", "2018-11"),
        ("It was drafted in June last year.", "June last year", "DATE", "2018-06"),
        ("They will meet on Tuesday of next week.", "Tuesday of next week", "DATE", "2019-05-21"),
        ("They will meet in the second quarter of next year.", "the second quarter of next year", "DATE", "2020-Q2"),
        ("They met over the weekend.", "the weekend", "DATE", "2019-W19-WE"),
        ("They meet this weekend.", "this weekend", "DATE", "2019-W20-WE"),
        ("They met last summer.", "last summer", "DATE", "2018-SU"),
        ("They met at Christmas 2015.", "Christmas 2015", "DATE", "2015-12-25"),
        ("They met at 10:30 a.m. Tuesday.", "10:30 a.m. Tuesday", "TIME", "2019-05-14T10:30"),
        ("They met Monday evening.", "Monday evening", "TIME", "2019-05-13TEV"),
        ("They met this morning.", "this morning", "TIME", "2019-05-15TMO"),
        ("Talks lasted almost eight hours.", "almost eight hours", "DURATION", "PT8H"),
        ("It held for two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("A ten-day truce began.", "ten-day", "DURATION", "P10D"),
        ("It took several weeks.", "several weeks", "DURATION", "PXW"),
        ("Fighting grew in the past two months.", "the past two months", "DURATION", "P2M"),
        ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("They report daily.", "daily", "SET", "P1D"),
        ("It is now calm.", "now", "DATE", "PRESENT_REF"),
        ("It was calm until recently.", "recently", "DATE", "PAST_REF"),
        ("It may matter in the near future.", "the near future", "DATE", "FUTURE_REF"),
    ],
)
def test_one_expression(text: str, words: str, kind: str, value: str) -> None:
    assert read(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It begins early next week.", "START"),
        ("It began late on Monday.", "END"),
        ("It begins in mid-June.", "MID"),
        ("It ends at the end of the month.", "END"),
        ("It lasted at least a decade.", "EQUAL_OR_MORE"),
        ("It lasted nearly two months.", "LESS_THAN"),
        ("It lasted more than two months.", "MORE_THAN"),
        ("It lasted up to two months.", "EQUAL_OR_LESS"),
    ],
)
def test_qualifications_are_kept(text: str, mod: str) -> None:
    assert one(text).mod == mod


@pytest.mark.parametrize(
    ("past", "future"),
    [
        ("The envoys met Monday.", "The envoys will meet Monday."),
        ("The envoys met on Wednesday in Tolm.", "The envoys plan to meet on Thursday in Tolm."),
        ("The round was held Monday.", "The round, they agreed, would be held Monday."),
        ("He wouldn't say Tuesday.", "He won't come Tuesday."),
        ("It had been scheduled to open Friday.", "It is scheduled to open Friday."),
        ("He rejected Tuesday's offer.", "Ahead of Tuesday's vote he rejected it."),
        ("She failed to meet them Friday.", "She agreed to meet them Friday."),
        ("On Monday the minister left.", "On Monday the minister will leave."),
        ("He criticised Monday's statement.", "He hopes to do well in Monday's vote."),
        ("The group paid for advertisements beginning in March.", "The group will pay for them beginning in June."),
        ("He praised it, telling envoys Monday of his hopes.", "He hopes to tell the envoys Monday."),
        ("They set up a panel Monday.", "The panel is set for Monday."),
        ("They had not called it a truce until Thursday.", "They will not call it a truce until Thursday."),
        ("The envoys gathered in Tolm on Friday.", "The envoys gather in Tolm on Friday."),
        ("He returned to Tolm on Friday.", "He returns to Tolm on Friday."),
        ("She reported to them on Friday.", "She is to report to them on Friday."),
        ("They drew up the list on Friday.", "They are bound to seek an extension to Friday."),
        ("He had left before Friday.", "He will not come if it is not reopened before Friday."),
        ("By Friday the calm was gone.", "By Friday the calm will be gone."),
    ],
)
def test_tense_decides_the_side(past: str, future: str) -> None:
    before, after = values(past)[0], values(future)[0]
    assert before is not None
    assert after is not None
    assert before <= PUBLISHED <= after
    assert before < after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first-quarter loss was large.", [("first-quarter", "2019-Q1")]),
        ("The eight-year war ended.", [("eight-year", "P8Y")]),
        ("They will one day agree.", [("one day", "FUTURE_REF")]),
        ("They agreed in one day.", [("one day", "P1D")]),
        ("The quarter was bad.", [("The quarter", "2019-Q1")]),
        ("The first quarter of 2018 was good, and the quarter ended calmly.",
         [("The first quarter of 2018", "2018-Q1"), ("the quarter", "2018-Q1")]),
        ("It struck at 10:35 a.m. (0735 GMT) Friday.", [("10:35 a.m. (0735 GMT) Friday", "2019-05-10T10:35")]),
        ("It is lent through June.", [("June", "2019-06")]),
        ("Sales beat the 1988 quarter.", [("the 1988 quarter", "1988")]),
        ("Third-quarter sales beat the 2015 period.", [("Third-quarter", "2018-Q3"), ("the 2015 period", "2015-Q3")]),
        ("Third-quarter sales beat last year's quarter.",
         [("Third-quarter", "2018-Q3"), ("last year's quarter", "2017-Q3")]),
        ("Sales fell from the same period a year earlier.", [("the same period a year earlier", "2018")]),
        ("In the nine months sales rose from a year earlier, while the first quarter was calm.",
         [("the nine months", "P9M"), ("a year earlier", "2018"), ("the first quarter", "2019-Q1")]),
        ("The first quarter was good; a loss in the second quarter is likely, and the latest quarter had gains.",
         [("The first quarter", "2019-Q1"), ("the second quarter", "2019-Q2"), ("the latest quarter", "2019-Q1")]),
        ("It came after several quarters of losses.", [("several quarters", "PXQ")]),
        ("They may need a year or two.", [("a year or two", "P1Y")]),
        ("It grew in recent months.", [("recent months", "PXM")]),
        ("It grew in recent years.", [("recent years", "PAST_REF")]),
        ("The line sells 700 seats a week.", [("a week", "P1W")]),
        ("By mid afternoon all was calm.", [("mid afternoon", "2019-05-15TAF")]),
        ("The drought dominated the summer.", [("the summer", "2019-SU")]),
        ("They ran the summer camp.", []),
        ("It is due by year end.", [("year end", "2019")]),
        ("It is due by year-end.", [("year-end", "2019-12-31")]),
        ("It was a month-long truce.", [("month-long", "P1M")]),
        ("A weeklong truce held.", [("weeklong", "P1W")]),
        ("He made the late-March trip.", [("late-March", "2019-03")]),
        ("At the end of the day, he gave in.", []),
    ],
)  # fmt: skip
def test_what_the_neighbours_of_a_unit_tell(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, _, value in read(text)] == expected


@pytest.mark.parametrize(
    ("name", "time"),
    [
        ("She told the host of “This Week” that talks go on.", "She told him this week that talks go on."),
        ("A poll by Tolm Today found a tie.", "A poll found a tie today."),
        ("He spoke on “50 Minutes” about it.", "He spoke for 50 minutes about it."),
        ("The fund of Liberty Now paid for it.", "“Now they pay for it,” he said."),
    ],
)
def test_a_name_is_no_time(name: str, time: str) -> None:
    assert read(name) == []
    assert len(read(time)) == 1


def test_following_is_a_preposition_without_its_article() -> None:
    assert [words for words, _, _ in read("Following Tuesday's talks he left.")] == ["Tuesday"]
    assert [words for words, _, _ in read("He left the following Tuesday.")] == ["the following Tuesday"]


def test_an_infinitive_of_purpose_is_no_future() -> None:
    assert values("They filed a suit to overturn the ban, but in March a court ruled.") == ["2019-03"]


def test_a_month_without_a_year_takes_the_near_one() -> None:
    assert values("The payment declared is due, they said, December 15.", "2019-11-02") == ["2019-12-15"]
    assert values("The visit on 13 July was confirmed.", "2018-04-27") == ["2018-07-13"]
    assert values("The visit of July was praised.", "2018-04-27") == ["2017-07"]
    assert values("The troops left in December.", "2019-01-20") == ["2018-12"]


def test_the_weekday_beside_a_date_chooses_its_year() -> None:
    assert values("They signed on Monday, May 2.", "2018-01-10") == ["2016-05-02"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks may fail.",
        "They march on the capital.",
        "April Kessler spoke first.",
        "He read the Sunday Times.",
        "About 2000 soldiers crossed.",
        "It cost $1998 then.",
        "The 6-year-old boy was found.",
        "She is 52 years old.",
        "Three-quarters of the seats are taken.",
        "Room 1984, version 2.0, article 5.",
    ],
)
def test_what_is_no_time_is_left(text: str) -> None:
    assert read(text) == []


def test_may_is_a_month_where_months_stand() -> None:
    assert values("It may begin in May and may end on May 30.") == ["2019-05", "2019-05-30"]


def test_days_of_a_range_are_apart() -> None:
    assert read("They will meet on June 5-6 in Tolm.") == [
        ("June 5", "DATE", "2019-06-05"),
        ("6", "DATE", "2019-06-06"),
    ]
    assert values("They will meet on June 5 and 7.") == ["2019-06-05", "2019-06-07"]
    assert values("They sent on June 5 12 envoys.") == ["2019-06-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The round runs from 3 to 5 June.", ["2019-06-03", "2019-06-05"]),
        ("They met on January 9-10, 2018, in Tolm.", ["2018-01-09", "2018-01-10"]),
        ("They will meet Tuesday and Wednesday.", ["2019-05-21", "2019-05-22"]),
        ("It held in 2014-2015.", ["2014", "2015"]),
    ],
)
def test_members_of_a_list_share_what_one_tells(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_dateline_lies_behind() -> None:
    assert values("TOLM, Dec. 11 (Agency) -- Envoys will meet soon.", "2019-01-05") == ["2018-12-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met the week of March 4.", "2019-W10"),
        ("They met in the last week of April.", "2019-04"),
        ("The deal is due by year's end.", "2019"),
        ("It stood for a quarter-century.", "P25Y"),
    ],
)
def test_periods_within_periods(text: str, expected: str) -> None:
    (value,) = values(text)
    assert value is not None
    assert value.startswith(expected)


def test_the_text_sets_its_own_anchor() -> None:
    text = "The pact was signed on March 3, 2017. Two days later it was broken. The next month it ended."
    assert values(text) == ["2017-03-03", "2017-03-05", "2017-04"]
    text = "Envoys met on March 3, 2017, and the same day a truce began; two weeks earlier none had been near."
    assert values(text) == ["2017-03-03", "2017-03-03", "2017-02-17"]


def test_without_publication_day_only_the_anchored_are_open() -> None:
    text = "They met on Monday, as in 2014, for two days."
    found = resolve(find_timexes(text, [Span(0, len(text))]), None)
    assert [t.value for t in found] == [None, "2014", "P2D"]
    assert [t.reason for t in found] == ["no publication day to count from", None, None]


def test_dated_later_is_dated_the_same() -> None:
    text = "They met Monday and will meet next month; two days earlier they had not."
    rules = find_timexes(text, [Span(0, len(text))])
    assert resolve(resolve(rules, None), PUBLISHED) == resolve(rules, PUBLISHED)


WORDS = (
    "the a last next of , . - ' : / 5 12 1998 2000 Jan. May March Monday week year two half quarter ago later "
    "every early mid end 10 a.m. noon night first third 's and to $ % few years days q 4 since until '98 "
    "centuries millennia thousand million earlier before 0 99999999999 31 30 February"
)


@given(
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=14,
    ),
    st.sampled_from([None, "2019-05-15", "2020-02-29", "0001-01-01", "9999-12-31"]),
)
def test_any_words_give_ordered_spans_inside_the_text(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = resolve(find_timexes(text, [Span(0, len(text))]), published)
    position = 0
    for timex in found:
        assert position <= timex.span.start < timex.span.end <= len(text)
        assert (timex.value is None) == (timex.reason is not None)
        position = timex.span.end


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = resolve(find_timexes(text, [Span(0, len(text))]), PUBLISHED)
    assert all(text[t.span.start : t.span.end].strip() for t in found)

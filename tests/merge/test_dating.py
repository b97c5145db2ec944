"""Publication days inferred from the text and from the other articles of a record."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from onrecord.articles import Article, Block, Published
from onrecord.extract.timexes.find import find_timexes
from onrecord.merge.dating.articles import date_articles
from onrecord.merge.dating.clues import Told
from onrecord.readings import Reading
from onrecord.text import Span

QUOTED = "“We will settle on a day together with our friends in Karsia before spring,” said envoy Mara Lind"


def article(name: str, text: str, day: str | None = None) -> tuple[Article, Reading]:
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("body", position, position + len(line)))
        position += len(line) + 1
    published = Published(day, "explicit", "given") if day else Published()
    made = Article(name, f"{name}.txt", name, text, tuple(blocks), published=published)
    return made, Reading(name, find_timexes(text, [b.span for b in blocks]))


DATED = article("dated", "Valdoria and Karsia ended border talks in Estmark without a deal.", "2019-03-12")


def test_a_given_date_is_kept() -> None:
    assert date_articles([DATED])["dated"].published == DATED[0].published


def test_a_weekday_and_a_shared_quotation_date_an_article() -> None:
    first = article("first", QUOTED + " in a call with reporters on February 19.", "2019-02-19")
    second = article("second", "Border talks may begin soon, an envoy said Tuesday.\n" + QUOTED + ".")
    published = date_articles([first, second])["second"].published
    assert (published.value, published.basis, published.how) == ("2019-02-19", "inferred", "record")
    assert published.not_before == "2019-02-19"
    assert published.not_after == "2019-02-25"
    assert second[0].content[published.span.start : published.span.end] == "Tuesday"  # type: ignore[union-attr]


def test_the_record_gives_the_year_of_a_day() -> None:
    text = "Valdoria offered Karsia new border talks, its envoy said in a call on February 19."
    published = date_articles([DATED, article("other", text)])["other"].published
    assert published.value == "2019-02-19"
    assert published.reason is not None


def test_the_day_in_the_opening_is_the_day_of_the_article() -> None:
    text = "ESTMARK, Feb 19 - Valdoria said on Friday that border talks with Karsia may begin on March 1, envoys said."
    made, reading = article("other", text)
    sent = replace(made, opening=Span(0, len("ESTMARK, Feb 19 -")))
    published = date_articles([DATED, (sent, reading)])["other"].published
    assert published.value == "2019-02-19"
    assert published.reason is not None
    assert "opens the text" in published.reason


def test_a_full_date_in_the_text_is_enough() -> None:
    published = date_articles([article("alone", "The envoys met in Tolm on March 4, 2019, and parted.")])[
        "alone"
    ].published
    assert published.value == "2019-03-04"
    assert (published.basis, published.how) == ("inferred", "text")
    assert published.not_before == "2019-03-04"


def test_a_date_to_come_only_bounds_the_day() -> None:
    published = date_articles([article("alone", "The envoys will meet in Tolm on March 4, 2019.")])["alone"].published
    assert (published.value, published.not_after) == (None, "2019-03-04")


def test_history_is_not_the_news() -> None:
    text = "The pact was signed on May 5, 1998, and held until 2014, when envoys last met."
    published = date_articles([article("alone", text)])["alone"].published
    assert (published.value, published.not_before) == (None, "1998-05-05")


def test_what_is_to_come_bounds_the_day() -> None:
    text = "Talks of Valdoria and Karsia on the border will open on March 12, a spokesman said late on Monday."
    published = date_articles([DATED, article("ahead", text)])["ahead"].published
    assert published.value is not None
    assert published.value < "2019-03-12"
    assert published.not_after is not None
    assert published.not_after <= "2019-03-12"


def test_a_slogan_dates_nothing() -> None:
    """A few words that are said for months tie no two days; a sentence does."""
    slogan, sentence = "“We stand with our people,” the envoy said", QUOTED
    for words, dated in ((slogan, False), (sentence, True)):
        known = article("known", f"{words} in Tolm.", "2019-02-19")
        published = date_articles([known, article("other", f"{words} on Tuesday.")])["other"].published
        assert ("a quotation" in (published.reason or "")) is dated


def test_where_all_are_dated_no_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record of many dated articles is merged again and again."""
    monkeypatch.setattr("onrecord.merge.dating.articles.Likeness", None)
    monkeypatch.setattr("onrecord.merge.dating.clues.Told.shingles", None)
    assert date_articles([DATED])["dated"].published.value == "2019-03-12"


def test_a_weekday_under_a_dated_entry_tells_no_publication_day() -> None:
    entries = "10:45, 5 March 2019\nThe envoys met Friday.\n9:10, 5 March 2019\nThey will meet Tuesday."
    made, reading = article("live", entries)
    assert not Told(made, reading).weekdays
    assert Told(*article("plain", "The envoys met Friday.")).weekdays


def test_nothing_is_guessed() -> None:
    silent = article("silent", "The envoys parted without a word.")
    weekday = article("weekday", "The envoys met Tuesday.")
    alone = date_articles([weekday])["weekday"].published
    assert (alone.value, alone.reason) == (None, "the days named have no year")
    published = date_articles([DATED, silent])["silent"].published
    assert published.value is None
    assert published.reason == "the text names no day and shares no quotation with a dated article"


def test_evidence_lies_in_the_articles() -> None:
    first = article("first", QUOTED + " in a call with reporters on February 19.", "2019-02-19")
    second = article("second", "Border talks may begin soon, an envoy said Tuesday.\n" + QUOTED + ".")
    texts = {"first": first[0].text, "second": second[0].text}
    evidence = date_articles([first, second])["second"].other_evidence
    assert [texts[e.article].confirm(e).exact for e in evidence] == ["February 19"]


def test_the_order_of_articles_does_not_matter() -> None:
    readings = [
        DATED,
        article("first", QUOTED + " in a call with reporters on February 19."),
        article("second", "Border talks may begin soon, an envoy said Tuesday.\n" + QUOTED + "."),
        article("third", "Valdoria and Karsia will meet on March 12, it was announced Wednesday."),
    ]
    results = [date_articles(list(order)) for order in itertools.permutations(readings)]
    assert all(result == results[0] for result in results)


def test_the_file_time_and_today_are_never_used() -> None:
    made, reading = article("plain", "The envoys met Tuesday.")
    assert date_articles([(replace(made, source="/2019/03/12/plain.txt"), reading)])["plain"].published.value is None


def test_a_weekday_to_come_does_not_bound_the_day() -> None:
    """ "Will meet Friday" moves with the day that it would bound; a date does not."""
    known = [article(f"a{n}", f"Envoys of Valdoria and Karsia held talks, part {n}.", "2019-03-06") for n in range(5)]

    def not_after(told: str) -> str:
        text = f"Envoys of Valdoria and Karsia held talks on March 5. They will meet again {told}."
        return date_articles([*known, article("other", text)])["other"].published.not_after or ""

    assert not_after("on March 8") <= "2019-03-08" < not_after("on Friday")


def test_an_address_with_a_date_tells_the_day() -> None:
    alone = article("alone", "The envoys met. The text is at https://example.org/2019/03/05/tolm-talks in full.")
    published = date_articles([alone])["alone"].published
    assert (published.value, published.how) == ("2019-03-05", "text")


def test_a_weekday_beside_a_date_gives_no_year_by_itself() -> None:
    """January 11 is a Tuesday every five or six years."""
    alone = article("alone", "The envoys met in Tolm on Tuesday, Jan. 11, and will meet again on Friday.")
    published = date_articles([alone])["alone"].published
    assert (published.value, published.reason) == (None, "the days named have no year")


def test_a_date_in_a_comment_dates_no_article() -> None:
    made, _ = article("alone", "The envoys met on Tuesday.\nSeen at example.org/2019/03/05/tolm-talks")
    blocks = (made.blocks[0], replace(made.blocks[1], kind="comment"))
    made = replace(made, blocks=blocks)
    reading = Reading("alone", find_timexes(made.content, [b.span for b in made.read_blocks()]))
    assert date_articles([(made, reading)])["alone"].published.value is None

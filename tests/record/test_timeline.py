"""Days by the coverage that refers to them, and the sentence that stands for each."""

from __future__ import annotations

from dataclasses import replace

from onrecord.articles import Article, Block, Published
from onrecord.dates import resolve
from onrecord.entries import ArticleEntry, Entries, EventEntry, Passage, TimexEntry
from onrecord.extract.timexes.find import find_timexes
from onrecord.record.coverage import coverage
from onrecord.record.timeline import timeline
from onrecord.text import Span

SIGNED = "Valdoria and Karsia signed the ferry agreement on Tuesday after a night of talks in Estmark."
LATER = "The ferry agreement that Valdoria and Karsia signed on May 6 came into force, the ministry said."
ASIDE = "The harbour museum of Valdoria was closed for cleaning on Monday, its director told reporters."


def entry(name: str, published: str, *lines: str) -> tuple[ArticleEntry, list[TimexEntry]]:
    """An article whose every line is body, with the days that it names."""
    text = "\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block("body", at, at + len(line)))
        at += len(line) + 1
    article = Article(
        name,
        f"{name}.txt",
        name,
        text,
        tuple(blocks),
        outlet=name,
        published=Published(published, "explicit"),
    )
    found = resolve(find_timexes(text, [b.span for b in blocks]), published)
    timexes = [TimexEntry(f"{name}-{n}", t.type, t.value, article.text.at(t.span)) for n, t in enumerate(found)]
    return ArticleEntry(article), timexes


def record(*articles: tuple[ArticleEntry, list[TimexEntry]]) -> Entries:
    return Entries(articles=tuple(a for a, _ in articles), timexes=tuple(t for _, ts in articles for t in ts))


def three() -> Entries:
    return record(
        entry("a", "2031-05-06", SIGNED, ASIDE),
        entry("b", "2031-05-07", "Ferries ran again on Wednesday between Valdoria and Karsia as agreed.", SIGNED),
        entry("c", "2031-05-20", LATER),
    )


def test_the_day_that_most_articles_name_comes_first() -> None:
    assert coverage(three()).ranked()[0] == "2031-05-06"
    assert [m.day for m in timeline(three(), 1)] == ["2031-05-06"]


def test_a_line_is_a_sentence_of_its_source_and_names_who_else_tells_it() -> None:
    (moment,) = timeline(three(), 1)
    assert moment.evidence.exact in (SIGNED, LATER)
    assert moment.sources == 3
    assert {e.article for e in (moment.evidence, *moment.also)} >= {"a", "b"}


def test_the_days_are_in_order_and_no_more_than_asked_for() -> None:
    days = [m.day for m in timeline(three(), 2)]
    assert days == sorted(days)
    assert len(days) == 2


def test_without_a_length_one_source_alone_makes_no_line_unless_the_record_holds_an_act() -> None:
    whole = three()
    assert [m.day for m in timeline(whole)] == ["2031-05-06"]
    monday = next(t for t in whole.timexes if t.value == "2031-05-05")
    closed = EventEntry("e", "AGREE", (), (), "happened", "2031-05-05", None, monday.evidence, monday.evidence.span)
    moments = timeline(replace(whole, events=(closed,)))
    assert [m.day for m in moments] == ["2031-05-05", "2031-05-06"]
    assert moments[0].acts == (("events", "e"),)


def test_a_passage_taken_over_counts_once() -> None:
    a, b = entry("a", "2031-05-06", SIGNED, ASIDE), entry("b", "2031-05-06", SIGNED, ASIDE)
    both = coverage(record(a, b)).weights["2031-05-06"]
    copied = replace(b[0], copy_of="a", shared=1.0, passages=(Passage(Span(0, 400), "a", Span(0, 400)),))
    once = coverage(record(a, (copied, b[1]))).weights["2031-05-06"]
    assert once < both
    assert once == coverage(record(a)).weights["2031-05-06"]


def test_the_date_printed_over_an_article_and_a_feast_refer_to_nothing_that_happened() -> None:
    found = coverage(record(entry("a", "2031-05-06", "May 6, 2031", "Shops close at Christmas in Valdoria.")))
    assert not found.mentions


def test_questions_speeches_and_titles_do_not_stand_for_a_day() -> None:
    lines = (
        "Will Valdoria and Karsia sign the ferry agreement on Tuesday after a night of talks?",
        "We shall sign the ferry agreement with Karsia on Tuesday after a night of talks in Estmark.",
        "Valdoria And Karsia Sign Ferry Agreement On Tuesday After Night Of Talks In Estmark.",
    )
    assert not timeline(record(entry("a", "2031-05-06", *lines)), 1)
    (moment,) = timeline(record(entry("a", "2031-05-06", *lines, SIGNED)), 1)
    assert moment.evidence.exact == SIGNED


def test_the_order_of_the_articles_does_not_matter() -> None:
    whole = three()
    other = replace(whole, articles=whole.articles[::-1], timexes=whole.timexes[::-1])
    assert timeline(whole, 3) == timeline(other, 3)

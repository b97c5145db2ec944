"""A copy beside its original: what was put in and left out, and the later text given back whole."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from onrecord.entries import Entries, Passage
from onrecord.serve.sheets import sheets
from onrecord.serve.web.app import create_app
from onrecord.serve.web.pages.compared import LONG, Change, compared
from onrecord.text import Span
from tests.conftest import article_of
from tests.serve.sample import SampleRecord, sample

EARLIER = "Karsia, which closed the canal last spring, will send a delegation on Monday.\nNobody in Tolm expects much."
LATER = "Karsia will send a large delegation on Monday.\nNobody in Tolm expects much."


def test_words_put_in_and_left_out_stand_in_their_places() -> None:
    first, second = compared(article_of(EARLIER), article_of(LATER))
    assert first == (
        Change("same", "Karsia"),
        Change("del", "which closed the canal last spring,"),
        Change("same", "will send a"),
        Change("ins", "large"),
        Change("same", "delegation on Monday."),
    )
    assert second == (Change("same", "Nobody in Tolm expects much."),)


def test_long_passages_left_out_are_only_counted() -> None:
    left_out = " ".join(f"word{n}" for n in range(LONG + 1))
    (paragraph,) = compared(article_of(f"{left_out} They met in Halden."), article_of("They met in Halden."))
    assert paragraph == (Change("gap", f"{LONG + 1} words"), Change("same", "They met in Halden."))


WORDS = ("the", "talks", "in", "Halden", "were", "put", "off", "again", ".")
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
TEXTS = st.lists(TEXT, min_size=1, max_size=4).map("\n".join)


@given(TEXTS, TEXTS)
def test_the_later_text_is_given_back_whole(earlier: str, later: str) -> None:
    shown = compared(article_of(earlier), article_of(later))
    kept = [" ".join(c.text for c in p if c.how in ("same", "ins")) for p in shown]
    assert " ".join(" ".join(kept).split()) == " ".join(later.split())


def with_copy() -> Entries:
    """The small record, its second article taken from the first."""
    whole = sample()
    first, second, *rest = whole.articles
    block = second.article.blocks[1]
    passage = Passage(Span(block.start, block.end - 9), first.article.id, Span(0, 20))
    return replace(
        whole, articles=(first, replace(second, passages=(passage,), copy_of=first.article.id, shared=0.5), *rest)
    )


def test_the_pages_say_what_was_taken_from_whom() -> None:
    entries = with_copy()
    client = TestClient(create_app(SampleRecord(entries), "Senn waters"))
    original, copy = (a.article for a in entries.articles[:2])
    page = client.get(f"/articles/{copy.id}").text
    assert f'50 % taken from <a href="/articles/{original.id}">Estmark Courier</a>' in page
    assert "<ins>" in page
    assert page.count('title="Taken from Estmark Courier"') == 1
    assert "<details" not in client.get(f"/articles/{entries.articles[2].article.id}").text
    assert "50 % taken from" in client.get("/articles").text
    assert (
        f'<a href="/articles/{copy.id}">Tolm Tribune</a> (50 % of its text)'
        in client.get(f"/articles/{original.id}").text
    )


def test_the_command_line_says_so_too() -> None:
    sheet, earlier, *_ = sheets("articles", with_copy())
    assert [row[1:3] for row in earlier.rows] == [("article-courier-1", "article-courier")]
    assert [row[sheet.columns.index("Copy")] for row in sheet.rows][:2] == ["–", "copy of courier.html (50 %)"]


def test_an_earlier_version_can_be_read_and_says_that_it_does_not_count() -> None:
    entries = sample()
    (earlier,) = entries.superseded
    client = TestClient(create_app(SampleRecord(entries), "Senn waters"))
    page = client.get(f"/articles/{earlier.article.id}").text
    assert f'<a href="/articles/{earlier.by}">The newest</a> stands on the record' in page
    assert "data-note" not in page
    assert (
        f'<a href="/articles/{earlier.article.id}">the earlier version</a>'
        in client.get(f"/articles/{earlier.by}").text
    )

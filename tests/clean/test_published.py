"""Publication dates as told or printed, and the credits at the head of a text."""

from __future__ import annotations

import pytest

from onrecord.articles import Article, Capture
from onrecord.clean.article import clean
from onrecord.clean.published import from_url, iso

REST = "The ministry said on Monday that the talks would go on for two more days in the capital."


def text(*lines: str, **known: str) -> Article:
    return clean(Capture("a.txt", "a.txt", "\n".join(lines).encode(), "text", "utf-8", known=known))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2031-03-03", "2031-03-03"),
        ("2031-03-03T18:40:12.5+01:00", "2031-03-03T18:40"),
        ("20310303", "2031-03-03"),
        ("Mon, 03 Mar 2031 23:40:00 +0100", "2031-03-03T23:40"),
        ("March 3, 2031", "2031-03-03"),
        ("Monday, 3rd March 2031 at 6:40 pm", "2031-03-03T18:40"),
        ("2031-02-30", None),
        ("last Tuesday", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_the_outlet_wrote_it(words: str, value: str | None) -> None:
    assert iso(words) == value


def test_an_address_holds_a_day_only_as_a_path() -> None:
    assert from_url("https://post.example/2031/03/03/talks.html") == "2031-03-03"
    assert from_url("https://post.example/id/20310303") is None


def test_a_printed_dateline_dates_the_article_and_bears_its_span() -> None:
    article = text("Talks Set for Tuesday", "World | March 3, 2031, Monday // 10:20|  views", REST)
    published = article.published
    assert (published.value, published.basis, published.how) == ("2031-03-03T10:20", "explicit", "dateline")
    assert published.span is not None
    assert article.text[published.span] == "March 3, 2031, Monday // 10:20"
    assert (published.not_before, published.not_after) == ("2031-03-03", "2031-03-03")


def test_the_day_of_publication_is_not_the_day_of_the_update() -> None:
    article = text("Talks Set", "Updated 4 March 2031, 9:00 | Published 3 March 2031", REST)
    assert article.published.value == "2031-03-03"


def test_a_day_told_in_the_story_is_no_publication_date() -> None:
    assert text("Talks Set", "The treaty was signed on March 3, 2011, in Tolm.", REST).published.value is None
    assert text("Talks Set for March 3, 2031", REST).published.value is None


def test_what_is_given_wins() -> None:
    published = text("Talks", "March 3, 2031", REST, published="2031-03-05").published
    assert (published.value, published.how) == ("2031-03-05", "given")


@pytest.mark.parametrize(
    ("line", "place", "wire", "value"),
    [
        (f"ESTMARK, March 3 (Meridian News) — {REST}", "Estmark", "Meridian News", None),
        (f"ESTMARK, March 3, 2031 (Reuters) - {REST}", "Estmark", "Reuters", "2031-03-03"),
        (f"Estmark (AFP) – {REST}", "Estmark", "AFP", None),
        (f"PORT TOLM, Karsia — {REST}", "Port Tolm, Karsia", None, None),
        (f"Ilsa Renn – the minister – spoke. {REST}", None, None, None),
        (f"NATO (the alliance) - {REST}", None, None, None),
        (REST, None, None, None),
    ],
)
def test_an_opening_gives_place_wire_and_day(line: str, place: str | None, wire: str | None, value: str | None) -> None:
    article = text("Talks Set for Tuesday", line)
    assert (article.dateline_place, article.wire, article.published.value) == (place, wire, value)


def test_a_byline_is_a_line_of_names() -> None:
    article = text("Talks Set for Tuesday", "By Mira Aldane and Joran Pell", REST)
    assert article.byline == "Mira Aldane and Joran Pell"
    assert text("Talks Set", "By Tuesday evening no one had left.", REST).byline is None


def test_a_reprint_says_whose_text_it_is() -> None:
    def wire(note: str) -> str | None:
        return text("Talks Set for Tuesday", REST, REST, note).wire

    assert wire("This article was originally published by the Harbour Post.") == "Harbour Post"
    assert wire("Republished from The Bell of Lindhaven under a licence.") == "The Bell of Lindhaven"
    assert wire("This story first appeared on Reuters.") == "Reuters"
    assert wire("This article was first published on March 3.") is None
    assert wire("The treaty was first printed in Estmark.") is None


def test_an_agency_named_at_the_end_is_the_wire() -> None:
    assert text("Talks Set for Tuesday", REST, REST, "Source: Meridian News Agency").wire == "Meridian News Agency"
    assert text("Talks Set for Tuesday", REST, REST, "(Reuters)").wire == "Reuters"
    assert text("Talks Set for Tuesday", f"ESTMARK (Meridian) - {REST}", outlet="Meridian News Agency").wire is None
    assert text("Talks Set for Tuesday", REST, "Reuters quoted the minister as saying so on Friday.").wire is None

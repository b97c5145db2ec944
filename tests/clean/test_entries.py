"""Live pages: the times over their entries stay, with their days."""

from __future__ import annotations

import pytest

from onrecord.articles import Article, Capture
from onrecord.clean.article import clean
from onrecord.dates import resolve
from onrecord.extract.timexes.find import find_timexes

LEDE = "The latest from Tolm, where envoys of three states have gathered to look for a way out of their long dispute."
FIRST = "The envoys of the three states arrived today, and the foreign minister of Arvala hoped that talks would go on."
SECOND = "The foreign minister of Arvala had said earlier that his delegation would leave tomorrow without a result."


def page(first: str, second: str, body: str = '<body class="liveblog">') -> Article:
    html = (
        f"<html><head><title>Talks in Tolm</title></head>{body}<article><h1>Talks in Tolm</h1><p>{LEDE}</p>"
        f"<section>{first}<h2>Envoys arrive</h2><p>{FIRST}</p></section>"
        f"<section>{second}<h2>A warning</h2><p>{SECOND}</p></section></article></body></html>"
    )
    return clean(Capture("live.html", "live.html", html.encode(), "html", "utf-8"))


def lines(article: Article) -> list[str]:
    return [article.content[b.start : b.end] for b in article.blocks]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "<time>10:45 a.m. ET, January 11, 2022</time>",
            "<time>5:02 p.m. ET, January 10, 2022</time>",
            ["10:45 a.m. ET, January 11, 2022", "5:02 p.m. ET, January 10, 2022"],
        ),
        (
            '<time datetime="2022-01-11T15:45:00Z">10:45 a.m.</time>',
            '<time datetime="2022-01-11T02:02:00Z"><span>9:02</span> p.m.</time>',
            ["2022-01-11, 10:45 a.m.", "2022-01-10, 9:02 p.m."],
        ),
    ],
)
def test_the_times_of_entries_are_kept_with_their_days(first: str, second: str, expected: list[str]) -> None:
    article = page(first, second)
    assert [line for line in lines(article) if line[:1].isdigit()] == expected
    read = [b.span for b in article.read_blocks()]
    found = resolve(find_timexes(article.content, read), "2022-01-15")
    told = {article.content[t.span.start : t.span.end]: t.value for t in found}
    assert told["today"] == "2022-01-11"
    assert told["tomorrow"] == "2022-01-11"


def test_two_times_of_a_page_that_is_not_live_are_furniture() -> None:
    article = page("<time>10:45, 11 January 2022</time>", "<time>17:02, 10 January 2022</time>", body="<body>")
    assert not [line for line in lines(article) if line[:1].isdigit()]

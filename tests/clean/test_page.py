"""Pages: main text, comments apart, captions, metadata, whatever the HTML is like."""

from __future__ import annotations

import re

import pytest

from onrecord.articles import Article, Capture
from onrecord.clean.article import clean
from onrecord.errors import Refused

PARAGRAPHS = [
    "ESTMARK, March 3 (Meridian News) — Valdoria and Karsia will hold talks on Tuesday, the ministry said on Monday.",
    "“We shall listen to every proposal,” said Foreign Minister Ilsa Renn, who is to lead the delegation there.",
    "Karsia has demanded the withdrawal of patrol boats before any agreement is signed, which Valdoria has refused.",
    "Diplomats of the Northern League are expected to attend as observers, two officials who were briefed on it said.",
]
STORY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
LD = """<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Talks &amp; straits",
"datePublished": "2031-03-03T18:40:00+01:00", "author": {"name": "Mira Aldane"}, "publisher": {"name": "Harbour Post"}
}]}</script>"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Talks &amp; straits | Harbour Post</title>{LD}
<link rel="canonical" href="https://post.example/2031/03/03/talks"></head><body class="single has-comments">
<nav><a href="/">Home</a><a href="/world">World</a></nav><div class="cookies">We use cookies. Accept all</div>
<article><h1>Talks &amp; straits</h1><figure><img src="x.png"><figcaption>The port of Estmark. Photo: Joran Pell
</figcaption></figure>{STORY}</article>
<div id="comments" class="comments-area"><h3>2 Comments</h3><ol class="comment-list">
<li class="comment"><b>Old Sailor</b><div class="comment-body">They will never agree.</div></li>
<li class="comment"><b>Nia</b><div class="comment-body">I hope you are wrong!</div></li></ol>
<form><textarea></textarea></form></div><footer>© 2031 Harbour Post</footer></body></html>"""


def page(html: str, **more: object) -> Article:
    return clean(Capture("a.html", "a.html", html.encode(), "html", "utf-8", **more))  # type: ignore[arg-type]


def lines(article: Article, kind: str) -> list[str]:
    return [article.content[b.start : b.end] for b in article.blocks if b.kind == kind]


def test_a_page_is_told_apart_into_its_blocks() -> None:
    article = page(PAGE)
    assert lines(article, "headline") == ["Talks & straits"]
    assert lines(article, "body") == PARAGRAPHS
    assert lines(article, "caption") == ["The port of Estmark. Photo: Joran Pell"]
    assert lines(article, "comment") == ["Old Sailor", "They will never agree.", "Nia", "I hope you are wrong!"]
    assert "\n".join(article.content[b.start : b.end] for b in article.blocks) == article.content


def test_an_advert_inside_the_article_is_no_part_of_it() -> None:
    box = '<div class="advert wide"><span>Advertisement</span><p>Winter tyres, fitted while you wait.</p></div>'
    article = page(PAGE.replace(STORY, STORY.replace("</p>", f"</p>{box}", 1)))
    assert lines(article, "body") == PARAGRAPHS
    assert "tyres" not in article.content


def test_a_long_text_in_an_element_named_like_an_advert_is_kept() -> None:
    article = page(PAGE.replace(STORY, f'<div class="promo">{STORY}</div>'))
    assert lines(article, "body") == PARAGRAPHS


def test_a_page_tells_who_published_it_and_when() -> None:
    article = page(PAGE)
    assert (article.title, article.outlet, article.byline) == ("Talks & straits", "Harbour Post", "Mira Aldane")
    assert (article.wire, article.dateline_place) == ("Meridian News", "Estmark")
    assert article.opening is not None
    assert article.content[article.opening.start : article.opening.end] == "ESTMARK, March 3 (Meridian News) —"
    assert article.url == "https://post.example/2031/03/03/talks"
    assert (article.published.value, article.published.how) == ("2031-03-03T18:40", "json-ld")


def test_what_came_with_a_page_is_trusted_before_it() -> None:
    known = {"outlet": "The Tolm Mirror", "published": "Tue, 04 Mar 2031 09:00:00 +0100"}
    article = page(PAGE, known=known)
    assert (article.outlet, article.published.value) == ("The Tolm Mirror", "2031-03-04T09:00")
    assert article.published.how == "given"


def test_an_address_dates_a_page_that_says_nothing_else() -> None:
    article = page(PAGE.replace(LD, ""))
    assert (article.published.value, article.published.how) == ("2031-03-03", "url")


def test_a_page_without_any_date_has_none() -> None:
    bare = f"<html><head><title>Talks set for Tuesday</title></head><body>{STORY}</body></html>"
    assert page(bare).published.value is None


def test_an_article_printed_twice_in_its_page_is_read_once() -> None:
    article = re.search(r"<article>.*</article>", PAGE, re.S)
    assert article is not None
    assert lines(page(PAGE.replace(article.group(), article.group() * 2)), "body") == PARAGRAPHS


@pytest.mark.parametrize(
    "html",
    ["", "<<<>>>", "<html><body><p>Nothing here.</p></body></html>", "<div>" * 3000, "\0\0<p>", "<html" * 50],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(Refused):
        page(html)


def test_broken_and_deeply_nested_pages_are_read() -> None:
    assert lines(page(f"<html><body><div><article><b>{STORY}</div></span>"), "body") == PARAGRAPHS
    assert lines(page("<div>" * 230 + STORY), "body") == PARAGRAPHS


def test_the_same_page_is_the_same_article_wherever_it_is_saved() -> None:
    one = clean(Capture("/x/a.html", "a.html", PAGE.encode(), "html", "utf-8"))
    two = clean(Capture("/y/b.html", "b.html", PAGE.replace("/talks", "/talks?utm_source=x").encode(), "html", "utf-8"))
    assert one.id == two.id
    assert page(PAGE.replace("refused", "accepted")).id != one.id


def test_a_live_report_keeps_its_entries() -> None:
    entries = "".join(f"<div class='entry'><time>1{n}:20</time><p>{p}</p></div>" for n, p in enumerate(PARAGRAPHS))
    article = page(f"<html><head><title>Straits talks, live</title></head><body><main>{entries}</main></body></html>")
    assert [line for line in lines(article, "body") if line in PARAGRAPHS] == PARAGRAPHS

"""Peers that take the main text out of a page; trafilatura alone also takes comments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.bench.layouts import Page, Parts
from onrecord.bench.runs import Reader, System, each
from onrecord.capture.encodings import encoding_of


def _trafilatura(**options: Any) -> Callable[[], Reader[Page, Parts]]:
    def prepare() -> Reader[Page, Parts]:
        from trafilatura import bare_extraction

        def find(page: Page) -> Parts:
            found = bare_extraction(page.data, with_metadata=False, **options)
            body, comments = (getattr(found, part, None) or "" for part in ("text", "comments"))
            return Parts(body, comments)

        return each(find)

    return prepare


def _resiliparse() -> Reader[Page, Parts]:
    from resiliparse.extract.html2text import extract_plain_text

    return _of_text(lambda html: extract_plain_text(html, main_content=True, comments=False, alt_texts=False))


def _newspaper() -> Reader[Page, Parts]:
    from newspaper import Article

    def main_text(html: str) -> str:
        article = Article("http://page.invalid/", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    return _of_text(main_text)


def _readability() -> Reader[Page, Parts]:
    from lxml.html import fromstring
    from readability import Document

    return _of_text(lambda html: fromstring(Document(html).summary()).text_content())


def _justext() -> Reader[Page, Parts]:
    from justext import get_stoplist, justext

    stops = get_stoplist("English")
    return _of_text(lambda html: "\n".join(p.text for p in justext(html, stops) if not p.is_boilerplate))


def _of_text(main_text: Callable[[str], str]) -> Reader[Page, Parts]:
    """The reader of a peer that takes a page as characters; a page that it cannot take has no main text."""

    def find(page: Page) -> Parts:
        html = page.data.decode(encoding_of(page.data), "replace")
        try:
            return Parts(main_text(html))
        except Exception:
            return Parts("")

    return each(find)


PEERS = (
    System("trafilatura", _trafilatura()),
    System("trafilatura, fast", _trafilatura(fast=True)),
    System("trafilatura, fast, without comments", _trafilatura(fast=True, include_comments=False)),
    System("resiliparse", _resiliparse),
    System("newspaper4k", _newspaper),
    System("readability-lxml", _readability),
    System("jusText", _justext),
)

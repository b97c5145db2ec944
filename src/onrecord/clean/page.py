"""A page to lines: its headline, its article, its captions, its comments, each line with its kind."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import trafilatura

from onrecord.articles import BlockKind
from onrecord.clean.adverts import drop_adverts
from onrecord.clean.comments import take_comments
from onrecord.clean.entries import keep_entry_times
from onrecord.clean.metadata import Metadata
from onrecord.clean.plain import kinds_of
from onrecord.clean.tree import Element, elements, lines_of, words_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page that yields nothing is ours to name
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

Line = tuple[BlockKind, str]
FEWEST_WORDS = 20


def page_lines(root: Element, meta: Metadata) -> list[Line]:
    """The lines of a page in the order in which the record keeps them; empty if it holds no article.

    The tree is used up: comments and what else is read apart are taken out of it.
    """
    captions = [words_of(e) for e in elements(root, "figcaption")]
    comments = take_comments(root)
    drop_adverts(root)
    times = keep_entry_times(root)
    body = list(_unrepeated(_main_lines(root)))
    if _size(body) < FEWEST_WORDS and meta.body:
        body = [" ".join(line.split()) for line in meta.body.splitlines() if line.strip()]
    if _size(body) < FEWEST_WORDS:
        return []
    title = meta.title
    if title and _same(body[0], title):
        body = body[1:]
    kinds = kinds_of(body, markup=True, times=times)
    lines: list[Line] = [("headline", title)] if title else []
    lines += [("caption" if line in captions else kind, line) for kind, line in zip(kinds, body, strict=True)]
    lines += [("caption", line) for line in dict.fromkeys(captions) if line and line not in body]
    return lines + [("comment", line) for line in comments]


def _size(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _main_lines(root: Element) -> list[str]:
    """The article's lines by trafilatura, or by the plain paragraphs where it gives up."""
    try:
        found: Any = trafilatura.bare_extraction(root, include_comments=False, with_metadata=False, fast=True)
    except Exception:  # whatever a broken page does to it
        found = None
    text = (found.text if found is not None else "") or ""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return lines or [line for e in elements(root, "p") for line in lines_of(e) if len(line.split()) > 8]


def _unrepeated(lines: list[str]) -> Iterator[str]:
    """An article printed twice in its page is read once."""
    seen: set[str] = set()
    for line in lines:
        if len(line) < 40 or line not in seen:
            seen.add(line)
            yield line


def _same(a: str, b: str) -> bool:
    plain: Callable[[str], str] = lambda s: re.sub(r"\W+", "", s).casefold()  # noqa: E731
    return plain(a) == plain(b)

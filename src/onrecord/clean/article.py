"""The door of cleaning: what was captured becomes an article whose text never changes again."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from onrecord.articles import Article, Block, Capture, Published
from onrecord.clean.credits import credits_of
from onrecord.clean.plain import plain_blocks
from onrecord.clean.published import explicit, from_name, from_url, in_text, iso
from onrecord.errors import Refused
from onrecord.ids import digest, normalised

TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|ref$|cmpid|ocid|smid|mc_)", re.I)


@dataclass(frozen=True, slots=True)
class _Told:
    """What an input tells beside its text."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    modified: str | None = None


def clean(capture: Capture) -> Article:
    """The article in a capture. Raises Refused if there is none.

    A plain text keeps every character; a page's text is made here, once: a line to a block.
    """
    decoded = capture.data.decode(capture.encoding or "utf-8", "replace")
    if capture.media == "html":
        content, blocks, told = _page(capture, decoded)
    else:
        content, blocks, told = decoded, plain_blocks(decoded), _Told()
    if not any(b.kind in ("headline", "body") for b in blocks):
        raise Refused(capture.source, "no article in it")
    known = capture.known
    url = _address(known.get("url") or capture.url or told.url)
    outlet = known.get("outlet") or told.outlet
    credit = credits_of(content, blocks, known.get("byline") or told.byline, outlet)
    name = url or capture.file
    return Article(
        id=digest("article", name, hashlib.sha256(normalised(content).encode("utf-8", "replace")).hexdigest()),
        file=capture.file,
        source=capture.source,
        content=content,
        blocks=blocks,
        title=_headline(content, blocks) or known.get("title") or told.title,
        outlet=outlet,
        byline=credit.byline,
        wire=credit.wire,
        url=url,
        language=told.language or "en",
        dateline_place=credit.place,
        opening=credit.opening,
        published=_published(capture, content, blocks, told.published, url),
        revised=iso(known.get("modified")) or iso(told.modified) or capture.taken,
    )


def _page(capture: Capture, decoded: str) -> tuple[str, tuple[Block, ...], _Told]:
    from onrecord.clean.metadata import metadata  # the readers of HTML are heavy; a text needs none of them
    from onrecord.clean.page import page_lines
    from onrecord.clean.pagedate import page_date
    from onrecord.clean.tree import parse

    root = parse(decoded)
    if root is None:
        raise Refused(capture.source, "no page in it")
    meta = metadata(root)
    published = page_date(root, meta)
    lines = page_lines(root, meta)
    if not lines:
        raise Refused(capture.source, "no article in this page")
    blocks, position = [], 0
    for kind, line in lines:
        blocks.append(Block(kind, position, position + len(line)))
        position += len(line) + 1
    told = _Told(meta.title, meta.outlet, meta.byline, meta.url, meta.language, published, meta.modified)
    return "\n".join(line for _, line in lines), tuple(blocks), told


def _headline(content: str, blocks: tuple[Block, ...]) -> str | None:
    block = next((b for b in blocks if b.kind == "headline"), None)
    return content[block.start : block.end].strip(" \t\ufeff#*") if block else None


def _published(
    capture: Capture, content: str, blocks: tuple[Block, ...], page: Published | None, url: str | None
) -> Published:
    """By what came with the article, its page, its text, its address, its file's name; never today."""
    given = iso(capture.known.get("published"))
    if given:
        return explicit(given, "given")
    if page and page.how in ("json-ld", "meta"):
        return page
    printed = in_text(content, blocks)
    if printed:
        return printed
    address = from_url(url)
    if address:
        return explicit(address, "url")
    return page or from_name(capture.file) or Published()


def _address(url: str | None) -> str | None:
    """A URL without what only tells how the reader came to it."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(k)])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))

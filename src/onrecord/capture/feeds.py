"""RSS and Atom: what a feed says of the pages that it lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import feedparser

from onrecord.errors import Refused


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed: its link as printed, and its fields as in `Capture.known`."""

    link: str
    known: dict[str, str]


def items_of(data: bytes, source: str, base: str = "") -> list[Item]:
    """The items of a feed, in its order; `base` makes relative links whole. Raises Refused."""
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise Refused(source, "not a feed that can be understood")
    out = []
    for entry in feed.entries:
        link = str(entry.get("link") or "").strip()
        if not link:
            continue
        link = urljoin(base, link) if base else link
        known = {
            "title": _line(entry.get("title")),
            "outlet": _line((entry.get("source") or {}).get("title") or entry.get("publisher")),
            "published": _line(entry.get("published") or entry.get("dc_date")),
            "byline": _line(entry.get("author")),
            "url": link if link.startswith(("http://", "https://")) else _guid_url(entry.get("id")),
        }
        out.append(Item(link, {k: v for k, v in known.items() if v}))
    return out


def saved_page(item: Item, feed: Path) -> Path | None:
    """The page that an item means, where it is saved beside the feed: by its path or by its last name."""
    parts = urlsplit(item.link)
    relative = unquote(parts.path).lstrip("/")
    tries = [relative] if not parts.scheme else []
    last = relative.rstrip("/").rsplit("/", 1)[-1]
    if last:
        tries += [last, f"{last}.html", f"{last}.htm"]
    if parts.scheme == "file":
        tries.insert(0, unquote(parts.path))
    for name in tries:
        path = feed.parent / name
        if path.is_file() and path != feed:
            return path
    return None


def _line(value: object) -> str:
    return " ".join(str(value or "").split())


def _guid_url(guid: object) -> str:
    text = str(guid or "")
    return text if text.startswith(("http://", "https://")) else ""

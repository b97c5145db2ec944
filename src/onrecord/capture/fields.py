"""Fields that come with an article: a JSONL line or a feed's item, as `Capture.known`."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": ("published", "date", "published_at", "publishedAt", "datePublished", "publish_date", "pubDate"),
    "modified": ("modified", "dateModified", "modified_at", "updated", "updated_at"),
    "outlet": ("outlet", "source", "publisher", "sitename", "site_name", "hostname"),
    "byline": ("byline", "author", "authors"),
}
TEXTS = ("html", "text", "content", "body", "maintext", "articleBody")


def known_fields(record: Mapping[str, object]) -> dict[str, str]:
    """The fields of a record under our names; one that is empty is left out.

    Dates stay as they are written; cleaning reads them.
    """
    out = {}
    for ours, theirs in NAMES.items():
        value = next((v for v in map(_words, map(record.get, theirs)) if v), "")
        if value:
            out[ours] = value
    return out


def text_field(record: Mapping[str, object]) -> str | None:
    """The article's text or HTML, from the first of the usual fields that holds any."""
    return next((v for v in map(record.get, TEXTS) if isinstance(v, str) and v.strip()), None)


def _words(value: object) -> str:
    """A field's value as words: a list joined, an object's name, a number as it is written."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return ", ".join(w for w in map(_words, value) if w)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""

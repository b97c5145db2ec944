"""What a page says of itself: JSON-LD, meta tags, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from onrecord.clean.tree import Element, elements, label_of, words_of

ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Review|LiveBlog|Posting)", re.I)
PUBLISHED_META = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "og:published_time",
    "og:article:published_time",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "article.published",
    "rnews:datepublished",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
)
MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
TITLE_BREAK = re.compile(r"\s+[|–—»·•:-]{1,2}\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own account of itself; None where it gives none. Dates are as printed there."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published_jsonld: str | None = None
    published_meta: str | None = None
    modified: str | None = None
    body: str | None = None
    metas: Mapping[str, str] = field(default_factory=dict)


def metadata(root: Element) -> Metadata:
    """The metadata of a page."""
    metas = dict(_metas(root))
    said = _article_object(root)
    canonical = next(
        (e.get("href") for e in elements(root, "link") if (e.get("rel") or "").lower() == "canonical"), None
    )
    url = next((u for u in (canonical, metas.get("og:url")) if u and u.startswith(("http://", "https://"))), None)
    outlet = _name(said.get("publisher")) or metas.get("og:site_name") or metas.get("application-name")
    return Metadata(
        title=_line(said.get("headline")) or _title(root, metas, outlet),
        outlet=outlet or None,
        byline=_name(said.get("author")) or _author(metas) or _shown_author(root),
        url=url,
        language=(root.get("lang") or "")[:2].lower() or None,
        published_jsonld=_line(said.get("datePublished")),
        published_meta=next((metas[k] for k in PUBLISHED_META if metas.get(k)), None) or _published_item(root),
        modified=_line(said.get("dateModified")) or next((metas[k] for k in MODIFIED_META if metas.get(k)), None),
        body=_text(said.get("articleBody")),
        metas=metas,
    )


def _metas(root: Element) -> Iterator[tuple[str, str]]:
    seen = set()
    for e in elements(root, "meta"):
        name = (e.get("property") or e.get("name") or e.get("itemprop") or "").strip().lower()
        content = " ".join((e.get("content") or "").split())
        if name and content and name not in seen:
            seen.add(name)
            yield name, content


def _article_object(root: Element) -> dict[str, Any]:
    """The JSON-LD object of the page's article; empty if there is none."""
    best: dict[str, Any] = {}
    for script in elements(root, "script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for found in _objects(data):
            kinds = found.get("@type")
            names = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")
            if ARTICLE_TYPES.search(names) and len(found) > len(best):
                best = found
    return best


def _objects(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for d in data:
            yield from _objects(d, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(data.get(key), depth + 1)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        names = [n for n in map(_name, value) if n]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name")
    name = _line(value)
    return name if name and not name.startswith(("http", "@", "#")) else None


def _line(value: object) -> str | None:
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _text(value: object) -> str | None:
    return unescape(value).strip() or None if isinstance(value, str) else None


def _author(metas: Mapping[str, str]) -> str | None:
    for key in ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author"):
        name = re.sub(r"^by\s+", "", metas.get(key, ""), flags=re.I)
        if name and not name.startswith(("http", "@")):
            return name
    return None


def _shown_author(root: Element) -> str | None:
    """The name on an element that is marked up as the author's."""
    for e in elements(root, "a", "span", "p", "div", "address"):
        label = f"{label_of(e)} {e.get('rel') or ''} {e.get('itemprop') or ''}".lower().split()
        if any(word in ("author", "byline", "author-name", "article-byline") for word in label):
            words = re.sub(r"^\W*(?:by|written by)\s+", "", words_of(e), flags=re.I)
            words = re.split(r"\s[|•·–—]\s|\s(?:published|updated|posted)\b", words, flags=re.I)[0].strip()
            if 2 <= len(words.split()) <= 8 and not re.search(r"\d", words):
                return words
    return None


def _published_item(root: Element) -> str | None:
    """The day on an element that is marked up as the day of publication."""
    for e in elements(root, "time", "span", "abbr", "meta", "div"):
        if "datepublished" in (e.get("itemprop") or "").lower() or e.get("pubdate") is not None:
            return e.get("datetime") or e.get("content") or words_of(e) or None
    return None


def _title(root: Element, metas: Mapping[str, str], outlet: str | None) -> str | None:
    """The headline: the heading that the page's title repeats, else that title without its outlet."""
    page = _line(next((e.text_content() for e in elements(root, "title")), None))
    shown = metas.get("og:title") or metas.get("twitter:title")
    headings = [h for h in (words_of(e) for e in elements(root, "h1", "h2", "h3")) if 8 <= len(h) <= 250]
    for told in filter(None, (shown, page)):
        same = [h for h in headings if _plain(h) and _plain(h) in _plain(told) and _plain(h) != _plain(outlet or "")]
        if same:
            return max(same, key=len)
    if shown:
        return shown
    first = [words_of(e) for e in elements(root, "h1")]
    if len(first) == 1 and 8 <= len(first[0]) <= 250:
        return first[0]
    if page:
        return max(TITLE_BREAK.split(page), key=len)
    return None


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()

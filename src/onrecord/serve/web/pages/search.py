"""A simple search: the entries and the articles that hold every word asked for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.ids import normalised
from onrecord.serve.web.names import outlet_of, title_of
from onrecord.serve.web.pages.cited import Cited, cite_readably
from onrecord.serve.web.site import Site

MOST = 60
"""Hits shown of each sort."""
AROUND = 90
"""Characters shown either side of a hit in an article's text."""


@dataclass(frozen=True, slots=True)
class EntryHit:
    kind: str
    head: str
    note: str
    href: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class ArticleHit:
    title: str
    outlet: str
    href: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Search:
    query: str
    entries: tuple[EntryHit, ...]
    articles: tuple[ArticleHit, ...]
    more_entries: int


def search(site: Site, query: str) -> Search:
    """Everything that holds all words of the query, whatever their case."""
    words = normalised(query).split()
    if not words:
        return Search(query, (), (), 0)
    hits, seen = [], set()
    for f in site.findings:
        if f.entry not in seen and _holds(words, f"{f.head} {f.note} {f.evidence.exact}"):
            seen.add(f.entry)
            hits.append(f)
    return Search(
        query=query,
        entries=tuple(
            EntryHit(
                kind=f.kind,
                head=f.head,
                note=f.note,
                href=site.links.entry(f.entry, f.part),
                cited=cite_readably(site, f.entry, f.evidence),
            )
            for f in hits[:MOST]
        ),
        articles=tuple(_articles(site, words))[:MOST],
        more_entries=max(0, len(hits) - MOST),
    )


def _holds(words: list[str], content: str) -> bool:
    plain = normalised(content)
    return all(w in plain for w in words)


def _articles(site: Site, words: list[str]) -> list[ArticleHit]:
    hits = []
    for article in [*(a.article for a in site.entries.articles), *(s.article for s in site.entries.aside)]:
        for block in article.read_blocks():
            text = article.content[block.start : block.end]
            if _holds(words, text):
                at = max(0, text.casefold().find(words[0]))
                end = at + len(words[0])
                start = max(0, at - AROUND)
                hits.append(
                    ArticleHit(
                        title=title_of(article),
                        outlet=outlet_of(article),
                        href=site.links.article(article.id),
                        before=("… " if start else "") + text[start:at],
                        words=text[at:end],
                        after=text[end : end + AROUND] + (" …" if end + AROUND < len(text) else ""),
                    )
                )
                break
    return hits

"""The articles that the record rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.articles import Published
from onrecord.entries import ArticleEntry
from onrecord.periods import in_words
from onrecord.serve.web.names import outlet_of, title_of
from onrecord.serve.web.order import newest_first
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class Taken:
    """The article at the other end of a copy, and how much of the copy was taken, in percent."""

    outlet: str
    href: str
    percent: int


@dataclass(frozen=True, slots=True)
class ArticleLine:
    id: str
    title: str
    href: str
    outlet: str
    when: str
    basis: str
    wire: str | None
    taken: Taken | None
    words: int
    findings: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class AsideLine:
    """An article that is not counted, and why."""

    id: str
    title: str
    href: str
    outlet: str
    when: str
    reason: str


@dataclass(frozen=True, slots=True)
class Articles:
    """`changeable` if what is shown is the record as it stands, on which rulings can be made."""

    lines: tuple[ArticleLine, ...]
    aside: tuple[AsideLine, ...]
    changeable: bool
    outlets: tuple[tuple[str, int], ...]


def articles(site: Site) -> Articles:
    order = newest_first(site.entries.articles, lambda a: a.article.published.value, lambda a: a.article.file)
    lines = []
    for entry in order:
        article = entry.article
        found = {(f.kind, f.entry) for f in site.by_article.get(article.id, ())}
        kinds = Counter(kind for kind, _ in found)
        lines.append(
            ArticleLine(
                id=article.id,
                title=title_of(article),
                href=site.links.article(article.id),
                outlet=outlet_of(article),
                when=in_words(article.published.value, unknown="undated"),
                basis=basis(article.published),
                wire=article.wire,
                taken=taken(site, entry),
                words=sum(len(article.content[b.start : b.end].split()) for b in article.read_blocks()),
                findings=len(found),
                kinds=tuple((k, kinds[k]) for k in ("quote", "position", "conditional", "meeting", "event", "figure")),
            )
        )
    outlets = Counter(outlet_of(a.article) for a in site.entries.articles)
    return Articles(
        tuple(lines), _aside(site), site.as_of is None, tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0])))
    )


def _aside(site: Site) -> tuple[AsideLine, ...]:
    order = newest_first(site.entries.aside, lambda s: s.article.published.value, lambda s: s.article.file)
    return tuple(
        AsideLine(
            id=s.article.id,
            title=title_of(s.article),
            href=site.links.article(s.article.id),
            outlet=outlet_of(s.article),
            when=in_words(s.article.published.value, unknown="undated"),
            reason=s.reason,
        )
        for s in order
    )


def taken(site: Site, entry: ArticleEntry) -> Taken | None:
    """What is said of an article that is a copy; None of one that stands for itself."""
    if entry.copy_of is None:
        return None
    return Taken(site.names.outlet(entry.copy_of), site.links.article(entry.copy_of), round(100 * (entry.shared or 0)))


def printed_by(site: Site, original: ArticleEntry) -> tuple[Taken, ...]:
    """The articles that took much of their text from this one."""
    return tuple(
        Taken(site.names.outlet(a.article.id), site.links.article(a.article.id), round(100 * (a.shared or 0)))
        for a in site.entries.articles
        if a.copy_of == original.article.id
    )


def basis(published: Published) -> str:
    """On what a publication date rests, in a few words."""
    if published.value is None:
        return published.reason or "no date is known"
    if published.basis == "inferred":
        return f"inferred: {published.reason}" if published.reason else "inferred from the text"
    return {
        "given": "given with the file",
        "visible": "printed",
        "meta": "from the page",
        "json-ld": "from the page",
    }.get(published.how or "", f"from the {published.how}" if published.how else "given")

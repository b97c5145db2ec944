"""One article with every finding marked in its text and noted beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.articles import Article, Block
from onrecord.entries import ArticleEntry
from onrecord.periods import in_words
from onrecord.serve.web.findings import KINDS, Finding, Kind
from onrecord.serve.web.names import outlet_of, title_of
from onrecord.serve.web.pages.articles import Taken, basis, printed_by, taken
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.pages.compared import Change, compared
from onrecord.serve.web.segments import Mark, Segment, segments
from onrecord.serve.web.site import Site

QUIET: frozenset[Kind] = frozenset({"date", "person", "party"})
"""Kinds that are marked but get no note of their own in the margin: dates share one line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same findings throughout.

    anchors  ids to be reached by, of the findings that begin here
    keys     the findings that it belongs to; `around` those whose sentence it belongs to
    kinds    their kinds; `href` leads back to the entry of the shortest of them
    """

    text: str
    anchors: tuple[str, ...]
    keys: tuple[str, ...]
    around: tuple[str, ...]
    kinds: tuple[str, ...]
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Note:
    """One entry in the margin; `keys` are its places in the paragraph."""

    keys: tuple[str, ...]
    kind: str
    head: str
    note: str
    href: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article; `tag` is its HTML element: the first headline is the page's own. `origin` is
    whom it was taken from, if most of it was."""

    kind: str
    tag: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    dates: tuple[Note, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Layer:
    kind: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of the article, when it was replaced, and what the next one has otherwise."""

    href: str
    when: str
    against: tuple[tuple[Change, ...], ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """`headed` tells whether the text begins with a headline of its own; `against` is the text beside that
    which it was taken from, if it was; `newest` leads to the article that supersedes it, if one does."""

    id: str
    title: str
    headed: bool
    outlet: str
    byline: str | None
    wire: str | None
    taken: Taken | None
    printed_by: tuple[Taken, ...]
    against: tuple[tuple[Change, ...], ...]
    versions: tuple[Version, ...]
    newest: str
    apart: str
    url: str | None
    file: str
    when: str
    basis: str
    cites: tuple[Cited, ...]
    layers: tuple[Layer, ...]
    paragraphs: tuple[Paragraph, ...]
    before: str
    after: str


def reader(site: Site, id_: str) -> Reader | None:
    """The article of that id, or the earlier version of one; None if the record has none."""
    earlier = next((s for s in site.entries.superseded if s.article.id == id_), None)
    entry = next((a for a in site.entries.articles if a.article.id == (earlier.by if earlier else id_)), None)
    apart = next((s for s in site.entries.aside if s.article.id == id_), None)
    entry = ArticleEntry(apart.article) if apart else entry
    if entry is None:
        return None
    article = earlier.article if earlier else entry.article
    versions = () if earlier else _versions(site, entry)
    entry = ArticleEntry(article) if earlier else entry  # nothing was found in what is superseded
    found = site.by_article.get(id_, [])
    counts = Counter(kind for kind, _ in {(f.kind, f.entry) for f in found})
    order = [a.article.id for a in site.entries.articles]
    at = len(order) if apart else order.index(earlier.by if earlier else id_)
    return Reader(
        id=article.id,
        title=title_of(article),
        headed=_headline(article) is not None,
        outlet=outlet_of(article),
        byline=article.byline,
        wire=article.wire,
        taken=taken(site, entry),
        printed_by=printed_by(site, entry),
        against=compared(site.names.article(entry.copy_of), article) if entry.copy_of else (),
        versions=versions,
        newest=site.links.article(earlier.by) if earlier else "",
        apart=apart.reason if apart else "",
        url=article.url if (article.url or "").startswith(("http://", "https://")) else None,
        file=article.file,
        when=in_words(article.published.value, unknown="undated"),
        basis=basis(article.published),
        cites=tuple(cite(site, "", c.evidence) for c in entry.cites),
        layers=tuple(Layer(k, label, counts[k]) for k, label in KINDS.items() if counts[k]),
        paragraphs=tuple(_paragraphs(site, entry, found)),
        before=site.links.article(order[at - 1]) if at and not apart else "",
        after=site.links.article(order[at + 1]) if at + 1 < len(order) else "",
    )


def _versions(site: Site, entry: ArticleEntry) -> tuple[Version, ...]:
    """The earlier versions of an article, the latest first."""
    texts = [s.article for s in site.entries.superseded if s.by == entry.article.id] + [entry.article]
    return tuple(
        Version(site.links.article(one.id), in_words((other.revised or "")[:10], ""), compared(one, other))
        for one, other in reversed(list(pairwise(texts)))
    )


def _paragraphs(site: Site, entry: ArticleEntry, found: list[Finding]) -> Iterator[Paragraph]:
    article = entry.article
    reached: set[str] = set()
    for block in article.blocks:
        here = [f for f in found if f.evidence.span.overlaps(block.span)]
        marks: list[Mark[Finding | str]] = [Mark(f, f.evidence.span) for f in here]
        marks += [Mark(site.links.anchor_of(f), f.sentence) for f in found if f.sentence is not None]
        pieces = []
        for segment in segments(article.content, block.span, marks):
            piece = _piece(site, segment, reached)
            reached.update(piece.anchors)
            pieces.append(piece)
        begun = [f for f in here if f.evidence.start >= block.start]
        yield _paragraph(site, entry, block, tuple(pieces), begun)


def _piece(site: Site, segment: Segment[Finding | str], reached: set[str]) -> Piece:
    """A segment as shown: it is marked with the findings that it belongs to, and with the anchors (text) of
    those whose sentence it belongs to. An anchor already reached in an earlier block is not set again."""
    anchor_of = site.links.anchor_of
    own = [k for k in segment.marks if isinstance(k, Finding)]
    opened = [anchor_of(k) for k in segment.opens if isinstance(k, Finding)]
    shortest = min(own, key=lambda f: (len(f.evidence.span), f.kind, f.entry), default=None)
    return Piece(
        text=segment.text,
        anchors=tuple(dict.fromkeys(a for a in opened if a not in reached)),
        keys=tuple(dict.fromkeys(anchor_of(f) for f in own)),
        around=tuple(dict.fromkeys(k for k in segment.marks if isinstance(k, str))),
        kinds=tuple(dict.fromkeys(f.kind for f in own)),
        href=site.links.entry(shortest.entry, shortest.part) if shortest else "",
        title="; ".join(dict.fromkeys(_words(f) for f in own)),
    )


def _paragraph(
    site: Site, entry: ArticleEntry, block: Block, pieces: tuple[Piece, ...], begun: list[Finding]
) -> Paragraph:
    """A paragraph with the notes of the findings that begin in it, one note for the parts of one entry."""
    entries: dict[tuple[str, str], list[Finding]] = {}
    for f in begun:
        entries.setdefault((f.kind, f.entry), []).append(f)
    notes = [
        Note(
            keys=tuple(dict.fromkeys(site.links.anchor_of(f) for f in parts)),
            kind=parts[0].kind,
            head=parts[0].head,
            note=", ".join(dict.fromkeys(f.note for f in parts if f.note)),
            href=site.links.entry(parts[0].entry, parts[0].part),
        )
        for parts in entries.values()
    ]
    return Paragraph(
        kind=block.kind,
        tag="h1" if block == _headline(entry.article) else "p",
        pieces=pieces,
        notes=tuple(n for n in notes if n.kind not in QUIET),
        dates=tuple(n for n in notes if n.kind == "date"),
        origin=_origin(site, entry, block),
    )


def _origin(site: Site, entry: ArticleEntry, block: Block) -> str:
    """The outlet that most of a paragraph was taken from; empty for the article's own."""
    taken = Counter[str]()
    for p in entry.passages:
        common = min(p.span.end, block.end) - max(p.span.start, block.start)
        if common > 0:
            taken[site.names.outlet(p.origin)] += common
    return next((outlet for outlet, n in taken.most_common(1) if 2 * n >= len(block.span)), "")


def _headline(article: Article) -> Block | None:
    return next((b for b in article.blocks if b.kind == "headline"), None)


def _words(finding: Finding) -> str:
    return f"{finding.kind}: {finding.head}" + (f" ({finding.note})" if finding.note else "")

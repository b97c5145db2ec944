"""What a person should look at: the queue, with what may be ruled on each item."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.serve.web.findings import Finding
from onrecord.serve.web.links import anchor
from onrecord.serve.web.names import title_of
from onrecord.serve.web.pages.cited import Cited, cite_readably
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.pages.positions import issue_href
from onrecord.serve.web.site import Site, WebRecord
from onrecord.views import Doubt, DoubtKind

HEADINGS: dict[DoubtKind, str] = {
    "orphaned": "Rulings without their entry",
    "left open": "Left open by the articles",
    "unsure": "Least sure",
}
LEDES: dict[DoubtKind, str] = {
    "orphaned": "What was ruled on is not found any more. The ruling is kept, and holds again if its entry comes back.",
    "left open": "Entries that matter, of which the articles do not tell who or when.",
    "unsure": "Entries that may well be wrong, those first on which most rests.",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `sort` is the kind of entry, `title` what it says, or how it was ruled on if it is gone; `href` its own
    page ("" for what is gone), `correct` the page on which more than right or wrong may be said of it; `cited` is None
    for what is gone."""

    id: str
    anchor: str
    section: str
    sort: str
    title: str
    href: str
    why: tuple[str, ...]
    confidence: float | None
    words: str
    cited: Cited | None
    correct: str
    may_reject: bool


@dataclass(frozen=True, slots=True)
class Part:
    heading: str
    lede: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """`may_rule` is false on the record of a past day, of which nothing is asked."""

    parts: tuple[Part, ...]
    pager: Pager
    may_rule: bool


def review(site: Site, record: WebRecord, page: int) -> Review:
    """One page of the queue of the record as it is now."""
    doubts = record.review() if site.as_of is None else ()
    shown, pager = paged(site, doubts, page, "/review")
    heads: dict[str, Finding] = {}
    for finding in site.findings:
        heads.setdefault(finding.entry, finding)
    parts = tuple(
        Part(heading, LEDES[kind], items)
        for kind, heading in HEADINGS.items()
        if (items := tuple(_item(site, d, heads.get(d.id)) for d in shown if d.kind == kind))
    )
    return Review(parts, pager, may_rule=site.as_of is None)


def _item(site: Site, doubt: Doubt, head: Finding | None) -> Item:
    return Item(
        id=doubt.id,
        anchor=anchor(doubt.id),
        section=doubt.section,
        sort=head.kind if head else doubt.section.removesuffix("s"),
        title=_title(site, doubt, head),
        href=_href(site, doubt, head),
        why=doubt.why if doubt.evidence else (),
        confidence=doubt.confidence,
        words=" ".join(doubt.words.split()),
        cited=cite_readably(site, doubt.id, doubt.evidence) if doubt.evidence else None,
        correct=_correct(site, doubt),
        may_reject="reject" in doubt.can,
    )


def _title(site: Site, doubt: Doubt, head: Finding | None) -> str:
    if head is not None:
        return f"{head.head}: {head.note}" if head.note else head.head
    if doubt.section == "articles" and doubt.evidence:
        return title_of(site.names.article(doubt.id))
    return "; ".join(doubt.why)


def _href(site: Site, doubt: Doubt, head: Finding | None) -> str:
    if doubt.evidence is None:
        return ""
    return site.links.entry(doubt.id) if head is not None else site.links.article(doubt.id)


def _correct(site: Site, doubt: Doubt) -> str:
    """The page of a position's issue, where it can be moved, and its issue renamed or merged."""
    issue = next((p.issue for p in site.entries.positions if p.id == doubt.id), None)
    return issue_href(site, issue) if issue else ""

"""What is new or otherwise on the record since a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.periods import in_words
from onrecord.serve.web.findings import Finding
from onrecord.serve.web.pages.cited import Cited, cite_readably
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.site import Site, WebRecord
from onrecord.views import Change


@dataclass(frozen=True, slots=True)
class ChangeLine:
    kind: str
    section: str
    words: str
    href: str
    article: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class ChangeDay:
    words: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    since: str
    since_words: str
    days: tuple[ChangeDay, ...]
    pager: Pager


def changes(site: Site, record: WebRecord, since: str | None, page: int) -> Changes:
    """What came after a day; without one, what the last publication day brought."""
    since = since or _before_last(site)
    heads: dict[str, Finding] = {}
    for finding in site.findings:
        heads.setdefault(finding.entry, finding)
    found = [c for c in record.changes(since=since, as_of=site.as_of) if c.id in heads]
    shown, pager = paged(site, found, page, "/changes", since=since)
    days: dict[str, list[ChangeLine]] = {}
    for change in shown:
        days.setdefault(in_words(change.day, unknown="Undated"), []).append(_line(site, change, heads[change.id]))
    return Changes(since, in_words(since), tuple(ChangeDay(w, tuple(ls)) for w, ls in days.items()), pager)


def _before_last(site: Site) -> str:
    last = site.days[-1] if site.days else "1900-01-02"
    return (date.fromisoformat(last) - timedelta(days=1)).isoformat()


def _line(site: Site, change: Change, finding: Finding) -> ChangeLine:
    return ChangeLine(
        kind=change.kind,
        section=finding.kind,
        words=change.words,
        href=site.links.entry(change.id, finding.part),
        article=change.evidence.article,
        cited=cite_readably(site, change.id, change.evidence),
    )

"""One view of a record, indexed for the pages, and the few of them kept ready."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from onrecord.entries import Entries, Link
from onrecord.movements import movements
from onrecord.periods import Period
from onrecord.record.timeline import timeline
from onrecord.rulings import Ruling
from onrecord.serve.web.findings import Finding, findings
from onrecord.serve.web.links import Links
from onrecord.serve.web.names import Names
from onrecord.sources import Sources
from onrecord.views import Change, Doubt, Moment

KEPT = 4
"""Views (as-of days) kept ready at a time."""
BEFORE, AFTER = 60, 400
"""Days around the coverage that the charts show: a summit of long ago would squeeze everything else."""


class WebRecord(Protocol):
    """What the web application asks of a record."""

    def entries(self, as_of: str | None = None) -> Entries: ...

    def changes(self, since: str, as_of: str | None = None) -> tuple[Change, ...]: ...

    def review(self) -> tuple[Doubt, ...]: ...

    def rule(self, ruling: Ruling) -> None: ...


class Site:
    """The entries of one view with their names, links and findings."""

    def __init__(self, entries: Entries, as_of: str | None) -> None:
        self.entries = entries
        self.as_of = as_of
        self.names = Names(entries)
        self.sources = Sources(entries.articles)
        self.findings = tuple(findings(entries, self.names))
        self.links = Links(entries, self.findings, as_of)
        self._timelines: dict[int | None, tuple[Moment, ...]] = {}

    @cached_property
    def by_article(self) -> dict[str, list[Finding]]:
        """Article id -> its findings, in the order of the text."""
        out: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            out[finding.evidence.article].append(finding)
        for found in out.values():
            found.sort(key=lambda f: (f.evidence.start, -f.evidence.end, f.kind, f.entry))
        return dict(out)

    @cached_property
    def moved(self) -> dict[str, str]:
        """How a party moved, by the position with which it did: "softened"."""
        return {m.after: m.kind for m in movements(self.entries.positions)}

    @cached_property
    def joined(self) -> dict[str, list[Link]]:
        """Why entries were put together, by the first of each two."""
        out: dict[str, list[Link]] = defaultdict(list)
        for link in self.entries.links:
            out[link.a].append(link)
        return dict(out)

    @cached_property
    def days(self) -> list[str]:
        """The publication days of the articles, each as often as articles appeared on it."""
        return sorted(v[:10] for a in self.entries.articles if (v := a.article.published.value))

    def timeline(self, length: int | None) -> tuple[Moment, ...]:
        """The timeline of so many days at most; made once for each length."""
        if length not in self._timelines:
            self._timelines[length] = timeline(self.entries, length)
        return self._timelines[length]

    def is_near(self, when: Period) -> bool:
        """Whether a date lies near enough to the coverage to be drawn with it."""
        first = date.fromisoformat(self.days[0]) if self.days else when.start
        last = date.fromisoformat(self.days[-1]) if self.days else when.end
        return first - timedelta(days=BEFORE) <= when.start and when.end <= last + timedelta(days=AFTER)


class Sites:
    """The views of one record. A view is indexed anew whenever the record gives other entries."""

    def __init__(self, record: WebRecord) -> None:
        self._record = record
        self._kept: OrderedDict[str | None, Site] = OrderedDict()

    def at(self, as_of: str | None) -> Site:
        """The record as of a day, or as it stands now."""
        entries = self._record.entries(as_of=as_of)
        kept = self._kept.get(as_of)
        if kept is None or kept.entries is not entries:
            kept = self._kept[as_of] = Site(entries, as_of)
        self._kept.move_to_end(as_of)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return kept

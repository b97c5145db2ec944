"""Where everything stands: from an entry to its sentence, from a finding back to its entry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import quote, urlencode

from onrecord.entries import Entries
from onrecord.serve.web.findings import Finding
from onrecord.serve.web.order import (
    conditionals_in_order,
    dates_in_order,
    divergences_in_order,
    events_in_order,
    figure_clusters,
    quote_clusters,
)
from onrecord.text import Evidence

PAGE_SIZE = 60
"""Lines on one page of a long list."""


def anchor(id_: str) -> str:
    """An id as an HTML id: nothing in it may be a blank."""
    return re.sub(r"\s+", "-", id_)


class Links:
    """The addresses within one view of the record; each keeps the view's as-of day.

    Every evidence has one anchor in its article, `e-{entry id}` for the first place of an entry
    there, `e-{entry id}.2` for the next.
    """

    def __init__(self, entries: Entries, found: Iterable[Finding], as_of: str | None) -> None:
        self.as_of = as_of
        self._anchors: dict[tuple[str, Evidence], str] = {}
        self._homes: dict[str, str] = _homes(entries)
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for finding in found:
            key = (finding.entry, finding.evidence)
            if key not in self._anchors:
                counts[finding.entry, finding.evidence.article] += 1
                nth = counts[finding.entry, finding.evidence.article]
                self._anchors[key] = f"e-{anchor(finding.entry)}" + (f".{nth}" if nth > 1 else "")

    def to(self, path: str, fragment: str = "", **query: object) -> str:
        """An address of this view: path, query without empty fields, as-of day, fragment."""
        fields = {k: v for k, v in {**query, "as_of": self.as_of}.items() if v not in (None, "")}
        address = quote(path, safe="/:@!$&'()*+,;=~")
        if fields:
            address += "?" + urlencode(fields)
        return address + (f"#{quote(fragment, safe='')}" if fragment else "")

    def anchor_of(self, finding: Finding) -> str:
        return self._anchors[finding.entry, finding.evidence]

    def sentence(self, entry: str, evidence: Evidence) -> str:
        """The address of the words that an entry rests on, in their article."""
        return self.to(f"/articles/{evidence.article}", self._anchors.get((entry, evidence), ""))

    def article(self, article: str) -> str:
        return self.to(f"/articles/{article}")

    def entry(self, entry: str, part: int = 0) -> str:
        """The address of an entry's own line; `part` is a step of a meeting's history."""
        home, _, page = self._homes[entry].partition("?page=")
        if home.startswith("/meetings/"):
            return self.to(home, f"step-{part + 1}")
        return self.to(home, anchor(entry), page=page)


def page_of(index: int) -> str:
    """The page (as in `?page=`) on which the n-th line of a list stands; none for the first."""
    return str(index // PAGE_SIZE + 1) if index >= PAGE_SIZE else ""


def _homes(entries: Entries) -> dict[str, str]:
    """Entry id -> the page that it stands on."""
    homes = {m.id: f"/meetings/{m.id}" for m in entries.meetings}
    homes |= {p.id: f"/positions/{p.issue}/{p.party}" for p in entries.positions}
    homes |= {f.id: f"/figures?page={page_of(n)}" for n, (_, fs) in enumerate(figure_clusters(entries)) for f in fs}
    homes |= {p.id: "/proposals" for p in entries.proposals} | {p.id: "/proposals" for p in entries.precedents}
    homes |= {p.id: "/people" for p in entries.people} | {p.id: "/people" for p in entries.parties}
    for n, cluster in enumerate(quote_clusters(entries)):
        for q in cluster:
            homes.setdefault(q.id, f"/quotes?page={page_of(n)}")
    homes |= {c.id: f"/conditionals?page={page_of(n)}" for n, c in enumerate(conditionals_in_order(entries))}
    homes |= {e.id: f"/events?page={page_of(n)}" for n, e in enumerate(events_in_order(entries))}
    homes |= {d.id: f"/divergences?page={page_of(n)}" for n, d in enumerate(divergences_in_order(entries))}
    return homes | {t.id: f"/dates?page={page_of(n)}" for n, t in enumerate(dates_in_order(entries))}

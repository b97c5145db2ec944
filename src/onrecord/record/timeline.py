"""The record in the order of its days: articles published, meetings held or due, acts done."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.entries import ArticleEntry, Entries
from onrecord.text import Evidence
from onrecord.views import Moment

_ORDER = {"articles": 0, "meetings": 1, "events": 2}


def timeline(entries: Entries) -> tuple[Moment, ...]:
    """Everything that has a date, the earliest first; a year or month stands before its days."""
    return tuple(
        sorted(_moments(entries), key=lambda m: (m.day, _ORDER[m.section], m.evidence.file, m.evidence.start, m.id))
    )


def _moments(entries: Entries) -> Iterator[Moment]:
    for a in entries.articles:
        first = _first_words(a)
        if a.article.published.value and first is not None:
            yield Moment(a.article.published.value[:10], "articles", a.article.id, first)
    for m in entries.meetings:
        if m.date:
            said = [step.evidence for step in m.history if step.date_said == m.date]
            yield Moment(m.date, "meetings", m.id, (said or [m.history[-1].evidence])[-1])
    for e in entries.events:
        if e.date:
            yield Moment(e.date, "events", e.id, e.evidence)


def _first_words(entry: ArticleEntry) -> Evidence | None:
    """The headline, or the first paragraph where there is none."""
    first = next(entry.article.read_blocks(), None)
    return entry.article.text.at(first.span) if first else None

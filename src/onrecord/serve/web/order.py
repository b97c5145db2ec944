"""The order in which the long lists are read: newest first, what has no date last.

The pages and the links agree on these orders: a line's page follows from its place in the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from onrecord.entries import (
    ConditionalEntry,
    Divergence,
    Entries,
    EventEntry,
    FigureEntry,
    FigureGroup,
    QuoteEntry,
    TimexEntry,
)
from onrecord.periods import period

T = TypeVar("T")
RELATIONS = ("differ", "compatible", "agree")
"""Of figures: what is worth a look first."""


def newest_first(items: Iterable[T], day: Callable[[T], str | None], id_of: Callable[[T], str]) -> list[T]:
    """Items by the first day of their date, latest first; undated items last; ties by id."""
    by_id = sorted(items, key=id_of)
    return sorted(by_id, key=lambda item: _first_day(day(item)), reverse=True)


def _first_day(value: str | None) -> str:
    found = period(value)
    return found.start.isoformat() if found else ""


def days(entries: Entries) -> dict[str, str | None]:
    """Article id -> its publication day."""
    return {a.article.id: (a.article.published.value or "")[:10] or None for a in entries.articles}


def quote_clusters(entries: Entries) -> list[tuple[QuoteEntry, ...]]:
    """Quotes, those of one utterance together (by day, then file); utterances told more than once come first."""
    published = days(entries)

    def said(q: QuoteEntry) -> str | None:
        return q.said_on or published.get(q.content[0].article)

    by_id = {q.id: q for q in entries.quotes}
    groups = [tuple(by_id[i] for i in g if i in by_id) for g in entries.quote_groups]
    grouped = {q.id for g in groups for q in g}
    clusters = [g for g in groups if g] + [(q,) for q in entries.quotes if q.id not in grouped]
    inner = [tuple(sorted(c, key=lambda q: (said(q) or "9", q.file, q.content[0].start))) for c in clusters]
    newest = newest_first(inner, lambda c: max(said(q) or "" for q in c), lambda c: c[0].id)
    return sorted(newest, key=lambda c: len(c) == 1)


Cluster = tuple[FigureGroup | None, tuple[FigureEntry, ...]]


def figure_clusters(entries: Entries) -> list[Cluster]:
    """Figures of several articles about one thing, those that most articles tell first; then each other by itself."""
    by_id = {f.id: f for f in entries.figures}
    compared: list[Cluster] = []
    for group in entries.figure_groups:
        members = tuple(by_id[i] for i in group.figures if i in by_id)
        if len({f.evidence.article for f in members}) > 1:
            compared.append((group, members))
    compared.sort(key=_weight)
    taken = {f.id for _, members in compared for f in members}
    return [*compared, *((None, (f,)) for f in entries.figures if f.id not in taken)]


def _weight(cluster: Cluster) -> tuple[int, int, str, str]:
    group, members = cluster
    relation, about, name = (group.relation, group.about, group.id) if group else ("agree", "", "")
    return -len({f.evidence.article for f in members}), RELATIONS.index(relation), about, name


def events_in_order(entries: Entries) -> list[EventEntry]:
    published = days(entries)
    return newest_first(entries.events, lambda e: e.date or published.get(e.evidence.article), lambda e: e.id)


def conditionals_in_order(entries: Entries) -> list[ConditionalEntry]:
    published = days(entries)
    return newest_first(entries.conditionals, lambda c: c.as_of or published.get(c.consequence.article), lambda c: c.id)


def dates_in_order(entries: Entries) -> list[TimexEntry]:
    """Temporal expressions by their calendar value, latest first; what has none last."""
    by_place = sorted(entries.timexes, key=lambda t: (t.value or "", t.evidence.file, t.evidence.start))
    return sorted(by_place, key=lambda t: _first_day(t.value), reverse=True)


def divergences_in_order(entries: Entries) -> list[Divergence]:
    """Facts before figures, wording and framing."""
    rank = {"fact": 0, "figure": 1, "wording": 2, "framing": 3}
    return sorted(entries.divergences, key=lambda d: (rank[d.type], d.about, d.id))

"""The dates that the coverage speaks of, each with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.periods import period, timex_in_words
from onrecord.serve.web.links import anchor
from onrecord.serve.web.order import dates_in_order
from onrecord.serve.web.pages.cited import Cited, cite_in_line
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class Expression:
    anchor: str
    cited: Cited
    value: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class CalendarValue:
    words: str
    expressions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    values: tuple[CalendarValue, ...]
    pager: Pager


def dates(site: Site, page: int) -> Dates:
    shown, pager = paged(site, dates_in_order(site.entries), page, "/dates")
    groups: dict[str, list[Expression]] = {}
    for t in shown:
        placed = period(t.value)
        words = placed.words if placed else "Durations, repetitions and what could not be placed"
        value = None if placed or t.value is None else timex_in_words(t.type, t.value)
        expression = Expression(anchor(t.id), cite_in_line(site, t.id, t.evidence), value, t.reason)
        groups.setdefault(words, []).append(expression)
    return Dates(tuple(CalendarValue(words, tuple(found)) for words, found in groups.items()), pager)

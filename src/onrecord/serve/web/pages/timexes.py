"""The dates that the coverage speaks of, each with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.serve.web.links import anchor
from onrecord.serve.web.order import dates_in_order
from onrecord.serve.web.pages.cited import Cited, cite_in_line
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.periods import duration_in_words, in_words
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
    return Dates(
        tuple(
            CalendarValue(
                words=in_words(value, unknown="Durations, repetitions and what could not be placed"),
                expressions=tuple(
                    Expression(
                        anchor(t.id),
                        cite_in_line(site, t.id, t.evidence),
                        None if value else duration_in_words(t.value) or t.value,
                        t.reason,
                    )
                    for t in timexes
                ),
            )
            for value, timexes in shown
        ),
        pager,
    )

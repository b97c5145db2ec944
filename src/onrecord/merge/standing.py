"""Which articles the record stands on as of a day: newest versions, dated, without what does not belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.articles import Article, Published
from onrecord.dates import resolve
from onrecord.entries import SetAside, Superseded
from onrecord.merge.copies.versions import newest_versions
from onrecord.merge.dating.articles import Dated, date_articles
from onrecord.merge.relevance.find import set_aside
from onrecord.readings import Reading
from onrecord.settings import Settings

Readings = Sequence[tuple[Article, Reading]]


@dataclass(frozen=True, slots=True)
class Standing:
    """`read` are the articles that count with their readings, both dated; `dates` what their days rest on."""

    read: Readings
    dates: Mapping[str, Dated]
    superseded: tuple[Superseded, ...]
    aside: tuple[SetAside, ...]


def standing_articles(readings: Readings, settings: Settings, as_of: str | None, ruled: Mapping[str, bool]) -> Standing:
    """What counts as of a day (ISO), or now.

    Which articles were out by that day is told by all of them; but what came later, or does not belong, dates
    none of those that count.
    """
    readings, superseded = newest_versions(readings, as_of)
    dates = date_articles(readings)
    if as_of is not None:
        readings = [(a, r) for a, r in readings if _was_out(dates[a.id].published, as_of)]
        dates = date_articles(readings)
    reasons = set_aside(readings, settings, ruled)
    if reasons:
        aside = sorted((a for a, _ in readings if a.id in reasons), key=lambda a: (a.file, a.id))
        readings = [(a, r) for a, r in readings if a.id not in reasons]
        dates = date_articles(readings)
    return Standing(
        read=[_dated(article, reading, dates[article.id]) for article, reading in readings],
        dates=dates,
        superseded=tuple(s for s in superseded if s.by in dates),
        aside=tuple(SetAside(a, reasons[a.id]) for a in aside) if reasons else (),
    )


def _dated(article: Article, reading: Reading, dated: Dated) -> tuple[Article, Reading]:
    """The article with its day, its timexes with the values that follow from it."""
    timexes = resolve(reading.timexes, dated.published.value)
    return replace(article, published=dated.published), replace(reading, timexes=timexes)


def _was_out(published: Published, day: str) -> bool:
    """Whether the article was published by that day; one without any date was not known to be."""
    known = published.value or published.not_after
    return known is not None and known[:10] <= day

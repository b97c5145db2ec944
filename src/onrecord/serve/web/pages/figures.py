"""Figures, those about the same thing compared."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.entries import FigureEntry, FigureGroup
from onrecord.periods import in_short
from onrecord.serve.web.findings import stated
from onrecord.serve.web.links import anchor
from onrecord.serve.web.order import figure_clusters
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.pages.together import Pair, together
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class FigureLine:
    anchor: str
    stated: str
    what: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A figure in the chart: a point if `low` equals `high`, else a range."""

    label: str
    outlet: str
    low: float
    high: float
    approx: bool
    href: str


@dataclass(frozen=True, slots=True)
class Comparison:
    about: str
    relation: str
    lines: tuple[FigureLine, ...]
    chart: tuple[ChartPoint, ...]
    together: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    comparisons: tuple[Comparison, ...]
    others: tuple[FigureLine, ...]
    pager: Pager


def figures(site: Site, page: int) -> Figures:
    """Those that several articles tell first; then the figures that nothing compares with."""
    shown, pager = paged(site, figure_clusters(site.entries), page, "/figures")
    comparisons = tuple(_comparison(site, group, members) for group, members in shown if group is not None)
    others = tuple(_line(site, members[0]) for group, members in shown if group is None)
    return Figures(comparisons, others, pager)


def _comparison(site: Site, group: FigureGroup, members: tuple[FigureEntry, ...]) -> Comparison:
    points = tuple(p for f in members if (p := _point(site, f)))
    return Comparison(
        about=group.about,
        relation=group.relation,
        lines=tuple(_line(site, f) for f in members),
        chart=points if len({(p.low, p.high) for p in points}) > 1 else (),
        together=together(site, {f.id: f.evidence for f in members}),
    )


def _line(site: Site, figure: FigureEntry) -> FigureLine:
    return FigureLine(
        anchor(figure.id), stated(figure), figure.what, cite(site, figure.id, figure.evidence, figure.sentence)
    )


def _point(site: Site, figure: FigureEntry) -> ChartPoint | None:
    if figure.value is not None:
        low = high = figure.value
    elif figure.value_range:
        low, high = figure.value_range
    else:
        return None
    article = site.names.article(figure.evidence.article)
    outlet = f"{site.names.outlet(article.id)}, {in_short(article.published.value)}"
    return ChartPoint(stated(figure), outlet, low, high, figure.approx, site.links.entry(figure.id))

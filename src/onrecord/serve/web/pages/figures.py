"""Figures, those about the same thing compared."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.entries import FigureEntry
from onrecord.periods import in_short
from onrecord.serve.web.findings import stated
from onrecord.serve.web.links import anchor
from onrecord.serve.web.pages.cited import Cited, cite
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


def figures(site: Site) -> Figures:
    """Groups that differ first; then the figures that nothing compares with."""
    by_id = {f.id: f for f in site.entries.figures}
    rank = {"differ": 0, "compatible": 1, "agree": 2}
    groups = sorted(site.entries.figure_groups, key=lambda g: (rank.get(g.relation, 3), g.about, g.id))
    grouped = {i for g in groups for i in g.figures}
    comparisons = []
    for group in groups:
        members = [by_id[i] for i in group.figures if i in by_id]
        points = tuple(p for f in members if (p := _point(site, f)))
        comparisons.append(
            Comparison(
                about=group.about,
                relation=group.relation,
                lines=tuple(_line(site, f) for f in members),
                chart=points if len({(p.low, p.high) for p in points}) > 1 else (),
                together=together(site, {f.id: f.evidence for f in members}),
            )
        )
    others = [f for f in site.entries.figures if f.id not in grouped]
    return Figures(tuple(comparisons), tuple(_line(site, f) for f in others))


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

"""Where outlets differ on one point, the sides next to each other."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.serve.web.links import anchor
from onrecord.serve.web.order import divergences_in_order
from onrecord.serve.web.pages.cited import Cited, cite_in_line
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class Differing:
    anchor: str
    about: str
    type: str
    note: str | None
    sides: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Divergences:
    lines: tuple[Differing, ...]
    pager: Pager


def divergences(site: Site, page: int) -> Divergences:
    shown, pager = paged(site, divergences_in_order(site.entries), page, "/divergences")
    return Divergences(
        tuple(
            Differing(anchor(d.id), d.about, d.type, d.note, tuple(cite_in_line(site, d.id, s) for s in d.sides))
            for d in shown
        ),
        pager,
    )

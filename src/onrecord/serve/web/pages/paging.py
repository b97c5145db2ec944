"""A long list, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.serve.web.links import PAGE_SIZE
from onrecord.serve.web.site import Site

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of a list is shown (from 1); `before` and `after` are empty at its ends."""

    page: int
    pages: int
    total: int
    before: str
    after: str


def paged(site: Site, items: Sequence[T], page: int, path: str, **query: str) -> tuple[Sequence[T], Pager]:
    """The lines of one page and the way to its neighbours; a page past the end is the last one."""
    pages = max(1, -(-len(items) // PAGE_SIZE))
    page = min(max(page, 1), pages)
    shown = items[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    before = site.links.to(path, page=page - 1, **query) if page > 1 else ""
    after = site.links.to(path, page=page + 1, **query) if page < pages else ""
    return shown, Pager(page, pages, len(items), before, after)

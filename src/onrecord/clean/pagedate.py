"""The publication date that a page tells: JSON-LD, meta tags, else what htmldate sees on it."""

from __future__ import annotations

from copy import deepcopy

from htmldate import find_date

from onrecord.articles import Published
from onrecord.clean.metadata import Metadata
from onrecord.clean.published import explicit, iso
from onrecord.clean.tree import Element


def page_date(root: Element, meta: Metadata) -> Published | None:
    """The page's own date, with how it is told; None if it tells none."""
    for value, how in ((iso(meta.published_jsonld), "json-ld"), (iso(meta.published_meta), "meta")):
        if value:
            return explicit(value, how)
    try:
        # Bounds of its own would make the result depend on the day of the run.
        seen = find_date(
            deepcopy(root), extensive_search=False, original_date=True, min_date="1990-01-01", max_date="2099-12-31"
        )
    except Exception:  # whatever a broken page does to it
        seen = None
    value = iso(seen)
    return explicit(value, "visible") if value else None

"""Why entries stand together: the pairs that were joined, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.site import Site
from onrecord.text import Evidence


@dataclass(frozen=True, slots=True)
class Pair:
    one: Cited
    other: Cited
    reasons: tuple[str, ...]


def together(site: Site, section: str, words: Mapping[str, Evidence]) -> tuple[Pair, ...]:
    """The pairs that were joined among entries of one section, each given by its id and the words to show of it."""
    return tuple(
        Pair(cite(site, link.a, words[link.a]), cite(site, link.b, words[link.b]), link.reasons)
        for link in site.entries.links
        if link.section == section and link.a in words and link.b in words
    )

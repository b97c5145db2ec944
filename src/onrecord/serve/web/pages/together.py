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


def together(site: Site, words: Mapping[str, Evidence], of: str | None = None) -> tuple[Pair, ...]:
    """The pairs that were joined among some entries, each given by its id and the words to show of it.

    `of` is the entry whose parts they are, where they are no entries themselves.
    """
    return tuple(
        Pair(cite(site, of or link.a, words[link.a]), cite(site, of or link.b, words[link.b]), link.reasons)
        for entry in words
        for link in site.joined.get(entry, ())
        if link.b in words
    )

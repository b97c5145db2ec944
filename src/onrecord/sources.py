"""How many independent sources tell a thing: outlets that print one text are one.

What stands in a copied passage counts with the article that it was taken from, and an agency's text with
the agency; what an outlet tells in a paragraph of its own counts for itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.agencies import is_of
from onrecord.entries import ArticleEntry, Entries
from onrecord.text import Evidence, Span

MOSTLY = 0.5
"""The share of an article from which on its headline, too, is that of the text that it prints."""


class Sources:
    """Whose word each evidence of a record is."""

    def __init__(self, articles: Iterable[ArticleEntry]) -> None:
        self._entries = {entry.article.id: entry for entry in articles}
        outlets = sorted({e.article.outlet for e in self._entries.values() if e.article.outlet and not e.article.wire})
        wires = {e.article.wire for e in self._entries.values() if e.article.wire}
        self._agencies = {w: next((o for o in outlets if is_of(o, w)), w) for w in wires}

    def of(self, evidence: Evidence) -> str:
        """The source's name: agency or outlet, or the article's id where neither is known. An agency that is
        an outlet of the record goes by its name there."""
        entry = self._entries[evidence.article]
        entry = self._entries[self._origin(entry, evidence.span) or entry.article.id]
        if entry.article.wire and not entry.passages:
            return self._agencies[entry.article.wire]
        return entry.article.outlet or entry.article.id

    def count(self, evidences: Iterable[Evidence]) -> int:
        """The number of independent sources among those who tell it."""
        return len({self.of(e) for e in evidences})

    def _origin(self, entry: ArticleEntry, span: Span) -> str | None:
        """The article that most of the words were taken from, if they were."""
        for passage in entry.passages:
            common = min(passage.span.end, span.end) - max(passage.span.start, span.start)
            if 2 * common >= len(span):
                return passage.origin
        block = entry.article.block_at(span.start)
        if block is not None and block.kind == "headline" and (entry.shared or 0) >= MOSTLY:
            return entry.copy_of
        return None


def sources(evidences: Iterable[Evidence], entries: Entries) -> int:
    """The number of independent sources among the articles that carry the evidence."""
    return Sources(entries.articles).count(evidences)

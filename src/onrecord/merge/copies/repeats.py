"""What a copy only repeats: it is no side of its own where outlets are compared.

What a copy tells in other words than its original stays: that edit is worth showing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.entries import ArticleEntry, Divergence, MeetingEntry
from onrecord.merge.copies.sentences import words_of
from onrecord.text import Evidence

EDIT = "one text, edited by who printed it"

E = TypeVar("E")


class Repeats:
    """Which evidence of these articles says again, word for word, what its original says."""

    def __init__(self, articles: Iterable[ArticleEntry]) -> None:
        self._entries = {entry.article.id: entry for entry in articles}

    def __contains__(self, evidence: Evidence) -> bool:
        for passage in self._entries[evidence.article].passages:
            if passage.span.holds(evidence.span):
                there = self._entries[passage.origin].article.text[passage.there]
                return _in_a_row(evidence.exact) in _in_a_row(there)
        return False

    def edits(self, divergences: Iterable[Divergence]) -> tuple[Divergence, ...]:
        """The divergences, those noted whose sides are wordings of one text."""
        return tuple(replace(d, note=EDIT) if d.note is None and self._is_edit(d.sides) else d for d in divergences)

    def _is_edit(self, sides: Sequence[Evidence]) -> bool:
        return len({s.article for s in sides}) > 1 and len({self._origin(s) for s in sides}) == 1

    def _origin(self, evidence: Evidence) -> str:
        passages = self._entries[evidence.article].passages
        return next((p.origin for p in passages if p.span.holds(evidence.span)), evidence.article)

    def left_out(self, entries: Sequence[E], told_in: Callable[[E], Evidence]) -> list[E]:
        """The entries that do more than repeat."""
        return [e for e in entries if told_in(e) not in self]

    def meetings(self, meetings: Sequence[MeetingEntry]) -> list[MeetingEntry]:
        """The meetings without the reports and outcomes that repeat another's."""
        out = []
        for m in meetings:
            history = tuple(s for s in m.history if s.evidence not in self)
            outcome = m.outcome if m.outcome is not None and m.outcome not in self else None
            if history:
                out.append(replace(m, history=history, outcome=outcome))
        return out


def _in_a_row(words: str) -> str:
    return f" {' '.join(words_of(words))} "

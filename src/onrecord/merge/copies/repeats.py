"""What a copy only repeats: it is no side of its own where outlets are compared.

What a copy tells in other words than its original stays: that edit is worth showing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.entries import ArticleEntry, Divergence, Entries, MeetingEntry
from onrecord.merge.copies.sentences import words_of
from onrecord.text import Evidence

EDIT = "one text, edited by who printed it"


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

    def left_out(self, entries: Entries) -> Entries:
        """The entries without those, and without the reports of meetings, that only repeat."""
        return replace(
            entries,
            quotes=tuple(q for q in entries.quotes if q.content[0] not in self),
            figures=tuple(f for f in entries.figures if f.evidence not in self),
            positions=tuple(p for p in entries.positions if p.evidence not in self),
            proposals=tuple(p for p in entries.proposals if p.evidence not in self),
            events=tuple(e for e in entries.events if e.evidence not in self),
            conditionals=tuple(c for c in entries.conditionals if c.consequence not in self),
            meetings=tuple(m for meeting in entries.meetings for m in self._meeting(meeting)),
        )

    def _meeting(self, meeting: MeetingEntry) -> Iterator[MeetingEntry]:
        history = tuple(s for s in meeting.history if s.evidence not in self)
        outcome = meeting.outcome if meeting.outcome is not None and meeting.outcome not in self else None
        if history:
            yield replace(meeting, history=history, outcome=outcome)


def _in_a_row(words: str) -> str:
    return f" {' '.join(words_of(words))} "

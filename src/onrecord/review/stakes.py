"""How much rests on an entry: how many tell it, whether outlets differ on it, whether it makes a headline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from onrecord.entries import Entries, EventEntry, MeetingEntry, PositionEntry, QuoteEntry
from onrecord.sources import Sources
from onrecord.text import Evidence, Span

Told = QuoteEntry | PositionEntry | EventEntry
Weighed = Told | MeetingEntry


@dataclass(frozen=True, slots=True)
class Stake:
    """`weight` counts independent sources, and a divergence as two more, a headline as one more; `told` in words."""

    weight: int
    told: tuple[str, ...]


class Stakes:
    """What rests on the entries of one record."""

    def __init__(self, entries: Entries) -> None:
        self._sources = Sources(entries.articles)
        self._articles = {a.article.id: a.article for a in entries.articles}
        self._group = {q: group for group in entries.quote_groups for q in group}
        self._sides: dict[str, list[Span]] = defaultdict(list)
        for side in (s for d in entries.divergences for s in d.sides):
            self._sides[side.article].append(side.span)
        self._tellings: dict[Hashable, set[str]] = defaultdict(set)
        told: tuple[Told, ...] = (*entries.quotes, *entries.positions, *entries.events)
        for entry in told:
            for claim in self._claims(entry):
                self._tellings[claim].add(self._sources.of(evidence_of(entry)))

    def of(self, entry: Weighed) -> Stake:
        if isinstance(entry, MeetingEntry):
            sources = self._sources.count(step.evidence for step in entry.history)
        else:
            sources = max(len(self._tellings[claim]) for claim in self._claims(entry))
        evidence = evidence_of(entry)
        differ = any(side.overlaps(evidence.span) for side in self._sides[evidence.article])
        block = self._articles[evidence.article].block_at(evidence.start)
        headline = block is not None and block.kind == "headline"
        told = {
            f"told by {sources} sources": sources > 1,
            "outlets differ on it": differ,
            "it stands in a headline": headline,
        }
        return Stake(sources + 2 * differ + headline, tuple(words for words, holds in told.items() if holds))

    def _claims(self, entry: Told) -> Iterator[Hashable]:
        """What other tellings share with an entry: the utterance, the issue, the act and its day."""
        if isinstance(entry, QuoteEntry):
            yield self._group.get(entry.id, entry.id)
        elif isinstance(entry, PositionEntry):
            yield entry.issue
        else:
            yield entry.id
            if entry.date is not None:
                yield from ((entry.type, actor, entry.date) for actor in entry.actor)


def evidence_of(entry: Weighed) -> Evidence:
    """The first words that an entry rests on."""
    if isinstance(entry, QuoteEntry):
        return entry.content[0]
    return entry.history[0].evidence if isinstance(entry, MeetingEntry) else entry.evidence

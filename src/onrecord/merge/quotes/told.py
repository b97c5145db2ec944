"""A piece of a quote as merging sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.entries import QuoteEntry
from onrecord.merge.corpus import Read
from onrecord.merge.quotes.likeness import Words
from onrecord.readings import Quote

RECALL = 60  # days after which an article may still print words that it does not date
SEVERAL = re.compile(r"\band\b|^(?:they )?both\b|^the (?:two|three|four)\b", re.IGNORECASE)
"""How a text names several who say one thing: "the two leaders", "both sides"."""
AND_ANOTHER = re.compile(r" and (?:his|her|the|[A-Z])")  # what follows the first of them
TOGETHER = "together"  # the voice of several


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of a quote: pieces may be told apart elsewhere. `first` and `last` are the ISO days between which
    it was said."""

    read: Read
    index: int
    piece: int
    entry: QuoteEntry
    words: Words
    first: str
    last: str

    @property
    def article(self) -> str:
        return self.read.article.id

    @property
    def quote(self) -> Quote:
        return self.read.reading.quotes[self.index]

    @property
    def voices(self) -> tuple[str, ...]:
        """Under whose name it may be told elsewhere: the speaker, or the party that they speak for."""
        names = (self.entry.speaker, self.entry.speaker_party, TOGETHER if self.is_joint else None)
        return tuple(dict.fromkeys(v for v in names if v is not None))

    @property
    def is_joint(self) -> bool:
        """Whether several say it."""
        told = self.entry.speaker_span
        if told is None:
            return False
        return bool(SEVERAL.search(told.exact) or AND_ANOTHER.match(self.read.article.content, told.end))

    @property
    def recalled(self) -> str:
        """The day from which on its words may come if they are printed again: an article that does not date them may
        recall what was said weeks ago."""
        if self.first in (self.last, "0001-01-01"):
            return self.first
        return shifted(self.last, -RECALL)

    @property
    def printed(self) -> str:
        """The piece in the words of its article."""
        return self.entry.content[self.piece].exact

    @property
    def is_nameless(self) -> bool:
        """Whether the speaker is known only by what they speak for."""
        speaker = self.entry.speaker
        return speaker is None or speaker == self.entry.speaker_party or speaker.startswith("unnamed:")


@lru_cache(maxsize=1 << 12)
def shifted(day: str, days: int) -> str:
    """The ISO day so many days later, within the years that ISO dates have."""
    ordinal = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(1, ordinal), date.max.toordinal())).isoformat()

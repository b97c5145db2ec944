"""A piece of a quote as merging sees it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.entries import QuoteEntry
from onrecord.merge.corpus import Read
from onrecord.merge.quotes.likeness import Words
from onrecord.readings import Quote


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
        names = (self.entry.speaker, self.entry.speaker_party)
        return tuple(dict.fromkeys(v for v in names if v is not None))

    @property
    def printed(self) -> str:
        """The piece in the words of its article."""
        return self.entry.content[self.piece].exact

    @property
    def is_nameless(self) -> bool:
        """Whether the speaker is known only by what they speak for."""
        speaker = self.entry.speaker
        return speaker is None or speaker == self.entry.speaker_party or speaker.startswith("unnamed:")

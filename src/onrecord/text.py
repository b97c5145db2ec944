"""Text and what may be cited from it: the only place where evidence is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.errors import FalseEvidence

CONTEXT = 32  # characters kept on either side of the exact words, to re-anchor them


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in Unicode code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of an article and where they stand (W3C TextQuoteSelector + TextPositionSelector).

    Made by `Text.evidence` alone, so that `exact` is always the article's own words.
    """

    article: str
    file: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Text:
    """The immutable text of one article."""

    article: str
    file: str
    content: str

    def __getitem__(self, span: Span) -> str:
        return self.content[span.start : span.end]

    def evidence(self, start: int, end: int) -> Evidence:
        """The evidence for `content[start:end]`.

        Raises FalseEvidence if the offsets do not name at least one character of the text.
        """
        if not 0 <= start < end <= len(self.content):
            raise FalseEvidence(f"{self.file}: no characters {start}-{end} in a text of {len(self.content)}")
        return Evidence(
            article=self.article,
            file=self.file,
            start=start,
            end=end,
            exact=self.content[start:end],
            prefix=self.content[max(0, start - CONTEXT) : start],
            suffix=self.content[end : end + CONTEXT],
        )

    def at(self, span: Span) -> Evidence:
        return self.evidence(span.start, span.end)

    def confirm(self, evidence: Evidence) -> Evidence:
        """The same evidence, once its words are seen to stand where it says; else FalseEvidence."""
        if self.evidence(evidence.start, evidence.end) != evidence:
            raise FalseEvidence(f"{self.file}: the words at {evidence.start}-{evidence.end} are not {evidence.exact!r}")
        return evidence


def trimmed(content: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return Span(start, end)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of them (at least one)."""
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))

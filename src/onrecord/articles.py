"""A captured input, and the article that cleaning makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from onrecord.text import Span, Text

BlockKind = Literal["headline", "body", "caption", "comment", "boilerplate", "dateline"]
READ_KINDS: frozenset[BlockKind] = frozenset({"headline", "body"})
"""The blocks that are read for findings; whatever stands in the others is never one."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One input as it came from outside.

    `source` is where it came from (a path, a URL), `file` its base name, under which the record
    shows it. `media` is "html" or "text" (Markdown counts as text: its characters are kept).
    `known` holds what came with it as fields (a JSONL line, a feed): title, outlet, published, modified,
    url, byline; cleaning trusts it before the page. `taken` is when these bytes were there: the time of the
    visit, or of the file's last change (ISO, UTC).
    """

    source: str
    file: str
    data: bytes
    media: Literal["html", "text"]
    encoding: str | None = None
    url: str | None = None
    known: dict[str, str] = field(default_factory=dict)
    taken: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-level stretch of an article: one non-blank line of its text."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, and on what that rests.

    value       ISO day or time ("2021-12-21", "2022-01-11T10:20"), None if not known
    basis       "explicit" (a date is given by the page or printed), "inferred", None if not known
    how         one of: given, json-ld, meta, url, visible, dateline, name, text, record. "text": inferred
                from the article's own words; "record": with the other articles. None if not known
    span        the words of this article that bear it, if any
    not_before, not_after   ISO days, what the evidence bounds
    reason      why the value is None, or a note on the inference
    """

    value: str | None = None
    basis: Literal["explicit", "inferred"] | None = None
    how: str | None = None
    span: Span | None = None
    not_before: str | None = None
    not_after: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text, made once, and its blocks. No character moves after this.

    `revised` (ISO) orders the versions of an article: when the page says that it was last changed, else
    when it was captured.
    """

    id: str
    file: str
    source: str
    content: str
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    wire: str | None = None
    url: str | None = None
    language: str = "en"
    dateline_place: str | None = None
    published: Published = Published()
    revised: str | None = None
    opening: Span | None = None
    """The dateline at the head of the first paragraph ("GENEVA (Reuters) -"): no part of its sentence."""

    @property
    def text(self) -> Text:
        return Text(self.id, self.file, self.content)

    def read_blocks(self) -> Iterator[Block]:
        """The blocks that are read for findings: headline and body, in order."""
        return (b for b in self.blocks if b.kind in READ_KINDS)

    def block_at(self, position: int) -> Block | None:
        return next((b for b in self.blocks if b.start <= position < b.end), None)

"""Sentences by punctuation alone, where no parse is at hand."""

from __future__ import annotations

import re

from onrecord.text import Span, trimmed

_END = re.compile(r"[.!?…] ?[”’\"'»)\]]*\s+(?=[“‘\"'«(\[`]*\s?[A-Z0-9])")
_SHORT = re.compile(
    r"(?:\b[A-Z][a-z]?|\b[A-Z](?:\.[A-Z])+|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri"
    r"|Sat|Sun|[ap]\.m|Mrs|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Adm|Maj|Messrs|vs|No|St))[ ]?\.\s+$"
)
"""What ends no sentence although a full stop follows: initials, "Mr.", "Gen.", "U.S.", "Feb . 11"."""


def cut(content: str, span: Span) -> list[Span]:
    """The sentences of a paragraph, in order, without the white space around them."""
    spans, at = [], span.start
    for found in _END.finditer(content, span.start, span.end):
        if not _SHORT.search(content, at, found.end()):
            spans.append(trimmed(content, Span(at, found.end())))
            at = found.end()
    if content[at : span.end].strip():
        spans.append(trimmed(content, Span(at, span.end)))
    return spans

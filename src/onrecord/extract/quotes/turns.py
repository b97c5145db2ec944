"""Turns of a transcript, printed without marks: "RUIZ: The talks go on.", "Q: ...", "A: ..."."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.marks import Quotation
from onrecord.layers import Layers, Token
from onrecord.text import Span

NAME = 5  # tokens that a label may have
_FEWEST = 3  # turns that make a transcript, of two voices or more, one of which comes again


def turns(layers: Layers, paragraphs: Sequence[Sequence[Token]], marked: Sequence[Quotation]) -> list[Draft]:
    """What each labelled paragraph says, where the article is a transcript; nothing elsewhere."""
    labelled = [(p, n) for p in paragraphs if (n := _label(layers, p)) is not None]
    voices = {" ".join(t.text for t in p[:n]) for p, n in labelled}
    if len(labelled) < _FEWEST or not 1 < len(voices) < len(labelled):
        return []
    out = []
    for words, colon in labelled:
        content = Span(words[colon + 1].start, words[-1].end)
        if not any(q.outer.overlaps(content) for q in marked if len(q.outer) * 2 > len(content)):
            out.append(Draft("direct", (content,), words[colon - 1].i, words[colon].i, marks=False))
    return out


def _label(layers: Layers, words: Sequence[Token]) -> int | None:
    """The place of the colon after the name with which a paragraph begins: in capitals, or a person's."""
    colon = next((n for n, t in enumerate(words[: NAME + 1]) if t.text == ":"), None)
    if not colon or not any(t.pos in ("VERB", "AUX") or t.lower in ("yes", "no") for t in words[colon + 1 :]):
        return None
    name = words[:colon]
    if all(t.text.isupper() or t.text == "." for t in name):
        return colon
    mention = layers.mention_with(name[-1].i)
    whole = mention is not None and mention.kind == "person" and mention.first == name[0].i
    return colon if whole else None

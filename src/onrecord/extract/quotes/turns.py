"""Turns of a transcript, printed without marks: "RUIZ: The talks go on.", "Q: ...", "A: ..."."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.marks import Quotation
from onrecord.layers import Layers, Token
from onrecord.text import Span

NAME = 5  # tokens that a name may have
OFFICE = 20  # tokens of a label with an office: "ILSA RENN, FOREIGN MINISTER OF VALDORIA:"
_FEWEST = 3  # turns that make a transcript, of two voices or more, one of which comes again


def turns(layers: Layers, paragraphs: Sequence[Sequence[Token]], marked: Sequence[Quotation]) -> list[Draft]:
    """What each labelled paragraph says, where the article is a transcript; nothing elsewhere."""
    labelled = [(p, *label) for p in paragraphs if (label := _label(layers, p)) is not None]
    voices = {p[last].text for p, last, _ in labelled}
    if len(labelled) < _FEWEST or not 1 < len(voices) < len(labelled):
        return []
    out = []
    for words, last, colon in labelled:
        content = Span(words[colon + 1].start, words[-1].end)
        if not any(q.outer.overlaps(content) for q in marked if len(q.outer) * 2 > len(content)):
            out.append(Draft("direct", (content,), words[last].i, words[colon].i, marks=False))
    return out


def _label(layers: Layers, words: Sequence[Token]) -> tuple[int, int] | None:
    """The last word of the name with which a paragraph begins, and the colon: a name in capitals, with an
    office or without, or a person's."""
    colon = next((n for n, t in enumerate(words[: OFFICE + 1]) if t.text in (":", "):")), None)  # "):" is one token
    if not colon or not any(t.pos in ("VERB", "AUX") or t.lower in ("yes", "no") for t in words[colon + 1 :]):
        return None
    end = next((n for n, t in enumerate(words[:colon]) if t.text in (",", "(")), colon)
    if not 0 < end <= NAME:
        return None
    name, office = words[:end], words[end:colon]
    capitals = all(t.text.isupper() or t.text == "." for t in name)
    titles = list(takewhile(lambda t: t.text != "(", office))  # "(through interpreter)" may follow
    if capitals and not any(t.text.islower() for t in titles):
        return end - 1, colon
    mention = layers.mention_with(name[-1].i)
    whole = mention is not None and mention.kind == "person" and mention.first == name[0].i
    return (end - 1, colon) if whole and not office else None

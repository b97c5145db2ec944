"""Headlines that quote without a verb: "Ruiz: Talks will go on"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.marks import Quotation
from onrecord.layers import Layers, Sentence, Token
from onrecord.text import Span

NAME = 6  # tokens that the name before the colon may have
_SPEAKERS = ("person", "party", "unnamed")
_NO_NAME = ("ADP", "SCONJ", "ADV", "VERB", "AUX", "CCONJ")  # "After Tolm: ..." names a topic
_TOPICS = frozenset({"what", "why", "how", "who", "when", "where", "which"})  # "Ruiz: who she is" tells of her


def headline_quotes(layers: Layers, marked: Sequence[Quotation]) -> list[Draft]:
    """What stands after the colon in a headline that begins with someone who speaks, and is not in marks."""
    out = []
    for line in _headlines(layers):
        colon = next((n for n, t in enumerate(line[: NAME + 1]) if t.text == ":"), None)
        if not colon or colon + 3 >= len(line):
            continue
        if line[0].pos in _NO_NAME or line[colon + 1].lower in _TOPICS:
            continue
        source = line[colon - 1].i if _may_speak(layers, line[colon - 1]) else None
        content = Span(line[colon + 1].start, line[-1].end)
        if source is not None and not any(q.outer.overlaps(content) for q in marked):
            out.append(Draft("indirect", (content,), source, line[colon].i))
    return out


def _headlines(layers: Layers) -> list[list[Token]]:
    lines: dict[int, list[Sentence]] = {}
    for sentence in layers.sentences:
        if sentence.kind == "headline":
            lines.setdefault(sentence.block, []).append(sentence)
    return [[t for s in parts for t in layers.tokens_of(s)] for parts in lines.values()]


def _may_speak(layers: Layers, token: Token) -> bool:
    mention = layers.mention_with(token.i)
    return mention is not None and mention.kind in _SPEAKERS

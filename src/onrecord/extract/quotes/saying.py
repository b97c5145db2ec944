"""The circumstances of a saying: on which day, through which outlet or before whom."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.context import Context
from onrecord.extract.quotes.clauses import relaying
from onrecord.extract.quotes.cues import ADDRESSEES, cue_vehicles
from onrecord.extract.quotes.source import phrase
from onrecord.layers import Layers
from onrecord.text import Span

_OCCASION = frozenset({"in", "at", "on", "during", "via", "through", "with", "after"})
_NOT_OF_SAYING = frozenset(
    {"relcl", "acl", "appos", "dobj", "nsubj", "nsubjpass", "compound", "poss", "nummod", "ccomp"}
)
_TOGETHER = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep"})


def cue_span(layers: Layers, cue: int) -> Span:
    """The cue's words: the verb with its particle; "quoted him as saying" and "according to" whole."""
    first = last = cue
    token = layers.tokens[cue]
    if token.lower == "according":
        last = cue + 1
    relay = relaying(layers, cue)
    if relay is not None and relay < cue:
        first = relay
    particle = next((c for c in layers.children[cue] if layers.tokens[c].dep == "prt" and c == cue + 1), None)
    if particle is not None:
        last = particle
    return Span(layers.tokens[first].start, layers.tokens[last].end)


def when_said(context: Context, cue: int, content: Sequence[Span]) -> int | None:
    """Index of the timex that says on what day it was said: one that hangs on the cue or its clause."""
    layers = context.layers
    sentence = layers.sentence_of(cue).span
    best: tuple[int, int] | None = None
    for n, timex in enumerate(context.timexes):
        if timex.type not in ("DATE", "TIME") or not sentence.holds(timex.span):
            continue
        if any(piece.overlaps(timex.span) for piece in content):
            continue
        token = next((t for t in layers.tokens_of(layers.sentence_of(cue)) if t.start >= timex.span.start), None)
        if token is not None and _of_the_saying(layers, token.i, cue):
            distance = abs(token.i - cue)
            if best is None or distance < best[0]:
                best = (distance, n)
    return best[1] if best else None


def _of_the_saying(layers: Layers, i: int, cue: int) -> bool:
    """Whether the words at token i tell of the saying itself, not of something inside the sentence."""
    for up in (i, *layers.ancestors(i)):
        token = layers.tokens[up]
        if up == cue:
            return True
        if token.dep in _NOT_OF_SAYING:
            return False
        if token.pos in ("VERB", "AUX"):
            cue_token = layers.tokens[cue]
            return (token.head == cue and token.dep == "advcl") or (cue_token.head == up and cue_token.dep in _TOGETHER)
    return False


def via(context: Context, cue: int) -> Span | None:
    """Through whom or on what occasion: "Reuters quoted him as saying", "told reporters", "in a call"."""
    layers, tokens = context.layers, context.layers.tokens
    relay = relaying(layers, cue)
    if relay is not None:
        carrier = layers.child(relay, "nsubj")
        if carrier is None:
            by = layers.child(relay, "agent")
            carrier = layers.child(by, "pobj") if by is not None else None
        if carrier is not None:
            return phrase(layers, carrier)
    for c in layers.children[cue]:
        token = tokens[c]
        if token.dep in ("dobj", "dative") and tokens[cue].lemma in ("tell", "inform") and _is_public(layers, c):
            return _bare(layers, c)
        if token.dep == "prep" and token.lower in _OCCASION:
            inside = layers.child(c, "pobj")
            if inside is not None and (
                tokens[inside].lemma in cue_vehicles() or tokens[inside].lemma in ADDRESSEES | {"meeting"}
            ):
                return _bare(layers, inside)
        if token.lower == "according" and c + 1 < len(tokens) and tokens[c + 1].lower == "to":
            inside = layers.child(c + 1, "pobj")
            if inside is not None:
                return phrase(layers, inside)
    return None


def _is_public(layers: Layers, i: int) -> bool:
    mention = layers.mention_headed(i)
    return (
        layers.tokens[i].lemma in ADDRESSEES
        or (mention is not None and mention.kind == "outlet")
        or layers.tokens[i].ent == "ORG"
    )


def _bare(layers: Layers, head: int) -> Span:
    """The noun phrase without its article."""
    span = phrase(layers, head)
    first = next(t for t in layers.tokens_of(layers.sentence_of(head)) if t.start >= span.start)
    return Span(layers.tokens[first.i + 1].start, span.end) if first.dep == "det" and first.i < head else span

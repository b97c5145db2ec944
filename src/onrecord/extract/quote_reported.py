"""Reported speech: which of the words that may report do report, and what."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.marks import Quotation
from onrecord.extract.quote_clauses import Candidate, candidates
from onrecord.extract.quote_cues import cue_nouns, cue_verbs
from onrecord.extract.quote_drafts import Draft
from onrecord.layers import Layers
from onrecord.text import Span, hull


def reported_quotes(layers: Layers, drafts: Sequence[Draft], left: Sequence[Quotation]) -> list[Draft]:
    """The reported clauses of an article outside its direct quotes.

    `left` holds the quotations that are words of the writer's sentences: a reported clause that
    reaches into one takes it whole.
    """
    used = {d.cue for d in drafts}
    out: list[Draft] = []
    for c in candidates(layers):
        token = layers.tokens[c.cue]
        if c.cue in used or any(d.covers(token.start) for d in drafts) or any(q.outer.holds(token.span) for q in left):
            continue
        if _is_quote(layers, c):
            out.append(Draft("indirect", tuple(whole(s, left) for s in c.content), c.source, c.cue))
    return out


def whole(span: Span, marked: Sequence[Quotation]) -> Span:
    """The span widened to hold each quotation that it reaches into, marks included."""
    return hull([span, *(q.outer for q in marked if q.outer.overlaps(span))])


def _is_quote(layers: Layers, c: Candidate) -> bool:
    token = layers.tokens[c.cue]
    if c.frame == "according":
        return True
    if c.frame.startswith("noun"):
        return token.lemma in cue_nouns() and c.source is not None and c.frame == "noun"
    verb = cue_verbs().get(token.lemma)
    if verb is None or c.source is None or token.pos == "ADJ":
        return False
    if c.frame in ("clause", "inserted"):
        return verb.kind in ("speech", "stance")
    if c.frame == "object":
        top = layers.tokens[c.top]
        return "object" in verb.frames or (
            "person" in verb.frames and layers.child(c.cue, "xcomp") is not None and top.i > c.cue
        )
    return c.frame in verb.frames

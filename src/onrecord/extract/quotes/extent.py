"""How far a reported clause reaches: to the end of a quotation, not into the next saying."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.quotes.clauses import Candidate
from onrecord.extract.quotes.cues import cue_verbs
from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.marks import Quotation
from onrecord.extract.quotes.source import REMARKS, SUBJECTS
from onrecord.layers import Layers
from onrecord.text import Span, hull

_HANGING = frozenset(" ,;:—–-")
_TIMES = frozenset({"minute", "hour", "day", "week", "month", "moment"})
_ASIDES = frozenset({"as", "while"})
_YET = frozenset({"although", "though", "but"})
_VOICES = frozenset({"he", "she", "they"})


def whole(span: Span, marked: Sequence[Quotation]) -> Span:
    """The span widened to hold each quotation that it reaches into, marks included."""
    return hull([span, *(q.outer for q in marked if q.outer.overlaps(span))])


def before_next_saying(layers: Layers, c: Candidate, others: Sequence[Candidate]) -> tuple[Span, ...]:
    """The content up to a coordinated clause in which the same speaker says something further:
    "said A, and in parliament he struck another tone, saying B"."""
    tokens = layers.tokens
    if c.frame != "clause" or c.source is None or c.top < c.cue:
        return c.content
    for other in others:
        if other.cue <= c.top or other.source is None or not c.content[-1].holds(tokens[other.cue].span):
            continue
        subject = tokens[other.source]
        if subject.lower not in _VOICES or (tokens[c.source].pos == "PRON" and tokens[c.source].lower != subject.lower):
            continue
        clause = next((up for up in layers.ancestors(other.source) if tokens[up].dep == "conj"), None)
        if clause is None or c.top not in layers.ancestors(clause) or layers.child(clause, *SUBJECTS) != other.source:
            continue
        words = [t for t in layers.tokens[c.cue + 1 : min(layers.subtree(clause))] if c.content[-1].holds(t.span)]
        while words and (words[-1].dep in ("cc", "punct") or words[-1].text in _HANGING):
            words.pop()
        if words:
            return (*c.content[:-1], Span(c.content[-1].start, words[-1].end))
    return c.content


def before_remark(layers: Layers, cue: int, piece: Span, marked: Sequence[Quotation]) -> Span:
    """The piece up to the writer's remark on when and to what effect it was said: "denied that it had
    left, hours after ...", "said it would stay, in the first sign that ..."."""
    tokens = layers.tokens
    if piece.start < tokens[cue].start:
        return piece
    for comma in layers.tokens_of(layers.sentence_of(cue)):
        if comma.text != "," or not piece.holds(comma.span) or any(q.outer.holds(comma.span) for q in marked):
            continue
        words = [t.lemma for t in tokens[comma.i + 1 : comma.i + 6]]
        timed = next((n for n, w in enumerate(words[:3]) if w in _TIMES), None)
        if timed is not None and words[timed + 1 : timed + 2] in (["after"], ["before"]):
            return Span(piece.start, tokens[comma.i - 1].end)
        if _is_aside(layers, comma.i + 1):
            return Span(piece.start, tokens[comma.i - 1].end)
        if words[:1] == ["in"] and any(w in REMARKS for w in words[1:4]) and "that" in words[2:5]:
            return Span(piece.start, tokens[comma.i - 1].end)
    return piece


def _is_aside(layers: Layers, i: int) -> bool:
    """Whether a clause of the writer's begins at token i: "..., as fears grow", "..., while the mayor says"; but
    "..., as will the others" is what is said."""
    tokens = layers.tokens
    if i + 1 >= len(tokens) or tokens[i].dep not in ("mark", "advmod"):
        return False
    verb = tokens[i].head
    if tokens[i].lower in _YET:  # "..., although the mayor has vowed to stay"
        cue = cue_verbs().get(tokens[verb].lemma)
        named = (layers.mention_headed(c) for c in layers.children[verb] if tokens[c].dep in SUBJECTS)
        return cue is not None and cue.kind == "speech" and any(m is not None and m.how == "name" for m in named)
    if tokens[i].lower not in _ASIDES:
        return False
    told = tokens[verb].dep == "advcl" and verb > i and layers.child(verb, *SUBJECTS) is not None
    return told and tokens[i + 1].pos != "AUX"


def outside_direct(content: str, pieces: Sequence[Span], direct: Sequence[Draft]) -> tuple[Span, ...]:
    """The pieces without the quotations that have a speaker of their own; none if these are most of them."""
    out = []
    for piece in pieces:
        taken = [s for d in direct for s in d.content if s.overlaps(piece)]
        if not taken:
            out.append(piece)
            continue
        first = min(s.start for s in taken)
        end = first
        while end > piece.start and (content[end - 1] in _HANGING or content[end - 1] in "\"“”„«»'‘’"):
            end -= 1
        if 2 * sum(len(s) for s in taken) < len(piece) and end - piece.start > 3:
            out.append(Span(piece.start, end))
    return tuple(out)

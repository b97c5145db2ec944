"""Reported speech: which of the words that may report do report, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.quotes.clauses import Candidate, candidates
from onrecord.extract.quotes.cues import cue_verbs, mute_nouns
from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.extent import before_next_saying, before_remark, outside_direct, whole
from onrecord.extract.quotes.marks import Quotation
from onrecord.extract.quotes.model import THRESHOLD, probability
from onrecord.extract.quotes.source import antecedent
from onrecord.layers import Layers
from onrecord.text import hull

_CERTAIN = ("according", "relayed", "tail", "joined")
_SILENT = 0.75  # what a verb of seeking, wanting or knowing must reach: seldom a quotation
_UNLISTED = 0.65  # what a verb must reach that the lexicon does not know
_NAMED = 0.5  # what a verb with a short object must reach ("backed the deal"): often an act, not words
_SHORT = 30  # characters
_IN_MARKS = 0.5  # words in marks under a word that may report are mostly reported: half the probability will do


def reported_quotes(
    content: str, layers: Layers, drafts: Sequence[Draft], left: Sequence[Quotation], threshold: float = THRESHOLD
) -> list[Draft]:
    """The reported clauses of an article outside its direct quotes.

    `left` holds the quotations that are words of the writer's sentences: a reported clause that
    reaches into one takes it whole.
    """
    used = {d.cue for d in drafts}
    likely: list[tuple[bool, float, Candidate]] = []
    for c in candidates(layers):
        token = layers.tokens[c.cue]
        if c.cue in used or any(d.covers(token.start) for d in drafts) or any(q.outer.holds(token.span) for q in left):
            continue
        quoted = any(q.outer.overlaps(s) for q in left for s in c.content)
        score = 1.0 if c.frame in _CERTAIN else probability(layers, c, quoted)
        marked = quoted and any(q.outer.overlaps(s) and not _is_name(content, q) for q in left for s in c.content)
        if score >= _least(layers, c, threshold) * (_IN_MARKS if marked else 1):
            c = replace(c, content=tuple(before_remark(layers, c.cue, s, left) for s in c.content))
            likely.append((not _is_speech(layers, c), -score, c))
    kept: list[Candidate] = []
    for *_, c in sorted(likely, key=lambda x: (x[0], x[1], x[2].cue)):
        if not any(_same(c, other) or _inside(layers, c, other) for other in kept):
            kept.append(c)
    out = []
    for c in kept:
        pieces = tuple(whole(s, left) for s in before_next_saying(layers, c, kept))
        pieces = outside_direct(content, pieces, drafts)
        if not pieces:
            continue
        if _is_mute(layers, c.source):
            if any(q.outer.overlaps(s) for q in left for s in pieces):
                out.append(Draft("indirect", pieces, None, c.cue))
        else:
            out.append(Draft("indirect", pieces, c.source, c.cue))
    return out


def _is_mute(layers: Layers, source: int | None) -> bool:
    """Whether the source is a thing that cannot speak: words in marks then have a speaker not known."""
    if source is None:
        return False
    token = layers.tokens[antecedent(layers, source)]
    return token.pos == "NOUN" and token.lemma in mute_nouns()


def _least(layers: Layers, c: Candidate, threshold: float) -> float:
    """The probability that a candidate must reach. Words that nobody is named for, and headlines, only
    where the verb is one of saying."""
    speech = _is_speech(layers, c)
    if not speech and (c.source is None or layers.sentence_of(c.cue).kind == "headline"):
        return 1.0
    cue = layers.tokens[c.cue]
    verb = cue_verbs().get(cue.lemma)
    if verb is None:
        return max(threshold, _UNLISTED) if cue.pos == "VERB" else threshold
    if verb.kind == "attitude":
        return max(threshold, _SILENT)
    short = c.frame == "object" and sum(len(s) for s in c.content) <= _SHORT
    return max(threshold, _NAMED) if short else threshold


def _is_name(content: str, q: Quotation) -> bool:
    """Whether what stands in marks is a title or a name, every longer word with a capital."""
    words = [w for w in content[q.inner.start : q.inner.end].split() if len(w) > 3]
    return bool(words) and all(w[0].isupper() for w in words)


def _is_speech(layers: Layers, c: Candidate) -> bool:
    verb = cue_verbs().get(layers.tokens[c.cue].lemma)
    clausal = c.frame in ("clause", "inserted", "rest", *_CERTAIN)
    return c.frame == "according" or (clausal and verb is not None and verb.kind == "speech")


def _inside(layers: Layers, c: Candidate, other: Candidate) -> bool:
    """Whether a candidate whose verb is none of saying lies within what another reports: part of it, no quote."""
    place = layers.tokens[c.cue].span
    return not _is_speech(layers, c) and any(piece.holds(place) for piece in other.content)


def _same(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates report the same words."""
    first, second = hull(a.content), hull(b.content)
    shared = min(first.end, second.end) - max(first.start, second.start)
    return shared > 0.7 * max(len(first), len(second))

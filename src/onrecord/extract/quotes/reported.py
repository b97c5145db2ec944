"""Reported speech: which of the words that may report do report, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.quotes.clauses import Candidate, candidates
from onrecord.extract.quotes.cues import cue_verbs, mute_nouns
from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.extent import before_next_saying, before_remark, outside_direct, whole
from onrecord.extract.quotes.marks import Quotation
from onrecord.extract.quotes.model import probabilities
from onrecord.extract.quotes.source import antecedent
from onrecord.extract.quotes.unsaid import is_unsaid
from onrecord.layers import Layers, Token
from onrecord.text import Span, hull

_CERTAIN = ("according", "relayed", "tail", "joined")
_ATTRIBUTED = 0.4  # the probability that an attribution must reach
_SAID = 0.5  # and a quote
_TOLD = 0.3  # what a clause must reach that somebody named by the article says
_SILENT = 0.85  # what a verb of seeking, wanting or knowing must reach: seldom a quotation
_UNLISTED = 0.8  # what a verb must reach that the lexicon does not know
_NAMED = 0.65  # what a verb with a short object must reach ("backed the deal"): often an act, not words
_SHORT = 30  # characters
_IN_MARKS = 0.5  # words in marks under a word that may report are mostly reported: half the probability will do


def open_candidates(layers: Layers, drafts: Sequence[Draft], left: Sequence[Quotation]) -> list[Candidate]:
    """The words that may report and stand in the writer's own words, not yet taken as a cue."""
    used = {d.cue for d in drafts}
    said = [s for d in drafts for s in d.content] + [q.outer for q in left]
    return [c for c in candidates(layers) if c.cue not in used and not _stands_in(layers.tokens[c.cue], said)]


def _stands_in(token: Token, stretches: Sequence[Span]) -> bool:
    return any(s.holds(token.span) for s in stretches)


def reported_quotes(
    content: str, layers: Layers, drafts: Sequence[Draft], left: Sequence[Quotation], *, attitudes: bool = False
) -> list[Draft]:
    """The reported clauses of an article outside its direct quotes; with `attitudes` also what people
    are told to think, want and do in words ("fears a war", "backs the deal").

    `left` holds the quotations that are words of the writer's sentences: a reported clause that
    reaches into one takes it whole.
    """
    found = [c for c in open_candidates(layers, drafts, left) if attitudes or not is_unsaid(layers, c)]
    likely: list[tuple[bool, float, Candidate]] = []
    for c, chance in zip(found, probabilities(layers, found, left), strict=True):
        score = 1.0 if c.frame in _CERTAIN else chance
        if score >= (_ATTRIBUTED if attitudes else _least(content, layers, c, left)):
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


def _least(content: str, layers: Layers, c: Candidate, left: Sequence[Quotation]) -> float:
    """The probability that a quote must reach. Words that nobody is named for, and headlines, only
    where the verb is one of saying."""
    if not _is_speech(layers, c) and (c.source is None or layers.sentence_of(c.cue).kind == "headline"):
        return 1.0
    cue = layers.tokens[c.cue]
    verb = cue_verbs().get(cue.lemma)
    if verb is not None and verb.kind == "attitude":
        if c.frame == "infinitive":
            return _SILENT
        least = _SILENT
    elif verb is None:
        least = _UNLISTED if cue.pos == "VERB" else _SAID
    elif verb.kind == "speech" and c.frame in ("clause", "inserted") and _is_someone(layers, c.source):
        least = _TOLD
    else:
        least = _NAMED if c.frame == "object" and sum(len(s) for s in c.content) <= _SHORT else _SAID
    marked = any(q.outer.overlaps(s) and not _is_name(content, q) for q in left for s in c.content)
    return least * (_IN_MARKS if marked else 1)


def _is_someone(layers: Layers, source: int | None) -> bool:
    mention = layers.mention_headed(source) if source is not None else None
    return mention is not None and mention.kind in ("party", "person", "unnamed")


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

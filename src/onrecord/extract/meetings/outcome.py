"""How a meeting went, in the article's own words."""

from __future__ import annotations

from onrecord.extract.context import Context
from onrecord.extract.meetings.words import meeting_nouns
from onrecord.extract.wordlist import words
from onrecord.readings import MeetingReport
from onrecord.text import Span, trimmed

VERBS = words("agree fail end conclude produce yield result reach sign achieve resolve break stall collapse")
RESULTS = words(
    "progress agreement deal breakthrough compromise result consensus accord understanding headway solution"
    " communique communiqué statement resolution decision pact"
)
"""Nouns that make of any verb an outcome: "made no progress", "came to an understanding"."""
READ_ON = 6  # sentences after the report in which its sides may tell how it went
SIDES = words("side party delegation leader minister negotiator country nation government")
MANNER = words(
    "constructive useful productive fruitful difficult positive frank substantive candid fruitless"
    " inconclusive tense good serious professional successful"
)


def outcome_of(context: Context, report: MeetingReport) -> Span | None:
    """The first clause of the report's sentence, or of the next, that tells what came of the meeting."""
    layers = context.layers
    at = next((s.index for s in layers.sentences if s.span == report.sentence), None)
    if at is None:
        return None
    for sentence in layers.sentences[at : at + 2]:
        if sentence.block != layers.sentences[at].block:
            break
        for token in layers.tokens_of(sentence):
            told = token.tag in ("VBD", "VBN") or (token.tag in ("VBZ", "VBP") and token.dep != "relcl")
            if token.pos in ("VERB", "AUX") and told and _tells(context, token.i):
                below = [i for i in layers.subtree(token.i) if not _apart(context, i, token.i)]
                while layers.tokens[below[-1]].dep in ("cc", "punct", "preconj"):
                    below.pop()
                return trimmed(context.article.content, layers.span_of(below))
    return None


def readouts_of(context: Context, report: MeetingReport) -> tuple[int, ...]:
    """The first quote of each side, in the report's sentence or soon after, that tells how it went; as indices."""
    layers = context.layers
    at = next((s.index for s in layers.sentences if s.span == report.sentence), None)
    if at is None:
        return ()
    end = layers.sentences[min(at + READ_ON, len(layers.sentences) - 1)].end
    found: dict[str, int] = {}
    for n, quote in enumerate(context.quotes):
        party = quote.speaker_party
        if party in report.participants and party is not None and report.sentence.start <= quote.sentence.start < end:
            inside = [t.i for piece in quote.content for t in layers.inside(piece)]
            if any(layers.tokens[i].pos in ("VERB", "AUX") and _of_sides(context, i, report) for i in inside):
                found.setdefault(party, n)
    return tuple(sorted(found.values()))


def _of_sides(context: Context, v: int, report: MeetingReport) -> bool:
    """Whether a clause of a side's own words tells how it went for those who met, or for the meeting itself."""
    layers = context.layers
    subject = layers.child(v, "nsubj", "nsubjpass")
    if subject is None or not _tells(context, v):
        return False
    whose = layers.tokens[subject]
    met = whose.pos == "PRON" or whose.lemma in SIDES or whose.lemma in meeting_nouns()
    return met or bool(set(context.agents(subject)) & set(report.participants))


def _tells(context: Context, v: int) -> bool:
    layers = context.layers
    verb = layers.tokens[v]
    if layers.child(v, "nsubj", "nsubjpass") is None or any(layers.tokens[c].tag == "MD" for c in layers.children[v]):
        return False
    inside = {layers.tokens[c].lemma for c in layers.children[v] if layers.tokens[c].dep in ("dobj", "acomp", "attr")}
    for c in layers.children[v]:
        if layers.tokens[c].dep == "prep":
            inner = layers.child(c, "pobj")
            inside |= {layers.tokens[inner].lemma} if inner is not None else set()
    return verb.lemma in VERBS or bool(inside & RESULTS) or (verb.lemma == "be" and bool(inside & MANNER))


def _apart(context: Context, i: int, v: int) -> bool:
    """Tokens of another clause, or the mark before this one."""
    layers = context.layers
    while i != v:
        token = layers.tokens[i]
        if token.head == v and (
            (token.dep in ("mark", "punct", "cc", "prep", "advcl", "npadvmod", "parataxis") and i < v)
            or (token.dep in ("conj", "advcl", "punct") and token.pos in ("VERB", "AUX", "PUNCT"))
        ):
            return True
        i = token.head
    return False

"""What a plan on the table provides, as an offer of whose plan it is: "the proposal would open the port", "under the
Karsian plan the port would be opened"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import Cue
from onrecord.extract.context import Context
from onrecord.extract.polarity import Polarity, is_supposed
from onrecord.extract.voice import owners, voice
from onrecord.extract.wordlist import words
from onrecord.layers import Layers

PROVISION = Cue(("provide",), "v", frozenset(), "", frozenset(), "", "offers", "", (), (), None)
PLANS = frozenset({"blueprint", "compromise", "draft", "initiative", "offer", "paper", "plan", "proposal", "roadmap"})
PLANS |= {"scheme", "formula"}
AHEAD = frozenset({"would", "will"})
EFFECTS = words(
    "achieve affect be become benefit boost bring cause collapse come cost create damage deliver die drive face "
    "fail fall go harm have help hurt improve increase lead lose make mean need pass please prove raise require "
    "result risk run satisfy save seem set stall strengthen struggle succeed suffer survive threaten undermine "
    "weaken win work"
)
"""Verbs that tell how a plan would work out, not what it lays down."""
NEAR = 6  # sentences within which "the plan" means the one told of before


def find_provisions(context: Context) -> Iterator[Act]:
    """An offer for each verb that tells what a plan will bring about; none where its owner is not known, or where
    somebody else is heard to say what it would do."""
    layers = context.layers
    for sentence in context.sentences():
        for token in layers.tokens_of(sentence):
            if token.pos != "VERB" or token.lemma in EFFECTS or is_supposed(layers, token.i):
                continue
            noun = _plan(layers, token.i)
            who = _owner(context, noun) if noun is not None else None
            if who is not None and voice(context, token.i).party in (None, who):
                yield _provision(context, token.i, who)


def _provision(context: Context, i: int, who: str) -> Act:
    matter = clauses.clause(context.layers, i)
    clause = clauses.span_of(context.layers, matter)
    return Act(PROVISION, i, i, (who,), None, (), tuple(matter), clause, voice(context, i), Polarity())


def _plan(layers: Layers, i: int) -> int | None:
    """The plan that verb i tells the content of: its subject, or what stands behind "under" at its head."""
    first = i
    while layers.tokens[first].dep == "conj" and layers.child(first, "nsubj", "nsubjpass") is None:
        first = layers.tokens[first].head
    helpers = {layers.tokens[c].lower for j in {i, first} for c in layers.children[j] if layers.tokens[c].dep == "aux"}
    if not helpers & AHEAD or "have" in helpers:
        return None
    subject = layers.child(first, "nsubj")
    if subject is not None and layers.tokens[subject].lemma in PLANS:
        return subject
    under = next((c for c in layers.children[first] if layers.tokens[c].lower == "under" and c < first), None)
    noun = layers.child(under, "pobj") if under is not None else None
    return noun if noun is not None and layers.tokens[noun].lemma in PLANS else None


def _owner(context: Context, noun: int) -> str | None:
    """Whose plan it is: its own possessor, else that of the last plan told of."""
    layers = context.layers
    at = layers.tokens[noun].sentence
    for j in range(noun, -1, -1):
        if at - layers.tokens[j].sentence > NEAR:
            return None
        if layers.tokens[j].lemma in PLANS and layers.tokens[j].pos == "NOUN" and (who := owners(context, j)):
            return who[0] if not who[0].startswith("p:") else None
    return None

"""Harm that a party says it will do, without a word of threat and without a condition: "we will impose new tolls"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import clauses
from onrecord.extract.acts.candidates import Candidate
from onrecord.extract.context import Context, first_person
from onrecord.extract.polarity import polarity
from onrecord.extract.voice import Voice, parties_at, voice
from onrecord.layers import Layers, Sentence

HARMING = frozenset(["retaliate", "punish", "sanction", "strike", "attack", "bomb", "invade", "expel", "blockade"])
TAKING = frozenset({"take", "seek", "adopt", "introduce", "impose", "slap", "launch", "levy"})
MEASURES = frozenset(["countermeasure", "embargo", "penalty", "reprisal", "restriction", "retaliation", "sanction"])
MEASURES |= {"tariff", "duty", "levy", "offensive", "attack", "strike"}
FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "'d", "’d"})


def announced_harms(context: Context, sentence: Sentence) -> Iterator[Candidate]:
    """What parties announce in one sentence as their own deed to come that harms another."""
    for token in context.layers.tokens_of(sentence):
        if token.pos == "VERB" and _harms(context.layers, token.i) and (who := _announcing(context, token.i)):
            yield Candidate(token.i, tuple(clauses.clause(context.layers, token.i, joined=True)), (), who)


def _harms(layers: Layers, i: int) -> bool:
    said = polarity(layers, i)
    ahead = any(layers.tokens[c].dep == "aux" and layers.tokens[c].lower in FUTURE for c in layers.children[i])
    if not ahead or said.negated or said.supposed or "have" in {layers.tokens[c].lower for c in layers.children[i]}:
        return False
    patient = layers.child(i, "dobj")
    measured = patient is not None and layers.tokens[patient].lemma in MEASURES
    return measured if layers.tokens[i].lemma in TAKING else layers.tokens[i].lemma in HARMING and not measured


def _announcing(context: Context, i: int) -> tuple[str, ...]:
    """The party that speaks of itself here; () if nobody does."""
    subject, heard = clauses.subject(context.layers, i), voice(context, i)
    if subject is None or heard.party is None or not is_own(context, subject, heard):
        return ()
    return (heard.party,)


def is_own(context: Context, subject: int, heard: Voice) -> bool:
    """Whether a subject is the speaker's own side: "we" in a quotation, or the party that is heard."""
    own = first_person(context.layers.tokens[subject]) and heard.quote is not None
    return own or heard.party in parties_at(context, subject)

"""Judgements passed by the way: "Valdoria's reckless policy", "the regime's crimes", "we were treated unfairly"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.judging import is_people
from onrecord.extract.acts.lexicon import Cue, judging
from onrecord.extract.acts.nouns import is_undone
from onrecord.extract.context import Context
from onrecord.extract.polarity import Polarity, polarity
from onrecord.extract.voice import owners, voice
from onrecord.layers import Layers

SLIGHT = Cue(("slight",), "n", frozenset(), "", frozenset(), "ACCUSE", None, "voice", (), (), None)
FOUGHT = frozenset(
    {"crime", "danger", "fraud", "genocide", "menace", "murder", "racism", "robbery", "terror", "terrorism"}
)
FOUGHT |= {"theft", "threat"}  # these are spoken of without a judgement: "fighting terrorism"
PREDICATED = frozenset({"attr", "oprd", "acomp", "ROOT", "ccomp"})
ENDINGS = (("ically", "ic"), ("ily", "y"), ("ly", ""), ("ly", "le"), ("y", "e"))


def find_passing(context: Context) -> tuple[Act, ...]:
    """The judgements in what parties are heard to say of what others do, in the order of the text."""
    layers = context.layers
    tokens = (t for s in context.sentences() for t in layers.tokens_of(s))
    return tuple(act for t in tokens for act in _at(context, t.i))


def _at(context: Context, i: int) -> Iterator[Act]:
    layers = context.layers
    judged = _judged(layers, i)
    if judged is None:
        return
    heard = voice(context, i)
    if heard.ref is None:
        return
    whose = tuple(p for p in _doers(context, judged) if p not in (heard.party, heard.ref))
    verb = clauses.predicate(layers, i)
    said = polarity(layers, verb)
    if not whose or said.supposed or said.mood == "demanded" or is_undone(layers, judged):
        return
    clause = clauses.span_of(layers, clauses.clause(layers, verb))
    actor = () if heard.party is None else (heard.party,)
    yield Act(SLIGHT, i, verb, actor, None, whose, (), clause, heard, Polarity())


def _judged(layers: Layers, i: int) -> int | None:
    """What the word at token i judges by the way: the noun of an adjective, itself if it is a noun, the verb of an
    adverb; None if it judges nothing, or says of something that it is so."""
    token = layers.tokens[i]
    if token.dep == "amod" and {token.lower, _joined(layers, i)} & judging("bad"):
        up = layers.tokens[token.head]
        return up.i if up.pos == "NOUN" and up.dep not in PREDICATED else None
    if token.pos == "NOUN" and token.lemma in judging("bad") - FOUGHT and token.dep not in PREDICATED:
        return i
    if token.dep == "advmod" and token.lower.endswith("ly") and layers.tokens[token.head].pos == "VERB":
        stems = {token.lower.removesuffix(end) + put for end, put in ENDINGS if token.lower.endswith(end)}
        return token.head if stems & judging("bad") else None
    return None


def _joined(layers: Layers, i: int) -> str:
    """The word with what a hyphen ties to it: "ill-advised"."""
    return f"{clauses.prefix(layers, i)}-{layers.tokens[i].lower}"


def _doers(context: Context, i: int) -> tuple[str, ...]:
    """Whose the judged thing is, or who does the judged deed."""
    layers = context.layers
    if layers.tokens[i].pos != "VERB":
        return owners(context, i)
    who = arguments.agent(layers, i)
    return context.agents(who) if who is not None and is_people(context, who) else ()

"""Positions in what a party is told to do, where no word of demand or refusal stands: it sets others a deadline, or
insists that something is not so."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.cue_match import cues_at
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import Cue
from onrecord.extract.conditionals.consequences import threatens
from onrecord.extract.context import Context
from onrecord.extract.polarity import Polarity, own_polarity, polarity
from onrecord.extract.voice import parties_at, voice
from onrecord.layers import Layers

IN_RETURN = Cue(("if",), "v", frozenset(), "", frozenset(), "", "demands", "", (), (), None)
INSISTING = frozenset({"insist", "maintain", "reiterate", "repeat", "stress"})
UNTIL = frozenset({"until", "till"})
TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})
AWAITING = frozenset({"wait", "watch", "look", "remain", "like", "want", "need", "curious", "eager", "keen"})
BARGAINING = frozenset({"offers", "accepts", "open"})
IF = frozenset({"if", "provided"})
PROVISOS = frozenset({"condition", "understanding", "proviso", "premise"})


def due_by_deadline(layers: Layers, i: int) -> list[int] | None:
    """What others are given time to do: "gave Karsia until noon to sign the paper", "gave it two days to leave"."""
    given = layers.child(i, "dobj", "dative")
    if given is None:
        return None
    until = next((c for c in layers.children[i] if layers.tokens[c].lower in UNTIL), None)
    if until is None:
        until = next((c for c in layers.children[i] if c >= given and layers.tokens[c].lemma in TIMES), None)
    if until is None:
        return None
    behind = [c for j in (i, until, *layers.subtree(until)) for c in layers.children[j] if c > until]
    due = next((c for c in behind if layers.tokens[c].tag == "VB" and _is_infinitive(layers, c)), None)
    return None if due is None else layers.subtree(due)


def denied_by(layers: Layers, i: int) -> list[int] | None:
    """What is insisted not to be so: "insisted that the visit was no concession"; not what must not be."""
    told = layers.child(i, "ccomp")
    if told is None or clauses.is_asked(layers, told) or not own_polarity(layers, told).negated:
        return None
    if any(c.stance == "rejects" and not c.actor for c in cues_at(layers, told)):
        return None  # "stressed that it did not oppose it"
    ahead = any(layers.tokens[c].tag == "MD" for c in layers.children[told])
    return None if ahead else clauses.clause(layers, told)


def awaited(layers: Layers, i: int) -> list[int] | None:
    """What is waited for at a "see", which doubts it: "is watching to see whether the ships leave"."""
    told = layers.child(i, "ccomp")
    if told is None or not any(layers.tokens[c].lower in ("whether", "if") and c < told for c in layers.children[told]):
        return None
    up = layers.tokens[layers.tokens[i].head]
    return layers.subtree(told) if up.lemma in AWAITING and up.i != i else None


def asked_in_return(context: Context, act: Act) -> Act | None:
    """The demand in the condition of an offer: "offered to leave if Karsia paid", "accepts the plan provided that the
    port stays open"; None where there is none, or where the condition is no deed of others."""
    layers = context.layers
    open_to = act.cue.stance in BARGAINING or (act.cue.stance == "rejects" and act.polarity.negated)
    bargaining = open_to and act.cue.actor != "voice" and not act.polarity.supposed
    if not bargaining or not act.actor or threatens(layers, act.matter):
        return None
    for j in (act.at, *act.matter):
        for c in (c for c in layers.children[j] if c > act.at):
            asked = _if(layers, c) or _proviso(layers, c)
            who = arguments.subject(layers, asked[0]) if asked is not None else None
            others = context.agents(who) if who is not None else ()
            strict = asked is not None and layers.tokens[c].dep == "advcl"
            if asked is not None and not set(others) & set(act.actor) and (others or not strict):
                matter = tuple(k for k in layers.subtree(asked[0]) if k > asked[1])
                clause = clauses.span_of(layers, layers.subtree(asked[0]))
                return replace(act, cue=IN_RETURN, matter=matter, clause=clause, polarity=Polarity())
    return None


def _if(layers: Layers, i: int) -> tuple[int, int] | None:
    """The verb of a condition and the word that opens it."""
    mark = next((k for k in layers.children[i] if layers.tokens[k].lower in IF and k < i), None)
    return (i, mark) if layers.tokens[i].dep == "advcl" and mark is not None else None


def _proviso(layers: Layers, i: int) -> tuple[int, int] | None:
    """The verb of what is made a condition and the word that opens it: "provided that", "on condition that"."""
    token = layers.tokens[i]
    if token.lower in ("provided", "providing") and (inner := layers.child(i, "pcomp", "ccomp")) is not None:
        return inner, i
    noun = layers.child(i, "pobj") if token.lower in ("on", "with") and token.dep == "prep" else None
    if noun is None or layers.tokens[noun].lemma not in PROVISOS:
        return None
    inner = layers.child(noun, "acl", "relcl", "ccomp")
    return None if inner is None else (inner, noun)


def told_of_doer(context: Context, cue: Cue, i: int, matter: list[int]) -> Act:
    """The act of whoever does verb i; nobody's, if no party does."""
    layers, who = context.layers, arguments.agent(context.layers, i)
    actor = parties_at(context, who) if who is not None else ()
    clause = clauses.span_of(layers, clauses.clause(layers, i))
    return Act(cue, i, i, actor, who, (), tuple(matter), clause, voice(context, i), polarity(layers, i))


def _is_infinitive(layers: Layers, i: int) -> bool:
    return any(layers.tokens[c].lower == "to" and layers.tokens[c].dep == "aux" for c in layers.children[i])

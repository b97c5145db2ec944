"""Positions in what a party is told to do, where no word of demand or refusal stands: it sets others a deadline, or
insists that something is not so."""

from __future__ import annotations

from onrecord.extract import clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import Cue
from onrecord.extract.context import Context
from onrecord.extract.polarity import own_polarity, polarity
from onrecord.extract.voice import parties_at, voice
from onrecord.layers import Layers

INSISTING = frozenset({"insist", "maintain", "reiterate", "repeat", "stress"})
UNTIL = frozenset({"until", "till"})


def due_by_deadline(layers: Layers, i: int) -> list[int] | None:
    """What others are given time to do: "gave Karsia until noon to sign the paper"."""
    until = next((c for c in layers.children[i] if layers.tokens[c].lower in UNTIL), None)
    if until is None or layers.child(i, "dobj", "dative") is None:
        return None
    behind = [c for j in (i, until, *layers.subtree(until)) for c in layers.children[j] if c > until]
    due = next((c for c in behind if layers.tokens[c].tag == "VB" and _is_infinitive(layers, c)), None)
    return None if due is None else layers.subtree(due)


def denied_by(layers: Layers, i: int) -> list[int] | None:
    """What is insisted not to be so: "insisted that the visit was no concession"; not what must not be."""
    told = layers.child(i, "ccomp")
    if told is None or clauses.is_asked(layers, told) or not own_polarity(layers, told).negated:
        return None
    ahead = any(layers.tokens[c].tag == "MD" for c in layers.children[told])
    return None if ahead else clauses.clause(layers, told)


def told_of_doer(context: Context, cue: Cue, i: int, matter: list[int]) -> Act:
    """The act of whoever does verb i; nobody's, if no party does."""
    layers, who = context.layers, clauses.agent(context.layers, i)
    actor = parties_at(context, who) if who is not None else ()
    clause = clauses.span_of(layers, clauses.clause(layers, i))
    return Act(cue, i, i, actor, who, (), tuple(matter), clause, voice(context, i), polarity(layers, i))


def _is_infinitive(layers: Layers, i: int) -> bool:
    return any(layers.tokens[c].lower == "to" and layers.tokens[c].dep == "aux" for c in layers.children[i])

"""Fights as acts: who is said to clash, whatever noun names it ("clashes between police and protesters")."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import Cue
from onrecord.extract.acts.nouns import is_undone
from onrecord.extract.context import Context
from onrecord.extract.polarity import polarity
from onrecord.extract.voice import parties_at, voice

FIGHT = Cue(("clash",), "n", frozenset(), "", frozenset(), "ASSAULT", None, "", (), (), None)
FIGHTS = frozenset({"clash", "battle", "fighting", "firefight", "gunbattle", "shootout", "skirmish", "gunfight"})


def find_fights(context: Context) -> tuple[Act, ...]:
    """Nouns of fights that tell between whom, in the order of the text."""
    tokens = (t for s in context.sentences() for t in context.layers.tokens_of(s))
    found = (_fight(context, t.i) for t in tokens if t.lemma in FIGHTS and t.pos in ("NOUN", "PROPN"))
    return tuple(act for act in found if act is not None)


def _fight(context: Context, i: int) -> Act | None:
    layers = context.layers
    inner = arguments.after(layers, i, "between")
    if inner is None or is_undone(layers, i):
        return None
    sides = parties_at(context, inner)
    for j in context.conjuncts(inner) if len(sides) < 2 else ():
        ref = context.speaker_ref(j) if not parties_at(context, j) else None
        sides += (ref,) if ref is not None and ref not in sides else ()
    verb = clauses.predicate(layers, i)
    if not sides:
        return None
    return Act(
        cue=FIGHT,
        at=i,
        predicate=verb,
        actor=sides,
        who=None,
        recipient=(*sides[1:], sides[0]) if len(sides) > 1 else (),
        matter=(),
        clause=clauses.span_of(layers, clauses.clause(layers, verb)),
        voice=voice(context, i),
        polarity=polarity(layers, i),
    )

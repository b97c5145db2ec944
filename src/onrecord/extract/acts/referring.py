"""What a matter without content stands for: "that", "the offer", "the accusation" mean what was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract import clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.context import Context
from onrecord.extract.positions.terms import names_thing

POINTING = frozenset({"it", "this", "that", "these", "those", "them", "one", "both"})
VAGUE = frozenset({"development", "move", "step", "event", "matter", "thing", "issue", "point", "idea", "measure"})
ACCUSING = frozenset({"accusation", "claim", "allegation", "charge", "assertion"})
ASKING = frozenset({"offer", "demand", "request", "call", "idea", "suggestion", "condition", "appeal"})
LITTLE = 3  # words that a matter which only points has at most
NEAR = 4  # sentences


def referent(context: Context, matter: Sequence[int], acts: Sequence[Act], of: Act) -> tuple[int, ...]:
    """The matter of the nearest act before that these words may point to; () if they point to none.

    A clause without any noun ("we will not pay") is about what its party spoke of before.
    """
    tokens = context.layers.tokens
    pointing = _points(context, matter)
    clause = tokens[clauses.top(context.layers, matter)].pos in ("VERB", "AUX")
    if not pointing and (not clause or names_thing(context, list(matter))):
        return ()
    accusing = pointing and any(tokens[j].lemma in ACCUSING for j in matter)
    for act in sorted(acts, key=lambda a: -a.at):
        if act.at >= min(*matter, of.at) or tokens[of.at].sentence - tokens[act.at].sentence > NEAR:
            continue
        fits = act.cue.type == "ACCUSE" if accusing else act.cue.stance is not None
        if fits and names_thing(context, list(act.matter)) and (pointing or set(act.actor) & set(of.actor)):
            return act.matter
    return ()


def _points(context: Context, matter: Sequence[int]) -> bool:
    """Whether a few words only point at what was named before."""
    lemmas = {context.layers.tokens[j].lemma.lower() for j in matter}
    return len(matter) <= LITTLE and bool(
        lemmas & {*ACCUSING, *ASKING} or (lemmas & POINTING and lemmas <= {*POINTING, *VAGUE})
    )

"""What a matter without content stands for: "that", "the offer", "the accusation" mean what was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract import clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import words
from onrecord.extract.context import Context
from onrecord.extract.positions.terms import names_thing

POINTING = frozenset({"it", "this", "that", "these", "those", "them", "one", "both"})
VAGUE = frozenset({"development", "move", "step", "event", "matter", "thing", "issue", "point", "idea", "measure"})
ACCUSING = frozenset({"accusation", "claim", "allegation", "charge", "assertion"})
ASKING = frozenset({"offer", "demand", "request", "call", "idea", "suggestion", "condition", "appeal"})
NEW = frozenset({"a", "an", "any", "no", "another", "new", "more", "several"})
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
    if pointing and (ahead := _said_after(context, of)):
        return tuple(ahead)
    pointing = pointing or any(
        a.at in matter and a.matter and _points(context, a.matter) for a in acts
    )  # "to reject it"
    accusing = pointing and any(tokens[j].lemma in ACCUSING for j in matter)
    policy = _policy(context, matter, of) if pointing and not accusing else None
    for act in sorted(acts, key=lambda a: -a.at):
        if act.at >= min(*matter, of.at) or tokens[of.at].sentence - tokens[act.at].sentence > NEAR:
            continue
        if policy is not None and act.at < policy:
            break
        fits = act.cue.type == "ACCUSE" if accusing else act.cue.stance is not None
        if fits and names_thing(context, list(act.matter)) and (pointing or set(act.actor) & set(of.actor)):
            return act.matter
    return () if policy is None else tuple(context.layers.subtree(policy))


def _said_after(context: Context, of: Act) -> list[int]:
    """What a pointing word announces: "this is necessary - to make sure that nobody joins"."""
    layers = context.layers
    for c in layers.children[of.predicate]:
        announced = c > of.at and layers.tokens[c].dep in ("advcl", "xcomp", "ccomp")
        if announced and any(layers.tokens[k].lower == "to" for k in layers.children[c] if k < c):
            return layers.subtree(c)
    return []


def _policy(context: Context, matter: Sequence[int], of: Act) -> int | None:
    """The noun before, in the same sentence, that names what may be accepted or refused: "made an offer but ..."."""
    before = range(context.layers.sentence_of(of.at).first, min(*matter, of.at))
    return next((j for j in reversed(before) if context.layers.tokens[j].lemma in words("policies.tsv")), None)


def _points(context: Context, matter: Sequence[int]) -> bool:
    """Whether a few words only point at what was named before: "the offer", not "an offer"."""
    lemmas = {context.layers.tokens[j].lemma.lower() for j in matter}
    named = lemmas & {*ACCUSING, *ASKING} and not lemmas & NEW
    return len(matter) <= LITTLE and bool(named or (lemmas & POINTING and lemmas <= {*POINTING, *VAGUE}))

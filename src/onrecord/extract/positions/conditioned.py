"""What a threat is to prevent or to bring about: who threatens to strike back "if they open the gates" rejects that,
who does "unless they open the gates" demands it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract import clauses
from onrecord.extract.context import Context
from onrecord.extract.polarity import own_polarity
from onrecord.extract.positions.terms import terms_of
from onrecord.extract.positions.topics import topic
from onrecord.readings import Conditional, Position
from onrecord.text import hull

FAILING = frozenset({"refuse", "reject", "decline", "fail", "ignore", "neglect", "resist"})
OPENING = frozenset({"if", "unless", "should", "when", "once", "until"})


def find_conditioned(
    context: Context, conditionals: Sequence[Conditional], found: Sequence[Position]
) -> Iterator[Position]:
    """The positions that threats imply on their conditions, where a condition is a clause of its own and the one who
    threatens holds nothing else there (`found`)."""
    for threat in conditionals:
        condition = threat.condition
        if condition is None or threat.kind != "threat" or threat.negated:
            continue
        if any(p.party == threat.actor and p.span.overlaps(condition) for p in found):
            continue
        layers = context.layers
        inside = [t.i for t in layers.inside(condition)]
        verb = clauses.top(layers, inside) if inside else None
        if verb is None or not _is_deed(context, verb):
            continue
        matter = [j for j in inside if layers.tokens[j].lower not in OPENING]
        terms = terms_of(context, matter, verb)
        if terms:
            heard = layers.party_of(threat.speaker)
            yield Position(
                party=threat.actor,
                stance="demands" if _is_missing(context, verb, inside) else "rejects",
                span=hull([condition, threat.consequence]) if _is_near(threat) else condition,
                sentence=threat.sentence,
                matter=clauses.span_of(layers, matter),
                terms=terms,
                speaker=threat.speaker if heard == threat.actor else None,
                attributed_to=threat.speaker if heard not in (None, threat.actor) else None,
                quote=threat.quote,
                when=threat.when,
                topic=topic(context, matter),
            )


def _is_deed(context: Context, i: int) -> bool:
    """Whether the condition at token i tells a deed: a clause with a subject, or "any attempt by Karsia to leave"."""
    layers = context.layers
    if layers.tokens[i].pos in ("VERB", "AUX"):
        return layers.child(i, "nsubj", "nsubjpass") is not None
    return layers.tokens[i].pos == "NOUN" and layers.child(i, "acl", "relcl") is not None


def _is_missing(context: Context, verb: int, inside: Sequence[int]) -> bool:
    """Whether the condition is that something is not done: "unless they leave", "if they refuse to leave"."""
    tokens = context.layers.tokens
    unless = any(tokens[j].lower in ("unless", "until") for j in inside[:2])
    refused = tokens[verb].lemma in FAILING or own_polarity(context.layers, verb).negated
    return unless != refused


def _is_near(threat: Conditional) -> bool:
    return threat.condition is not None and threat.sentence.holds(threat.condition)

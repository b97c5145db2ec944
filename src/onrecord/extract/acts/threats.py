"""Threats as acts: what somebody is told will follow unless they comply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.acts.cue_match import NOT
from onrecord.extract.conditionals.consequences import kind_of
from onrecord.extract.context import Context
from onrecord.readings import Conditional, Event
from onrecord.text import hull

REFUSING = frozenset({"until", "unless", "without"})


def threats(context: Context, conditionals: Sequence[Conditional]) -> Iterator[Event]:
    """The THREATEN event of each conditional that threatens; a denied threat is none."""
    return (_threat(c) for c in conditionals if not c.negated and _is_threatening(context, c))


def _is_threatening(context: Context, c: Conditional) -> bool:
    """A threat, or a warning of the harm that follows if somebody else does not comply."""
    if c.kind != "warning" or c.condition is None:
        return c.kind == "threat"
    tokens = context.layers.tokens
    asked = [t.lower for t in tokens if c.condition.holds(t.span)]
    if asked[0] in REFUSING or not NOT.isdisjoint(asked):
        return True  # "the cables will go dark unless you pay", "if you do not pay"
    return any(kind_of(context.layers, t.i) in ("threat", "warning") for t in tokens if c.consequence.holds(t.span))


def _threat(c: Conditional) -> Event:
    span = c.consequence if c.condition is None else hull([c.consequence, c.condition])
    if not c.sentence.holds(span):
        span = c.consequence
    return Event(
        type="THREATEN",
        span=span,
        sentence=c.sentence,
        actor=(c.actor,),
        recipient=(c.recipient,) if c.recipient else (),
        modality="happened",
        when=c.when,
    )

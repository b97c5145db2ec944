"""What each party demands, offers, accepts, refuses or leaves open, and on what matter."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract import clauses
from onrecord.extract.acts.dates import dated
from onrecord.extract.acts.events import dating_verbs, is_nested
from onrecord.extract.acts.find import Act, find_acts
from onrecord.extract.acts.makers import with_makers
from onrecord.extract.acts.referring import referent
from onrecord.extract.conditionals.find import find_conditionals
from onrecord.extract.context import Context
from onrecord.extract.positions.doers import done
from onrecord.extract.positions.implied import ORDER, find_implied
from onrecord.extract.positions.matters import matters
from onrecord.extract.positions.stance import stance_of
from onrecord.extract.positions.terms import terms_of
from onrecord.extract.positions.topics import topic
from onrecord.readings import Conditional, Position, Stance
from onrecord.text import Span, hull

KIN = frozenset({"mother", "father", "parent", "wife", "husband", "son", "daughter", "brother", "sister", "widow"})


def find_positions(
    context: Context, acts: Sequence[Act] | None = None, conditionals: Sequence[Conditional] | None = None
) -> tuple[Position, ...]:
    """Every position in the body of one article, one a party and matter, in the order of the text.

    `acts` and `conditionals` are those of `find_acts` and `find_conditionals`, where they are known already.
    """
    acts = find_acts(context) if acts is None else acts
    conditionals = find_conditionals(context, acts) if conditionals is None else conditionals
    threats = [c.consequence for c in conditionals if c.kind == "threat"]
    acts = with_makers(context, [done(context, act) for act in acts])
    implied = find_implied(context, acts)
    ordered = {a.at for a in implied if a.cue is ORDER}  # what is ordered is not done by who orders it
    found: list[Position] = []
    for act in [*(a for a in acts if a.at not in ordered), *implied]:
        stance = stance_of(context, act)
        if (
            stance is None
            or not act.actor
            or _is_private(context, act)
            or (is_nested(context, act, acts) and not _is_anothers(act, acts))
        ):
            continue
        if stance in ("open", "offers") and any(t.holds(context.layers.tokens[act.at].span) for t in threats):
            continue  # "ready to strike if ..."
        for matter in matters(context, act):
            meant = list(referent(context, matter, acts, act)) or matter
            terms = terms_of(context, meant, act.at)
            if terms:
                named = topic(context, meant)
                found += [_position(context, act, stance, matter, terms, named, party) for party in act.actor]
    return _distinct(found)


def _is_private(context: Context, act: Act) -> bool:
    """Whether a relative acts whom only an adjective ties to a party: "his Karsian mother refused to sing"."""
    kin = act.who is not None and context.layers.tokens[act.who].lemma in KIN
    return kin and not act.actor[0].startswith("unnamed:")


def _is_anothers(act: Act, acts: Sequence[Act]) -> bool:
    """Whether a demand named inside another's act is its owner's own: "rejected Karsia's demand for a fee"; also one
    that is threatened: "threatened to push for a fee"."""
    around = [a for a in acts if act.at in a.matter and a is not act]
    if act.cue.stance == "demands" and all(a.cue.type == "THREATEN" and a.actor == act.actor for a in around):
        return True
    own = act.cue.pos == "n" and act.cue.actor != "voice"
    free = (a.cue.type == "CONSULT" or not set(a.actor) & set(act.actor) for a in around)
    return own and all(free) and all(a.cue.type != "ACCUSE" for a in around)


def _position(
    context: Context,
    act: Act,
    stance: Stance,
    matter: list[int],
    terms: tuple[str, ...],
    named: Span | None,
    party: str,
) -> Position:
    layers = context.layers
    sentence = layers.sentence_of(act.at)
    span = _span(context, act, matter)
    heard = act.voice
    own = heard.party == party
    return Position(
        party=party,
        stance=stance,
        span=span,
        sentence=sentence.span,
        matter=clauses.span_of(layers, matter),
        terms=terms,
        speaker=heard.ref if own else _named(context, act),
        attributed_to=heard.ref if heard.party is not None and not own else None,
        quote=heard.quote,
        when=dated(context, dating_verbs(act), sentence),
        topic=named,
    )


def _named(context: Context, act: Act) -> str | None:
    """Who is named as the actor in person: "Vask demanded"."""
    if act.who is None:
        return None
    mention = context.layers.mention_headed(act.who) or context.layers.mention_with(act.who)
    return mention.ref if mention is not None and mention.kind in ("person", "unnamed") else None


def _span(context: Context, act: Act, matter: list[int]) -> Span:
    """The clause; of a demand with several provisions the words of this one, if they stand apart."""
    whole = act.clause
    own = clauses.span_of(context.layers, matter)
    if own.end <= whole.start and act.cue.actor == "voice":
        return hull([own, whole])  # "letting them in | helps to calm the strait"
    if tuple(matter) == act.matter:
        return whole
    if matter[0] == act.matter[0] and whole.start < own.start:
        return Span(whole.start, max(own.end, whole.start + 1))
    return own if len(own) > 20 or not whole.holds(own) else whole


def _distinct(found: Sequence[Position]) -> tuple[Position, ...]:
    seen: set[tuple[str, str, Span]] = set()
    out: list[Position] = []
    for p in sorted(found, key=lambda p: (p.matter.start, p.matter.end, p.party, p.stance)):
        if (p.party, p.stance, p.matter) not in seen:
            seen.add((p.party, p.stance, p.matter))
            out.append(p)
    return tuple(out)

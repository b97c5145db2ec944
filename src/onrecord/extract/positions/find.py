"""What each party demands, offers, accepts, refuses or leaves open, and on what matter."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract import clauses
from onrecord.extract.acts.dates import dated
from onrecord.extract.acts.events import dating_verbs, is_nested
from onrecord.extract.acts.find import WISHES, Act, find_acts, is_own_wish, refuses_within, wishes_to_talk
from onrecord.extract.acts.lexicon import words
from onrecord.extract.acts.referring import referent
from onrecord.extract.acts.unnamed import with_doer
from onrecord.extract.conditionals.consequences import threatens
from onrecord.extract.conditionals.find import find_conditionals
from onrecord.extract.context import Context
from onrecord.extract.polarity import polarity
from onrecord.extract.positions.implied import ORDER, find_implied
from onrecord.extract.positions.matters import matters
from onrecord.extract.positions.standing import standing
from onrecord.extract.positions.terms import terms_of
from onrecord.extract.positions.topics import topic
from onrecord.readings import Conditional, Position, Stance
from onrecord.text import Span

NEGATED: dict[Stance, Stance | None] = {
    "demands": "rejects",
    "offers": "rejects",
    "accepts": "rejects",
    "open": "rejects",
    "rejects": "open",
    "partly rejects": None,
    "questions": None,
}
NEEDING = frozenset({"need", "require", "expect"})
SOUGHT = WISHES | {"try", "attempt", "work", "strive", "struggle", "expect", "hopes"}
CHARGING = frozenset({"accuse", "blame", "charge", "allege", "suspect", "implicate", "fault"})
SOME = frozenset({"some", "several", "other", "others", "certain", "many", "most", "part", "parts", "few"})


def find_positions(
    context: Context, acts: Sequence[Act] | None = None, conditionals: Sequence[Conditional] | None = None
) -> tuple[Position, ...]:
    """Every position in the body of one article, one a party and matter, in the order of the text.

    `acts` and `conditionals` are those of `find_acts` and `find_conditionals`, where they are known already.
    """
    acts = find_acts(context) if acts is None else acts
    conditionals = find_conditionals(context, acts) if conditionals is None else conditionals
    threats = [c.consequence for c in conditionals if c.kind == "threat"]
    implied = find_implied(context, acts)
    ordered = {a.at for a in implied if a.cue is ORDER}  # what is ordered is not done by who orders it
    found: list[Position] = []
    for act in [*(with_doer(context, a) for a in acts if a.at not in ordered), *implied]:
        stance = stance_of(context, act)
        if stance is None or not act.actor or (is_nested(context, act, acts) and not _is_anothers(act, acts)):
            continue
        if stance == "open" and any(t.holds(context.layers.tokens[act.at].span) for t in threats):
            continue  # "ready to strike if ..."
        for matter in matters(context, act):
            meant = list(referent(context, matter, acts, act)) or matter
            terms = terms_of(context, meant, act.at)
            if terms:
                named = topic(context, meant)
                found += [_position(context, act, stance, matter, terms, named, party) for party in act.actor]
    return _distinct(found)


def _is_anothers(act: Act, acts: Sequence[Act]) -> bool:
    """Whether a demand named inside another's act is its owner's own: "rejected Karsia's demand for a fee"."""
    around = [a for a in acts if act.at in a.matter and a is not act]
    own = act.cue.pos == "n" and act.cue.actor != "voice"
    free = (a.cue.type == "CONSULT" or not set(a.actor) & set(act.actor) for a in around)
    return own and all(free) and all(a.cue.type != "ACCUSE" for a in around)


def stance_of(context: Context, act: Act) -> Stance | None:
    """The stance once polarity is counted in: not to accept is to reject, not to reject is to be open."""
    stance, said = act.cue.stance, act.polarity
    if said.supposed or (act.cue.stance in ("offers", "open") and threatens(context.layers, act.matter)):
        return None
    if stance == "demands" and _is_no_demand(context, act):
        return None
    if stance in ("offers", "accepts") and _only_names(context, act):
        return None
    if said.negated and not act.cue.refuses:
        stance = act.cue.negated or (NEGATED[stance] if stance else None)
    if act.cue.words == ("assure",) and (told := clauses.complement(context.layers, act.at)) is not None:
        stance = stance if polarity(context.layers, told).mood == "planned" else None  # "that all is well"
    if stance == "accepts" and said.aside:
        return None  # "will meet to agree on a date"
    if stance == "accepts" and said.mood == "possible":
        stance = "open"
    if act.cue.stance == "accepts" and (above := _attempt(context, act)) is not None:
        return "open" if above else None
    if stance in ("open", "accepts") and (exclusive := _exclusive(context, act)) is not None:
        return exclusive
    if act.cue.words == ("invite",) and said.mood in ("planned", "possible") and not said.negated:
        return "offers"
    stance = standing(context, act) or stance or _blaming(context, act)
    if refuses_within(context, act) and not said.negated:
        return "open" if stance == "rejects" else "rejects"
    wished = act.cue.actor != "voice" and (is_own_wish(context, act) or wishes_to_talk(context, act))
    if stance == "demands" and wished:
        return _wish(context, act)
    if stance == "rejects" and _is_partial(context, act):
        return "partly rejects"
    return stance


def _is_no_demand(context: Context, act: Act) -> bool:
    """Whether a word of demand lays down nothing: "might have to act", "should have acted", "does not need to"."""
    layers, at = context.layers, act.at
    near = {layers.tokens[c].lower for c in layers.children[layers.tokens[at].head if act.cue.pos == "x" else at]}
    if act.cue.actor == "voice":
        return act.polarity.mood == "possible" or (act.cue.pos == "x" and "have" in near)
    above = layers.tokens[layers.tokens[at].head].lower if layers.tokens[at].dep == "pcomp" else ""
    return above == "without" or (act.polarity.negated and layers.tokens[at].lemma in NEEDING)


def _only_names(context: Context, act: Act) -> bool:
    """Whether the act only tells which thing is meant: "the accord signed by both", "assurances given to it"."""
    token = context.layers.tokens[act.at]
    return token.dep == "acl" and token.tag == "VBN"


def _attempt(context: Context, act: Act) -> bool | None:
    """Whether agreement is sought ("hopes to reach a deal") or was not to be had ("failed to reach a deal", False);
    None if the act says neither."""
    token = context.layers.tokens[act.at]
    head = context.layers.tokens[token.head]
    if token.dep not in ("xcomp", "ccomp", "pcomp"):
        return None
    if head.lemma == "fail":
        return False
    return True if {head.lemma, head.lower} & SOUGHT else None


def _exclusive(context: Context, act: Act) -> Stance | None:
    """The stance of "nothing (less than an apology) would be acceptable"."""
    said = {context.layers.tokens[j].lower for j in act.matter[:4]}
    if "nothing" not in said:
        return None
    return "demands" if said & {"short", "less", "but"} else "rejects"


def _blaming(context: Context, act: Act) -> Stance | None:
    """The stance of who blames a policy, not those behind it: "slammed the deal" and "slammed Karsia for closing the
    port" reject, "angry at it" questions; who charges others with a deed says that it happened."""
    layers, cue = context.layers, act.cue
    if cue.type != "ACCUSE" or cue.actor == "voice" or act.polarity.negated or not act.matter:
        return None
    blamed = layers.tokens[clauses.top(layers, act.matter)]
    doing = blamed.tag == "VBG" and cue.pos == "v" and cue.words[0] not in CHARGING and bool(act.recipient)
    if blamed.lemma not in words("policies.tsv") and not doing:
        return None
    return "questions" if cue.pos == "a" else "rejects"


def _wish(context: Context, act: Act) -> Stance | None:
    """The stance of who wants to do something themselves: to talk is to be open; few aims touch the others."""
    inner = clauses.complement(context.layers, act.at)
    lemma = context.layers.tokens[inner].lemma if inner is not None else ""
    if wishes_to_talk(context, act):
        return "open"
    return "demands" if lemma in words("aims.tsv") else None


def _is_partial(context: Context, act: Act) -> bool:
    """Whether only some of it is rejected: "some of the demands are unacceptable"."""
    layers = context.layers
    heads = [act.matter[0]] if act.matter else []
    subject = clauses.subject(layers, act.at)
    if act.cue.actor == "voice" and subject is not None:
        heads += [subject, *layers.children[subject]]
    return any(layers.tokens[j].lower in SOME for j in heads)


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

"""Conditions of what is an act in itself: "threatened to strike if", "its offer to leave in return for", "refuses to
talk until". Who acts is bound by them, and what is threatened or offered is their consequence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.acts.find import Act
from onrecord.extract.conditionals.candidates import Candidate, one_side
from onrecord.extract.conditionals.consequences import threatens
from onrecord.extract.conditionals.dooms import is_open_option
from onrecord.extract.conditionals.sound import marks_refusal
from onrecord.extract.polarity import own_polarity
from onrecord.layers import Layers
from onrecord.readings import ConditionalKind

BINDING = frozenset({"accepts", "open", "offers"})
WARNINGS = frozenset({"warn", "caution", "warning"})


def bound(layers: Layers, found: Candidate, acts: Sequence[Act]) -> Candidate | None:
    """The candidate as the act around it makes it; None where that act is denied, asked or nobody's."""
    if not found.condition or is_open_option(layers, found.verb):
        return found
    telling = next((a for a in acts if _tells(layers, a, found.verb)), None)
    if telling is not None:
        return _told_by(layers, found, telling)
    verb = layers.tokens[found.verb]
    own = {at: a for a in acts if a.cue.stance is not None for at in (a.predicate, a.at)}
    act = own.get(verb.i) or (own.get(verb.head) if verb.dep == "xcomp" else None)
    return found if act is None else _meant(layers, found, act)


def _tells(layers: Layers, act: Act, verb: int) -> bool:
    """Whether an act that threatens, offers or promises by its own words holds the verb, or is told by it."""
    telling = (act.cue.type == "THREATEN" or act.cue.stance == "offers") and bool(act.matter)
    spoken = telling and layers.tokens[act.at].pos in ("VERB", "NOUN")
    held = verb in act.matter and act.cue.words[0] not in WARNINGS  # a warning may tell of another's deed
    return spoken and (held or verb in (act.at, act.predicate))


def _told_by(layers: Layers, found: Candidate, act: Act) -> Candidate | None:
    noun = layers.tokens[act.at].pos == "NOUN"  # an offer that is turned down was made
    denied = own_polarity(layers, act.at).negated if noun else act.polarity.negated
    if not act.actor or denied or act.polarity.supposed:
        return None
    threat = act.cue.stance is None or threatens(layers, act.matter)
    kind: ConditionalKind = "threat" if threat else "promise"
    if found.verb in act.matter:
        return replace(found, actor=act.actor, kind=kind)
    return replace(_instead(found, act), kind=kind)


def _instead(found: Candidate, act: Act) -> Candidate:
    """The candidate with what the act is about as its consequence: of "vowed a strike if they came" the strike."""
    rest = [j for j in act.matter if j not in found.condition]
    consequence = tuple(one_side(rest, list(found.condition))) if rest else found.consequence
    return replace(found, consequence=consequence, actor=act.actor)


def _meant(layers: Layers, found: Candidate, act: Act) -> Candidate:
    """A consequence that is an act which binds its actor: "has no qualms about a pause as long as the ships leave",
    "refuses to talk until they leave"."""
    if not act.actor or act.polarity.supposed:
        return found
    negated = act.polarity.negated and not act.cue.refuses
    if negated and act.cue.words == ("rule",):  # "did not rule out strikes if the dispute goes on"
        return replace(_instead(found, act), kind="threat" if threatens(layers, act.matter) else None)
    stance = act.cue.negated if negated and act.cue.negated else act.cue.stance
    if stance == "rejects":
        without = layers.tokens[found.condition[0]].lower == "without"  # "will decide nothing without them"
        kind: ConditionalKind = "promise" if negated or without else "warning"
        return replace(found, actor=act.actor, kind=kind) if marks_refusal(layers, found) or negated else found
    if stance not in BINDING:
        return found
    refuses = negated and not act.cue.negated
    harms = threatens(layers, found.consequence)
    return replace(found, actor=act.actor, kind="warning" if refuses else "threat" if harms else "promise")

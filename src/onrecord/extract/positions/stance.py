"""The stance that an act carries once its polarity and what it takes are counted in."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.cue_match import cues_at
from onrecord.extract.acts.find import WISHES, Act, denies, is_own_wish, refuses_within, wishes_to_talk
from onrecord.extract.acts.lexicon import words
from onrecord.extract.acts.realised import is_counterfactual
from onrecord.extract.context import Context
from onrecord.extract.polarity import own_polarity, polarity
from onrecord.extract.positions.approval import blaming, supporting
from onrecord.extract.positions.standing import standing
from onrecord.extract.positions.unheld import CHOOSING, PERMITTING, is_unheld
from onrecord.readings import Stance

NEGATED: dict[Stance, Stance | None] = {
    "demands": "rejects",
    "offers": "rejects",
    "accepts": "rejects",
    "open": "rejects",
    "rejects": "open",
    "partly rejects": None,
    "questions": None,
}
SOUGHT = WISHES | {"try", "attempt", "work", "strive", "struggle", "expect", "hopes"}
KINDS = frozenset({"sort", "kind", "form", "type"})
SOME = frozenset({"some", "several", "other", "others", "certain", "many", "most", "part", "parts", "few"})


def stance_of(context: Context, act: Act) -> Stance | None:
    """The stance once polarity is counted in: not to accept is to reject, not to reject is to be open."""
    stance, said = act.cue.stance, act.polarity
    if said.supposed or is_counterfactual(context.layers, act.at) or is_unheld(context, act):
        return None
    if said.negated and not act.cue.refuses:
        stance = act.cue.negated or (NEGATED[stance] if stance else None)
    if act.cue.type == "CONCEDE" and act.cue.slot == "obj" and stance == "accepts" and said.mood == "planned":
        stance = "offers"  # "will lift its blockade"
    if act.cue.words == ("see",) and stance == "rejects" and _is_little(context, act):
        stance = "questions"
    if act.cue.words == ("insist",) and _insists_on_none(context, act):
        return "rejects"
    if stance == "accepts" and said.aside:
        return None  # "will meet to agree on a date"
    if stance == "accepts" and said.mood == "possible":
        stance = None if act.cue.words[0] in PERMITTING else "open"  # "can allow it": able, not willing
    if act.cue.stance == "accepts" and (above := _attempt(context, act)) is not None:
        return "open" if above else None
    if stance in ("open", "accepts") and (exclusive := _exclusive(context, act)) is not None:
        return exclusive
    if act.cue.words == ("invite",) and not said.negated:
        asked = clauses.complement(context.layers, act.at) is not None
        return "offers" if asked or said.mood in ("planned", "possible") else None
    if not stance and denies(act):
        return "rejects"
    stance = standing(context, act) or stance or blaming(context, act) or supporting(context, act)
    if act.cue.words[0] in CHOOSING and stance == "accepts" and (inner := clauses.complement(context.layers, act.at)):
        chosen = polarity(context.layers, inner)
        return None if chosen.supposed else "rejects" if own_polarity(context.layers, inner).negated else stance
    if refuses_within(context, act) and not said.negated:
        return "open" if stance == "rejects" else "rejects"
    wished = act.cue.actor != "voice" and (is_own_wish(context, act) or wishes_to_talk(context, act))
    if stance == "demands" and wished:
        return _wish(context, act)
    if stance == "rejects" and _is_partial(context, act):
        return "partly rejects"
    return stance


def _insists_on_none(context: Context, act: Act) -> bool:
    """Whether it is insisted that a thing should not be: "insisted that nobody should leave"."""
    inner = clauses.complement(context.layers, act.at)
    return inner is not None and own_polarity(context.layers, inner).negated and not act.polarity.negated


def _is_little(context: Context, act: Act) -> bool:
    """Whether there is still some of what is seen: "sees little reason to pay"."""
    seen = context.layers.child(act.at, "dobj")
    return seen is not None and any(context.layers.tokens[c].lower == "little" for c in context.layers.children[seen])


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
    said = [context.layers.tokens[j].lower for j in act.matter[:4]]
    if said[:1] != ["nothing"]:
        return None
    return "demands" if set(said) & {"short", "less", "but"} else "rejects"


def _wish(context: Context, act: Act) -> Stance | None:
    """The stance of who wants to do something themselves: to talk is to be open, "to block the return" to refuse it;
    few aims touch the others."""
    inner = clauses.complement(context.layers, act.at)
    lemma = context.layers.tokens[inner].lemma if inner is not None else ""
    if wishes_to_talk(context, act):
        return "open"
    if inner is not None and any(c.stance == "rejects" and not c.actor for c in cues_at(context.layers, inner)):
        return "rejects"
    return "demands" if lemma in words("aims.tsv") else None


def _is_partial(context: Context, act: Act) -> bool:
    """Whether only some of it is rejected: "some of the demands are unacceptable"."""
    layers = context.layers
    heads = [act.matter[0]] if act.matter else []
    subject = arguments.subject(layers, act.at)
    if act.cue.actor == "voice" and subject is not None:
        heads += [subject, *layers.children[subject]]
    return any(layers.tokens[j].lower in SOME and layers.tokens[j + 1].lemma not in KINDS for j in heads)

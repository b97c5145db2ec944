"""What a party gives its word for: "promised to free the crew", "assured Karsia that it would stay neutral", and what
it offers on a condition."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.unnamed import BODIES
from onrecord.extract.conditionals.candidates import Candidate, one_side
from onrecord.extract.conditionals.consequences import kind_of, threatens
from onrecord.extract.conditionals.kinds import way_to_deed
from onrecord.extract.context import Context
from onrecord.extract.polarity import WILL, is_supposed, polarity
from onrecord.extract.voice import parties_at
from onrecord.layers import Layers

GIVING = frozenset({"give", "offer", "make"})
WORDS = frozenset({"assurance", "guarantee", "pledge", "commitment", "promise", "word", "undertaking"})
VOWING = frozenset({"pledge", "promise", "vow", "swear", "assure", "guarantee", "undertake", "commit"})


def binds(act: Act) -> bool:
    """Whether an act binds its actor to a deed: an offer, a vow, being committed to it."""
    return act.cue.stance == "offers" or act.cue.words[0] == "committed"


def promised(context: Context, act: Act) -> Iterator[Candidate]:
    """The promise that an act is, a vow to harm told as the threat that it is; nothing if it is none."""
    if not binds(act) or not act.actor or not act.matter or act.polarity.supposed:
        return
    found = split(context.layers, act)
    named = not act.actor[0].startswith("unnamed:") or _is_body(context, act)  # anybody's word binds no side
    vowed = (
        named and (act.cue.words[0] in VOWING | GIVING or act.cue.words[0] == "committed") and not act.polarity.negated
    )
    if found.condition or (vowed and _is_own_deed(context, act)):
        harm = threatens(context.layers, act.matter)
        yield Candidate(found.verb, found.consequence, found.condition, act.actor, "threat" if harm else "promise")


def split(layers: Layers, act: Act) -> Candidate:
    """An act of threat or promise by its own verb or noun, the condition taken out of what it is about."""
    for j in (*act.matter, *layers.children[act.at]):
        if layers.tokens[j].dep == "advcl" and is_supposed(layers, j):
            condition = layers.subtree(j)
            granted = layers.tokens[condition[0]].lower == "even" or layers.tokens[condition[0] - 1].lower == "even"
            rest = [k for k in act.matter if k not in condition]
            if rest and (j in act.matter or not granted):
                return Candidate(act.at, tuple(one_side(rest, condition)), tuple(condition), act.actor)
    return Candidate(act.at, act.matter, (), act.actor)


def _is_body(context: Context, act: Act) -> bool:
    return act.who is not None and context.layers.tokens[act.who].lemma.lower() in BODIES


def _is_own_deed(context: Context, act: Act) -> bool:
    """Whether what is promised is a deed to come of who promises: not "assured them that they were welcome"."""
    layers, deed = context.layers, clauses.complement(context.layers, act.at)
    if act.cue.words[0] == "committed":
        if layers.child(act.predicate, "aux") is not None:
            return False  # "should remain committed"
        deed = arguments.after(layers, act.at, "to")
        return deed is not None and layers.tokens[deed].pos == "VERB"
    if act.cue.words[0] in GIVING:
        word = layers.child(act.at, "dobj")
        given = word is not None and layers.tokens[word].lemma in WORDS
        deed = clauses.complement(layers, word) if word is not None and given else None
    if deed is None:
        return False
    subject = layers.child(deed, "nsubj", "nsubjpass")
    if subject is None:
        return layers.tokens[deed].tag == "VB"
    ahead = any(layers.tokens[c].lower in WILL for c in layers.children[deed])
    if not (ahead or len(way_to_deed(layers, deed)) > 1):
        return False  # "promised that it supported them"
    own = set(parties_at(context, subject)) & set(act.actor)
    granted = arguments.is_passive(layers, deed) and arguments.by_phrase(layers, deed) is None
    return polarity(layers, deed).mood == "planned" and bool(own or (granted and kind_of(layers, deed) is not None))

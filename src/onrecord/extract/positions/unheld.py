"""What only looks like a position: a threat, a mere comparison, what others are asked to do, a demand that lays down
nothing."""

from __future__ import annotations

from onrecord.extract import clauses
from onrecord.extract.acts.find import WISHES, Act, refuses_within
from onrecord.extract.acts.lexicon import words
from onrecord.extract.conditionals.consequences import threatens
from onrecord.extract.context import Context
from onrecord.extract.polarity import polarity
from onrecord.extract.positions.approval import is_said

NEEDING = frozenset({"need", "require", "expect"})
ASSURING = frozenset({"assure", "guarantee", "pledge", "promise", "swear", "vow"})
NAMING = frozenset({"identify", "name", "quote"})
DOUBTS = frozenset({"doubt", "mistake", "illusion"})
PERMITTING = frozenset({"allow", "permit", "let", "enable"})
CHOOSING = frozenset({"decide", "choose", "opt", "elect", "vote"})


def is_unheld(context: Context, act: Act) -> bool:
    """Whether an act that carries a stance by its word holds no position."""
    stance, voiced = act.cue.stance, act.cue.actor == "voice"
    if _threatens(context, act) or _only_compares(context, act) or _keeps_silent(context, act):
        return True
    if stance == "open" and (_is_lacking(context, act) or _has_helped(context, act)):
        return True
    if stance == "demands" and (_is_no_demand(context, act) or _serves(context, act)):
        return True
    if stance != "demands" and not voiced and _is_asked_of_others(context, act):
        return True
    if voiced and act.cue.pos != "x" and _judges_people(context, act):
        return True
    if stance in ("offers", "accepts") and _only_names(context, act):
        return True
    return _dismisses_people(context, act) or _only_asserts(context, act)


def _dismisses_people(context: Context, act: Act) -> bool:
    """Whether somebody is dismissed from office: "dismissed his government"."""
    people = act.cue.words == ("dismiss",) and bool(act.matter)
    return people and not is_said(context, clauses.top(context.layers, act.matter))


def _is_asked_of_others(context: Context, act: Act) -> bool:
    """Whether others want the act done: "asked them to stop it and to lift the blockade", where the parse may join a
    plain form to a finite verb, which it cannot follow."""
    tokens, first = context.layers.tokens, act.at
    while tokens[first].dep == "conj" and tokens[first].tag == "VB":
        first = tokens[first].head
    own = any(tokens[c].tag == "MD" for c in context.layers.children[act.at])
    return act.polarity.mood == "demanded" or (tokens[first].tag in ("VBD", "VBZ") and first != act.at and not own)


def _judges_people(context: Context, act: Act) -> bool:
    """Whether a quality is that of a party or a person and no matter: "Karsia is greedy"."""
    layers = context.layers
    if act.cue.pos not in ("a", "n") or act.cue.type != "ACCUSE" or not act.matter:
        return False
    mention = layers.mention_headed(clauses.top(layers, act.matter))
    return mention is not None and mention.kind in ("party", "person", "unnamed")


def _threatens(context: Context, act: Act) -> bool:
    """Whether what is offered or allowed is a harm: "ready to strike"; nobody is assured of one, and who vows to block
    a thing rejects it."""
    offering = act.cue.stance in ("offers", "open") and act.cue.type != "REQUEST" and act.cue.words != ("assure",)
    offering = offering or (act.cue.words[0] in CHOOSING | PERMITTING and not act.polarity.negated)
    return offering and threatens(context.layers, act.matter) and not refuses_within(context, act)


def _only_asserts(context: Context, act: Act) -> bool:
    """Whether what is sworn or assured is so already: "assured them that all was well", "swears that they love him"."""
    told = clauses.complement(context.layers, act.at) if act.cue.words[0] in ASSURING else None
    if told is None or act.cue.pos != "v":
        return False
    token, said = context.layers.tokens[told], polarity(context.layers, told)
    finite = token.dep == "ccomp" and token.tag in ("VBZ", "VBP", "VBD")
    return said.mood != "planned" if act.cue.words == ("assure",) else finite


def _only_compares(context: Context, act: Act) -> bool:
    """Whether the cue only sets a thing against another: "small steps, as opposed to a treaty", "up against a wall"."""
    if act.cue.words == ("be",) and "against" in act.cue.particle:
        return any(t.lower == "up" for t in context.layers.tokens[act.at + 1 : act.at + 3])
    return act.cue.words == ("opposed",) and context.layers.tokens[act.at - 1].lower == "as"


def _keeps_silent(context: Context, act: Act) -> bool:
    """Whether what somebody does not want is only to be named: "did not want to be identified"."""
    inner = clauses.complement(context.layers, act.at) if act.polarity.negated else None
    silent = inner is not None and context.layers.tokens[inner].lemma in NAMING
    return silent and context.layers.tokens[act.at].lemma in WISHES


def _is_lacking(context: Context, act: Act) -> bool:
    """Whether readiness is less than it was, or only asked for: "less willing to talk", "has to be willing"."""
    layers, verb = context.layers, act.predicate
    near = {layers.tokens[c].lower for i in {act.at, verb} for c in layers.children[i]}
    owed = layers.tokens[verb].dep == "xcomp" and layers.tokens[layers.tokens[verb].head].lemma in ("have", "need")
    return bool(near & {"less", "must", "should"}) or owed


def _has_helped(context: Context, act: Act) -> bool:
    """Whether the act is only what somebody helped with: "the envoy who helped to negotiate the deal"."""
    token = context.layers.tokens[act.at]
    return token.dep in ("xcomp", "ccomp") and context.layers.tokens[token.head].lemma == "help"


def _is_no_demand(context: Context, act: Act) -> bool:
    """Whether a word of demand lays down nothing: "might have to act", "should have acted", "does not need to"."""
    layers, at = context.layers, act.at
    near = {layers.tokens[c].lower for c in layers.children[layers.tokens[at].head if act.cue.pos == "x" else at]}
    if act.cue.actor == "voice":
        sure = any(layers.tokens[j].lemma in DOUBTS for j in act.matter)  # "there should be no doubt about that"
        return act.polarity.mood == "possible" or sure or (act.cue.pos == "x" and "have" in near)
    if layers.tokens[at].lemma == "ask" and any(t.text == "?" for t in layers.tokens_of(layers.sentence_of(at))):
        return True
    above = layers.tokens[layers.tokens[at].head].lower if layers.tokens[at].dep == "pcomp" else ""
    return above == "without" or (act.polarity.negated and layers.tokens[at].lemma in NEEDING)


def _serves(context: Context, act: Act) -> bool:
    """Whether somebody only fights for a side: "had fought for the army"."""
    if act.cue.words != ("fight",) or "for" not in act.cue.particle or not act.matter:
        return False
    top = clauses.top(context.layers, act.matter)
    return context.layers.tokens[top].lemma in words("bodies.tsv") or bool(context.agents(top))


def _only_names(context: Context, act: Act) -> bool:
    """Whether the act only tells which thing is meant: "the accord signed by both", "assurances given to it"."""
    token = context.layers.tokens[act.at]
    return token.dep == "acl" and token.tag == "VBN"

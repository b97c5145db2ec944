"""The stance that an act carries once its polarity and what it takes are counted in."""

from __future__ import annotations

from onrecord.extract import clauses
from onrecord.extract.acts.cue_match import cues_at
from onrecord.extract.acts.find import WISHES, Act, is_own_wish, refuses_within, wishes_to_talk
from onrecord.extract.acts.lexicon import words
from onrecord.extract.conditionals.consequences import threatens
from onrecord.extract.context import Context
from onrecord.extract.polarity import own_polarity, polarity
from onrecord.extract.positions.standing import standing
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
NEEDING = frozenset({"need", "require", "expect"})
SOUGHT = WISHES | {"try", "attempt", "work", "strive", "struggle", "expect", "hopes"}
CHARGING = frozenset({"accuse", "blame", "charge", "allege", "suspect", "implicate", "fault", "investigate", "probe"})
CHARGING |= {"prosecute", "sue", "indict", "summon", "convict", "impeach", "arraign"}
ASSURING = frozenset({"assure", "guarantee", "pledge", "promise", "swear", "vow"})
PERMITTING = frozenset({"allow", "permit", "let", "enable"})
NAMING = frozenset({"identify", "name", "quote"})
KINDS = frozenset({"sort", "kind", "form", "type"})
DOUBTS = frozenset({"doubt", "mistake", "illusion"})
DEEDS = frozenset({"force", "attack", "airstrike", "raid", "shelling", "strike", "bombing", "mission", "handling"})
BLAMING_NOUNS = frozenset({"condemnation", "criticism", "denunciation", "anger", "fury", "outrage", "outcry", "dismay"})
BACKING = frozenset({"support", "back", "backing", "applaud", "hail", "praise", "herald", "laud", "commend", "acclaim"})
BACKING |= {"affirm", "champion", "cheer", "express", "extol", "lend", "put", "rally", "reiterate", "stand", "throw"}
BACKING |= {"voice"}
CHOOSING = frozenset({"decide", "choose", "opt", "elect", "vote"})
SOME = frozenset({"some", "several", "other", "others", "certain", "many", "most", "part", "parts", "few"})


def stance_of(context: Context, act: Act) -> Stance | None:
    """The stance once polarity is counted in: not to accept is to reject, not to reject is to be open."""
    stance, said = act.cue.stance, act.polarity
    if said.supposed or _threatens(context, act) or _only_compares(context, act) or _keeps_silent(context, act):
        return None
    if stance == "open" and (_is_lacking(context, act) or _has_helped(context, act)):
        return None
    if stance != "demands" and act.cue.actor != "voice" and _is_asked_of_others(context, act):
        return None
    if act.cue.actor == "voice" and act.cue.pos != "x" and _judges_people(context, act):
        return None
    if stance == "demands" and (_is_no_demand(context, act) or _serves(context, act)):
        return None
    if act.cue.words == ("dismiss",) and act.matter and not _is_said(context, clauses.top(context.layers, act.matter)):
        return None  # "dismissed his government"
    if stance in ("offers", "accepts") and _only_names(context, act):
        return None
    if said.negated and not act.cue.refuses:
        stance = act.cue.negated or (NEGATED[stance] if stance else None)
    if _only_asserts(context, act):
        return None
    if act.cue.type == "CONCEDE" and act.cue.slot == "obj" and stance == "accepts" and said.mood == "planned":
        stance = "offers"  # "will lift its blockade"
    if act.cue.words == ("insist",) and _insists_on_none(context, act):
        return "rejects"
    if stance == "accepts" and said.aside:
        return None  # "will meet to agree on a date"
    if act.cue.words[0] in PERMITTING and threatens(context.layers, act.matter):
        return None  # "allowed the killing"
    if stance == "accepts" and said.mood == "possible":
        stance = None if act.cue.words[0] in PERMITTING else "open"  # "can allow it": able, not willing
    if act.cue.stance == "accepts" and (above := _attempt(context, act)) is not None:
        return "open" if above else None
    if stance in ("open", "accepts") and (exclusive := _exclusive(context, act)) is not None:
        return exclusive
    if act.cue.words == ("invite",) and not said.negated:
        asked = clauses.complement(context.layers, act.at) is not None
        return "offers" if asked or said.mood in ("planned", "possible") else None
    stance = standing(context, act) or stance or _blaming(context, act) or _supporting(context, act)
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


def _is_asked_of_others(context: Context, act: Act) -> bool:
    """Whether others want the act done: "asked them to stop it and to lift the blockade", where the parse may join a
    plain form to a finite verb, which it cannot follow."""
    tokens, first = context.layers.tokens, act.at
    while tokens[first].dep == "conj" and tokens[first].tag == "VB":
        first = tokens[first].head
    own = any(tokens[c].tag == "MD" for c in context.layers.children[act.at])
    return act.polarity.mood == "demanded" or (tokens[first].tag in ("VBD", "VBZ") and first != act.at and not own)


def _insists_on_none(context: Context, act: Act) -> bool:
    """Whether it is insisted that a thing should not be: "insisted that nobody should leave"."""
    inner = clauses.complement(context.layers, act.at)
    return inner is not None and own_polarity(context.layers, inner).negated and not act.polarity.negated


def _judges_people(context: Context, act: Act) -> bool:
    """Whether a quality is that of a party or a person and no matter: "Karsia is greedy"."""
    layers = context.layers
    if act.cue.pos not in ("a", "n") or act.cue.type != "ACCUSE" or not act.matter:
        return False
    mention = layers.mention_headed(clauses.top(layers, act.matter))
    return mention is not None and mention.kind in ("party", "person", "unnamed")


def _threatens(context: Context, act: Act) -> bool:
    """Whether what is offered is a harm: "ready to strike"; nobody is assured of one."""
    offering = act.cue.stance in ("offers", "open") and act.cue.words != ("assure",)
    offering = offering or act.cue.words[0] in CHOOSING
    return offering and threatens(context.layers, act.matter)


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
    """The stance of who blames a policy or whatever else is no person and no party: "slammed the deal" and "slammed
    Karsia for closing the port" reject, "angry at it" questions; who charges others with a deed says that it
    happened."""
    layers, cue = context.layers, act.cue
    if cue.type != "ACCUSE" or cue.actor == "voice" or act.polarity.negated or not act.matter:
        return None
    blamed = layers.tokens[clauses.top(layers, act.matter)]
    doing = blamed.tag == "VBG" and cue.pos == "v" and cue.words[0] not in CHARGING and bool(act.recipient)
    if blamed.lemma not in words("policies.tsv") and not doing and not _is_thing_blamed(context, act, blamed.i):
        return None
    return "questions" if cue.pos == "a" else "rejects"


def _is_thing_blamed(context: Context, act: Act, i: int) -> bool:
    """Whether blame hits a thing at token i: "criticised the force", not the ministers or Karsia."""
    blaming = act.cue.pos == "v" or act.cue.words[0] in BLAMING_NOUNS
    return blaming and act.cue.words[0] not in CHARGING and _is_thing(context, i)


def _is_thing(context: Context, i: int) -> bool:
    """Whether a noun is neither a party nor people nor a body that acts for one."""
    token = context.layers.tokens[i]
    plain = token.pos == "NOUN" and context.layers.mention_with(i) is None
    return plain and token.lemma not in words("bodies.tsv") - DEEDS


def _is_said(context: Context, i: int) -> bool:
    """Whether token i heads a clause or means a thing, not people."""
    return context.layers.tokens[i].pos != "NOUN" or _is_thing(context, i)


def _supporting(context: Context, act: Act) -> Stance | None:
    """The stance of who supports or praises a thing: "hailed the vote" accepts it, "hailed Karsia" says nothing."""
    cue = act.cue
    if cue.type != "SUPPORT" or cue.actor == "voice" or cue.words[0] not in BACKING or act.polarity.negated:
        return None
    reinforcing = context.layers.child(act.at, "prt") is not None  # "to back up the crews"
    if "confidence" in cue.fillers or reinforcing:
        return None
    return "accepts" if act.matter and _is_thing(context, clauses.top(context.layers, act.matter)) else None


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
    subject = clauses.subject(layers, act.at)
    if act.cue.actor == "voice" and subject is not None:
        heads += [subject, *layers.children[subject]]
    return any(layers.tokens[j].lower in SOME and layers.tokens[j + 1].lemma not in KINDS for j in heads)

"""What an act is about, and on whom it falls: the slots of the cue's frame, filled from the parse."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.cue_match import filled
from onrecord.extract.acts.lexicon import Cue
from onrecord.extract.context import Context
from onrecord.extract.voice import owners, parties_at
from onrecord.layers import Layers

ASKED = frozenset({"demand", "condition", "precondition", "requirement", "request"})
PROMPTING = frozenset({"request", "insistence", "behest", "urging", "instigation", "prodding"})
DESPITE = frozenset({"despite", "over", "amid", "against", "notwithstanding"})
MEDIA = frozenset({"phone", "telephone", "video", "conference", "press", "radio", "wake", "roll"})
SPOKEN = frozenset({"REQUEST", "AGREE", "REJECT"})
VISITS = frozenset({"visit", "trip", "tour", "send", "dispatch", "arrive", "land", "fly", "travel", "journey"})
VISITS |= {"leave", "depart", "head"}
CAUSING = frozenset({"provoke", "draw", "prompt", "trigger", "meet", "face", "encounter", "spark", "elicit"})


def matter_of(layers: Layers, i: int, cue: Cue) -> list[int]:
    """The words that name what the act is about: the first slot that is filled, with its subtree."""
    if cue.pos == "x" and "clause" in cue.matter:
        return [*_lacking(layers, i), *clauses.clause(layers, i)]
    apposed = layers.child(i, "appos") if cue.pos == "n" else None
    if apposed is not None and apposed > i:
        return layers.subtree(apposed)  # "the demand, an end to the patrols, ..."
    if is_prompting(layers, i, cue):
        at = layers.tokens[i].head
        return clauses.clause(layers, clauses.predicate(layers, at), frozenset({at}))
    for slot in cue.matter:
        found = filled(layers, i, slot)
        if found is None or found == i:
            continue
        if layers.tokens[found].tag in ("WDT", "WP"):
            return clauses.antecedent(layers, i, found)
        if slot == "clause":
            return clauses.clause(layers, found, joined=True)
        if slot == "subj":
            found = _whole(layers, found)
            return layers.subtree(found) if i not in layers.subtree(found) else [found]
        inner = layers.subtree(found)
        return inner if i not in inner else [found]
    up = layers.tokens[i].head
    if cue.pos == "n" and cue.actor != "voice" and layers.tokens[up].lemma in ("be", "among", "include", "remain"):
        return _told_of(layers, i)
    if cue.pos == "n" and cue.type in SPOKEN and (told := _in_compound(layers, i)):
        return told
    if cue.pos == "n" and cue.stance == "rejects" and layers.tokens[up].lower in DESPITE:
        return clauses.clause(layers, clauses.predicate(layers, up), frozenset({up}))
    if cue.pos == "n" and layers.tokens[i].dep == "dobj" and layers.tokens[up].lemma in CAUSING:
        cause = arguments.subject(layers, up)
        return layers.subtree(cause) if cause is not None else []
    return layers.subtree(i) if "there" in cue.particle and not cue.stance else []  # "there is no blockade"


def is_prompting(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether a noun tells at whose wish a thing is done: "was put off at Karsia's request"; not "balked at the request
    to sail"."""
    at = layers.tokens[layers.tokens[i].head]
    whole = layers.child(i, "acl", "relcl", "ccomp") is None
    return cue.pos == "n" and cue.words[-1] in PROMPTING and at.lower == "at" and at.dep == "prep" and whole


def _in_compound(layers: Layers, i: int) -> list[int]:
    """What a noun of speech is about by the noun before it: the peace of "peace call", the truce of "truce offer"."""
    before = (c for c in layers.children[i] if c == i - 1 and layers.tokens[c].dep == "compound")
    told = [c for c in before if layers.tokens[c].pos == "NOUN" and layers.tokens[c].lemma not in MEDIA]
    return [c for c in told if layers.mention_with(c) is None]


def _lacking(layers: Layers, i: int) -> list[int]:
    """The noun before a relative clause that lacks its object: "a choice" of "a choice that it must make"."""
    token = layers.tokens[i]
    own = layers.child(i, "dobj", "attr", "acomp", "xcomp", "ccomp", "nsubjpass")
    lacks = own is None or layers.tokens[own].lower in arguments.RELATIVE
    finite = token.dep == "acl" and layers.child(i, "nsubj") is not None  # so it is parsed after "that"
    return [token.head] if lacks and (finite or token.dep == "relcl") else []


def _told_of(layers: Layers, i: int) -> list[int]:
    """What a noun is said to be: of "its main demand is an end" and "among its demands are an end and ..." the end."""
    up = layers.tokens[i].head
    verb = layers.tokens[up].head if layers.tokens[up].lemma == "among" else up
    roles = ("nsubj", "attr") if verb != up else ("attr", "dobj", "ccomp", "xcomp")
    if layers.tokens[i].lemma not in ASKED:
        roles = ("ccomp", "xcomp")  # "its plan was no ultimatum" judges the plan
    found = next((c for r in roles for c in layers.children[verb] if layers.tokens[c].dep == r and c > verb), None)
    return [] if found is None or layers.tokens[i].dep not in ("nsubj", "pobj") else layers.subtree(found)


def _whole(layers: Layers, i: int) -> int:
    """The noun that "of" makes token i a part of: of "the expansion of the league that harms us" the expansion."""
    of = layers.tokens[i].head
    if layers.tokens[i].dep == "pobj" and layers.tokens[of].lower == "of" and layers.tokens[of].dep == "prep":
        return _whole(layers, layers.tokens[of].head)
    return i


def _host(context: Context, i: int) -> tuple[str, ...]:
    """Whose country or seat a place is that somebody visits."""
    mention = context.layers.mention_headed(i) or context.layers.mention_with(i)
    return (mention.party,) if mention is not None and mention.kind == "place" and mention.party else ()


def recipients_of(context: Context, i: int, cue: Cue, matter: list[int]) -> tuple[str, ...]:
    """The parties in the recipient's slots; failing those, the party that the matter is to be done by."""
    layers = context.layers
    for slot in cue.recipient:
        found = filled(layers, i, slot)
        found = None if found is None else arguments.meant(layers, i, found)  # "Karsia, with whom they met"
        parties = parties_at(context, found) or owners(context, found) if found is not None else ()
        parties = parties or (_host(context, found) if found is not None and cue.words[0] in VISITS else ())
        if parties:
            return parties
    for j in matter:
        if layers.tokens[j].dep in ("nsubj", "poss", "pobj") and (parties := context.agents(j)):
            return parties
    return ()

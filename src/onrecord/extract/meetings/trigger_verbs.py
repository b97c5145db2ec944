"""Verbs that say a meeting: met, spoke with, hosted, visited; not "met the standard", not "spoke out"."""

from __future__ import annotations

from onrecord.extract.meetings.councils import in_council
from onrecord.extract.meetings.deals import negotiated, signed_together
from onrecord.extract.meetings.governing_sides import TELLING
from onrecord.extract.meetings.trigger import BY, Trigger, by_phone, with_audience
from onrecord.extract.meetings.trigger_nouns import PRESS, noun_lemma, noun_trigger
from onrecord.extract.meetings.visits import ENVOYS, is_journey, visit_verb
from onrecord.extract.meetings.words import meeting_verb, meeting_verbs
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Token

SAID_THERE = frozenset({"discuss", "speak", "talk", "consult"})
HABIT = frozenset({"often", "frequently", "regularly", "usually", "routinely", "rarely", "sometimes", "always", "long"})
LED = ENVOYS | {"counterpart"}
"""Whom one receives, hosts, welcomes or calls in order to talk."""
RECEIVING = words("receive host welcome greet")
AFTER_CALL = words(". ; to on after before from late early earlier again and again shortly twice personally")
"""What stands behind whoever is called by telephone."""
GATHERING = words("meet gather convene reconvene assemble converge huddle")
ORGANS = words("council assembly commission committee bloc alliance union league leader minister ambassador envoy")
"""Who of an organisation meets: "the Council will meet", "ministers of the League gathered"."""
DELEGATES = words(
    "delegate diplomat official mediator side party representative expert lawmaker government team state country"
    " nation member head general commander rebel group family faction union executive owner player lawyer aide adviser"
    " advisor"
)
"""Who else may meet in the name of a side."""


def verb_trigger(layers: Layers, token: Token) -> Trigger | None:
    headline = _headline_verb(layers, token)
    verb = meeting_verbs().get(token.lower) if headline else meeting_verb(layers, token.i)
    misread = token.lower == "meet" and token.pos == "NOUN" and layers.child(token.i, "nsubj") is not None
    if token.pos == "VERB" and by_phone(layers, token) and _has_hearer(layers, token):
        return Trigger(token.i, "call", verb=True, strong=False)  # "told the envoy by phone that ..."
    if token.pos == "VERB" and in_council(layers, token.i):
        return Trigger(token.i, "conference", verb=True, strong=True)  # "the council is due to take it up on Monday"
    if verb is None or not (headline or misread or (token.pos == "VERB" and not noun_lemma(layers, token))):
        return None
    if negotiated(layers, token.i):
        return Trigger(token.i, "talks", verb=True, strong=True)
    if token.lemma == "sign":
        together = signed_together(layers, token.i)
        return Trigger(token.i, "meeting", verb=True, strong=True) if together else None
    passive = layers.child(token.i, "auxpass", "nsubjpass") is not None
    if passive and verb.sort != "visit" and not _is_received(layers, token.i):
        return None  # "was met with doubts"
    if token.tag == "VBG" and token.i and layers.tokens[token.i - 1].lower in PRESS:
        return None  # "a townhall meeting", taken for a verb
    if verb.sort == "visit":
        other = is_journey(layers, token.i) and _leads_to_meeting(layers, token.i)
        return Trigger(token.i, "visit", verb=True, strong=False) if visit_verb(layers, token.i) and not other else None
    if with_audience(layers, token.i):
        return None
    below = {layers.tokens[c].lower for c in layers.children[token.i]}
    if below & HABIT:
        return None
    inner = layers.child(token.i, "dobj")
    if inner is not None and noun_trigger(layers, layers.tokens[inner]) is not None:
        return None  # "discussing a call": the call is the meeting
    if token.lemma in SAID_THERE and _at_meeting(layers, token.i):
        return None  # "discussed it in a phone call": the call is the meeting
    purpose = token.dep in ("advcl", "acl", "xcomp") and layers.child(token.i, "nsubj") is None
    if purpose and _serves_meeting(layers, token):
        return None
    if token.lemma in GATHERING | {"come", "get"} and not _may_gather(layers, token.i):
        return None
    if not passive and token.lemma in RECEIVING | {"call"} and not _receives(layers, token.i):
        return None
    sort = "call" if by_phone(layers, token) else verb.sort
    together = token.lemma in GATHERING and (_in_session(layers, token.i) or _is_organ(layers, token.i))
    return Trigger(token.i, sort, verb=True, strong=together or (token.lemma == "come" and _is_organ(layers, token.i)))


def _has_hearer(layers: Layers, token: Token) -> bool:
    """Whether what is done by phone is done with somebody: "told the envoy", "conferred with her"."""
    if token.lemma in TELLING and layers.child(token.i, "dobj", "dative") is not None:
        return True
    by = [layers.child(c, "pobj") for c in layers.children[token.i] if layers.tokens[c].lower in BY]
    near = [token.i, *(j for j in by if j is not None)]
    below = (layers.child(c, "pobj") for i in near for c in layers.children[i] if layers.tokens[c].lower == "with")
    return any(j is not None and _is_side(layers, j) for j in below)


def _leads_to_meeting(layers: Layers, i: int) -> bool:
    """ "Flew to Tolm for talks", "left to meet the envoy": the talks are the meeting."""
    aside = [c for c in layers.children[i] if _is_another_clause(layers, c) or layers.tokens[c].dep == "nsubj"]
    apart = {j for c in aside for j in layers.subtree(c)}
    below = [layers.tokens[j] for j in layers.subtree(i) if j != i and j not in apart]
    known = meeting_verbs()
    return any(noun_trigger(layers, t) or (t.pos == "VERB" and t.lemma in known) for t in below)


def _is_another_clause(layers: Layers, i: int) -> bool:
    """ "... when she visited him in May": told beside the journey, not its purpose."""
    return layers.tokens[i].dep == "advcl" and layers.child(i, "nsubj") is not None


def _may_gather(layers: Layers, i: int) -> bool:
    """Whether those who gather or meet, and whom they meet, are sides or speak for one: no crowd, no standard."""
    inner = layers.child(i, "dobj")
    if inner is not None and not _is_side(layers, inner):
        return False
    subject = layers.child(i, "nsubj")
    return subject is None or layers.tokens[i].lemma == "meet" or _is_side(layers, subject)


def _is_side(layers: Layers, i: int) -> bool:
    token = layers.tokens[i]
    mention = layers.mention_headed(i)
    named = mention is not None and (mention.kind == "person" or (mention.kind == "party" and token.tag != "NNPS"))
    return named or token.pos == "PRON" or token.lower.removesuffix("s") in ORGANS | LED | DELEGATES


def _is_organ(layers: Layers, i: int) -> bool:
    """Whether those who gather do so as the leaders or the council of something, with nobody else."""
    subject = layers.child(i, "nsubj")
    if subject is None or layers.child(i, "dobj") is not None:
        return False
    token = layers.tokens[subject]
    several = token.tag in ("NNS", "NNPS") or token.lemma not in LED
    return token.lower.removesuffix("s") in ORGANS and several


def _is_received(layers: Layers, i: int) -> bool:
    """ "She was received by the president", "at the palace"."""
    agent = layers.child(i, "agent")
    at = next((c for c in layers.children[i] if layers.tokens[c].lower == "at"), None) if agent is None else agent
    host = layers.child(at, "pobj") if at is not None else None
    if layers.tokens[i].lemma not in RECEIVING or host is None:
        return False
    if agent is None:
        seat = layers.mention_headed(host)
        return seat is not None and seat.kind == "party"
    mention = layers.mention_headed(host)
    return (mention is not None and mention.kind == "person") or layers.tokens[host].lemma in LED


def _in_session(layers: Layers, i: int) -> bool:
    """ "Met in emergency session", as a council does."""
    inner = [layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "in"]
    return any(j is not None and layers.tokens[j].lemma == "session" for j in inner)


def _receives(layers: Layers, i: int) -> bool:
    """Whether one calls, hosts or welcomes somebody who speaks for a side, and does not call them names."""
    inner = layers.child(i, "dobj")
    if inner is None or (layers.tokens[i].lemma == "call" and not _rings(layers, i, inner)):
        return False
    if any(layers.tokens[c].dep in ("oprd", "ccomp", "prt") for c in layers.children[i]):
        return False
    prepositions = {
        layers.tokens[c].lower
        for c in layers.children[i]
        if layers.tokens[c].dep == "prep" and layers.tokens[layers.child(c, "pobj") or c].lemma != "part"
    }  # "hosts the envoy as part of a visit"
    mention = layers.mention_headed(inner) or layers.mention_with(inner)
    person = mention is not None and mention.kind == "person"
    return (person or layers.tokens[inner].lemma in LED) and not prepositions & {"for", "as", "upon", "into", "out"}


def _rings(layers: Layers, i: int, called: int) -> bool:
    """ "Called the envoy on Monday", "called him to complain"; not "called him, she said, a friend"."""
    if layers.tokens[i].dep == "acl":
        return False  # "the group called Harbour"
    following = layers.tokens[called + 1] if called + 1 < len(layers.tokens) else None
    return following is None or following.lower in AFTER_CALL or following.ent in ("DATE", "TIME")


def _at_meeting(layers: Layers, i: int) -> bool:
    inner = (layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower in ("in", "during", "at"))
    return any(j is not None and noun_trigger(layers, layers.tokens[j]) is not None for j in inner)


def _headline_verb(layers: Layers, token: Token) -> bool:
    """A verb that capitals make look like a name: "Valdoria, Karsia to Discuss Border"."""
    before = layers.tokens[token.i - 1].lower if token.i else ""
    return layers.sentence_of(token.i).kind == "headline" and before in ("to", "will")


def _serves_meeting(layers: Layers, token: Token) -> bool:
    """ "Will hold talks to discuss it": the purpose of a meeting is no second one."""
    head = layers.tokens[token.head]
    near = [head.i, *(c for c in layers.children[head.i] if layers.tokens[c].dep in ("dobj", "nsubj", "nsubjpass"))]
    return any(noun_trigger(layers, layers.tokens[i]) is not None for i in near)

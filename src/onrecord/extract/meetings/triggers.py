"""Where an article speaks of a meeting: the nouns and verbs that may say one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.meetings.visits import ENVOYS, visit_noun, visit_verb
from onrecord.extract.meetings.words import Sort, meeting_nouns, meeting_verb, meeting_verbs
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Token

PRESS = words(
    "press news media talk-show radio television tv video-game earnings sales party campaign cabinet board"
    " shareholder staff school town townhall campus wake-up robot conference-call business fashion training jam"
    " legislative practice photo therapy question listening strategy"
)
"""Modifiers with which the noun is no meeting between parties ("news conference", "cabinet meeting")."""
AUDIENCE = words(
    "reporter journalist media press audience student supporter voter donor investor analyst newspaper"
    " broadcaster correspondent interviewer viewer constituent fan crowd"
)
"""Whom one meets without negotiating."""
CALLED = words("phone telephone video conference hotline telephonic")
PARTED = words("peace nuclear climate trade donor international ministerial ceasefire disarmament")
SAID_THERE = frozenset({"discuss", "speak", "talk", "consult"})
HABIT = frozenset({"often", "frequently", "regularly", "usually", "routinely", "rarely", "sometimes", "always", "long"})
PRONOUNS = words("that this it these those they")
SPECIAL = words("extraordinary emergency special urgent plenary closed-door annual regular")
"""A session of this sort is a meeting, whoever else is named."""
BARGAINING = words("negotiating bargaining conference")
"""Tables at which one talks."""
LED = ENVOYS | {"counterpart"}
"""Whom one receives, hosts, welcomes or calls in order to talk."""
RECEIVING = words("receive host welcome greet")
GATHERING = words("meet gather convene reconvene assemble converge huddle")
ORGANS = words("council assembly commission committee bloc alliance union league leader minister ambassador envoy")
"""Who of an organisation meets: "the Council will meet", "ministers of the League gathered"."""
DELEGATES = words(
    "delegate diplomat official mediator side party representative expert lawmaker government team state country"
    " nation member head general commander rebel group family faction union executive owner player lawyer"
)
"""Who else may meet in the name of a side."""
PARTIES = words("delegation delegate negotiator envoy team representative minister we official")
"""Whose coming to a place is their coming to the talks there."""
COMING_TO = words("be come travel go arrive return send")
SETTLED = words("decide agree set fix settle choose confirm accept approve")

DEALS = words(
    "deal agreement accord pact treaty contract settlement truce ceasefire cease-fire compromise armistice"
    " understanding release convention protocol"
)
"""What is negotiated."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Token i may say a meeting.

    verb     the token is the verb of meeting itself, not a noun
    strong   it means talks even where only one side is named
    pointing it points back to a meeting told before (a pronoun, or "a date" for talks)
    """

    i: int
    sort: Sort
    verb: bool
    strong: bool
    pointing: bool = False


def triggers(layers: Layers) -> Iterator[Trigger]:
    """Every word of the article that may say a meeting, in order."""
    for token in layers.tokens:
        found = _noun(layers, token) or _verb(layers, token) or _pointer(layers, token)
        if found is not None:
            yield found


def _noun(layers: Layers, token: Token) -> Trigger | None:
    known = meeting_nouns().get(_noun_lemma(layers, token))
    if known is None or token.dep == "compound":
        return None
    inside = layers.mention_with(token.i)
    if inside is not None and inside.kind == "person":
        return None  # a surname
    kind, sort = known
    before = {layers.tokens[c].lower for c in layers.children[token.i] if c < token.i}
    if before & PRESS or _with_audience(layers, token.i) or (sort == "visit" and not visit_noun(layers, token.i)):
        return None
    if token.lower == "talks" and _speaks(layers, token):
        return None
    if token.lemma == "round" and _of_another(layers, token.i):
        return None
    if token.lower == "talk":  # "a talk" is a speech, "talks" are talks
        return None
    if token.lemma == "table" and not (before & BARGAINING and _reached(layers, token)):
        return None
    if sort == "call" and token.lemma == "call" and not before & CALLED and not _between(layers, token.i):
        return None
    if sort == "conference" and not before & PARTED:
        return None
    if sort == "talks" and (before & CALLED or _by_phone(layers, token)):
        sort = "call"
    special = token.lemma == "session" and bool(before & SPECIAL)
    if special and token.dep == "pobj" and layers.tokens[layers.tokens[token.head].head].lemma == "meet":
        return None  # "met in emergency session"
    return Trigger(token.i, sort, verb=False, strong=kind == "strong" or sort == "conference" or special)


def _reached(layers: Layers, token: Token) -> bool:
    """ "Return to the negotiating table": what lies on the table, or is won at it, is no meeting."""
    preposition = layers.tokens[token.head]
    going = layers.tokens[preposition.head].lemma in ("return", "come", "go", "sit", "get")
    return token.dep == "pobj" and preposition.lower in ("to", "at") and going


def _of_another(layers: Layers, i: int) -> bool:
    """ "A round of layoffs"."""
    below = [layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "of"]
    return any(j is not None and layers.tokens[j].lemma not in meeting_nouns() for j in below)


def _noun_lemma(layers: Layers, token: Token) -> str:
    """The lemma of a noun, also of one that headline grammar makes a verb ("Valdoria-Karsia talks: no deal")."""
    if token.pos in ("NOUN", "PROPN"):
        return token.lower.removesuffix("s") if token.pos == "PROPN" else token.lemma
    if token.lower in ("talks", "meeting", "meetings") and token.pos == "VERB":
        following = layers.tokens[token.i + 1] if token.i + 1 < len(layers.tokens) else None
        before = layers.tokens[token.i - 1] if token.i else None
        headline = layers.sentence_of(token.i).kind == "headline"
        if following is not None and following.text == ":":
            return token.lower.removesuffix("s")
        if headline and before is not None and before.pos in ("PROPN", "ADJ", "NOUN") and token.lower == "talks":
            return "talk"
    return ""


def _verb(layers: Layers, token: Token) -> Trigger | None:
    headline = _headline_verb(layers, token)
    verb = meeting_verbs().get(token.lower) if headline else meeting_verb(layers, token.i)
    if verb is None or not (headline or (token.pos == "VERB" and not _noun_lemma(layers, token))):
        return None
    if negotiated(layers, token.i):
        return Trigger(token.i, "talks", verb=True, strong=True)
    if layers.child(token.i, "auxpass", "nsubjpass") is not None and not _is_received(layers, token.i):
        return None  # "was met with doubts"
    if token.tag == "VBG" and token.i and layers.tokens[token.i - 1].lower in PRESS:
        return None  # "a townhall meeting", taken for a verb
    if verb.sort == "visit":
        return Trigger(token.i, "visit", verb=True, strong=False) if visit_verb(layers, token.i) else None
    if _with_audience(layers, token.i):
        return None
    below = {layers.tokens[c].lower for c in layers.children[token.i]}
    if below & HABIT:
        return None
    inner = layers.child(token.i, "dobj")
    if inner is not None and _noun(layers, layers.tokens[inner]) is not None:
        return None  # "discussing a call": the call is the meeting
    if token.lemma in SAID_THERE and _at_meeting(layers, token.i):
        return None  # "discussed it in a phone call": the call is the meeting
    if token.dep in ("advcl", "acl", "xcomp") and _serves_meeting(layers, token):
        return None
    if token.lemma in GATHERING | {"come", "get"} and not _may_gather(layers, token.i):
        return None
    passive = layers.child(token.i, "nsubjpass") is not None
    if not passive and token.lemma in RECEIVING | {"call"} and not _receives(layers, token.i):
        return None
    sort = "call" if _by_phone(layers, token) else verb.sort
    together = token.lemma in GATHERING and (_in_session(layers, token.i) or _is_organ(layers, token.i))
    return Trigger(token.i, sort, verb=True, strong=together or (token.lemma == "come" and _is_organ(layers, token.i)))


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
    """ "She was received by the president"."""
    agent = layers.child(i, "agent")
    host = layers.child(agent, "pobj") if agent is not None else None
    if layers.tokens[i].lemma not in RECEIVING or host is None:
        return False
    mention = layers.mention_headed(host)
    return (mention is not None and mention.kind == "person") or layers.tokens[host].lemma in LED


def _speaks(layers: Layers, token: Token) -> bool:
    """ "Feld talks about prices": a verb taken for a noun."""
    before = layers.mention_with(token.i - 1) if token.i else None
    following = layers.tokens[token.i + 1].lower if token.i + 1 < len(layers.tokens) else ""
    return before is not None and before.kind == "person" and following in ("about", "up", "tough", "to")


def _in_session(layers: Layers, i: int) -> bool:
    """ "Met in emergency session", as a council does."""
    inner = [layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "in"]
    return any(j is not None and layers.tokens[j].lemma == "session" for j in inner)


def _receives(layers: Layers, i: int) -> bool:
    """Whether one calls, hosts or welcomes somebody who speaks for a side, and does not call them names."""
    inner = layers.child(i, "dobj")
    if inner is None or any(layers.tokens[c].dep in ("oprd", "ccomp", "prt") for c in layers.children[i]):
        return False
    prepositions = {layers.tokens[c].lower for c in layers.children[i] if layers.tokens[c].dep == "prep"}
    mention = layers.mention_headed(inner) or layers.mention_with(inner)
    person = mention is not None and mention.kind == "person"
    return (person or layers.tokens[inner].lemma in LED) and not prepositions & {"for", "as", "upon", "into", "out"}


def _at_meeting(layers: Layers, i: int) -> bool:
    inner = (layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower in ("in", "during", "at"))
    return any(j is not None and _noun(layers, layers.tokens[j]) is not None for j in inner)


def _headline_verb(layers: Layers, token: Token) -> bool:
    """A verb that capitals make look like a name: "Valdoria, Karsia to Discuss Border"."""
    before = layers.tokens[token.i - 1].lower if token.i else ""
    return layers.sentence_of(token.i).kind == "headline" and before in ("to", "will")


def _serves_meeting(layers: Layers, token: Token) -> bool:
    """ "Will hold talks to discuss it": the purpose of a meeting is no second one."""
    head = layers.tokens[token.head]
    near = [head.i, *(c for c in layers.children[head.i] if layers.tokens[c].dep in ("dobj", "nsubj", "nsubjpass"))]
    return any(_noun(layers, layers.tokens[i]) is not None for i in near)


def _pointer(layers: Layers, token: Token) -> Trigger | None:
    """ "That will take place in January"; "accepted the date"; "our delegation will be in Port Sella"."""
    head = layers.tokens[token.head]
    if (
        token.lower in PRONOUNS
        and token.tag not in ("WDT", "IN")
        and token.dep in ("nsubj", "nsubjpass")
        and head.lemma == "take"
    ):
        found = any(layers.tokens[c].lower == "place" for c in layers.children[head.i])
    elif token.lemma == "date" and token.pos == "NOUN" and token.dep in ("pobj", "dobj"):
        governor = layers.tokens[head.head] if token.dep == "pobj" else head
        found = governor.lemma in SETTLED and not any(
            layers.tokens[c].lower in ("for", "of") for c in layers.children[token.i]
        )
    else:
        found = _comes(layers, token)
    return Trigger(token.i, "talks", verb=False, strong=True, pointing=True) if found else None


def _comes(layers: Layers, token: Token) -> bool:
    """A side that will be in a place: the word is its verb's subject, "in" or "to" names the place."""
    verb = layers.tokens[token.head]
    if (
        token.dep != "nsubj"
        or verb.lemma not in COMING_TO
        or not (token.lemma in PARTIES or token.lower in ("we", "it"))
    ):
        return False
    below = [layers.tokens[c] for c in layers.children[verb.i]]
    ahead = any(t.lower in ("will", "would", "'ll", "’ll") for t in below)
    there = [layers.child(t.i, "pobj") for t in below if t.lower in ("in", "to")]
    return ahead and any(j is not None and layers.tokens[j].pos == "PROPN" for j in there)


def _with_audience(layers: Layers, i: int) -> bool:
    """With reporters, or a speech to students."""
    for c in layers.children[i]:
        if layers.tokens[c].dep in ("prep", "dative"):
            inner = layers.child(c, "pobj")
            if inner is not None and layers.tokens[inner].lemma in AUDIENCE:
                return True
        elif layers.tokens[c].dep == "dobj" and layers.tokens[c].lemma in AUDIENCE:
            return True
    return False


def _between(layers: Layers, i: int) -> bool:
    return any(layers.tokens[c].lower in ("with", "between", "to", "from") for c in layers.children[i])


def _by_phone(layers: Layers, token: Token) -> bool:
    """By or over the phone, said of the word or of the verb that governs it."""
    for i in {token.i, token.head}:
        for c in layers.children[i]:
            if layers.tokens[c].lower in ("by", "over", "on", "via"):
                inner = layers.child(c, "pobj")
                if inner is not None and layers.tokens[inner].lemma in ("phone", "telephone", "video", "videolink"):
                    return True
    return False


def negotiated(layers: Layers, i: int) -> bool:
    """Whether verb i tells, in the past and the passive, that a deal was negotiated."""
    token = layers.tokens[i]
    if token.lemma != "negotiate" or token.tag != "VBN" or layers.child(i, "auxpass") is None:
        return False
    if any(layers.tokens[c].tag == "MD" or layers.tokens[c].dep == "neg" for c in layers.children[i]):
        return False
    deal = deal_of(layers, i)
    return deal is not None and (layers.tokens[deal].lemma in DEALS or layers.tokens[deal].lower in ("it", "which"))


def deal_of(layers: Layers, i: int) -> int | None:
    """What the passive verb i says was negotiated."""
    subject = layers.child(i, "nsubjpass")
    if subject is not None and layers.tokens[subject].lower == "which" and layers.tokens[i].dep == "relcl":
        return layers.tokens[i].head
    return subject

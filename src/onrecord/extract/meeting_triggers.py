"""Where an article speaks of a meeting: the nouns and verbs that may say one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.meeting_words import Sort, meeting_nouns, meeting_verbs
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Token

PRESS = words(
    "press news media talk-show radio television tv video-game earnings sales party campaign cabinet board"
    " shareholder staff school town campus wake-up robot conference-call business fashion training jam"
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
HABIT = frozenset({"often", "frequently", "regularly", "usually", "routinely", "rarely", "sometimes", "always"})
PRONOUNS = words("that this it these those they")


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
    if before & PRESS or _with_audience(layers, token.i):
        return None
    if token.lemma == "round" and _of_another(layers, token.i):
        return None
    if token.lower == "talk":  # "a talk" is a speech, "talks" are talks
        return None
    if sort == "call" and token.lemma == "call" and not before & CALLED and not _between(layers, token.i):
        return None
    if sort == "conference" and not before & PARTED:
        return None
    if sort == "talks" and (before & CALLED or _by_phone(layers, token)):
        sort = "call"
    return Trigger(token.i, sort, verb=False, strong=kind == "strong" or sort == "conference")


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
    verb = meeting_verbs().get(token.lower if headline else token.lemma)
    if verb is None or not (headline or (token.pos == "VERB" and not _noun_lemma(layers, token))):
        return None
    if layers.child(token.i, "auxpass", "nsubjpass") is not None:
        return None  # "was met with doubts"
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
    if token.lemma == "sit" and "down" not in below:
        return None
    sort = "call" if _by_phone(layers, token) else verb.sort
    return Trigger(token.i, sort, verb=True, strong=False)


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
    """ "That will take place in January"; "we will decide on a date with them"."""
    head = layers.tokens[token.head]
    if (
        token.lower in PRONOUNS
        and token.tag not in ("WDT", "IN")
        and token.dep in ("nsubj", "nsubjpass")
        and head.lemma == "take"
    ):
        if any(layers.tokens[c].lower == "place" for c in layers.children[head.i]):
            return Trigger(token.i, "talks", verb=False, strong=True, pointing=True)
    elif token.lemma == "date" and token.pos == "NOUN" and token.dep in ("pobj", "dobj"):
        governor = layers.tokens[head.head] if token.dep == "pobj" else head
        if governor.lemma in ("decide", "agree", "set", "fix", "settle", "choose", "confirm") and not any(
            layers.tokens[c].lower in ("for", "of") for c in layers.children[token.i]
        ):
            return Trigger(token.i, "talks", verb=False, strong=True, pointing=True)
    return None


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

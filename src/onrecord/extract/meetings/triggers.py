"""Where an article speaks of a meeting: the nouns, verbs and pronouns that may say one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.meetings.chain import OF_ITSELF
from onrecord.extract.meetings.cues import cue_of
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.meetings.trigger_nouns import noun_trigger
from onrecord.extract.meetings.trigger_verbs import verb_trigger
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Token

PRONOUNS = words("that this it these those they")
PARTIES = words("delegation delegate negotiator envoy team representative minister we official")
"""Whose coming to a place is their coming to the talks there."""
COMING_TO = words("be come travel go arrive return send")
OF_TALKS = words("hold convene stage schedule slate pencil postpone slip cancel adjourn")
"""Of what was just told as talks, "it" or "that" is said to be held, put off, called off."""
SETTLED = words("decide agree set fix settle choose confirm accept approve")


def triggers(layers: Layers) -> Iterator[Trigger]:
    """Every word of the article that may say a meeting, in order."""
    for token in layers.tokens:
        found = noun_trigger(layers, token) or verb_trigger(layers, token) or _pointer(layers, token)
        if found is not None:
            yield found
            yield from (replace(found, told_by=v) for v in _told_again(layers, found))


def _told_again(layers: Layers, trigger: Trigger) -> Iterator[int]:
    """The further verbs of which the meeting is the subject and that say what becomes of it."""
    v = layers.tokens[trigger.i].head
    if trigger.verb or trigger.pointing or layers.tokens[trigger.i].dep not in ("nsubj", "nsubjpass"):
        return
    while (then := layers.child(v, "conj")) is not None and layers.child(then, "nsubj", "nsubjpass") is None:
        if layers.tokens[then].pos in ("VERB", "AUX") and cue_of(layers, layers.tokens[then]) in OF_ITSELF:
            yield then
        v = then


def _pointer(layers: Layers, token: Token) -> Trigger | None:
    """ "That will take place in January"; "accepted the date"; "our delegation will be in Port Sella"."""
    head = layers.tokens[token.head]
    if (
        token.lower in PRONOUNS
        and token.tag not in ("WDT", "IN")
        and token.dep in ("nsubj", "nsubjpass")
        and (_takes_place(layers, head.i) or _is_put(layers, token, head))
    ):
        found = True
    elif token.lemma == "date" and token.pos == "NOUN" and token.dep in ("pobj", "dobj"):
        governor = layers.tokens[head.head] if token.dep == "pobj" else head
        found = governor.lemma in SETTLED and not any(
            layers.tokens[c].lower in ("for", "of") for c in layers.children[token.i]
        )
    else:
        found = _comes(layers, token)
    return Trigger(token.i, "talks", verb=False, strong=True, pointing=True) if found else None


def _takes_place(layers: Layers, v: int) -> bool:
    return layers.tokens[v].lemma == "take" and any(layers.tokens[c].lower == "place" for c in layers.children[v])


def _is_put(layers: Layers, token: Token, verb: Token) -> bool:
    """ "It was postponed", "that may slip to Friday", "this was called off"; not "they postponed the vote"."""
    cue = cue_of(layers, verb)
    if verb.lemma == "slip":
        return True
    return token.dep == "nsubjpass" and (cue in ("postpone", "cancel") or (cue is not None and verb.lemma in OF_TALKS))


def _comes(layers: Layers, token: Token) -> bool:
    """A side that will be in a place: the word is its verb's subject, "in" or "to" names the place."""
    verb = layers.tokens[token.head]
    if (
        token.dep != "nsubj"
        or verb.lemma not in COMING_TO
        or not (token.lemma in PARTIES or token.lower in ("we", "it"))
    ):
        return False
    if layers.child(verb.i, "acomp", "attr") is not None:
        return False  # "we will be proud of it in Port Sella"
    below = [layers.tokens[c] for c in layers.children[verb.i]]
    ahead = any(t.lower in ("will", "would", "'ll", "’ll") for t in below)
    there = [layers.child(t.i, "pobj") for t in below if t.lower in ("in", "to")]
    return ahead and any(j is not None and layers.tokens[j].pos == "PROPN" for j in there)

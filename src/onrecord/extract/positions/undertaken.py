"""What a party says that it will do, without a word of promise: "said it would free the crew", "we will meet them"."""

from __future__ import annotations

from onrecord.extract import arguments
from onrecord.extract.acts.lexicon import words
from onrecord.extract.conditionals.announced import announcing, helps
from onrecord.extract.conditionals.consequences import kind_of
from onrecord.extract.context import Context
from onrecord.extract.polarity import WILL, polarity
from onrecord.extract.voice import Voice, voice
from onrecord.layers import Layers

TOLD = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
MEETING = frozenset({"meet", "attend", "talk", "join", "consult", "discuss", "resume", "return", "participate", "sit"})
MEETING |= {"decide", "agree"}
FORESEEING = frozenset({"believe", "expect", "fear", "forecast", "hope", "imagine", "predict", "suspect", "think"})
IDLE = frozenset(["become", "come", "face", "find", "get", "go", "hear", "keep", "learn", "listen", "lose"])
IDLE |= {
    "fight",
    "need",
    "note",
    "put",
    "receive",
    "start",
    "suffer",
    "watch",
    "win",
    "turn",
    "read",
    "benefit",
    "define",
}
SAYING_NOTHING = frozenset({"place", "clear", "sure"})  # "will take place", "will make it clear"
ROLES = ("dobj", "xcomp", "prep", "dative", "prt")


def is_undertaking(context: Context, i: int) -> bool:
    """Whether at verb i a party says that it will do what eases or helps, or another deed that harms nobody."""
    layers = context.layers
    if any(layers.tokens[c].lower == "else" for c in layers.children[i]):
        return False  # "or else we will leave"
    if not (helps(layers, i) or _is_deed_ahead(context, i)):
        return False
    return bool(announcing(context, i)) or _is_of_group(context, i)


def _is_deed_ahead(context: Context, i: int) -> bool:
    """Whether verb i tells a deed to come of the party that is heard, and not what becomes of it."""
    layers, token = context.layers, context.layers.tokens[i]
    if token.dep not in TOLD or not any(layers.tokens[c].lower in WILL for c in layers.children[i]):
        return False
    if token.lemma in IDLE | words("unrefusing.tsv") | words("reports.tsv"):
        return False
    if kind_of(layers, i) in ("threat", "warning") or {t.lower for t in layers.tokens[i + 1 : i + 3]} & SAYING_NOTHING:
        return False
    said = polarity(layers, i)
    subject = layers.child(i, "nsubj")
    neither = subject is not None and any(layers.tokens[c].lower == "neither" for c in layers.children[subject])
    plain = not (said.negated or said.supposed or neither) and layers.child(i, "preconj", "csubj") is None
    return plain and any(layers.tokens[c].dep in ROLES for c in layers.children[i]) and _is_own(context, i)


def _is_own(context: Context, i: int) -> bool:
    """Whether the deed of verb i is that of who is heard and of nobody else: "it" only right below a "said" with a
    subject."""
    layers, subject, heard = context.layers, arguments.subject(context.layers, i), voice(context, i)
    if subject is None or _foresees(layers, heard):
        return False
    if heard.party is None:
        return _is_of_group(context, i)
    word = layers.tokens[subject].lower
    if word == "it":
        return heard.verb is not None and layers.child(heard.verb, "nsubj") is not None
    return word not in ("that", "this") and context.agents(subject) == (heard.party,)


def _is_of_group(context: Context, i: int) -> bool:
    """Whether a group without a party tells what it will do itself: "the pilots said they would go back"."""
    layers, subject, heard = context.layers, arguments.subject(context.layers, i), voice(context, i)
    group = heard.party is None and heard.ref is not None and heard.ref.startswith("unnamed: ")
    return group and subject is not None and layers.tokens[subject].lower in ("they", "we")


def _foresees(layers: Layers, heard: Voice) -> bool:
    return heard.verb is not None and layers.tokens[heard.verb].lemma in FORESEEING

"""Who tells of a consequence, where one tells what another told."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract import arguments
from onrecord.extract.context import Context
from onrecord.extract.polarity import own_polarity
from onrecord.extract.voice import Voice, parties_at, voice
from onrecord.layers import Layers

FORESEEING = frozenset(
    {"believe", "think", "expect", "hope", "predict", "forecast", "imagine", "suspect", "doubt", "feel"}
)


def teller(context: Context, verb: int) -> Voice:
    """Who is heard at a verb: of "Vask told them that she would leave, an envoy said" Vask and not the envoy, of
    "criticized Karsia's announcement that it would leave" Karsia."""
    heard, announcer = voice(context, verb), _announcer(context, verb)
    if announcer:
        return replace(heard, ref=announcer[0], party=announcer[0])
    who = arguments.agent(context.layers, heard.verb) if heard.verb is not None else None
    if heard.quote is None or heard.verb is None or who is None:
        return heard
    told, parties = context.layers.tokens[heard.verb].span, parties_at(context, who)
    inner = any(piece.holds(told) for piece in context.quotes[heard.quote].content)
    return replace(heard, ref=context.speaker_ref(who), party=parties[0]) if inner and parties else heard


def _announcer(context: Context, verb: int) -> tuple[str, ...]:
    """Whose word a clause is that hangs on a noun: "Vask's announcement that she would leave"."""
    layers, head = context.layers, context.layers.tokens[verb].head
    owner = layers.child(head, "poss") if layers.tokens[verb].dep in ("acl", "relcl") else None
    told = any(layers.tokens[c].lower == "that" and layers.tokens[c].dep == "mark" for c in layers.children[verb])
    return parties_at(context, owner) if owner is not None and told else ()


def foresees(layers: Layers, heard: Voice) -> bool:
    """Whether the speaker only believes or hopes what is told, or never said so, which commits nobody."""
    if heard.verb is None:
        return False
    return layers.tokens[heard.verb].lemma in FORESEEING or own_polarity(layers, heard.verb).negated

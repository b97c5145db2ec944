"""To whom something is said: the object of "told", the "to" of "said to", the other end of a letter or a call."""

from __future__ import annotations

from onrecord.extract.context import Context
from onrecord.extract.quotes.cues import cue_vehicles, hearer_words
from onrecord.extract.quotes.source import speaker_ref
from onrecord.layers import Layers

_OCCASION = frozenset({"in", "at", "on", "during", "by", "via"})


def addressee(context: Context, cue: int) -> tuple[int, str] | None:
    """The head of the words that name the hearer, and whom they mean ("unnamed: ..." included); None if untold."""
    found = _hearer(context.layers, cue)
    if found is None or not _can_hear(context.layers, found):
        return None
    ref = speaker_ref(context, found)
    return (found, ref) if ref is not None else None


def _can_hear(layers: Layers, i: int) -> bool:
    """Whether the words mean someone: a name, a pronoun, several of a kind ("reporters"), a gathering."""
    token = layers.tokens[i]
    several = token.tag == "NNS" or token.lemma in hearer_words("gathering")
    return token.pos != "NOUN" or several or layers.mention_headed(i) is not None


def _hearer(layers: Layers, cue: int) -> int | None:
    tokens = layers.tokens
    if tokens[cue].lemma in hearer_words("object"):
        told = _told(layers, cue)
        if told is not None:
            return told
    for c in layers.children[cue]:
        if tokens[c].dep not in ("prep", "dative"):
            continue
        inside = layers.child(c, "pobj")
        if inside is None or inside < c:
            continue
        if tokens[c].lower == "to" and tokens[cue].lemma in hearer_words("to"):
            return inside
        if tokens[c].lower in _OCCASION and tokens[inside].lemma in cue_vehicles() | hearer_words("shared"):
            other = _other_end(layers, inside)
            if other is not None:
                return other
    return None


def _told(layers: Layers, cue: int) -> int | None:
    """Who is told: the object, or the subject that the parse gives to the infinitive after it; of a passive the
    one who is told."""
    tokens = layers.tokens
    passive = layers.child(cue, "nsubjpass")
    if passive is not None and layers.child(cue, "auxpass") is not None:
        return passive
    told = next((c for c in layers.children[cue] if c > cue and tokens[c].dep in ("dobj", "dative")), None)
    if told is not None and tokens[told].pos != "ADP":
        return told
    for c in layers.children[cue]:
        if c > cue and tokens[c].dep in ("ccomp", "xcomp") and tokens[c].tag == "VB":
            subject = layers.child(c, "nsubj")
            if subject is not None and layers.child(c, "aux") is not None:
                return subject
    return None


def _other_end(layers: Layers, vehicle: int) -> int | None:
    """The addressee of a letter, the other side of a call."""
    tokens = layers.tokens
    ways = {"to", "with"} if tokens[vehicle].lemma in hearer_words("shared") else {"to"}
    for c in layers.children[vehicle]:
        if tokens[c].dep in ("prep", "dative") and tokens[c].lower in ways:
            return layers.child(c, "pobj")
    return None

"""What a word says of the meeting that it governs, and whether it is denied."""

from __future__ import annotations

from onrecord.extract.meetings.words import Cue, status_cues
from onrecord.layers import Layers, Token


def cue_of(layers: Layers, token: Token) -> Cue | None:
    """The status cue that a word is, with its particle if it has one."""
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(token.pos)
    if kind is None:
        return None
    table = status_cues()
    if kind == "verb":
        for c in layers.children[token.i]:
            child = layers.tokens[c]
            if child.dep in ("prt", "advmod", "prep", "dobj", "acomp", "oprd") and (
                found := table.get((f"{token.lemma} {child.lower}", "verb"))
            ):
                return found
    return table.get((token.lemma, kind)) or table.get((token.lemma + "e", kind))  # "hoped" is lemmatised "hop"


def negated(layers: Layers, i: int) -> bool:
    """Not, never or neither on a word; no on the subject of a verb. ("Made no progress" denies no meeting.)"""
    for c in layers.children[i]:
        child = layers.tokens[c]
        if child.dep == "neg" or child.lower in ("never", "not", "n't", "neither"):
            return True
        if child.dep in ("nsubj", "nsubjpass") and "no" in words_before(layers, c):
            return True
    return False


def words_before(layers: Layers, i: int) -> set[str]:
    return {layers.tokens[c].lower for c in layers.children[i] if c < i}

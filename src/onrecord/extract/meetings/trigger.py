"""A word that may say a meeting, and what both its nouns and its verbs are asked."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.meetings.words import Sort
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Token

AUDIENCE = words(
    "reporter journalist media press audience student supporter voter donor investor analyst newspaper"
    " broadcaster host anchor columnist correspondent interviewer viewer constituent fan crowd"
)
"""Whom one meets without negotiating."""


ADDRESSING = words("tell address brief")
"""Verbs whose object is the gathering that hears somebody: "told the summit"."""
DELEGATES = words("delegation delegate envoy negotiator representative team ambassador emissary")
"""Who is sent "to the talks"."""
PHONE = words("phone telephone video videolink")
BY = words("by over on via")
"""Prepositions before them."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Token i may say a meeting.

    verb     the token is the verb of meeting itself, not a noun
    strong   it means talks even where only one side is named
    pointing it points back to a meeting told before (a pronoun, or "a date" for talks)
    told_by  the verb that tells of it once more ("the talks were put off and will be held in May")
    """

    i: int
    sort: Sort
    verb: bool
    strong: bool
    pointing: bool = False
    told_by: int | None = None


def addressed(layers: Layers, i: int) -> bool:
    """Whether somebody speaks, or is sent, to the gathering that noun i means."""
    token = layers.tokens[i]
    head = layers.tokens[token.head]
    sent = token.dep == "pobj" and head.lower == "to" and layers.tokens[head.head].lemma in DELEGATES
    return sent or (token.dep in ("dobj", "dative") and head.lemma in ADDRESSING)


def with_audience(layers: Layers, i: int) -> bool:
    """With reporters, or a speech to students."""
    for c in layers.children[i]:
        if layers.tokens[c].dep in ("prep", "dative"):
            inner = layers.child(c, "pobj")
            if inner is not None and (layers.tokens[inner].lemma in AUDIENCE or _of_outlet(layers, inner)):
                return True
        elif layers.tokens[c].dep == "dobj" and layers.tokens[c].lemma in AUDIENCE:
            return True
    return False


def _of_outlet(layers: Layers, i: int) -> bool:
    """ "With the Herald", "with the Herald's Ana Feld"."""
    near = [i, *(c for c in layers.children[i] if layers.tokens[c].dep in ("poss", "compound", "nmod"))]
    return any((m := layers.mention_with(c)) is not None and m.kind == "outlet" for c in near)


def by_phone(layers: Layers, token: Token) -> bool:
    """By or over the phone, said of the word or of the verb that governs it."""
    governed = token.pos != "VERB" or token.dep == "xcomp"  # "as envoys met, she spoke by phone" are two
    for i in {token.i, token.head if governed else token.i}:
        for c in layers.children[i]:
            if layers.tokens[c].lower in BY:
                inner = layers.child(c, "pobj")
                names = [inner, *layers.children[inner]] if inner is not None else []
                if any(layers.tokens[j].lemma in PHONE for j in names):
                    return True
    return False

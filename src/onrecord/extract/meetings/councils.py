"""Councils in session: what the members of an organisation take up together on a day says that they meet."""

from __future__ import annotations

from onrecord.extract.wordlist import words
from onrecord.layers import Layers

COUNCILS = words("council assembly committee commission bureau quartet")
"""Organs whose members come together, by the last word of their names."""
TAKING_UP = words("discuss debate consider deliberate review weigh")
"""What a council does in session; it votes and decides there too, but what is told then is the decision."""


def in_council(layers: Layers, i: int) -> bool:
    """ "The council is due to take up the border on Monday": what, of which organ of a party, and on which day."""
    token = layers.tokens[i]
    takes_up = token.lemma == "take" and any(layers.tokens[c].lower == "up" for c in layers.children[i])
    if not (takes_up or token.lemma in TAKING_UP) or layers.child(i, "dobj") is None:
        return False
    subject, v = layers.child(i, "nsubj"), i
    while subject is None and layers.tokens[v].dep in ("xcomp", "acomp"):  # "is due to discuss"
        v = layers.tokens[v].head
        subject = layers.child(v, "nsubj", "nsubjpass")
    mention = layers.mention_headed(subject) if subject is not None else None
    if subject is None or mention is None or mention.kind != "party" or layers.tokens[subject].lower not in COUNCILS:
        return False
    below = [j for c in layers.children[i] for j in (c, layers.child(c, "pobj")) if j is not None]
    return any(layers.tokens[j].ent == "DATE" and layers.tokens[j].dep in ("npadvmod", "pobj") for j in below)

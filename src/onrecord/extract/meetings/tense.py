"""When a verb puts its act: past, present, to come or only possible."""

from __future__ import annotations

from typing import Literal

from onrecord.layers import Layers

Tense = Literal["past", "present", "future", "possible", "none"]
POSSIBLE = frozenset({"could", "may", "might", "can"})
PERHAPS = frozenset({"yet", "likely", "possibly", "probably", "perhaps", "maybe", "potentially", "presumably"})


def tense(layers: Layers, i: int) -> Tense:
    """When the verb i puts its act, from its form and its auxiliaries."""
    token = layers.tokens[i]
    words = [layers.tokens[c] for c in layers.children[i] if layers.tokens[c].dep in ("aux", "auxpass", "advmod")]
    lower = {w.lower for w in words}
    if lower & POSSIBLE or lower & PERHAPS:
        return "possible"
    if lower & {"will", "'ll", "’ll", "shall", "would", "wo", "'d", "’d"}:
        return "future"
    if "did" in lower:
        return "past"
    if token.tag == "VB" and lower & {"has", "have", "had"}:
        return "past"  # "have meet", as it is misspelt
    if token.tag == "VB" or "to" in lower or (i and layers.tokens[i - 1].lower == "to"):
        return "future"
    if token.tag == "VBD" or lower & {"was", "were", "had", "has", "have", "been", "did", "'ve", "’ve", "'s"}:
        return "past"
    if token.tag in ("VBG", "VBP", "VBZ", "NN"):  # "the leaders meet on Monday" may be taken for a noun
        under_way = token.tag == "VBG" and bool(lower & {"is", "are", "am", "'re", "’re"})  # "are still talking"
        within = token.dep == "advcl" and token.head != i and tense(layers, token.head) == "future" and not under_way
        return "future" if within else "present"  # "will consult them as it engages in talks"
    return "past" if token.tag == "VBN" and not lower & {"is", "are", "be", "'re"} else "none"

"""What kind of consequence a word tells: a harm, a help, or what is only to be expected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.extract import clauses
from onrecord.extract.acts.lexicon import table, words
from onrecord.layers import Layers
from onrecord.readings import ConditionalKind

BINDING = frozenset({"treaty", "agreement", "deal", "accord", "pact", "convention", "process", "table", "organisation"})
BINDING |= {"organization", "alliance", "union", "league", "council", "market", "court", "commitment"}
GOODS = frozenset(
    ["aid", "assistance", "cooperation", "diplomat", "envoy", "export", "flow", "fund", "funding", "gas", "help"]
)
GOODS |= {"import", "investment", "participation", "payment", "power", "recognition", "relation", "shipment", "supply"}
GOODS |= {"support", "supplies", "ties", "tie", "trade", "truce", "ceasefire", "water", "ambassador", "delegation"}
ENDING = frozenset({"withdraw", "pull", "suspend", "end", "stop", "halt", "cut"})
DENYING = frozenset({"no", "not", "n't", "n’t", "never"})
STRIKING = frozenset({"strike", "cut", "close", "seize"})


@lru_cache(maxsize=1)
def _kinds() -> dict[str, ConditionalKind]:
    kinds: dict[str, ConditionalKind] = {"threat": "threat", "warning": "warning", "promise": "promise"}
    return {row["word"]: kinds[row["kind"]] for row in table("consequences.tsv")}


def threatens(layers: Layers, matter: Sequence[int]) -> bool:
    """Whether what somebody promises to do is a harm: "vowed to retaliate", not "the blockade will be lifted"."""
    telling = (*([clauses.top(layers, matter)] if matter else []), *matter[:6])
    cut = next((j for j in telling if layers.tokens[j].lower in ("if", "unless", "until")), len(layers.tokens))
    asserted = (
        j for j in telling if j < cut and not any(layers.tokens[c].lower in DENYING for c in layers.children[j])
    )
    kinds = (kind_of(layers, j) for j in asserted if layers.tokens[j].pos in ("VERB", "NOUN"))
    return next((k for k in kinds if k is not None), None) == "threat"


def kind_of(layers: Layers, i: int) -> ConditionalKind | None:
    """The kind of one word; to pull back forces is a promise, to pull out of talks a threat."""
    known = _kinds().get(layers.tokens[i].lemma)
    patient = clauses.patient(layers, i) if known is not None and layers.tokens[i].pos in ("VERB", "AUX") else None
    if layers.tokens[i].lemma == "face" and patient is not None and layers.tokens[patient].lemma not in _kinds():
        return None  # "face the future"
    if layers.tokens[i].lemma in STRIKING and patient is not None and layers.tokens[patient].lemma in BINDING:
        return "promise"  # "strike a deal"
    if layers.tokens[i].lemma == "return" and (back := clauses.after(layers, i, "to")) is not None:
        return "threat" if _kinds().get(layers.tokens[back].lemma) == "threat" else known  # "return to war"
    if known == "threat" and layers.tokens[i].lemma in ENDING:
        if patient is not None and layers.tokens[patient].lemma not in BINDING | GOODS | words("talks.tsv"):
            return "promise"
        left = (
            clauses.after(layers, i, "from", "of")
            if layers.tokens[i].lemma in ("withdraw", "pull") and patient is None
            else None
        )
        if left is not None and layers.tokens[left].lemma not in BINDING | words("talks.tsv"):
            return "promise"  # from a land, not from talks or a treaty
        if layers.tokens[i].lemma == "withdraw" and patient is None and left is None:
            return None  # forces or a signature
    return known

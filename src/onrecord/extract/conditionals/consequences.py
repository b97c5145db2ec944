"""What kind of consequence a word tells: a harm, a help, or what is only to be expected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.extract import arguments, clauses
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
FROZEN = frozenset({"account", "asset", "contact", "membership"})
ENDING = frozenset({"withdraw", "pull", "suspend", "end", "stop", "halt", "cut"})
REVOKING = frozenset({"cancel", "scrap", "revoke", "rescind", "suspend"})
DENYING = frozenset({"no", "not", "n't", "n’t", "never"})
STRIKING = frozenset({"strike", "cut", "close", "seize"})
CARRYING = frozenset({"continue", "resume", "keep", "maintain", "pursue", "wage", "launch", "start", "begin", "carry"})
CARRYING |= {
    "extend",
    "expand",
    "widen",
    "join",
    "support",
    "restore",
    "prolong",
    "order",
    "lead",
    "stage",
    "mount",
    "call",
    "go",
}
LEAVING = frozenset({("walk", "out"), ("walk", "off"), ("storm", "out"), ("wipe", "out")})
NOUNS = frozenset({"force", "measure", "price", "doom"})
COSTS = frozenset({"price", "cost", "consequence", "dearly", "penalty", "heavily"})


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
    lemma, known = layers.tokens[i].lemma, _kinds().get(layers.tokens[i].lemma)
    if layers.tokens[i].pos not in ("VERB", "AUX"):
        return known
    if lemma in NOUNS:
        return None  # "forcing them to pay"
    patient = arguments.patient(layers, i)
    told = None if patient is None else layers.tokens[patient].lemma
    if lemma in CARRYING and _is_fight(layers, i, told):
        return "threat"  # "resume the attacks", "continue its war"
    if any((lemma, layers.tokens[c].lower) in LEAVING for c in layers.children[i]):
        return "threat"
    if known is None:
        return None
    if lemma == "face" and told is not None and told not in _kinds():
        return None  # "face the future"
    if lemma == "pay":
        return "threat" if COSTS & {layers.tokens[j].lemma for j in layers.subtree(i)} else "promise"
    if lemma in STRIKING and told in BINDING:
        return "promise"  # "strike a deal"
    if lemma == "return" and (back := arguments.after(layers, i, "to")) is not None:
        return "threat" if _kinds().get(layers.tokens[back].lemma) == "threat" else known  # "return to war"
    if lemma == "freeze" and told in GOODS | FROZEN | words("talks.tsv"):
        return "threat"  # "freeze its aid", not "freeze its programme"
    if lemma in REVOKING and told in words("fights.tsv"):
        return "promise"  # "suspend the raids"
    return _kind_of_ending(layers, i, patient) if known == "threat" and lemma in ENDING else known


def _is_fight(layers: Layers, i: int, told: str | None) -> bool:
    """Whether verb i carries on a fight: "continue the war", "keep striking", "go to war", "go on with the siege"."""
    inner = layers.child(i, "xcomp")
    tied = arguments.after(layers, i, "with", "to")
    named = (*([] if told is None else [told]), *(layers.tokens[j].lemma for j in (inner, tied) if j is not None))
    return not words("fights.tsv").isdisjoint(named)


def _kind_of_ending(layers: Layers, i: int, patient: int | None) -> ConditionalKind | None:
    """The kind of a verb that ends something: a good or a bond is taken away, anything else is a burden lifted."""
    lemma = layers.tokens[i].lemma
    if patient is not None and layers.tokens[patient].lemma not in BINDING | GOODS | words("talks.tsv"):
        return "promise"
    leaving = lemma in ("withdraw", "pull") and patient is None
    left = arguments.after(layers, i, "from", "of") if leaving else None
    if left is not None and layers.tokens[left].lemma not in BINDING | words("talks.tsv"):
        return "promise"  # from a land, not from talks or a treaty
    return None if lemma == "withdraw" and leaving and left is None else "threat"  # forces or a signature

"""Whether an infinitive tells what was done ("managed to seize it") or only what might be ("strong enough to")."""

from __future__ import annotations

from onrecord.extract.acts.lexicon import governors, words
from onrecord.layers import Layers

THINGS = ("acl", "relcl")
CHOICES = frozenset({"chance", "choice", "danger", "fear", "hope", "idea", "means", "option", "possibility", "power"})
CHOICES |= {"prospect", "purpose", "question", "right", "risk", "threat", "way", "cost", "temptation", "capable"}
CHOICES |= {"advantage", "benefit", "point", "goal", "aim", "notion", "hint", "talk", "dream"}


def is_unrealised(layers: Layers, i: int) -> bool:
    """Whether token i is an infinitive, or one of a list of options, that its governor does not tell as done.

    What is agreed, planned or refused is told by its governor (`governors`), what is tried or begun counts as done
    (realising.tsv); of the rest - "hard to seize", "used to seize", "a right to seize", "to seize it would be", "the
    choice of seizing" - nobody says that it was done. A purpose ("sent ships to seize it") is left alone.
    """
    i = _first_of_list(layers, i)
    token, up = layers.tokens[i], layers.tokens[layers.tokens[i].head]
    if token.dep == "pcomp":
        return layers.tokens[up.head].lemma in CHOICES and up.lower in ("of", "about", "in")
    helpers = {layers.tokens[c].lower for c in layers.children[i] if layers.tokens[c].dep == "aux"}
    if "to" not in helpers or "have" in helpers:
        return False  # "is said to have seized it"
    if token.dep in ("csubj", "nsubj"):
        return True
    if token.dep in ("xcomp", "ccomp", *THINGS):
        return not {up.lemma, up.lower} & (words("realising.tsv") | governors().keys())
    return False


def is_counterfactual(layers: Layers, i: int) -> bool:
    """Whether a deed would be done only were things otherwise: "would have signed", "if he were here, he would"."""
    helpers = {layers.tokens[c].lower for c in layers.children[i] if layers.tokens[c].dep == "aux"}
    if not helpers & {"would", "'d", "’d", "could", "might"}:
        return False
    if "have" in helpers:
        return True
    conditions = (c for c in layers.children[i] if layers.tokens[c].dep == "advcl")
    return any(_is_contrary(layers, c) for c in conditions)


def _is_contrary(layers: Layers, i: int) -> bool:
    """Whether a condition is told as not so: "if he were still serving", "if it had come"."""
    near = {layers.tokens[i].lower, *(layers.tokens[c].lower for c in layers.children[i])}
    return "if" in near and bool(near & {"were", "had"})


def _first_of_list(layers: Layers, i: int) -> int:
    """The first of joined infinitives or gerunds that share their governor: "to stop and seize it"."""
    while layers.tokens[i].dep == "conj" and layers.tokens[i].tag in ("VB", "VBG"):
        up = layers.tokens[i].head
        if layers.tokens[up].tag != layers.tokens[i].tag or layers.child(i, "nsubj", "nsubjpass") is not None:
            break
        i = up
    return i

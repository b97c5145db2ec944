"""Whether what follows is a threat, a warning or a promise, by the deed that it comes to."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import arguments
from onrecord.extract.conditionals.candidates import Candidate
from onrecord.extract.conditionals.consequences import kind_of
from onrecord.extract.conditionals.dooms import is_open_option
from onrecord.extract.polarity import polarity
from onrecord.layers import Layers
from onrecord.readings import ConditionalKind

HELD = frozenset(
    {"ready", "prepared", "willing", "poised", "happy", "glad", "determined", "hesitate", "force", "compel"}
)
HELD |= {"oblige", "continue", "begin", "start", "go", "able", "free", "bind", "bound", "set", "intend", "plan", "have"}
HELD |= {
    "unwilling",
    "unable",
    "reluctant",
    "pleased",
    "forced",
    "compelled",
    "obliged",
    "be",
    "stand",
    "remain",
    "keep",
}
WAYS = frozenset({"choice", "alternative", "option", "way", "right"})
NO_WAY = WAYS - {"right"} | {"hesitate", "rule"}
AVOIDING = frozenset({"avoid", "avert", "escape", "prevent", "forestall", "evade"})
SUFFERING = frozenset(
    {"face", "suffer", "become", "collapse", "fail", "lose", "deteriorate", "worsen", "expect", "risk"}
)
SUFFERING |= {"regret", "incur", "receive", "pay", "repent", "explode", "erupt", "unravel", "backfire", "spiral", "see"}
BEING = frozenset({"be", "have", "win", "need", "look", "get", "happen", "know", "remain"})


def way_to_deed(layers: Layers, verb: int) -> list[int]:
    """From a verb to the deed that it comes to: of "stands ready to strike" the standing, the readiness, the striking;
    of "has no choice but to strike" the having, the choice, the striking."""
    way, at = [verb], verb
    while True:
        below = next((j for j in _below(layers, at) if j not in way), None)
        if below is None:
            return way
        way.append(below)
        at = below


def _below(layers: Layers, i: int) -> Iterator[int]:
    lemma = layers.tokens[i].lemma
    if lemma in WAYS:
        but = next((c for c in layers.children[i] if layers.tokens[c].lower in ("but", "of", "than")), i)
        yield from (
            c for h in (but, i) for c in layers.children[h] if layers.tokens[c].dep in ("acl", "relcl", "pcomp")
        )
    if lemma not in HELD:
        return
    for c in layers.children[i]:
        token = layers.tokens[c]
        deed = token.dep == "xcomp" and token.pos in ("VERB", "AUX")
        held = token.dep in ("acomp", "oprd", "xcomp") and token.lemma in HELD
        if deed or held or (token.dep in ("dobj", "attr") and token.lemma in WAYS):
            yield c


def is_undone(layers: Layers, verb: int) -> bool:
    """Whether it is said that the deed will not be done; who will not hesitate, or has no choice, will do
    it, and who will not avoid it will have it."""
    driven = any(layers.tokens[j].lemma in NO_WAY | AVOIDING for j in way_to_deed(layers, verb))
    return polarity(layers, verb).negated and not driven


def is_driven(layers: Layers, verb: int) -> bool:
    """Whether somebody is said to have no other way than the deed."""
    driving = NO_WAY | {"force", "forced", "compel", "compelled", "oblige", "obliged"}
    return any(layers.tokens[j].lemma in driving for j in way_to_deed(layers, verb)[:-1])


def told_kind(layers: Layers, found: Candidate) -> ConditionalKind | None:
    """The kind that the first telling word of the consequence gives: the deed, what it is done to, who does it."""
    if found.kind is not None:
        return found.kind
    if is_open_option(layers, found.verb):
        return "threat"
    deed = way_to_deed(layers, found.verb)[-1]
    light = _light(layers, found)
    for j in (deed, *sorted(found.consequence, key=lambda j: j in light)):
        kind = kind_of(layers, j)
        if kind is not None:
            return "warning" if j in light and kind == "threat" else kind
    return "threat" if found.actor or is_driven(layers, found.verb) else None


def _light(layers: Layers, found: Candidate) -> set[int]:
    """The words of the consequence that tell its kind least: its subject and its relative clauses."""
    heads = (
        j for j in found.consequence if layers.tokens[j].dep in ("nsubj", "nsubjpass", "relcl") and j != found.verb
    )
    return {k for j in heads for k in layers.subtree(j)}


def turned(kind: ConditionalKind | None, *, own: bool) -> ConditionalKind | None:
    """The kind of what is not to be done: "will not sign unless", "will not strike if"."""
    if kind in ("threat", "warning"):
        return "promise"
    return "threat" if own else "warning" if kind == "promise" else None


def is_willed(layers: Layers, verb: int) -> bool:
    """Whether one does by one's own will what the verb tells: to stay away, not to lose."""
    return layers.tokens[verb].lemma not in SUFFERING | BEING and not arguments.is_passive(layers, verb)

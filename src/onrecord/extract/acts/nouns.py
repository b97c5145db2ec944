"""Whether a noun tells an act: "made a demand", "Karsia's raid on the port", but not "fears of a raid"."""

from __future__ import annotations

from onrecord.extract import arguments
from onrecord.extract.acts.lexicon import Cue, words
from onrecord.extract.acts.slots import DESPITE, is_prompting
from onrecord.extract.context import Context
from onrecord.layers import Layers

DEEDS = frozenset({"ASSAULT", "COERCE", "CONSULT", "SANCTION", "MOBILIZE", "CONCEDE", "PROTEST", "AID"})
SUFFERED = frozenset({"arrest", "detention", "imprisonment", "release", "expulsion", "suspension", "deportation"})
SUFFERED |= {"abduction", "kidnapping", "killing", "assassination", "murder", "shooting", "closure", "siege"}
UNDONE = frozenset({"any", "no", "possible", "potential", "planned", "threatened", "imminent", "future", "feared"})
UNDONE |= {"likely", "proposed", "impending", "looming", "eventual", "hypothetical", "further"}
LOOKING_AHEAD = frozenset({"fear", "threat", "risk", "danger", "possibility", "prospect", "plan", "prevent", "avoid"})
LOOKING_AHEAD |= {"avert", "deter", "prepare", "preparation", "case", "event", "scenario", "defend", "protect", "call"}
LOOKING_AHEAD |= {"demand", "expect", "anticipate", "want", "propose", "proposal", "discuss", "debate", "consider"}
LOOKING_AHEAD |= {"seek", "urge", "request", "need", "support", "oppose", "opposition", "hope", "likelihood", "chance"}
LOOKING_AHEAD |= {"warn", "warning", "predict", "if", "should", "option", "ask", "talk", "order", "threaten", "before"}


def is_told(context: Context, i: int, cue: Cue, actor: tuple[str, ...], matter: list[int]) -> bool:
    """Whether a noun tells an act: by a light verb ("made a demand"), in passing ("despite opposition from"), or with
    what it is about; a deed by its doer and whom it hits ("Karsia's invasion of Valdoria")."""
    layers = context.layers
    up = layers.tokens[i].head
    light = layers.tokens[i].dep == "dobj" and layers.tokens[up].lemma in words("light_verbs.tsv")
    if cue.type in DEEDS and not light:
        return bool(actor) and not is_undone(layers, i) and _is_doers(context, i, cue)
    compound = len(matter) == 1 and matter[0] == i - 1 and bool(actor)  # "their peace call"
    own = len(matter) < 4 and any(set(context.agents(j)) & set(actor) for j in matter)
    against = bool(actor) and cue.stance == "rejects" and layers.tokens[up].lower in DESPITE
    told = against or compound or (bool(actor) and is_prompting(layers, i, cue))
    return (light and (bool(matter) or cue.stance != "demands")) or told or (len(matter) > 1 and not own)


def _is_doers(context: Context, i: int, cue: Cue) -> bool:
    """Whether a noun of deeds stands with who did it, not only with whom it hit: "Karsia's attack", "an arrest by
    Karsian police", but not "his arrest", "the invasion of Karsia"."""
    layers, word = context.layers, cue.words[-1]
    if arguments.behind(layers, i, "by", "from") is not None:
        return True
    roles = ("amod", "compound", "nmod") if word in SUFFERED else ("amod", "compound", "nmod", "poss")
    before = [c for c in layers.children[i] if layers.tokens[c].dep in roles and context.agents(c)]
    return bool(before) or (cue.type in ("MOBILIZE", "CONSULT", "CONCEDE") and word not in SUFFERED)


def is_undone(layers: Layers, i: int) -> bool:
    """Whether a deed is only feared, planned or asked for: "fears of a Karsian attack", "any attack"."""
    near = {layers.tokens[c].lower for c in layers.children[i]}
    above = []
    for up in layers.ancestors(i):
        above.append(layers.tokens[up].lemma.lower())
        if layers.tokens[up].pos in ("VERB", "AUX"):
            break
    return bool(near & UNDONE) or not LOOKING_AHEAD.isdisjoint(above)

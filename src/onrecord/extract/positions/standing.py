"""What is still on the table: a demand still made or an offer still open, by the noun that names it."""

from __future__ import annotations

from onrecord.extract.acts.find import Act
from onrecord.extract.context import Context
from onrecord.readings import Stance

OFFERED = frozenset({"offer", "proposal", "invitation", "package", "plan", "initiative", "compromise", "pledge"})
STAYING = frozenset({"remain", "stay"})


def standing(context: Context, act: Act) -> Stance | None:
    """The stance of who says that a matter stays on the table; None if this is not what the act says."""
    if act.cue.words[-3:] != ("on", "the", "table"):
        return None
    layers = context.layers
    still = any(layers.tokens[c].lower == "still" for c in layers.children[act.predicate])
    if not still and act.cue.words[0] not in STAYING:
        return None
    return "offers" if any(layers.tokens[j].lemma in OFFERED for j in act.matter) else "demands"

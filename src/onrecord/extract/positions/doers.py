"""Who holds a position where no party is known for it: a body that goes by a name, or a group that is heard."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.acts.actors import OWN_SIDE
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.unnamed import BODIES, ONLOOKERS, with_doer
from onrecord.extract.context import Context
from onrecord.layers import unnamed

UNNAMED = "unnamed: "
PICKING = frozenset({"some", "many", "most", "several", "few", "another", "any", "no"})
SIGNS = frozenset({"sign", "banner", "placard", "poster", "slogan", "leaflet"})
PROTESTS = frozenset({"protest", "demonstration", "rally", "march", "picket", "sit-in"})
CROWD = 3  # digits
ONE = frozenset({"a", "an", "one", "another", "some", "any", "every", "each"})


def done(context: Context, act: Act) -> Act:
    """The act, done by the group or body that its subject tells where no party is known, or by who is heard to say it
    of themselves; not by some of a group. An offer that is made without saying more is the matter itself: "put an
    offer to the workers"."""
    layers = context.layers
    if act.cue.pos == "n" and act.cue.stance == "offers" and not act.matter and layers.tokens[act.at].dep == "dobj":
        act = replace(act, matter=tuple(layers.subtree(act.at)))
    if act.actor:
        return act
    if act.who is None or _is_own_side(context, act.who):
        return _heard(act)
    if _is_picked(context, act.who):
        return act
    if context.layers.tokens[act.who].lemma in PROTESTS:
        return replace(act, actor=(unnamed("protesters"),))  # "protests demanding his departure"
    named = _named(context, act.who)
    return with_doer(context, act) if named is None else replace(act, actor=(named,))


def _is_own_side(context: Context, i: int) -> bool:
    """Whether the subject at token i is the speakers' own side: "we", or in their slogan "the people"."""
    token = context.layers.tokens[i]
    slogan = token.lower == "people" and context.quote_at(token.start) is not None
    return slogan or (token.lower in OWN_SIDE and context.layers.mention_headed(i) is None)


def _heard(act: Act) -> Act:
    """The act as that of the group that is heard, if the act is a judgement of theirs or their own: "protesters said
    that the offer is unacceptable", "we call on Karsia", the Harbour Council said."""
    ref = act.voice.ref
    told = act.cue.actor == "voice" or act.who is not None
    if not told or ref is None or not ref.startswith(UNNAMED):
        return act
    said = ref.removeprefix(UNNAMED)
    words = said.lower().split()
    looking_on = {w.removesuffix("s") for w in words} & (ONLOOKERS | SIGNS)
    return act if looking_on or words[0] in ONE | PICKING else replace(act, actor=(unnamed(said),))


def _is_picked(context: Context, i: int) -> bool:
    """Whether the subject at token i means some of a group: "some pilots", "two ministers"; not a crowd ("3,000
    pilots"), nor bodies, of which the number of all is told: "the four factions", "three parties"."""
    layers = context.layers
    before = [layers.tokens[c] for c in layers.children[i] if c < i]
    few = any(t.tag == "CD" and sum(c.isdigit() for c in t.text) < CROWD for t in before)
    counted = few and layers.tokens[i].lemma not in BODIES
    return counted or any(t.lower in PICKING for t in before)


def _named(context: Context, i: int) -> str | None:
    """The body that a name at token i means which the pipeline knows neither as a body nor as anything else."""
    token, layers = context.layers.tokens[i], context.layers
    if token.tag != "NNP" or token.ent or layers.mention_headed(i) or layers.mention_with(i):
        return None
    first, last = layers.phrase(i)
    words = [t for t in layers.tokens[first:last] if t.pos == "PROPN"]
    return unnamed(" ".join(t.text for t in words)) if not any(t.ent for t in words) else None

"""Who holds a position where no party is known for it: a body that goes by a name, or a group that is heard."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract import arguments
from onrecord.extract.acts.actors import OWN_SIDE
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.unnamed import BODIES, PICKING, heard, protesters, with_doer
from onrecord.extract.context import Context
from onrecord.layers import unnamed

MANY = frozenset({"thousand", "hundred", "dozen", "score"})
PROTESTS = frozenset({"protest", "demonstration", "rally", "march", "picket", "sit-in"})
CROWD = 3  # digits


def done(context: Context, act: Act) -> Act:
    """The act, done by the group or body that its subject tells where no party is known, or by who is heard to say it
    of themselves; not by some of a group. An offer that is made without saying more is the matter itself: "put an
    offer to the workers"."""
    layers = context.layers
    if act.cue.pos == "n" and act.cue.stance == "offers" and not act.matter and layers.tokens[act.at].dep == "dobj":
        act = replace(act, matter=tuple(layers.subtree(act.at)))
    if act.actor:
        return replace(act, actor=tuple(dict.fromkeys(_employer(context, ref) or ref for ref in act.actor)))
    if act.who is None or _is_own_side(context, act):
        return heard(context, act)
    if _is_picked(context, act.who):
        return act
    if context.layers.tokens[act.who].lemma in PROTESTS | _crowds(context, act.who):
        return replace(act, actor=(protesters(context),))  # "protests demanding his departure", "thousands demanded"
    named = _named(context, act.who)
    return with_doer(context, act) if named is None else replace(act, actor=(named,))


def _crowds(context: Context, i: int) -> frozenset[str]:
    """The words for a crowd if token i tells of it no more than how many they are."""
    return frozenset() if arguments.after(context.layers, i, "of") is not None else MANY


def _employer(context: Context, ref: str) -> str | None:
    """The body that a person without a party is named with: "the Council's Odo Brandt"; None for anybody else."""
    layers = context.layers
    if not ref.startswith("p:") or layers.party_of(ref) is not None:
        return None
    owners = (layers.child(m.head, "poss") for m in layers.mentions if m.ref == ref and m.kind == "person")
    for owner in (o for o in owners if o is not None and layers.tokens[o].ent in ("ORG", "")):
        body = context.agents(owner) or ((_name(context, owner),) if layers.tokens[owner].ent == "ORG" else ())
        if body and not body[0].startswith("p:"):
            return body[0]
    return None


def _name(context: Context, i: int) -> str:
    """The name that ends at token i, without the words that describe it: "rights group Harbour Watch"."""
    layers = context.layers
    first = i
    while first > layers.phrase(i)[0] and layers.tokens[first - 1].pos == "PROPN":
        first -= 1
    return unnamed(" ".join(t.text for t in layers.tokens[first : i + 1]))


def _is_own_side(context: Context, act: Act) -> bool:
    """Whether the subject is the speakers' own side: "we", in their slogan "the people", right below the verb of speech
    also "they"."""
    who, layers = act.who, context.layers
    if who is None:
        return False
    word, below = layers.tokens[who].lower, layers.tokens[act.predicate]
    if word == "people":
        return context.quote_at(layers.tokens[who].start) is not None
    direct = word not in ("it", "they") or act.voice.verb in (None, below.head)
    return word in OWN_SIDE and direct and layers.mention_headed(who) is None


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
    return _name(context, i) if not any(t.ent for t in layers.tokens[first:last] if t.pos == "PROPN") else None

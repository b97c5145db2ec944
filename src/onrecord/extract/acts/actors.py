"""Who does an act: by the frame of its cue, or as the one who is heard to say it."""

from __future__ import annotations

from onrecord.extract import arguments
from onrecord.extract.acts.lexicon import Cue, words
from onrecord.extract.context import Context
from onrecord.extract.polarity import polarity
from onrecord.extract.voice import Voice, owners, parties_at
from onrecord.layers import Layers

OWN_SIDE = frozenset({"it", "we", "they", "you", "one", "nobody", "none", "anybody", "anyone", "everybody", "everyone"})
DOCUMENTS = frozenset({"proposal", "plan", "draft", "initiative", "roadmap", "resolution", "document", "text"})
DOCUMENTS |= {"objective", "aim", "goal", "purpose", "policy", "strategy", "message"}


def who_acts(context: Context, i: int, cue: Cue) -> int | None:
    """The token that names who does the act; None where it is only heard, or where nobody is named."""
    layers = context.layers
    if cue.actor == "voice":
        return None
    if cue.pos == "a":
        return arguments.subject(layers, i)
    if cue.pos != "n":
        return arguments.agent(layers, i)
    own = layers.child(i, "poss") or arguments.behind(layers, i, "by", "from") or _giver(layers, i)
    up = layers.tokens[i].head
    if own is None and layers.tokens[i].dep in ("dobj", "nsubjpass"):
        own = arguments.after(layers, up, "from")
        if own is None and (cue.type == "CONSULT" or layers.tokens[up].lemma in words("light_verbs.tsv")):
            own = arguments.agent(layers, up)
    return own


def _giver(layers: Layers, i: int) -> int | None:
    """Who gives it in a clause behind the noun: "the promise that Karsia gave us"."""
    behind = (c for c in layers.children[i] if layers.tokens[c].dep in ("relcl", "acl"))
    giving = next((c for c in behind if layers.tokens[c].lemma in words("light_verbs.tsv")), None)
    given = giving is not None and layers.tokens[giving].dep == "relcl"
    return arguments.nearest_subject(layers, giving) if giving is not None and given else None


def actor_of(context: Context, i: int, cue: Cue, who: int | None, heard: Voice) -> tuple[str, ...]:
    """The refs of the parties that do the act, `who` being the token that names them; () if nobody is known."""
    if cue.actor == "voice":
        return (heard.party,) if heard.party else ()
    if cue.type == "MOBILIZE" and (forces := arguments.patient(context.layers, i)) is not None:
        own = _owners_of_all(context, forces)
        if own:
            return own
    if who is not None:
        found = parties_at(context, who)
        if not found and heard.party and _is_speaker(context.layers, who):
            return (heard.party,)
        return found or _owning(context, i, cue, who)
    if (
        heard.party
        and cue.pos != "n"
        and arguments.is_passive(context.layers, i)
        and _is_resolved(context.layers, i, cue)
    ):
        return (heard.party,)
    return owners(context, i) if cue.pos == "n" else ()


def is_owned(context: Context, i: int, cue: Cue) -> bool:
    """Whether a noun is its owner's, whatever others do about it: "refused Karsia's demand", "the Karsian demand"."""
    owned = context.layers.child(i, "poss") is not None
    return cue.pos == "n" and cue.actor != "voice" and (owned or bool(owners(context, i)))


def _owning(context: Context, i: int, cue: Cue, who: int) -> tuple[str, ...]:
    """Whose "their" is where nobody is found for it: of "stated their demand for a fee" the stating ones'."""
    layers = context.layers
    verb = layers.tokens[i].head
    if cue.pos == "v" and layers.tokens[who].lemma in DOCUMENTS:
        return owners(context, who)  # "Karsia's plan calls for", "its aim is to press them"
    if layers.tokens[who].tag != "PRP$" or layers.tokens[i].dep != "dobj" or layers.tokens[verb].pos != "VERB":
        return ()
    subject = arguments.agent(layers, verb)
    return parties_at(context, subject) if subject is not None else ()


def _is_speaker(layers: Layers, who: int) -> bool:
    """Whether a subject nobody is found for is the speaker's own side: "it", or all or none of a kind ("no state")."""
    near = {layers.tokens[c].lower for c in layers.children[who] if layers.tokens[c].dep == "det"}
    return layers.tokens[who].lower in OWN_SIDE or bool(near & {"no", "any"})


def _is_resolved(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether a speaker who leaves out by whom it is done decides on it: "will not be paid", "it is agreed"."""
    if cue.actor == "self":
        return True
    subject, said = layers.child(i, "nsubjpass"), polarity(layers, i)
    ahead = said.mood == "possible" or (said.negated and said.mood == "planned")  # "a deal can be reached"
    return cue.stance == "accepts" and (ahead or (subject is not None and layers.tokens[subject].lower == "it"))


def _owners_of_all(context: Context, i: int) -> tuple[str, ...]:
    """Whose forces: of "tens of thousands of Karsian troops" those of the last noun."""
    layers = context.layers
    of = next((c for c in layers.children[i] if layers.tokens[c].lower == "of"), None)
    inner = layers.child(of, "pobj") if of is not None else None
    if inner is not None and layers.tokens[inner].pos == "NOUN":
        return _owners_of_all(context, inner)
    adjectives = (c for c in layers.children[i] if layers.tokens[c].dep in ("amod", "compound", "poss"))
    return tuple(dict.fromkeys(p for c in adjectives for p in context.agents(c)))

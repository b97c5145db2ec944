"""Who does an act where no party is known for it: people and bodies that the text does not name, as it calls them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract import arguments
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import words
from onrecord.extract.context import Context
from onrecord.layers import unnamed
from onrecord.text import Span

BODIES = words("groups.tsv")
ONLOOKERS = frozenset({"analyst", "expert", "scholar", "professor", "commentator", "historian", "columnist", "author"})
ORDINARY = frozenset(
    {"people", "person", "man", "woman", "boy", "girl", "fan", "reader", "viewer", "resident", "investor"}
)
ORDINARY |= {"trader", "consumer", "customer", "traveller", "tourist", "parent", "passenger", "guest", "patient"}
SHARES = frozenset(
    {"thousand", "hundred", "dozen", "score", "number", "majority", "group", "member", "crowd", "throng"}
)
SHARES |= {"many", "some", "several", "most", "half", "both", "all", "each", "one", "few", "million"}
CROWDS = frozenset({"thousand", "hundred", "dozen", "score", "million"})
COUNTING = frozenset({"about", "all", "almost", "around", "at", "both", "few", "fewer", "just", "least", "many"})
COUNTING |= {"more", "most", "nearly", "only", "over", "roughly", "several", "some", "than", "up", "to", "the", "of"}
MARCHING = frozenset({"protester", "demonstrator", "marcher", "throng", "crowd", "citizen", "opponent"})
ARMED = frozenset({"police", "force", "troop", "soldier", "army", "guard"})
"""Who clashes with protesters, and does not protest."""
RALLIES = frozenset({"protest", "demonstration", "rally", "march"})
PROTESTERS = unnamed("protesters")
UNNAMED = "unnamed: "
PICKING = frozenset({"some", "many", "most", "several", "few", "another", "any", "no"})
ONE = frozenset({"a", "an", "one", "another", "some", "any", "every", "each"})
SIGNS = frozenset({"sign", "banner", "placard", "poster", "slogan", "leaflet"})
MEDIA = frozenset({"news", "newspaper", "paper", "daily", "radio", "television", "tv", "document", "report", "poll"})
MEDIA |= {"survey", "study", "article", "headline", "transcript", "video", "footage", "data", "figure", "statistic"}
MEDIA |= {"tweet", "blog", "website", "email", "e-mail", "book", "film", "song", "site"}
MEDIA |= {"accord", "agreement", "deal", "pact", "treaty", "truce"}
CHANTING = frozenset({"chant", "shout", "cry", "scream", "yell"})
NOBODY = frozenset({"no", "not", "neither", "any"})


def heard(context: Context, act: Act) -> Act:
    """The act as that of the group that is heard, if the act is a judgement of theirs or their own: "protesters said
    that the offer is unacceptable", "we call on Karsia", the Harbour Council said."""
    ref, verb = act.voice.ref, act.voice.verb
    told = act.cue.actor == "voice" or act.who is not None
    if act.actor or not told or ref is None or not ref.startswith(UNNAMED):
        return act
    said = ref.removeprefix(UNNAMED)
    words_said = [w.removesuffix("s") for w in said.lower().split()]
    if words_said[-1] in CROWDS or (verb is not None and context.layers.tokens[verb].lemma in CHANTING):
        return replace(act, actor=(protesters(context),))
    looking_on = set(words_said) & (ONLOOKERS | SIGNS | MEDIA)
    return act if looking_on or words_said[0] in ONE | PICKING else replace(act, actor=(unnamed(said),))


def judged_by_group(context: Context, act: Act) -> Act:
    """The act as that of the people or body that is heard to judge: "critics said that it was a disaster"; who goes by
    a name alone ("Reuters said") only reports."""
    layers, said = context.layers, (act.voice.ref or "").removeprefix(UNNAMED)
    named = any(m.ref == act.voice.ref and layers.tokens[m.head].pos == "PROPN" for m in layers.mentions)
    named = named or (" " not in said and said.lower().removesuffix("s") not in BODIES | words("doers.tsv"))
    return heard(context, act) if act.cue.actor == "voice" and not named else act


def with_doer(context: Context, act: Act) -> Act:
    """The act, done by its "unnamed: ..." subject where no party is known: "critics accused Karsia".

    What a mere thing does, or who only looks on, stays nobody's act; ordinary people act where they protest.
    """
    if act.cue.type == "PROTEST" and _is_crowds(context, act):
        return replace(act, actor=(protesters(context),))
    ref = _unnamed(context, act.who) if act.who is not None and not act.actor else None
    if act.who is not None and act.cue.type != "PROTEST" and context.layers.tokens[act.who].lemma in ORDINARY:
        return act
    return act if ref is None or act.who is None else replace(act, actor=(_uncounted(context, act.who, ref),))


def protesters(context: Context) -> str:
    """Who is meant by all who protest: the protesters of the article, as a party if they are one there."""
    refs = {m.ref for m in context.layers.mentions if m.kind == "party" and m.ref.startswith("protesters")}
    return refs.pop() if len(refs) == 1 else PROTESTERS


def _is_crowds(context: Context, act: Act) -> bool:
    """Whether a protest is of people in the street, whatever they are called ("Karsians", "thousands", "Karsian
    protests"): no government marches."""
    layers = context.layers
    if act.who is None:
        return act.cue.pos == "n" and act.cue.words[0] in RALLIES and layers.tokens[act.at].tag == "NNS"
    other = arguments.after(layers, act.at, "with") if layers.tokens[act.who].lemma in ARMED else None
    i = act.who if other is None else other
    inner = arguments.after(layers, i, "of") if layers.tokens[i].lemma in SHARES else None
    token = layers.tokens[i if inner is None else inner]
    people = token.ent == "NORP" and token.tag in ("NNPS", "NNS", "NNP") and token.text.endswith(("s", "ese", "i"))
    mention = layers.mention_headed(token.i)
    named = mention is not None and mention.kind == "party" and mention.how == "name" and not people
    for_another = any(layers.tokens[j].lower.startswith("pro") for j in layers.subtree(token.i) if j < token.i)
    return not (named or for_another) and (people or token.lemma in MARCHING | ORDINARY | CROWDS)


def _uncounted(context: Context, i: int, ref: str) -> str:
    """The ref without how many they are: "some opposition parties" are opposition parties, "thousands of protesters"
    protesters."""
    layers = context.layers
    inner = arguments.after(layers, i, "of") if layers.tokens[i].lemma in SHARES - {"group", "member"} else None
    i = i if inner is None else inner
    first, last = layers.phrase(i)
    last -= layers.tokens[last - 1].dep == "case"  # "the union's"
    counted = first
    while counted < i and (layers.tokens[counted].pos == "NUM" or layers.tokens[counted].lower in COUNTING):
        counted += 1
    if inner is None and all(t.lower == "the" for t in layers.tokens[first:counted]):
        return ref.removesuffix("'s").removesuffix("’s")
    return unnamed(context.words(Span(layers.tokens[counted].start, layers.tokens[last - 1].end)))


def _unnamed(context: Context, i: int) -> str | None:
    """What the text calls the people or the body at token i; None for anything else."""
    layers = context.layers
    token, mention = layers.tokens[i], layers.mention_headed(i) or layers.mention_with(i)
    inner = arguments.after(layers, i, "of") if token.lemma in SHARES and mention is None else None
    named = inner is not None and layers.tokens[inner].pos != "PRON"
    if inner is not None and named and (_unnamed(context, inner) or context.agents(inner)):
        return context.speaker_ref(inner if token.pos in ("PRON", "DET", "ADJ") else i)  # "thousands of protesters"
    if token.lemma in ONLOOKERS or any(layers.tokens[c].lower in NOBODY for c in layers.children[i]):
        return None
    if mention is not None:
        return mention.ref if mention.kind == "unnamed" else None
    if token.lower.removesuffix("s") in CROWDS and inner is None and token.head != i:
        return unnamed(token.text)  # "thousands marched"
    organ = token.pos == "PROPN" and (token.ent in ("ORG", "NORP") or token.tag == "NNPS")
    if not organ and not (token.pos == "NOUN" and token.lemma in BODIES | words("doers.tsv")):
        return None
    ref = context.speaker_ref(i)
    return ref if ref is not None and ref.startswith("unnamed:") else None

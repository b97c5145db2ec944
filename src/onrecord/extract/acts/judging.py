"""What a speaker judges: a deed, people, or something that befalls everybody and that nobody is blamed for."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.lexicon import Cue, words
from onrecord.extract.context import Context, first_person
from onrecord.extract.polarity import POSSIBLE
from onrecord.extract.voice import owners, speech_above
from onrecord.layers import Layers

BEFALLING = frozenset(
    ["accident", "cancer", "condition", "crash", "death", "disease", "drought", "earthquake", "economy"]
)
BEFALLING |= {"epidemic", "event", "figure", "fire", "flood", "game", "hurricane", "illness", "image", "injury", "life"}
BEFALLING |= {"loss", "market", "morning", "night", "number", "pain", "picture", "price", "quake", "result", "scene"}
BEFALLING |= {
    "season",
    "situation",
    "storm",
    "suffering",
    "thing",
    "time",
    "victim",
    "virus",
    "weather",
    "world",
    "year",
}
POINTING = frozenset({"this", "that", "these", "those", "what", "which"})
PERSONS = frozenset({"he", "she", "they", "you", "who", "him", "her", "them", "those"})
PEOPLE = frozenset({"man", "woman", "person", "people", "guy", "leader", "regime", "candidate", "politician", "nation"})
PEOPLE |= {"country", "team", "side", "enemy"}
PERSON_ENDINGS = ("ist", "ian", "ator", "eer", "man", "woman")
MANY = frozenset({"NNS", "NNPS"})
DEED_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ship", "ism")


def is_judged_so(context: Context, judged: int, cue: Cue, speaker: tuple[str, ...]) -> bool:
    """Whether the cue can judge what stands at token `judged`: nothing of the speaker's own, and nothing that befalls
    people. What a verb tells is only blamed on who or what does it."""
    token = context.layers.tokens[judged]
    if token.lemma in BEFALLING or is_own(context, judged, speaker):
        return False
    if cue.pos == "v" and _may_be_speaker(context, judged, speaker):
        return False
    if cue.of == "people":
        return is_people(context, judged)
    if cue.of == "deed":
        return is_deed(context, judged)
    if cue.pos == "v":
        return can_be_blamed(context, judged)
    pointed = any(context.layers.tokens[c].dep in ("det", "poss") for c in context.layers.children[judged])
    return pointed or token.pos != "NOUN" or can_be_blamed(context, judged)  # "polls are misleading" blames nobody


def can_be_blamed(context: Context, i: int) -> bool:
    """Whether token i means who or what can be blamed: people, a deed, or what "this" or "they" points at."""
    return is_people(context, i) or is_deed(context, i) or context.layers.tokens[i].lower in POINTING


def is_asserted(layers: Layers, i: int, cue: Cue) -> bool:
    """Whether the cue at token i is put forward: not asked ("have you made mistakes?"), and what is good not only as
    possible or aimed at ("may save lives", "aims to save lives")."""
    verb = clauses.predicate(layers, i)
    subject = layers.child(verb, "nsubj", "nsubjpass")
    helpers = [c for c in layers.children[verb] if layers.tokens[c].dep in ("aux", "auxpass")]
    first = min([verb, *helpers])
    if subject is not None and first < subject and layers.tokens[first].pos == "AUX":
        return False
    if cue.type == "ACCUSE":
        return True
    bare = cue.pos == "v" and layers.tokens[i].tag == "VBG" and not helpers
    to = any(layers.tokens[c].lower == "to" for c in helpers) and cue.pos == "v"
    return not (bare or to or {layers.tokens[c].lower for c in helpers} & POSSIBLE)


def is_people(context: Context, i: int) -> bool:
    """Whether token i means people, or a body that acts: a name, "he", "the ministers"."""
    token, mention = context.layers.tokens[i], context.layers.mention_headed(i)
    if mention is not None and mention.kind in ("party", "person", "unnamed"):
        return True
    if token.pos == "NOUN" and token.lemma.endswith(PERSON_ENDINGS):
        return True
    return token.lower in PERSONS or token.lemma in PEOPLE | words("bodies.tsv") | words("doers.tsv")


def is_deed(context: Context, i: int) -> bool:
    """Whether token i means what somebody does or plans: a clause, a policy, a noun of doing, or a party's own."""
    layers, token = context.layers, context.layers.tokens[i]
    if token.pos in ("VERB", "AUX") or token.lemma in words("policies.tsv"):
        return True
    noun = token.pos in ("NOUN", "PROPN") and layers.mention_headed(i) is None
    return noun and (token.lemma.endswith(DEED_ENDINGS) or bool(owners(context, i)))


def _may_be_speaker(context: Context, i: int, speaker: tuple[str, ...]) -> bool:
    """Whether the subject at token i is the speaker, or in reported speech a pronoun that may mean them: "Karsia said
    that it would restore order"."""
    meant = context.agents(i)
    if meant or context.layers.tokens[i].pos != "PRON":
        return bool(set(meant) & set(speaker))
    quote = context.quote_at(context.layers.tokens[i].start)
    if quote is not None and context.quotes[quote].kind != "indirect":
        return False
    verb = speech_above(context, i)
    who = arguments.agent(context.layers, verb) if verb is not None else None
    many = who is not None and (context.layers.tokens[who].tag in MANY or context.layers.tokens[who].lower == "they")
    return many == (context.layers.tokens[i].lower == "they")


def is_own(context: Context, i: int, speaker: tuple[str, ...]) -> bool:
    """Whether token i is the speaker's own: "our plan", Karsia's plan in Karsia's words."""
    whose = context.layers.child(i, "poss")
    if whose is not None and first_person(context.layers.tokens[whose]):
        return True
    return bool(set(owners(context, i)) & set(speaker))

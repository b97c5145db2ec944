"""Whether what is said of a meeting is enough for a report of it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.context import Context
from onrecord.extract.meetings.chain import Chain
from onrecord.extract.meetings.cues import words_before
from onrecord.extract.meetings.parts import level_of
from onrecord.extract.meetings.sides import own_parties, parties_at, subject_of
from onrecord.extract.meetings.tense import tense
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.meetings.trigger_verbs import GATHERING, RECEIVING
from onrecord.extract.meetings.visits import JOURNEYS, SENDING
from onrecord.extract.meetings.words import meeting_verb
from onrecord.extract.wordlist import words

OF_ANY = words(
    "marathon weekend evening morning afternoon overnight night day emergency crisis crunch peace round table"
)
"""Nouns before "talks" that do not say what they are about."""
ALONE = GATHERING | RECEIVING | JOURNEYS | SENDING | words("negotiate confer come get sit visit arrive expect")
"""Verbs that say a meeting of their subjects, no other side named."""
JOINTLY = words("lunch dine sup confer consult chat converse haggle bargain parley speak talk")
"""Verbs that say it where their subjects are of two sides: "Feld and Vask dined in Tolm"."""
SOMETHING_ELSE = words("to at out up of for against about with alongside")
"""With these words what two speak is no talk between them."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a mention says of its meeting.

    parties, follows  who meets, and the report that it goes back to
    named             two sides stand in its own words
    dated, placed     it gives a date, a place
    comes             it tells that a side comes to a place on a day
    """

    parties: list[str]
    named: bool
    follows: int | None
    dated: bool
    placed: bool
    negated: bool
    comes: bool


def says_enough(context: Context, trigger: Trigger, chain: Chain, said: Said) -> bool:
    """Whether a mention is a report: it says a meeting, of somebody, and something of it."""
    layers = context.layers
    if (chain.listed and not own_parties(context, trigger)) or (chain.conditional and not said.dated):
        return False
    if not said.negated and not trigger.verb and "any" in words_before(layers, trigger.i):
        return False  # "any talks must include them"
    if not said.parties and _on_something_else(context, trigger):
        return False
    somewhere = said.dated or said.placed
    telling = (
        (said.named and not trigger.verb)
        or layers.tokens[trigger.i].dep in ("nsubj", "nsubjpass")
        or ((trigger.strong or trigger.verb or trigger.sort == "visit") and (somewhere or bool(chain.cues)))
    )
    met = said.named and trigger.sort in ("call", "visit") and not trigger.verb  # "in a phone call with the envoy"
    if not met and not _speaks_of_meeting(context, trigger, chain, somewhere):
        return False
    if not said.parties and said.follows is None and trigger.strong and not trigger.pointing:
        ranked = trigger.sort != "meeting" or level_of(context, trigger, chain) is not None  # "the ministers' meeting"
        taken_up = layers.tokens[trigger.i].dep == "nsubj" and said.dated and _told_of(context, chain)
        return (ranked or trigger.verb) and somewhere and bool(chain.cues or chain.time or trigger.verb or taken_up)
    return _counts(trigger, chain, said, telling)


def _told_of(context: Context, chain: Chain) -> bool:
    """Whether something is told of it that happened: "Saturday's summit yielded no deal"."""
    return any(tense(context.layers, v) == "past" for v in chain.verbs)


def _counts(trigger: Trigger, chain: Chain, said: Said, telling: bool) -> bool:
    if trigger.pointing:
        return said.follows is not None or (said.comes and bool(said.parties))
    if said.follows is not None:
        return telling
    if len(said.parties) >= 2:
        return True
    somewhere = said.dated or said.placed
    if not trigger.strong:
        return False
    return bool(said.parties) and (somewhere or telling or bool(chain.cues))


def _speaks_of_meeting(context: Context, trigger: Trigger, chain: Chain, placed: bool) -> bool:
    """Whether a word that often says something else says a meeting here ("spoke with X", not "spoke out")."""
    if trigger.strong or trigger.pointing:
        return True
    token = context.layers.tokens[trigger.i]
    if trigger.verb:
        named = bool(own_parties(context, trigger)) or _spoken_to(context, trigger.i) or trigger.sort == "call"
        return named or token.lemma in ALONE or (token.lemma == "discuss" and placed) or _jointly(context, trigger.i)
    if token.lemma == "contact":
        return placed or chain.says("hold")  # "expand contacts with the leadership" is no meeting
    return placed or bool(chain.cues) or token.dep in ("nsubj", "nsubjpass")


def _jointly(context: Context, i: int) -> bool:
    """ "Feld and Vask are to speak again": subjects of two sides who do to each other what the verb says."""
    layers, subject = context.layers, subject_of(context.layers, i)
    lemma = layers.tokens[i].lemma
    if JOINTLY.isdisjoint({lemma, lemma + "e"}) or subject is None or layers.child(i, "dobj", "ccomp") is not None:
        return False
    below = {layers.tokens[c].lower for c in layers.children[i] if layers.tokens[c].dep in ("prep", "prt")}
    when = [layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "in"]
    if any(j is None or layers.tokens[j].ent not in ("DATE", "TIME", "GPE", "LOC", "FAC") for j in when):
        return False  # "spoke in turn", "spoke in parliament"
    return below.isdisjoint(SOMETHING_ELSE) and len(parties_at(context, subject)) > 1


def _spoken_to(context: Context, i: int) -> bool:
    """ "Willing to talk to Karsia": a side after the preposition that the verb takes."""
    layers, verb = context.layers, meeting_verb(context.layers, i)
    below = [c for c in layers.children[i] if verb is not None and layers.tokens[c].lower in verb.preps]
    return any((j := layers.child(c, "pobj")) is not None and parties_at(context, j) for c in below)


def _on_something_else(context: Context, trigger: Trigger) -> bool:
    """ "Climate talks" of nobody in particular are others than those that the article is about."""
    tokens = context.layers.tokens
    before = [tokens[c] for c in context.layers.children[trigger.i] if tokens[c].dep == "compound"]
    return any(t.pos == "NOUN" and t.lemma not in OF_ANY for t in before)

"""The stance of who blames or backs a thing, where no word of demand or refusal stands."""

from __future__ import annotations

from onrecord.extract import clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import words
from onrecord.extract.context import Context
from onrecord.readings import Stance

CHARGING = frozenset({"accuse", "blame", "charge", "allege", "suspect", "implicate", "fault", "investigate", "probe"})
CHARGING |= {"prosecute", "sue", "indict", "summon", "convict", "impeach", "arraign"}
DEEDS = frozenset({"force", "attack", "airstrike", "raid", "shelling", "strike", "bombing", "mission", "handling"})
BLAMING_NOUNS = frozenset({"condemnation", "criticism", "denunciation", "anger", "fury", "outrage", "outcry", "dismay"})
BACKING = frozenset({"support", "back", "backing", "applaud", "hail", "praise", "herald", "laud", "commend", "acclaim"})
BACKING |= {"affirm", "champion", "cheer", "express", "extol", "lend", "put", "rally", "reiterate", "stand", "throw"}
BACKING |= {"voice"}


def blaming(context: Context, act: Act) -> Stance | None:
    """The stance of who blames a policy or whatever else is no person and no party: "slammed the deal" and "slammed
    Karsia for closing the port" reject, "angry at it" questions; who charges others with a deed says that it
    happened."""
    layers, cue = context.layers, act.cue
    if cue.type != "ACCUSE" or cue.actor == "voice" or act.polarity.negated or not act.matter:
        return None
    blamed = layers.tokens[clauses.top(layers, act.matter)]
    doing = blamed.tag == "VBG" and cue.pos == "v" and cue.words[0] not in CHARGING and bool(act.recipient)
    if blamed.lemma not in words("policies.tsv") and not doing and not _is_thing_blamed(context, act, blamed.i):
        return None
    return "questions" if cue.pos == "a" else "rejects"


def _is_thing_blamed(context: Context, act: Act, i: int) -> bool:
    """Whether blame hits a thing at token i: "criticised the force", not the ministers or Karsia."""
    blaming = act.cue.pos == "v" or act.cue.words[0] in BLAMING_NOUNS
    return blaming and act.cue.words[0] not in CHARGING and _is_thing(context, i)


def _is_thing(context: Context, i: int) -> bool:
    """Whether a noun is neither a party nor people nor a body that acts for one."""
    token = context.layers.tokens[i]
    plain = token.pos == "NOUN" and context.layers.mention_with(i) is None
    return plain and token.lemma not in words("bodies.tsv") - DEEDS


def is_said(context: Context, i: int) -> bool:
    """Whether token i heads a clause or means a thing, not people."""
    return context.layers.tokens[i].pos != "NOUN" or _is_thing(context, i)


def supporting(context: Context, act: Act) -> Stance | None:
    """The stance of who supports or praises a thing: "hailed the vote" accepts it, "hailed Karsia" says nothing."""
    cue = act.cue
    if cue.type != "SUPPORT" or cue.actor == "voice" or cue.words[0] not in BACKING or act.polarity.negated:
        return None
    reinforcing = context.layers.child(act.at, "prt") is not None  # "to back up the crews"
    if "confidence" in cue.fillers or reinforcing:
        return None
    return "accepts" if act.matter and _is_thing(context, clauses.top(context.layers, act.matter)) else None

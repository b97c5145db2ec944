"""Where a meeting is: by what stands before its noun, and by the words beside it and its verbs."""

from __future__ import annotations

from onrecord.extract.context import Context
from onrecord.extract.meetings.chain import Chain
from onrecord.extract.meetings.climb import TRAVEL
from onrecord.extract.meetings.sides import names_place, unique
from onrecord.extract.meetings.times import led_there
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.meetings.words import meeting_nouns
from onrecord.extract.wordlist import words
from onrecord.gazetteer import gazetteer
from onrecord.layers import Layers
from onrecord.settings import Settings

TOWNS = words("resort town city village capital port island suburb kingdom emirate state palace hotel")
"""Nouns for places that are named after them."""


def place_of(context: Context, trigger: Trigger, chain: Chain, date: int | None) -> str | None:
    """The place of the meeting: what stands before its noun, or after "in" or "at" beside it; never a seat."""
    layers = context.layers
    for noun in (
        (trigger.i, *chain.nouns) if not trigger.verb else ()
    ):  # "the Halden round", "a round of the Halden talks"
        for c in layers.children[noun]:
            if names_place(layers, trigger, c):
                return layers.tokens[c].text
    for v in chain.verbs:
        if (governor := led_there(layers, v)) is not None:
            reached = [layers.child(c, "pobj") for c in layers.children[governor] if layers.tokens[c].lower == "to"]
            reached += [layers.tokens[v].head]
            return next((name for j in reached if j is not None and (name := _place_name(layers, j, "in"))), None)
    fixed = {i for cue, i, _ in chain.cues if cue == "fix"}  # "a summit set for Halden"
    for v in _beside_place(context, trigger, chain, date):
        going = layers.tokens[v].lemma in TRAVEL and v in chain.verbs
        for c in layers.children[v]:
            visited = going and layers.tokens[v].lemma == "visit"
            if visited and layers.tokens[c].dep == "dobj" and (name := _place_name(layers, c, "")) is not None:
                return name
            toward = going or layers.tokens[v].lemma in ("invite", "welcome", "bring")
            there = ("in", "at", "to") if toward else ("in", "at", "for") if v in fixed else ("in", "at")
            inner = layers.child(c, "pobj") if layers.tokens[c].lower in there else None
            if inner is not None and layers.tokens[c].lower == "for" and _is_party(context, inner):
                continue  # "set for Karsia" says whose it is
            for at in [inner, _town_of_house(layers, inner)] if inner is not None else []:
                if at is not None and (name := _place_name(layers, at, layers.tokens[c].lower)) is not None:
                    return name
    return None


def _town_of_house(layers: Layers, house: int) -> int | None:
    """The town of "at his office in Tolm", "at State House, Tolm"."""
    if layers.tokens[layers.tokens[house].head].lower != "at" or layers.tokens[house].lemma in meeting_nouns():
        return None
    within = next((c for c in layers.children[house] if layers.tokens[c].lower == "in"), None)
    return layers.child(within, "pobj") if within is not None else layers.child(house, "appos")


def _beside_place(context: Context, trigger: Trigger, chain: Chain, date: int | None) -> list[int]:
    """The words on which "in X" may hang: the meeting's noun and verbs, its day, its length, whom one met."""
    layers = context.layers
    day = context.timexes[date].span if date is not None else None
    sentence = layers.sentence_of(trigger.i)
    dated = [i for i in range(sentence.first, sentence.last) if day is not None and day.holds(layers.tokens[i].span)]
    lasting = [j for v in chain.verbs for c in layers.children[v] if (j := layers.child(c, "pobj")) is not None]
    lasting = [j for j in lasting if layers.tokens[layers.tokens[j].head].lower == "for"]  # "met for two hours in X"
    below = [c for c in layers.children[trigger.i] if trigger.verb or layers.tokens[c].lower in ("with", "between")]
    met = [j for c in below for j in (c, layers.child(c, "pobj")) if j is not None]  # "met the envoy in X"
    met = [j for j in met if layers.tokens[j].dep in ("dobj", "pobj") and layers.tokens[j].ent not in ("DATE", "TIME")]
    met += [c for c in layers.children[trigger.i] if layers.tokens[c].dep == "appos"]  # "the Dialogue, a forum in X"
    return unique([trigger.i, *chain.nouns, *chain.verbs, *dated, *lasting, *met, *_occasions(layers, trigger, chain)])


def _is_party(context: Context, i: int) -> bool:
    """Whether token i names a party itself, not the capital that stands for it."""
    mention = context.layers.mention_with(i)
    if mention is None or mention.kind != "party":
        return False
    known = gazetteer(Settings()).surfaces.get(context.words(mention.span))
    return known is None or known.use != "capital"


def _occasions(layers: Layers, trigger: Trigger, chain: Chain) -> list[int]:
    """The gatherings at which one met: "met on the sidelines of a summit in X" was in X."""
    out: list[int] = []
    for v in (trigger.i, *chain.verbs):
        for c in layers.children[v]:
            inner = layers.child(c, "pobj") if layers.tokens[c].lower in ("during", "at", "on") else None
            if inner is not None and layers.tokens[inner].lemma not in meeting_nouns():  # "sidelines", "Group of 20"
                below = [layers.child(d, "pobj") for d in layers.children[inner] if layers.tokens[d].lower == "of"]
                inner = next((j for j in below if j is not None), None)
            if inner is not None and layers.tokens[inner].lemma in meeting_nouns():
                out.append(inner)
    return out


def _town(layers: Layers, i: int) -> int:
    """The name in "the resort of Halden", "the Karsian capital, Tolm", else the token itself."""
    if layers.tokens[i].lemma not in TOWNS:
        return i
    of = next((c for c in layers.children[i] if layers.tokens[c].lower == "of"), None)
    named = layers.child(of, "pobj") if of is not None else layers.child(i, "appos")
    return named if named is not None and layers.tokens[named].pos == "PROPN" else i


def _place_name(layers: Layers, i: int, through: str) -> str | None:
    i = _town(layers, i)
    token = layers.tokens[i]
    mention = layers.mention_with(i)
    known = token.ent in ("GPE", "LOC", "FAC") or (mention is not None and mention.kind == "place")
    guessed = through == "in" and token.tag == "NNP" and token.ent == "" and mention is None
    person = mention is not None and mention.kind == "person"  # whom the model takes for a town
    if token.pos not in ("PROPN", "NOUN") or not (known or guessed) or person:
        return None
    names = [i]
    for c in reversed([c for c in layers.children[i] if layers.tokens[c].dep in ("compound", "amod", "nmod")]):
        if c == names[0] - 1 and layers.tokens[c].pos == "PROPN":
            names.insert(0, c)
    return " ".join(layers.tokens[w].text for w in names)

"""Whom "both sides" means where a meeting is told: the two that the article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.extract.context import Context
from onrecord.extract.meetings.chain import Chain
from onrecord.extract.meetings.sides import TOGETHER
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Sentence
from onrecord.readings import MeetingReport

SIDES = words("side country nation state government party capital neighbour neighbor leader president minister")
STATES = words("country nation state capital neighbour neighbor")
TWO = frozenset({"both", "two"})


def both_sides(context: Context, sentence: Sentence, before: Sequence[MeetingReport], found: list[str]) -> list[str]:
    """The parties found, or those in focus if all that was found is whom "both countries" may mean."""
    phrases = [t.i for t in context.layers.tokens_of(sentence) if _is_both(context, t.i)]
    if not phrases or len(found) < 2:
        return found
    owned = [j for i in phrases for j in context.layers.ancestors(i) if context.layers.tokens[j].pos == "NOUN"]
    meant = {p for i in (*phrases, *owned) for p in context.agents(i)}
    named = {
        m.ref
        for m in context.layers.mentions_in(sentence.span)
        if m.kind in ("party", "person")
        and context.layers.tokens[m.head].pos != "PRON"
        and not any(m.first <= i < m.last for i in phrases)
    }
    parties = {p for n in named if (p := context.layers.party_of(n) if n.startswith("p:") else n) is not None}
    if not set(found) <= meant:
        return found
    if len(parties) == 2 and any(_the_two(context, i) for i in phrases):
        return sorted(parties)
    if len(parties) == 1 and parties.isdisjoint(found) and any(_the_two(context, i) for i in phrases):
        named_most = Counter(m.ref for m in context.layers.mentions if m.ref in found)
        return sorted([*parties, *(ref for ref, _ in named_most.most_common(1))])
    return found if set(found) & parties else _focus(context, before) or found


def _the_two(context: Context, i: int) -> bool:
    """ "The two countries" after two have been named in the sentence, but not as its subject."""
    token = context.layers.tokens[i]
    return token.lemma in STATES and token.dep == "pobj"


def sides_meant(context: Context, trigger: Trigger, chain: Chain, before: Sequence[MeetingReport]) -> list[str]:
    """The two that "the parties" or "both sides" means, who hold the talks or between whom they are."""
    layers = context.layers
    verbs = [*chain.verbs, *(i for _, i, _ in chain.cues), *([chain.beside] if chain.beside is not None else [])]
    between = [layers.child(c, "pobj") for c in layers.children[trigger.i] if layers.tokens[c].lower in TOGETHER]
    who = [*(layers.child(v, "nsubj", "nsubjpass") for v in verbs), *between]
    meant = any(i is not None and (_is_both(context, i) or _are_the_parties(layers, i)) for i in who)
    return _focus(context, before) if meant else []


def _are_the_parties(layers: Layers, i: int) -> bool:
    """ "The parties", "the sides", and nothing that says which."""
    return layers.tokens[i].lower in ("parties", "sides") and len(layers.children[i]) == 1


def _is_both(context: Context, i: int) -> bool:
    layers = context.layers
    if layers.tokens[i].lemma not in SIDES:
        return False
    return any(layers.tokens[c].lower in TWO for c in layers.children[i])


def _focus(context: Context, before: Sequence[MeetingReport]) -> list[str]:
    """The pair that the article's meetings bring together most often, else the two parties it names most."""
    pairs = Counter(frozenset(r.participants) for r in before if len(r.participants) == 2)
    if pairs:
        return min((-n, sorted(pair)) for pair, n in pairs.items())[1]
    named = Counter(m.ref for m in context.layers.mentions if m.kind == "party")
    ranked = named.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[1][1] == ranked[2][1]):
        return []
    return sorted(ref for ref, _ in ranked[:2])

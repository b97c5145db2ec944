"""Whose police, army or government is meant where nobody says it: the state where it happens, or the one at home."""

from __future__ import annotations

from collections import Counter

from onrecord.enrich.discourse import Discourse
from onrecord.enrich.lexicon import lexicon
from onrecord.layers import MentionKind

PLAIN = frozenset({"the", "riot", "security", "armed", "local", "plainclothes", "uniformed", "state", "military"})
"""What may stand before such an organ without telling whose it is."""
RULING = frozenset({"government", "parliament", "cabinet", "administration"})


def home_organ(d: Discourse, i: int) -> str | None:
    """The state whose organ a bare noun means ("police", "the security forces"), if the article tells.

    Of those in the street the one of the place in their sentence or the sentence before; else the one that the
    article is about.
    """
    t, tokens = d.sheet.tokens[i], d.sheet.tokens
    before = {tokens[c].lower for c in d.sheet.children[i] if tokens[c].dep != "punct" and c < i}
    if t.lemma not in lexicon("home_organ") or t.dep in ("compound", "amod", "nmod") or not before <= PLAIN:
        return None
    if (t.lemma == "force" and not before - {"the"}) or (t.tag == "NN" and t.lemma != "police" and "the" not in before):
        return None
    if any(tokens[c].lower == "of" or tokens[c].dep in ("poss", "appos", "relcl") for c in d.sheet.children[i]):
        return None
    if t.lemma in RULING:
        return home_state(d) if t.tag == "NN" else None
    return _state_of_place(d, i) or home_state(d) or _chief(_named(d, "party") + _named(d, "place"))


def of_land(d: Discourse, i: int) -> str | None:
    """The state whose are "officials in Karsia" or "security forces in Karsia": an envoy may sit in any capital."""
    t, surfaces = d.sheet.tokens[i], d.gazetteer.surfaces
    if t.lemma not in lexicon("home_organ") - RULING | {"official"}:
        return None
    within = (c for c in d.sheet.children[i] if d.sheet.tokens[c].lower == "in" and d.sheet.tokens[c].dep == "prep")
    lands = {o for c in within for o in d.sheet.children[c]}
    places = (m for m in d.named if m.kind == "place" and m.head in lands and m.ref in surfaces)
    return next((m.party for m in places if surfaces[m.ref].use == "name" and m.party and is_state(d, m.party)), None)


def _state_of_place(d: Discourse, i: int) -> str | None:
    """The one state in whose land the sentence of token i, or the one before, says that something happens."""
    now = d.sheet.tokens[i].sentence
    for sentence in (now, now - 1):
        here = (m for m in d.named if m.kind == "place" and d.sheet.tokens[m.head].sentence == sentence)
        states = {m.party for m in here if m.party is not None and is_state(d, m.party)}
        if states:
            return states.pop() if len(states) == 1 else None
    return None


def home_state(d: Discourse) -> str | None:
    """The state that the article is about, for "the government": named thrice, and twice as often as any other."""
    return _chief(_named(d, "party"))


def _named(d: Discourse, kind: MentionKind) -> Counter[str]:
    """How often each state is named as one that acts, by itself or by one of its political parties, or as a place."""
    named = (m.ref if m.kind == "party" else m.party for m in d.named if m.kind == kind)
    known = (d.gazetteer.parties.get(party) for party in named if party is not None)
    states = (k.id if k.kind == "state" else k.state for k in known if k is not None)
    return Counter(state for state in states if state is not None)


def _chief(times: Counter[str]) -> str | None:
    (first, n), (_, m) = (*times.most_common(2), ("", 0), ("", 0))[:2]
    return first if n > 2 and n > 2 * m else None


def is_state(d: Discourse, party: str) -> bool:
    known = d.gazetteer.parties.get(party)
    return known is not None and known.kind == "state"

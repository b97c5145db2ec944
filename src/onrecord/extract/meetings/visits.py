"""Visits: a leader of one side at the seat of another, or in its country, meets those who live there.

"The president visited Karsia", "the envoy's visit to Tolm", "she arrived at the White House". Journeys of
people who speak for nobody, or within their own country, are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.context import Context
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Mention

ENVOYS = words(
    "president premier chancellor king queen monarch emir prince pope minister secretary leader envoy delegation"
    " negotiator ambassador head chief mediator representative commissioner emissary chairman official diplomat"
)
"""Who visits as somebody's envoy, by the word for them."""
OWN_BUSINESS = words("private family campaign holiday personal site field return home hospital")
"""Visits that are no affair of the host's."""


def visit_verb(layers: Layers, i: int) -> bool:
    """Whether verb i (visit, arrive) has somewhere to visit."""
    return _destination(layers, i) is not None


def visit_noun(layers: Layers, i: int) -> bool:
    """Whether noun i (visit, trip) is one to somewhere, or points back to such a one."""
    before = {layers.tokens[c].lower for c in layers.children[i] if c < i}
    return not before & OWN_BUSINESS and (_destination(layers, i) is not None or bool(before & {"the", "this"}))


def is_visit(name: str) -> bool:
    """Whether the words that name a meeting name a visit."""
    return name.lower().split()[-1].startswith(("visit", "trip", "tour", "arriv"))


def visit_parties(context: Context, i: int, verbs: list[int]) -> list[str]:
    """The visitor's side and the host's; nothing where either is not known or both are one."""
    layers = context.layers
    at = _destination(layers, i)
    mention = _mention(layers, at) if at is not None else None
    if at is None or mention is None:
        return []
    envoy = mention.kind in ("person", "unnamed")
    host = mention.party or layers.party_of(mention.ref) if envoy else mention.party
    host = mention.ref if mention.kind == "party" else host
    if host is None:
        return []
    named = mention.kind == "party" and layers.tokens[at].ent not in ("GPE", "LOC", "")
    seat = named or envoy
    for j in _visitors(layers, i, verbs):
        for k in context.conjuncts(j):
            visitor = _visits_as(context, i) or _side(context, k, seat=seat)
            if visitor is not None and visitor != host:
                return [visitor, host]
    return []


def visit_place(context: Context, i: int) -> str | None:
    """The name of what is visited, without its article."""
    layers = context.layers
    at = _destination(layers, i)
    mention = _mention(layers, at) if at is not None else None
    if mention is None or mention.kind not in ("party", "place"):
        return None  # "visited the envoy"
    return context.words(mention.span).removeprefix("the ").removeprefix("The ").removesuffix("'s")


def _destination(layers: Layers, i: int) -> int | None:
    """The place or party visited: the object of the verb, or what stands after "to", "in" or "at"."""
    token = layers.tokens[i]
    noun = token.pos != "VERB"
    if token.lemma == "visit" and not noun:
        inner = layers.child(i, "dobj")
        return inner if inner is not None and _mention(layers, inner) is not None else None
    there = {"to", "at", "of"} if noun else {"in", "at"}
    for c in layers.children[i]:
        inner = layers.child(c, "pobj") if layers.tokens[c].lower in there else None
        if inner is not None and _mention(layers, inner) is not None:
            return inner
    return None


def _mention(layers: Layers, i: int) -> Mention | None:
    """The party, place or envoy that token i is the head of; "the Karsian border" is none."""
    mention = layers.mention_headed(i)
    if mention is None or mention.kind in ("party", "place"):
        return mention
    return mention if mention.kind != "outlet" and (mention.party or layers.party_of(mention.ref)) else None


def _visitors(layers: Layers, i: int, verbs: list[int]) -> Iterator[int]:
    """Who may be the visitor: the owner or maker of the visit, the subject of its verbs."""
    for c in layers.children[i]:
        child = layers.tokens[c]
        if child.dep in ("nsubj", "poss", "compound", "nmod"):
            yield c
        elif child.dep == "prep" and child.lower in ("by", "from", "of"):
            inner = layers.child(c, "pobj")
            if inner is not None:
                yield inner
    for v in (i, *verbs):
        head = layers.tokens[v]
        asked = layers.child(head.head, "dobj") if head.dep == "xcomp" else None
        if asked is not None and asked < v and layers.tokens[head.head].lemma != "promise":
            yield asked  # "invited the envoy to visit"
        while head.dep in ("xcomp", "conj", "advcl", "pcomp", "prep") and layers.child(head.i, "nsubj") is None:
            head = layers.tokens[head.head]
        subject = layers.child(head.i, "nsubj", "nsubjpass")
        if subject is not None:
            relative = layers.tokens[subject].tag in ("WP", "WDT") and head.dep == "relcl"
            yield head.head if relative else subject


def _visits_as(context: Context, i: int) -> str | None:
    """The party in "visited Tolm as Valdoria's leader"."""
    layers = context.layers
    for c in layers.children[i]:
        inner = layers.child(c, "pobj") if layers.tokens[c].lower == "as" else None
        if inner is not None and layers.tokens[inner].lemma in ENVOYS:
            return next(iter(context.agents(inner)), None)
    return None


def _side(context: Context, i: int, *, seat: bool) -> str | None:
    """For whom token i visits; themselves for a person at a seat of power, whom the record may know."""
    layers = context.layers
    mention = layers.mention_headed(i) or layers.mention_with(i)
    titled = layers.tokens[i].lemma in ENVOYS
    if mention is None or mention.kind not in ("person", "unnamed") or not (titled or mention.kind == "person"):
        return next(iter(context.agents(i)), None) if titled else None
    known = layers.party_of(mention.ref) or mention.party
    if known is not None or mention.kind == "unnamed":
        return known
    person = layers.person_by_key.get(mention.ref)
    return mention.ref if seat or (person is not None and person.roles) else None

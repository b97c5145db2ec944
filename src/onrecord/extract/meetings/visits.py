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
    " negotiator ambassador head chief mediator representative commissioner emissary chairman official diplomat team"
)
"""Who visits as somebody's envoy, by the word for them."""
JOURNEYS = words("travel fly go come head leave depart return")
"""Verbs of a journey, which is a visit where somebody in office goes to another state's seat or land."""
SENDING = words("send dispatch lead invite")
"""Verbs whose object is the visitor."""
OWN_ENVOYS = SENDING - {"invite"}
"""Of these the subject sends its own envoy."""
SETTING_OUT = words("leave depart head send dispatch")
"""After these the visitor is still on the way."""
WAYS = words("way route")
""" "On its way to Tolm", "en route to Tolm"."""
OWN_BUSINESS = words("private family campaign holiday personal site field return home hospital")
"""Visits that are no affair of the host's."""
NO_LAND = frozenset({"ORG", "PERSON", "NORP"})
TOLD_BY = ("visit", "trip", "tour", "arriv", "host", "receiv", "welcom", "com", "travel", "going")
"""How the words begin by which a visit is told."""
TOLD_BEFORE = frozenset({"the", "this", "that"})
"""Words before a visit that has been told: "the visit", "that trip"."""


def visit_verb(layers: Layers, i: int) -> bool:
    """Whether verb i (visit, arrive) has somewhere to visit and is no word of other talks."""
    verb = layers.tokens[i].lemma
    if verb in SENDING and _sent(layers, i) is None:
        return False
    if verb == "expect" and (layers.child(i, "nsubjpass") is None or layers.child(i, "xcomp", "agent") is not None):
        return False  # "is expected in Tolm", not "expects in Tolm", "is expected to"
    if verb == "return" and layers.child(i, "dobj") is not None:
        return False  # "return him to Karsia"
    return _destination(layers, i) is not None


def is_journey(layers: Layers, i: int) -> bool:
    """Whether word i says a way there rather than a stay."""
    return layers.tokens[i].lemma in JOURNEYS | SENDING | WAYS


def visit_noun(layers: Layers, i: int) -> bool:
    """Whether noun i (visit, trip) is one to somewhere, or points back to such a one."""
    before = {layers.tokens[c].lower for c in layers.children[i] if c < i}
    if layers.tokens[i].lemma in WAYS:
        under_way = layers.tokens[i].dep == "pobj" and layers.tokens[layers.tokens[i].head].lower in ("en", "on")
        return under_way and _destination(layers, i) is not None
    told = bool(before & TOLD_BEFORE) or layers.child(i, "poss") is not None
    return not before & OWN_BUSINESS and (_destination(layers, i) is not None or told)


def is_visit(name: str) -> bool:
    """Whether the words that name a meeting name a visit."""
    return name.lower().split()[-1].startswith(TOLD_BY)


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
    seat = (named or envoy) and not is_journey(layers, i)
    for j in _visitors(layers, i, verbs):
        for k in context.conjuncts(j):
            if is_journey(layers, i) and not _in_office(layers, k):
                continue
            visitor = _visits_as(context, i) or _side(context, k, seat=seat)
            if visitor is not None and visitor != host:
                return [visitor, host]
    sender = layers.child(i, "nsubj") if layers.tokens[i].lemma in OWN_ENVOYS else None
    sides = context.agents(sender) if sender is not None else []
    return [sides[0], host] if sides and sides[0] != host else []


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
    near = list(layers.children[i])
    if is_journey(layers, i):
        there = {"for"} if token.lemma in ("leave", "depart") else {"to", "for"} if token.lemma == "head" else {"to"}
        sent = _sent(layers, i) if token.lemma in SENDING else None
        near += layers.children[sent] if sent is not None else []
    if noun and layers.tokens[token.head].lower in ("for", "on"):
        near += layers.children[layers.tokens[token.head].head]  # "was in Tolm on a state visit"
        there |= {"in"}
    for c in near:
        inner = layers.child(c, "pobj") if layers.tokens[c].lower in there else None
        if inner is not None and _mention(layers, inner) is not None:
            return inner
    return _land_before(layers, i) if noun else None


def _land_before(layers: Layers, i: int) -> int | None:
    """The land or city before the noun: "her Karsia trip", "the envoy's Tolm visit"."""
    for c in layers.children[i]:
        mention = _mention(layers, c) if layers.tokens[c].dep == "compound" else None
        if mention is not None and mention.kind in ("party", "place") and layers.tokens[c].ent not in NO_LAND:
            return c
    return None


def _sent(layers: Layers, i: int) -> int | None:
    """The envoy whom verb i sends, leads or invites."""
    inner = layers.child(i, "dobj", "nsubjpass")
    return inner if inner is not None and _in_office(layers, inner) else None


def _in_office(layers: Layers, i: int) -> bool:
    """Whether token i is an envoy, or a person in such an office or known to speak for a party."""
    mention = layers.mention_headed(i)
    person = layers.person_by_key.get(mention.ref) if mention is not None else None
    titles = {word for role in person.roles for word in role.title.lower().split()} if person is not None else set()
    speaks = mention is not None and mention.kind == "person" and layers.party_of(mention.ref) is not None
    return layers.tokens[i].lemma in ENVOYS or bool(titles & ENVOYS) or speaks


def _mention(layers: Layers, i: int) -> Mention | None:
    """The party, place or envoy that token i is the head of; "the Karsian border" is none."""
    mention = layers.mention_headed(i)
    if mention is None or mention.kind in ("party", "place"):
        return mention
    return mention if mention.kind != "outlet" and (mention.party or layers.party_of(mention.ref)) else None


def _visitors(layers: Layers, i: int, verbs: list[int]) -> Iterator[int]:
    """Who may be the visitor: whoever is sent, the owner or maker of the visit, the subject of its verbs."""
    if layers.tokens[i].lemma in SENDING and (sent := _sent(layers, i)) is not None:
        yield sent
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
        if head.dep == "acl" and head.tag == "VBG":
            yield head.head  # "Solen, ending a visit to Tolm, said"
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
    owner = layers.child(i, "poss")  # "its envoy, Toren Vask"
    known = layers.party_of(mention.ref) or mention.party
    if known is None and owner is not None and titled:
        known = next(iter(context.agents(owner)), None)
    if known is not None or mention.kind == "unnamed":
        return known
    person = layers.person_by_key.get(mention.ref)
    return mention.ref if seat or (person is not None and person.roles) else None

"""Who meets: the parties and people named around the word that says a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from onrecord.extract.context import Context
from onrecord.extract.meetings.chain import Chain, held_by
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.wordlist import words
from onrecord.gazetteer import gazetteer
from onrecord.layers import Layers, Mention, Token, unnamed
from onrecord.settings import Settings

T = TypeVar("T")
TOGETHER = frozenset({"between", "with", "of", "among", "involving", "including", "alongside", "by"})
"""Prepositions after which those who meet are named; "talks on Karsia" names none."""
SHARED = frozenset({"between", "with", "among"})
ABOUT = frozenset({"on", "over", "about"})
SPEAKS_FOR = words(
    "official diplomat delegation leader minister president premier chancellor king envoy negotiator military"
    " militaries force government team side representative ambassador officer general army navy authority"
    " counterpart regime administration expert lawmaker secretary adviser chief head delegate emissary"
    " commander rebel faction party member monarch emir sultan prince queen pope pontiff ruler chairman"
    " commissioner mediator aide advisor brass force management union"
)
"""Nouns that act for a state: "Valdorian officials" meet, "Valdorian standards" do not."""
RULING = words("government regime authority cabinet")
_INTERNAL = re.compile(r"[a-z]+-[A-Z]{2,}")
"""The id of a side within a state: "opposition-VAL"."""
AUSPICES = words(
    "auspices aegis patronage chairmanship chair presidency mediation sponsorship supervision umbrella guidance"
    " leadership facilitation stewardship"
)
"""Under the auspices of a host or mediator one meets."""
INVOLVE = frozenset({"involve", "include", "gather", "bring", "group", "unite", "attend"})
PREMODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nounmod"})


def parties_at(context: Context, i: int) -> list[str]:
    """The parties meant by the noun phrase headed by i, conjuncts included.

    "Leaders of Valdoria and Karsia" are two. Somebody whose party this article does not tell stands for
    themselves; the record may know it.
    """
    out: list[str] = []
    for j in context.conjuncts(i):
        out += _parties_of_one(context, j)
        for c in context.layers.children[
            j
        ]:  # "with Feld and Karsian leader Solen", "Karsia and its allies": the first misread
            mention = context.layers.mention_headed(c) if _joined(context.layers, c) else None
            if mention is not None and mention.kind in ("person", "party"):
                out += [*context.agents(c), *_parties_of_one(context, c)]
    return unique([*context.agents(i), *out])


def _joined(layers: Layers, c: int) -> bool:
    """Whether a word before a noun is joined to more by "and", or read as a noun of its own."""
    dep = layers.tokens[c].dep
    return dep == "nmod" or (dep == "compound" and layers.child(c, "cc") is not None)


def _parties_of_one(context: Context, j: int) -> list[str]:
    layers = context.layers
    if layers.tokens[j].tag in ("WP", "WDT"):
        return _parties_of_relative(context, j)
    mention = layers.mention_headed(j) or layers.mention_with(j)
    if mention is not None and mention.kind != "unnamed" and (mention.kind == "party" or mention.party):
        joined = any(
            layers.child(c, "cc") is not None for c in layers.children[j] if c < j
        )  # "opposition and ruling forces"
        return [*_of_several(context, j), *(_state_of_its_opponents(context, j) if joined else [])]  # one by the agents
    if mention is not None and mention.kind != "unnamed" and (ref := _party(layers, mention)) is not None:
        owner = layers.child(j, "poss")  # "Karsia's Toren Vask"
        named = _party(layers, layers.mention_with(owner)) if owner is not None else None
        return [named or ref]
    out: list[str] = []
    owner = layers.child(j, "poss") if layers.tokens[j].pos == "PROPN" else None  # a name that nobody knows
    if owner is not None and (ref := _party(layers, layers.mention_with(owner))) is not None:
        return [ref]
    if layers.tokens[j].lower in ("they", "them") and mention is not None:  # "the leaders of X and Y ... they"
        meant = [m for m in layers.mentions if m.ref == mention.ref and m.head < j and m.how != mention.how]
        return parties_at(context, meant[-1].head) if meant else out
    if mention is None and (name := _unknown(context, j)) is not None:
        return [name]
    listed = [c for c in layers.children[j] if layers.tokens[c].dep == "appos"] if mention is None else []
    out += [p for c in listed for p in parties_at(context, c)]  # "the guarantors, Valdoria and Karsia"
    if layers.tokens[j].lemma not in SPEAKS_FOR:
        return out
    out += _state_of_its_opponents(context, j)
    for c in layers.children[j]:
        child = layers.tokens[c]
        if child.dep in PREMODIFIERS and child.tag != "PRP$":  # "her counterpart" is not of her side
            out += _bloc(context, c)
            for k in context.conjuncts(c):
                ref = _party(layers, layers.mention_with(k)) or _unknown(context, k)
                out += [ref] if ref else []
        elif child.dep == "prep" and child.lower in ("of", "from", "for"):
            inner = layers.child(c, "pobj")
            out += parties_at(context, inner) if inner is not None else []
        elif child.dep == "acl" and child.lemma in ("lead", "head") and (by := layers.child(c, "agent")) is not None:
            inner = layers.child(by, "pobj")  # "a delegation led by the envoy"
            out += parties_at(context, inner) if inner is not None else []
    return out


def _unknown(context: Context, i: int) -> str | None:
    """A name that this article does not know for a party's ("Norvale Steel"): another article of the record may."""
    layers = context.layers
    if layers.tokens[i].pos != "PROPN" or layers.tokens[i].ent != "ORG" or layers.mention_with(i) is not None:
        return None
    name = [c for c in layers.children[i] if layers.tokens[c].dep == "compound" and layers.tokens[c].pos == "PROPN"]
    return unnamed(context.words(layers.span_of([*name, i])))


def known(parties: Iterable[str]) -> list[str]:
    """Those of the sides that the article knows."""
    return [p for p in parties if not p.startswith("unnamed: ")]


def _parties_of_relative(context: Context, j: int) -> list[str]:
    """Whom "the envoy, with whom she met" means: what the clause hangs on or, if that is nobody, who stands before."""
    layers = context.layers
    verb = next((v for v in layers.ancestors(j) if layers.tokens[v].dep == "relcl"), None)
    found = parties_at(context, layers.tokens[verb].head) if verb is not None else []
    if found or layers.tokens[j].tag != "WP":
        return found
    near = (layers.mention_with(k) for k in range(j - 1, max(j - 4, -1), -1))
    named = next((m for m in near if m is not None), None)
    return parties_at(context, named.head) if named is not None else []


def _of_several(context: Context, j: int) -> list[str]:
    """Each state of "the governments of Valdoria, Karsia and Norland"."""
    layers = context.layers
    if layers.tokens[j].lemma not in SPEAKS_FOR:
        return []
    inner = [layers.child(c, "pobj") for c in layers.children[j] if layers.tokens[c].lower in ("of", "from")]
    listed = [context.conjuncts(i) for i in inner if i is not None]
    found = (_party(layers, layers.mention_with(k)) for several in listed if len(several) > 1 for k in several)
    return [ref for ref in found if ref is not None]


def _state_of_its_opponents(context: Context, j: int) -> list[str]:
    """The state that "the government", its officials or "the ruling party" are of, beside its own opposition."""
    layers = context.layers
    rules = any(layers.tokens[c].lower == "ruling" for c in layers.subtree(j) if c < j)
    owned = any(layers.mention_with(c) is not None for c in layers.children[j] if layers.tokens[c].dep in PREMODIFIERS)
    of_it = any(layers.tokens[c].lemma in RULING for c in layers.children[j] if layers.tokens[c].dep in PREMODIFIERS)
    if not rules and not of_it and (layers.tokens[j].lemma not in RULING or owned):
        return []
    inside = layers.mentions_in(layers.sentence_of(j).span)
    found = {m.ref.rpartition("-")[2] for m in inside if m.kind == "party" and _INTERNAL.fullmatch(m.ref)}
    return sorted(found) if len(found) == 1 else []


def _bloc(context: Context, c: int) -> list[str]:
    """ "European leaders" where the article names one party that calls itself so ("the European Union")."""
    layers = context.layers
    token = layers.tokens[c]
    if not token.text[:1].isupper() or token.pos != "ADJ":
        return []
    inside = layers.mention_with(c)
    if inside is not None and inside.kind != "unnamed":
        return []
    named = {
        m.ref
        for m in layers.mentions
        if m.kind == "party" and m.last - m.first > 1 and token.text in context.words(m.span).split()
    }
    return sorted(named) if len(named) == 1 else []


def _party(layers: Layers, mention: Mention | None) -> str | None:
    """The party of a mention; the person where nothing tells for whom they speak."""
    if mention is None or mention.kind not in ("party", "person", "unnamed"):
        return None
    known = layers.party_of(mention.ref) or mention.party
    return known or (mention.ref if mention.kind == "person" else None)


def own_parties(context: Context, trigger: Trigger) -> list[str]:
    """The parties named within the meeting's own noun phrase, or with its verb ("met with X")."""
    layers, i = context.layers, trigger.i
    out: list[str] = []
    for c in layers.children[i]:
        child = layers.tokens[c]
        if child.dep in PREMODIFIERS and not trigger.verb:
            place = names_place(layers, trigger, c)
            for k in layers.children[c] if place else (c,):  # "the League's Halden summit"
                out += named_before(context, k)
        elif child.dep == "prep" and child.lower in TOGETHER and not (trigger.verb and child.lower == "of"):
            inner = layers.child(c, "pobj")
            about = child.lower == "of" and layers.tokens[i].lemma in ("discussion", "negotiation")
            out += parties_at(context, inner) if inner is not None and not about else []
            below = child.lower == "of" or trigger.sort == "call"
            out += _sharing(context, inner) if inner is not None and below else []
        elif child.dep == "prep" and (_shares_object(trigger, child) if trigger.verb else child.lower in ABOUT):
            inner = layers.child(c, "pobj")
            out += _sharing(context, inner) if inner is not None else []
        elif trigger.verb and child.lower == "at" and layers.child(i, "nsubjpass") is not None:
            inner = layers.child(c, "pobj")  # "were received at the palace"
            out += parties_at(context, inner) if inner is not None else []
        elif child.lower == "under":
            out += _patrons(context, c)
        elif child.dep == "nsubj" and not trigger.verb:
            out += parties_at(context, c)  # a headline's noun, parsed as its verb
        elif not trigger.verb:
            out += _involved(context, c)
    return unique(out)


def _patrons(context: Context, under: int) -> list[str]:
    """The League of "talks under the auspices of the League", "under the League's aegis"."""
    layers = context.layers
    inner = layers.child(under, "pobj")
    if inner is None or layers.tokens[inner].lemma not in AUSPICES:
        return []
    of = (layers.child(c, "pobj") for c in layers.children[inner] if layers.tokens[c].lower == "of")
    owners = [c for c in layers.children[inner] if layers.tokens[c].dep in PREMODIFIERS]
    return unique(p for j in (*of, *owners) if j is not None for p in parties_at(context, j))


def _shares_object(trigger: Trigger, preposition: Token) -> bool:
    """ "Spoke by phone with", "sat down to breakfast with": the other side hangs on the noun."""
    return trigger.sort == "call" or preposition.lower == "to"


def _sharing(context: Context, i: int) -> list[str]:
    """Who stands below what is shared: "an exchange of views between", "talks on fish with", "by phone with"."""
    layers = context.layers
    below = [layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower in SHARED]
    return [p for j in below if j is not None for p in parties_at(context, j)]


def names_other_side(context: Context, trigger: Trigger) -> bool:
    """ "Talks with Valdoria and Karsia": whoever holds them is a side of its own."""
    layers = context.layers
    about = [layers.child(c, "pobj") for c in layers.children[trigger.i] if layers.tokens[c].lower in ABOUT]
    near = [trigger.i, *(i for i in about if i is not None)]  # "talks on fish with Karsia"
    below = {layers.tokens[c].lower for i in near for c in layers.children[i]}
    return "with" in below and "between" not in below


def _involved(context: Context, c: int) -> list[str]:
    """Everyone named in "a meeting (set for Tuesday) that would involve ..."."""
    layers = context.layers
    for j in layers.subtree(c):
        if layers.tokens[j].lemma in INVOLVE and layers.tokens[j].pos == "VERB":
            return attending(context, j)
    return []


def attending(context: Context, v: int) -> list[str]:
    """Whom the verb v brings together: the agent of "attended by", the object of "involves"."""
    layers = context.layers
    if layers.tokens[v].lemma not in INVOLVE:
        return []
    agent = layers.child(v, "agent") if layers.tokens[v].lemma == "attend" else None
    inner = layers.child(agent, "pobj") if agent is not None else layers.child(v, "dobj")
    if inner is None:
        return []
    found = (_party(layers, layers.mention_with(k)) for k in layers.subtree(inner))
    return [ref for ref in found if ref is not None]


def names_place(layers: Layers, trigger: Trigger, c: int) -> bool:
    """ "The Singapore summit", "the Geneva talks" are held there; "the Karsia talks" are with Karsia."""
    token, mention = layers.tokens[c], layers.mention_with(c)
    if (
        token.dep != "compound"
        or token.ent != "GPE"
        or any(layers.tokens[d].dep == "compound" and not _is_party(layers, d) for d in layers.children[c])
    ):
        return False
    if any(layers.tokens[d].dep == "compound" for d in layers.children[c]):  # "the NATO Madrid summit"
        known = gazetteer(Settings()).surfaces.get(token.text)
        return known.use == "capital" if known is not None else not _is_party(layers, c)
    city = mention is None or mention.kind == "place"
    return city or trigger.sort in ("summit", "conference")


def _is_party(layers: Layers, i: int) -> bool:
    mention = layers.mention_with(i)
    return mention is not None and mention.kind == "party"


def named_before(context: Context, c: int) -> list[str]:
    """ "Valdoria-Karsia talks", "Valdorian-Karsian talks", "the League's summit": hyphens hide conjuncts."""
    layers = context.layers
    out = []
    for k in layers.subtree(c):
        ref = _party(layers, layers.mention_with(k))
        if ref is not None and layers.tokens[k].dep not in ("relcl", "advcl") and not _within_name(layers, k):
            out.append(ref)
    return out


def _within_name(layers: Layers, k: int) -> bool:
    """ "The Valdorian Steel Association's meeting" is its members', not Valdoria's."""
    mention = layers.mention_with(k)
    if mention is None or mention.kind == "person" or layers.tokens[k].ent != "ORG":
        return False
    around = (mention.first - 1, mention.last)
    return any(
        0 <= j < len(layers.tokens) and layers.tokens[j].ent == "ORG" and layers.tokens[j].pos == "PROPN"
        for j in around
    )


def subject_of(layers: Layers, v: int) -> int | None:
    """The subject of verb v, its own or that of the verb it completes ("agreed to hold")."""
    for _ in range(4):
        found = layers.child(v, "nsubj", "nsubjpass")
        if found is not None:
            return found
        if layers.tokens[v].dep not in ("xcomp", "acomp", "advcl", "conj", "pcomp", "prep"):
            return None
        v = layers.tokens[v].head
    return None


def people_at(context: Context, trigger: Trigger, chain: Chain) -> tuple[str, ...]:
    """The people who meet: persons among the subjects, the "with" phrases and the modifiers."""
    layers, out = context.layers, []
    beside = [chain.beside] if chain.beside is not None and not chain.verbs else []
    beside = [v for v in beside if layers.child(v, "neg") is None]
    for v in unique([trigger.i, *held_by(layers, trigger, chain), *beside]):
        for c in layers.children[v]:
            child = layers.tokens[c]
            heads: list[int] = []
            if (child.dep in ("nsubj", "nsubjpass") and v != trigger.i) or (child.dep in ("nsubj",) and trigger.verb):
                heads = context.conjuncts(c)
            elif child.dep in PREMODIFIERS and not trigger.verb and v == trigger.i:
                heads = layers.subtree(c)
            elif child.dep == "dobj" and trigger.verb and v == trigger.i:
                heads = context.conjuncts(c)
            elif child.dep == "prep" and child.lower in ("with", "between", "of"):
                inner = layers.child(c, "pobj")
                heads = context.conjuncts(inner) if inner is not None else []
            for h in heads:
                mention = layers.mention_headed(h) or layers.mention_with(h)
                if mention is not None and mention.kind == "person":
                    out.append(mention.ref)
    return tuple(unique(out))


def unique(items: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(items))

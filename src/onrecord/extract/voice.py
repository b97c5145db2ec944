"""Who stands behind the words at a place: the speaker of the quotation, or the subject of the verb of speech."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.acts.lexicon import words
from onrecord.extract.arguments import agent
from onrecord.extract.context import Context, first_person
from onrecord.layers import Layers

BODIES = "bodies.tsv"
VIEWS = frozenset({"position", "view", "stance", "message", "argument", "line", "belief", "opinion", "answer"})
NUMBERS = frozenset({"dozen", "score", "hundred", "thousand", "ten", "million"})
SOME = frozenset({"several", "some", "many", "most", "both", "all", "one", "two", "three"})
CLEAR = frozenset({"clear", "plain", "known"})


@dataclass(frozen=True, slots=True)
class Voice:
    """`ref` is whoever speaks (as in Mention.ref), `party` whom they speak for, `verb` the governing
    verb of speech where the parse shows one, `quote` the index of the quote."""

    ref: str | None = None
    party: str | None = None
    verb: int | None = None
    quote: int | None = None


def voice(context: Context, i: int) -> Voice:
    """Who is heard at token i; an empty voice where the writer speaks."""
    layers = context.layers
    quote = context.quote_at(layers.tokens[i].start)
    verb = speech_above(context, i)
    if quote is not None:
        ref = context.quotes[quote].speaker
        party = stands_for(context, ref)
        own = _party_of_speech(context, verb) if verb is not None else None
        if verb is not None and own is not None and own != party and _is_told_of(context, verb, quote):
            return Voice(own, own, verb, quote)
        return Voice(ref, party or own, verb, quote)
    if verb is not None:
        who = agent(layers, verb)
        mention = None if who is None else layers.mention_headed(who) or layers.mention_with(who)
        party = _party_of_speech(context, verb)
        return Voice(mention.ref if mention else party, party, verb)
    return Voice()


def _is_told_of(context: Context, verb: int, quote: int) -> bool:
    """Whether the quoted tell of what others said: "Vask told them they had two days, an official said"."""
    who = agent(context.layers, verb)
    inside = context.quote_at(context.layers.tokens[verb].start) == quote
    return inside and who is not None and context.layers.tokens[who].pos == "PROPN"


def speech_above(context: Context, i: int) -> int | None:
    """The nearest verb of speech in whose reported clause token i stands ("said", "said in a statement that")."""
    layers = context.layers
    below, reported = i, False
    for up in layers.ancestors(i):
        token = layers.tokens[up]
        if token.pos in ("VERB", "AUX", "ADJ"):
            reported = reported or layers.tokens[below].dep in ("ccomp", "parataxis") or _goes_on(layers, below)
            if reported and (token.lemma in words("reports.tsv") or _makes_clear(layers, up) or _is_view(layers, up)):
                return up
            reported = False
        elif layers.tokens[below].dep == "acl" and "that" in (layers.tokens[c].lower for c in layers.children[below]):
            reported = True
        below = up
    return None


def _makes_clear(layers: Layers, i: int) -> bool:
    """Whether verb i speaks by what hangs on it: "made clear that", "made it plain that"."""
    return layers.tokens[i].lemma == "make" and any(layers.tokens[c].lower in CLEAR for c in layers.children[i])


def _is_view(layers: Layers, i: int) -> bool:
    """Whether what verb i tells is a party's view: "its position is that the fee must go"."""
    subject = layers.child(i, "nsubj") if layers.tokens[i].lemma in ("be", "remain") else None
    return subject is not None and layers.tokens[subject].lemma in VIEWS


def _goes_on(layers: Layers, i: int) -> bool:
    """Whether clause i is a second thing said: "said ..., but that ...", or what the parse takes for a second verb:
    "said in Orla Karsian and other ships could leave"."""
    if layers.tokens[i].dep != "conj":
        return False
    verb = layers.tokens[layers.tokens[i].head]
    silent = verb.lemma == "say" and layers.child(verb.i, "ccomp", "dobj", "parataxis", "advcl") is None
    own = layers.child(i, "nsubj", "nsubjpass") is not None
    return layers.tokens[min(layers.subtree(i))].lower == "that" or (silent and own)


def _party_of_speech(context: Context, verb: int) -> str | None:
    who = agent(context.layers, verb)
    if who is None:
        return None
    found = parties_at(context, who)
    if not found and _is_view(context.layers, verb):
        found = owners(context, who)
    return found[0] if found else None


def stands_for(context: Context, ref: str | None) -> str | None:
    """The party that a ref acts for; a person whose party this article does not tell stands for themselves."""
    return context.layers.party_of(ref) or (ref if ref is not None and ref.startswith("p:") else None)


def parties_at(context: Context, i: int) -> tuple[str, ...]:
    """The parties that the noun phrase at i acts for: those it names, or the one whose organ or people it is.

    "Karsia", "Vask" and "Karsian officials" act for a party; "Karsia's proposals" do not. A person whose
    party this article does not tell is given by their own ref: the record may know it from another article.
    """
    layers = context.layers
    i = _counted(layers, i)
    common = layers.tokens[i].pos == "NOUN"
    told = common or all(m.kind == "unnamed" or m.how == "nominal" for m in layers.mentions_headed(i))
    sent = told and _is_body(layers, i)
    out = _sending(context, i) if sent else []
    out += [p for p in context.agents(i) if p not in out]
    for j in context.conjuncts(i):
        found = _unknown(context, j)
        if not found and not out and _is_body(layers, j):
            found = tuple(_sending(context, j))
        out += [p for p in found if p not in out]
    return tuple(out)


def _counted(layers: Layers, i: int) -> int:
    """The noun of which a number stands in its place: forces, of "thousands of Karsian forces"; envoys, of "several of
    its envoys"."""
    some = layers.tokens[i].lemma in NUMBERS or layers.tokens[i].lower in SOME
    of = next((c for c in layers.children[i] if layers.tokens[c].lower == "of"), None)
    inner = layers.child(of, "pobj") if of is not None and some else None
    return i if inner is None else inner


def _sending(context: Context, i: int) -> list[str]:
    """Whose people a noun means: of "delegations from Karsia and Valdoria" the two, of "Karsian opposition leaders",
    who speak for themselves, nobody, nor of "Karsian factions", a party of their own."""
    groups = [m.ref for m in context.layers.mentions_headed(i) if m.kind == "party"]
    found = [p for p in owners(context, i) if not any(g.endswith(f"-{p}") for g in groups)]
    alone = any(m.kind == "unnamed" and m.party is None for m in context.layers.mentions_headed(i))
    return [] if alone and len(found) == 1 else found


def _is_body(layers: Layers, i: int) -> bool:
    """Whether a noun means people or organs that act for a party: "officials", in a name also "Member States"."""
    lemma = layers.tokens[i].lemma.lower()
    return lemma in words(BODIES) or (layers.tokens[i].pos == "PROPN" and lemma.removesuffix("s") in words(BODIES))


def _unknown(context: Context, i: int) -> tuple[str, ...]:
    """The person at token i, if this article does not tell for whom they speak."""
    layers = context.layers
    if first_person(layers.tokens[i]):
        ref = context.speaker_at(layers.tokens[i].start)
    else:
        named = (m for c in layers.children[i] if layers.tokens[c].dep == "appos" for m in layers.mentions_headed(c))
        mention = (
            layers.mention_headed(i) or layers.mention_with(i) or next(named, None)
        )  # "his uncle, Odo Brandt, ..."
        ref = mention.ref if mention is not None and mention.kind == "person" and mention.party is None else None
    unknown = ref is not None and ref.startswith("p:") and layers.party_of(ref) is None
    return (ref,) if ref is not None and unknown else ()


def owners(context: Context, i: int) -> tuple[str, ...]:
    """The parties that stand before or behind a noun as its possessor or adjective: "Russian", "of NATO"."""
    layers = context.layers
    out: list[str] = []
    for c in layers.children[i]:
        token = layers.tokens[c]
        if token.dep in ("poss", "compound", "amod", "nmod") and not context.is_leaning(c):
            out += [p for p in (*context.agents(c), *_unknown(context, c)) if p not in out]
        elif token.dep == "prep" and token.lower in ("of", "from", "by", "for"):
            inner = layers.child(c, "pobj")
            if inner is not None:
                out += [p for p in context.agents(inner) if p not in out]
    return tuple(out)

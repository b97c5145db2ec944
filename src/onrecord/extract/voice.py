"""Who stands behind the words at a place: the speaker of the quotation, or the subject of the verb of speech."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.clauses import agent
from onrecord.extract.context import Context
from onrecord.extract.lexicon import words

BODIES = "bodies.tsv"


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
        party = layers.party_of(ref)
        if party is None and verb is not None:
            party = _party_of_speech(context, verb)
        return Voice(ref, party, verb, quote)
    if verb is not None:
        who = agent(layers, verb)
        mention = None if who is None else layers.mention_headed(who) or layers.mention_with(who)
        party = _party_of_speech(context, verb)
        return Voice(mention.ref if mention else party, party, verb)
    return Voice()


def speech_above(context: Context, i: int) -> int | None:
    """The nearest verb of speech in whose reported clause token i stands."""
    below = i
    for up in context.layers.ancestors(i):
        token = context.layers.tokens[up]
        if (
            context.layers.tokens[below].dep in ("ccomp", "parataxis")
            and token.pos in ("VERB", "ADJ")
            and token.lemma in words("reports.tsv")
        ):
            return up
        below = up
    return None


def _party_of_speech(context: Context, verb: int) -> str | None:
    who = agent(context.layers, verb)
    if who is None:
        return None
    found = parties_at(context, who)
    return found[0] if found else None


def parties_at(context: Context, i: int) -> tuple[str, ...]:
    """The parties that the noun phrase at i acts for: those it names, or the one whose organ or people it is.

    "Russia", "Ryabkov" and "Kremlin officials" act for a party; "Russia's proposals" do not.
    """
    layers = context.layers
    named = context.agents(i)
    if named:
        return named
    out: list[str] = []
    for j in context.conjuncts(i):
        if layers.tokens[j].lemma not in words(BODIES):
            continue
        out += [p for p in owners(context, j) if p not in out]
    return tuple(out)


def owners(context: Context, i: int) -> tuple[str, ...]:
    """The parties that stand before or behind a noun as its possessor or adjective: "Russian", "of NATO"."""
    layers = context.layers
    out: list[str] = []
    for c in layers.children[i]:
        token = layers.tokens[c]
        if token.dep in ("poss", "compound", "amod", "nmod"):
            out += [p for p in context.agents(c) if p not in out]
        elif token.dep == "prep" and token.lower in ("of", "from", "by", "for"):
            inner = layers.child(c, "pobj")
            if inner is not None:
                out += [p for p in context.agents(inner) if p not in out]
    return tuple(out)

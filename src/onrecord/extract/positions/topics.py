"""The noun phrase that names what a matter is about: an issue is called by it, never by a clause."""

from __future__ import annotations

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.lexicon import words
from onrecord.extract.context import Context
from onrecord.layers import Layers
from onrecord.text import Span

NOUNS = ("NOUN", "PROPN")
NAMING = frozenset({"compound", "amod", "nmod"})
DESCRIBING = frozenset({*NOUNS, "ADJ", "ADV", "NUM", "PUNCT"})
EMPTYING = frozenset(
    ["end", "halt", "stop", "start", "return", "part", "series", "kind", "form", "resumption", "lack", "point"]
)
EMPTYING |= {"round", "range"}
SAYING_LITTLE = frozenset(
    ["first", "second", "third", "new", "last", "next", "other", "own", "such", "further", "less"]
)
SAYING_LITTLE |= {"full", "more", "several", "certain", "possible", "recent", "any", "same", "additional", "immediate"}
LEADING = ("of", "to", "on", "in", "for")
COMPLETING = frozenset({*LEADING, "into", "from", "with", "about", "over", "against", "between"})
LONGEST = 5  # words


def topic(context: Context, matter: list[int]) -> Span | None:
    """The span of the matter's own noun phrase, without articles, owners and asides; None if no noun names it."""
    noun = topic_noun(context, matter)
    return None if noun is None or _is_name(context, noun) else _phrase(context, noun)


def topic_noun(context: Context, matter: list[int]) -> int | None:
    """The index of the noun that a matter is about, None if no noun names it."""
    return _noun(context, clauses.top(context.layers, matter), set(matter))


def _is_name(context: Context, i: int) -> bool:
    """Whether a noun is the name of a party, a person or a state, which says who or where, not what."""
    token = context.layers.tokens[i]
    return token.pos == "PROPN" and (token.ent in ("PERSON", "GPE") or bool(context.agents(i)))


def _noun(context: Context, i: int, inside: set[int]) -> int | None:
    """The noun that a phrase or clause is about: itself, or the object, the passive's subject, the last resort."""
    layers = context.layers
    token = layers.tokens[i]
    if token.pos in NOUNS:
        inner = arguments.after(layers, i, *LEADING) if token.lemma in EMPTYING | words("carriers.tsv") else None
        deeper = _noun(context, inner, inside) if inner is not None and inner in inside else None
        if deeper is not None:
            return deeper
        return None if token.lemma in words("empty.tsv") or token.ent in ("DATE", "TIME") else i
    if token.pos == "ADP":
        inner = layers.child(i, "pobj", "pcomp")
        return _noun(context, inner, inside) if inner is not None else None
    for j in _arguments(layers, i):
        if j in inside and (found := _noun(context, j, inside)) is not None and not context.agents(found):
            return found
    return None


def _arguments(layers: Layers, i: int) -> list[int]:
    """What hangs on a verb, the likeliest to name its matter first."""
    by_role = ("dobj", "nsubjpass", "attr", "xcomp", "ccomp", "prep", "nsubj")
    near = [c for role in by_role for c in layers.children[i] if layers.tokens[c].dep == role]
    return [c for c in near if layers.tokens[c].pos not in ("PRON", "DET")]


def _phrase(context: Context, i: int) -> Span:
    layers = context.layers
    first = i
    while first - 1 >= 0 and layers.tokens[first - 1].head in range(first, i + 1) and _is_naming(context, first - 1, i):
        first -= 1
    last = i
    while first == i and (inner := _complement(layers, last)) is not None and inner - first < LONGEST:
        last = inner
    return _whole(context, Span(layers.tokens[first].start, layers.tokens[last].end))


def _complement(layers: Layers, noun: int) -> int | None:
    """The noun that completes one right before it: "aid to the island", "expansion into the strait"."""
    link = next((c for c in layers.children[noun] if c == noun + 1 and layers.tokens[c].lower in COMPLETING), None)
    inner = layers.child(link, "pobj") if link is not None else None
    if inner is None or layers.tokens[inner].pos not in NOUNS or layers.tokens[inner].ent in ("DATE", "TIME"):
        return None
    return inner


def _whole(context: Context, phrase: Span) -> Span:
    """The phrase with all of the hyphenated words at its ends: "re-election", which the parse takes apart."""
    content = context.article.content
    start, end = phrase.start, phrase.end
    while start > 0 and _in_word(content[start - 1]):
        start -= 1
    while end < len(content) and _in_word(content[end]):
        end += 1
    return Span(start, end)


def _in_word(character: str) -> bool:
    return character.isalnum() or character in "-‐‑"


def _is_naming(context: Context, i: int, noun: int) -> bool:
    """Whether the word before a noun belongs to its name: "transit fee", not "the fee", "Karsian fee", "any fee"."""
    token = context.layers.tokens[i]
    if (token.pos in ("ADJ", "PROPN") and context.agents(i)) or token.lower in SAYING_LITTLE:
        return False
    return token.dep in NAMING if token.head == noun else token.dep != "case" and token.pos in DESCRIBING

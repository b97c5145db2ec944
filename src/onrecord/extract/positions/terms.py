"""The terms of a matter, by which positions on one matter meet whatever the wording."""

from __future__ import annotations

from functools import lru_cache

from onrecord.extract import clauses
from onrecord.extract.acts.lexicon import table, words
from onrecord.extract.context import Context
from onrecord.extract.positions.topics import topic_noun
from onrecord.layers import Layers, Token
from onrecord.readings import Position

TALKS = "talks"
TIMETABLE = "timetable"
UNNAMED = "proposals"
PACKAGES = frozenset({UNNAMED, "guarantees"})
TELLING = 10  # words
CIRCUMSTANCES = frozenset({"as", "after", "before", "during", "until", "by", "since", "under", "within", "in", "at"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def terms_of(context: Context, matter: list[int], at: int) -> tuple[str, ...]:
    """What the matter is about, in lemmas or the senses that they share with other words; each once, sorted.

    Talks are a matter only by themselves ("to negotiate the fee" is about the fee), and so is when. A package is one
    only where none of its items is named, parties where nothing else is, and verbs where no noun is: what is done
    about a thing is the stance, not the matter. Where only a party is named ("will not join the League"), it is what
    is done with it, if the verb at `at` has a sense of its own.
    A matter without any content word ("some things") is what lies on the table.
    """
    named, done, parties = _terms(context, matter)
    out = named or done
    noun = topic_noun(context, matter)
    if noun is not None and _sense(context.layers.tokens[noun]) == TALKS:
        return (TIMETABLE,) if TIMETABLE in out else (TALKS,)
    out = out - {TALKS, *PACKAGES} or out
    verb = context.layers.tokens[at].head if context.layers.tokens[at].pos == "AUX" else at
    own = _sense(context.layers.tokens[verb])
    deed = {own} if parties and own and own not in {TALKS, TIMETABLE, *PACKAGES} else set()
    return tuple(sorted(out or deed or parties or {UNNAMED}))


def telling_words(content: str, position: Position) -> str:
    """The words by whose meaning a matter is compared: the first of it, for what follows costs time and tells little;
    "" for talks and packages, whose terms say all."""
    if set(position.terms) <= {TALKS, TIMETABLE, *PACKAGES}:
        return ""
    return " ".join(content[position.matter.start : position.matter.end].split()[:TELLING])


def names_thing(context: Context, matter: list[int]) -> bool:
    """Whether a matter says what it is about, by a noun or a word with a sense of its own."""
    return bool(_terms(context, matter)[0])


def _terms(context: Context, matter: list[int]) -> tuple[set[str], set[str], set[str]]:
    """The terms of things, of what is done about them, and of parties."""
    layers = context.layers
    named: set[str] = set()
    done: set[str] = set()
    parties: set[str] = set()
    for j in _core(layers, matter):
        token = layers.tokens[j]
        sense = _sense(token)
        if sense is None and (token.pos not in CONTENT or token.lemma in words("empty.tsv")):
            continue
        if not token.lemma.replace("-", "").isalnum():
            continue
        term = sense or token.lemma.lower()
        mention = layers.mention_with(j)
        a_party = mention is not None and mention.kind == "party" and mention.how == "name"
        if a_party or context.agents(j) or (token.pos == "PROPN" and token.dep == "compound"):
            parties.add(term)
        else:
            (done if token.pos == "VERB" and term == token.lemma else named).add(term)
    return named, done, parties


def _core(layers: Layers, matter: list[int]) -> list[int]:
    """The words of a matter without its circumstances: when, after what, as what; all if nothing else is left."""
    asides: set[int] = set()
    for j in matter:
        token = layers.tokens[j]
        clause = token.dep == "advcl" or (
            token.dep == "relcl" and token.lemma not in clauses.HOLDING and layers.tokens[token.head].pos != "PRON"
        )
        beside = token.dep == "prep" and token.lower in CIRCUMSTANCES
        if (clause or beside) and token.head in matter:
            asides.update(layers.subtree(j))
        elif token.ent in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
            asides.add(j)
    return [j for j in matter if j not in asides] or matter


def _sense(token: Token) -> str | None:
    """The sense under which the words of one matter meet ("expand", "enlargement"), None if the word has none."""
    senses = _senses()
    return senses.get(token.lemma) or (senses.get(f"{token.lemma}/v") if token.pos == "VERB" else None)


@lru_cache(maxsize=1)
def _senses() -> dict[str, str]:
    """Lemma -> its sense; "place/v" is the verb alone."""
    return {w: row["sense"] for row in table("senses.tsv") for w in row["words"].split()}

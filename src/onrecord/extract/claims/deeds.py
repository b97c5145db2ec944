"""What is done by or to what a figure counts ("killed", "evacuated"): of another deed it is another figure."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from onrecord.extract.wordlist import words
from onrecord.layers import Layers

_BELOW = frozenset({"acl", "relcl", "amod"})
_VERBAL = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "nummod", "quantmod", "prep", "dative", "agent"}
)

LIGHT = words(
    "be have do say tell report put see reach rise fall increase grow drop include total estimate number become remain"
    " expect believe know count show make take get give go come use"
)
"""Verbs that tell nothing of what is counted."""


@lru_cache(maxsize=1)
def deeds() -> dict[str, str]:
    """Lemma -> the deed that it tells of."""
    table = files("onrecord.extract").joinpath("data", "deeds.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t")
    return {word: row["deed"] for row in rows for word in row["words"].split()}


def deed_of(layers: Layers, head: int) -> str | None:
    """The deed told of the noun that is counted: of what hangs on it ("people killed"), else of the verb above it.

    A verb that the table does not have stands for itself; one that only says that there are so many, for nothing.
    """
    known = deeds()
    verb = None
    for i, word in _words(layers, head):
        if word in known:
            return known[word]
        if layers.tokens[i].pos == "VERB" and word not in LIGHT:
            verb = verb or word
    return verb


def _words(layers: Layers, head: int) -> Iterator[tuple[int, str]]:
    """(Token, lemma) of the noun, of what hangs on it, of what stands above it up to the verb."""
    tokens = layers.tokens
    yield head, tokens[head].lemma
    yield from ((i, tokens[i].lemma) for i in layers.children[head] if tokens[i].dep in _BELOW)
    at = head
    while tokens[at].dep in _VERBAL and tokens[at].head != at:
        at = tokens[at].head
        if tokens[at].pos in ("VERB", "AUX"):
            told = (i for i in layers.children[at] if tokens[i].dep in ("acomp", "oprd", "ccomp"))
            yield from ((i, tokens[i].lemma) for i in told if tokens[i].lemma in deeds())
            yield at, tokens[at].lemma
            return
        yield at, tokens[at].lemma

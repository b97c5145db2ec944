"""What is done by or to what a figure counts ("killed", "evacuated"): of another deed it is another figure."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from onrecord.layers import Layers

_BELOW = frozenset({"acl", "relcl", "amod"})
_VERBAL = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "nummod", "quantmod", "prep", "dative", "agent"}
)


@lru_cache(maxsize=1)
def deeds() -> dict[str, str]:
    """Lemma -> the deed that it tells of."""
    table = files("onrecord.extract").joinpath("data", "deeds.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t")
    return {word: row["deed"] for row in rows for word in row["words"].split()}


def deed_of(layers: Layers, head: int) -> str | None:
    """The deed told of the noun that is counted: of what hangs on it ("people killed"), else of the verb above it."""
    return next((deeds()[word] for word in _words(layers, head) if word in deeds()), None)


def _words(layers: Layers, head: int) -> Iterator[str]:
    tokens = layers.tokens
    yield tokens[head].lemma
    for i in layers.children[head]:
        if tokens[i].dep in _BELOW:
            yield tokens[i].lemma
    at = head
    while tokens[at].dep in _VERBAL and tokens[at].head != at:
        at = tokens[at].head
        if tokens[at].pos in ("VERB", "AUX"):
            yield from (tokens[i].lemma for i in layers.children[at] if tokens[i].dep in ("acomp", "oprd", "ccomp"))
            yield tokens[at].lemma
            return
        yield tokens[at].lemma

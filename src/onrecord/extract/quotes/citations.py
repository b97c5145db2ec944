"""The outlets that an article cites: "according to Reuters", "told the Tolm Herald", "the agency reported".

An outlet is known by where its name stands and by the words in it, not by a list of names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from onrecord.extract.context import Context
from onrecord.extract.quotes.cues import is_according
from onrecord.layers import Layers
from onrecord.readings import Citation
from onrecord.text import Span

_REPORTS = frozenset({"report", "quote", "cite", "publish", "broadcast", "write"})
_TALKS = frozenset({"interview", "briefing", "statement", "comment", "remark", "conversation"})


def find_citations(context: Context) -> tuple[Citation, ...]:
    """Each outlet that the body or headline cites, at each place, in order."""
    layers = context.layers
    found = {span: None for head, sure in _slots(layers) if (span := _outlet(context, head, sure)) is not None}
    return tuple(Citation(_name(context.words(span)), span) for span in sorted(found))


def _slots(layers: Layers) -> Iterator[tuple[int, bool]]:
    """Tokens in whose place an outlet may be named, and whether few others are named in it."""
    tokens = layers.tokens
    for t in tokens:
        if is_according(layers, t.i) and (named := layers.child(t.i + 1, "pobj")) is not None:
            yield named, False
        elif (t.dep == "pobj" and tokens[t.head].lower in ("via", "per")) or (
            t.dep == "pobj"
            and tokens[t.head].lower in ("with", "to", "by")
            and tokens[tokens[t.head].head].lemma in _TALKS
        ):
            yield t.i, False
        elif t.dep in ("dobj", "dative") and tokens[t.head].lemma == "tell":
            yield t.i, True
        elif t.dep == "nsubj" and tokens[t.head].lemma in _REPORTS:
            yield t.i, tokens[t.head].lemma in ("report", "quote")
        elif t.dep == "pobj" and tokens[t.head].dep == "agent" and tokens[tokens[t.head].head].lemma in _REPORTS:
            yield t.i, True


def _outlet(context: Context, head: int, sure: bool) -> Span | None:
    """The name headed by the token, if it can be an outlet's."""
    layers, tokens = context.layers, context.layers.tokens
    first = last = head
    while first > 0 and tokens[first - 1].pos == "PROPN" and tokens[first - 1].sentence == tokens[head].sentence:
        first -= 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].pos == "PROPN"
        and tokens[last + 1].sentence == tokens[head].sentence
    ):
        last += 1
    named = Span(tokens[first].start, tokens[last].end)
    mention = layers.mention_headed(head) or layers.mention_with(head)
    kind = mention.kind if mention is not None else None
    kinds = {_words().get(tokens[i].lower) for i in range(first, last + 1)}
    if kind == "outlet" or ("outlet" in kinds and last > first and kind != "person"):
        return named
    if kind is not None or "body" in kinds or tokens[head].ent != "ORG" or tokens[head].pos != "PROPN":
        return None
    bare = first == 0 or tokens[first - 1].dep != "det"
    return named if bare or sure else None


def _name(words: str) -> str:
    return " ".join(words.split())


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    content = files("onrecord.extract").joinpath("data", "outlet_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in content.splitlines() if line and not line.startswith("#"))
    return {word: kind for word, kind, *_ in rows}

"""The words that report words: a lexicon of verbs and nouns with what each takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.layers import Layers, Token

ADDRESSEES = frozenset(
    {"reporter", "journalist", "medium", "press", "parliament", "lawmaker", "newspaper", "television"}
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb: its class (speech, stance, attitude, evidence) and the frames that it takes."""

    kind: str
    frames: frozenset[str]


@lru_cache(maxsize=1)
def cue_verbs() -> dict[str, Verb]:
    out = {}
    for line in _lines("cue_verbs.tsv"):
        lemma, kind, frames = line.split("\t")
        out[lemma] = Verb(kind, frozenset(frames.split()))
    return out


@lru_cache(maxsize=1)
def cue_nouns() -> frozenset[str]:
    return frozenset(_lines("cue_nouns.tsv"))


@lru_cache(maxsize=1)
def cue_vehicles() -> frozenset[str]:
    """Nouns for what carries words: a statement, a letter, a post."""
    return frozenset(_lines("vehicles.tsv"))


@lru_cache(maxsize=1)
def mute_nouns() -> frozenset[str]:
    """Nouns for what cannot speak: talks, wars, laws."""
    return frozenset(_lines("mute.tsv"))


@lru_cache
def hearer_words(kind: str) -> frozenset[str]:
    """Words of one class of `hearers.tsv`: what leads to those to whom something is said."""
    return frozenset(word for word, given in (line.split("\t") for line in _lines("hearers.tsv")) if given == kind)


def _lines(name: str) -> Iterator[str]:
    content = files("onrecord.extract").joinpath("data", name).read_text(encoding="utf-8")
    return (line for line in content.splitlines() if line and not line.startswith("#"))


def carries_quotation(token: Token) -> bool:
    """Whether the word is a verb that goes with quotation marks."""
    verb = cue_verbs().get(token.lemma)
    return token.pos in ("VERB", "AUX") and token.dep != "amod" and verb is not None and "quote" in verb.frames


def is_according(layers: Layers, i: int) -> bool:
    """Whether token i is the "according" of "according to"."""
    tokens = layers.tokens
    return tokens[i].lower == "according" and i + 1 < len(tokens) and tokens[i + 1].lower == "to"

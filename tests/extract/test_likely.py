"""The learned choice of a type: swapped, denied and planned acts, with parties that are invented anew each time."""

from __future__ import annotations

import random

import pytest

from onrecord.bench.layouts import MarkedSentence
from onrecord.bench.marked import read_marked
from onrecord.enrich.vectors import vectors
from onrecord.extract.acts.likely import model, weights
from onrecord.text import Span

PAIRS = [
    ("{s} attacked {t} at dawn.", "ASSAULT", "{s} has promised to shield {t}.", "AGREE"),
    ("{s} released the sailors of {t}.", "CONCEDE", "{s} refused to release the sailors of {t}.", "REJECT"),
    ("{s} demanded money from {t}.", "REQUEST", "{s} agreed to negotiate with {t}.", "AGREE"),
    ("{s} cut off aid to {t}.", "SANCTION", "{s} lifted its sanctions on {t}.", "CONCEDE"),
    ("{s} expelled the envoys of {t}.", "SANCTION", "{s} threatened to impose sanctions on {t}.", "THREATEN"),
    ("{s} met {t} on Friday.", "CONSULT", "{s} refused to meet {t}.", "REJECT"),
    ("{s} signed a treaty with {t}.", "SUPPORT", "{s} withdrew from its treaty with {t}.", "SANCTION"),
    ("{s} arrested supporters of {t}.", "COERCE", "{s} freed supporters of {t}.", "CONCEDE"),
    ("{s} praised {t} for its patience.", "SUPPORT", "{s} criticised {t} for its patience.", "ACCUSE"),
    ("{s} sent medicine to {t}.", "AID", "{s} stopped sending medicine to {t}.", "SANCTION"),
    (
        "{s} put its army on alert against {t}.",
        "MOBILIZE",
        "{s} pulled its army out of {t}.",
        "CONCEDE",
    ),
    ("{s} staged a protest outside {t}.", "PROTEST", "{s} ruled out a deal with {t}.", "REJECT"),
]
SYLLABLES = ("Or", "sel", "Tam", "vik", "Lo", "ren", "Ku", "dal", "Bre", "mon", "Yst", "ar")


def invented(rng: random.Random) -> str:
    return "".join(rng.sample(SYLLABLES, 2)).capitalize() + rng.choice(("ia", "land", "mark"))


def marked_sentence(words: str, source: str, target: str) -> MarkedSentence:
    before, rest = words.split("{s}")
    between, after = rest.split("{t}")
    start = len(before) + len(source) + len(between)
    text = f"{before}{source}{between}{target}{after}"
    return MarkedSentence(text, Span(len(before), len(before) + len(source)), Span(start, start + len(target)), "")


@pytest.mark.parametrize("first", PAIRS, ids=lambda p: f"{p[1]}-{p[3]}")
def test_minimal_pairs_are_told_apart_whoever_acts(first: tuple[str, str, str, str]) -> None:
    asserted, kind, other, other_kind = first
    rng = random.Random(asserted)
    names = [(invented(rng), invented(rng)) for _ in range(4)]
    asked = [marked_sentence(words, s, t) for s, t in names for words in (asserted, other)]
    found = [x.type for x in model().likely(list(read_marked(asked)), vectors)]
    assert found == [kind, other_kind] * len(names)


def test_the_weights_name_no_names() -> None:
    """Lower-case words and marks of the parse: "target pobj of impose", "<name>"."""
    for name in weights()["features"]:
        kind = name.split()[0]
        assert kind in {
            "path",
            "tie",
            "object",
            "source",
            "target",
            "takes",
            "mood",
            "negated",
            "supposed",
            "rules",
            "told",
            "cue",
        }
        if kind in ("path", "object", "takes"):
            assert name == name.lower()
    assert len(weights()["types"]) == 15
    assert all(len(row) == 15 for row in [*weights()["features"].values(), *weights()["vector"]])

"""The words of meetings: nouns, verbs and status cues, read from the tables in data/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.extract.acts.lexicon import table
from onrecord.layers import Layers

Sort = Literal["talks", "meeting", "summit", "conference", "call", "visit"]
Cue = Literal[
    "hold", "end", "adjourn", "postpone", "cancel", "fix", "agree", "confirm", "propose", "moot", "refuse", "deny"
]


@dataclass(frozen=True, slots=True)
class MeetingVerb:
    """A verb that says a meeting; `preps` bring in the other side."""

    sort: Sort
    preps: frozenset[str]


@cache
def meeting_nouns() -> Mapping[str, tuple[str, Sort]]:
    """Noun -> how sure it is ("strong": means talks by itself, "weak": between named sides or of talks already
    told, "named": between named sides only), and its sort.

    A "visit" is one side's to the other.
    """
    return {r["noun"]: (r["kind"], r["sort"]) for r in table("meeting_nouns.tsv")}  # type: ignore[misc]


@cache
def meeting_verbs() -> Mapping[str, MeetingVerb]:
    return {
        r["verb"]: MeetingVerb(r["sort"], frozenset(r["preps"].split(",")) - {"-"})  # type: ignore[arg-type]
        for r in table("meeting_verbs.tsv")
    }


def meeting_verb(layers: Layers, i: int) -> MeetingVerb | None:
    """What the verb i says of a meeting, with its particle if it has one ("sit down", "come together")."""
    known, lemma = meeting_verbs(), layers.tokens[i].lemma
    with_particle = (known.get(f"{lemma} {layers.tokens[c].lower}") for c in layers.children[i])
    return next((v for v in with_particle if v is not None), known.get(lemma) or known.get(lemma + "e"))


@cache
def status_cues() -> Mapping[tuple[str, str], Cue]:
    """(Lemma or lemma and particle, "verb" | "noun" | "adjective") -> what it says of a meeting that it governs."""
    return {(r["cue"], r["pos"]): r["class"] for r in table("meeting_status.tsv")}  # type: ignore[misc]

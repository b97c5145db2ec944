"""The lexicons of acts, read once from the tables in data/: one line a cue, tab-separated, with a head line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from onrecord.readings import Modality, Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of acts.tsv.

    words      lemmas of the cue, the first word first
    pos        v (verb), n (noun), a (adjective or predicative phrase), x (auxiliary)
    particle   words of which one must hang on the cue as particle or preposition ("on", "down|off")
    slot, fillers   a dependent ("obj", or a preposition) that must be headed by one of these lemmas
    type       PLOVER type, "" for none;  stance  "" for none
    actor      "" = by the frame (subject, agent, possessor); "voice" = whoever is heard to say it,
               "self" = the subject, who refuses ("will not")
    recipient, matter   slots in which they stand, the likeliest first: obj, subj, clause or a preposition
    negated    the stance if the cue is negated, where that is not the plain opposite
    of         what a judgement can only be passed on: "deed" or "people", "" for either
    """

    words: tuple[str, ...]
    pos: str
    particle: frozenset[str]
    slot: str
    fillers: frozenset[str]
    type: str
    stance: Stance | None
    actor: str
    recipient: tuple[str, ...]
    matter: tuple[str, ...]
    negated: Stance | None
    of: str = ""

    @property
    def refuses(self) -> bool:
        """Whether the negation belongs to the cue: "will not", "there will be no", "is not serious"."""
        return self.actor == "self" or bool({"no", "not"} & self.particle)


def table(name: str) -> list[dict[str, str]]:
    """The lines of one lexicon as dictionaries by the names in its head line."""
    content = files("onrecord.extract").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(content.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def split(cell: str, by: str = ",") -> tuple[str, ...]:
    return tuple(w for w in cell.split(by) if w)


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    out = list(_evaluations())
    for row in table("acts.tsv"):
        slot, _, fillers = row["with"].rpartition(":")
        out.append(
            Cue(
                words=tuple(row["cue"].split()),
                pos=row["pos"],
                particle=frozenset() if slot else frozenset(split(row["with"], "|")),
                slot=slot,
                fillers=_fillers(fillers) if slot else frozenset(),
                type=row["type"],
                stance=cast("Stance | None", row["stance"] or None),
                actor=row["actor"],
                recipient=split(row["recipient"]),
                matter=split(row["matter"]),
                negated=cast("Stance | None", row["negated"] or None),
            )
        )
    return tuple(out)


def _evaluations() -> Iterator[Cue]:
    """What a speaker says by calling a thing, a deed or somebody good or bad, of evaluations.tsv."""
    for row in table("evaluations.tsv"):
        type_, stance = ("ACCUSE", "rejects") if row["says"] == "bad" else ("SUPPORT", "accepts")
        yield Cue(
            words=tuple(row["cue"].split()),
            pos=row["pos"],
            particle=frozenset(),
            slot="",
            fillers=frozenset(),
            type=type_,
            stance=None if row["of"] == "people" else cast("Stance", stance),
            actor="voice",
            recipient=("subj",),
            matter=("clause", "subj") if row["pos"] == "a" else ("subj",),
            negated=None,
            of=row["of"],
        )


@cache
def judging(kind: str) -> frozenset[str]:
    """The words of evaluations.tsv of one kind: "bad" and "good" of deeds and things, "foe" and "friend" of people."""
    says, people = {"bad": ("bad", False), "foe": ("bad", True), "good": ("good", False), "friend": ("good", True)}[
        kind
    ]
    rows = table("evaluations.tsv")
    return frozenset(r["cue"] for r in rows if r["says"] == says and (r["of"] == "people") is people)


def _fillers(cell: str) -> frozenset[str]:
    """The words that a cell lists; "@bad" stands for all words that judge so."""
    listed = split(cell)
    kinds = [judging(f.removeprefix("@")) for f in listed if f.startswith("@")]
    return frozenset(f for f in listed if not f.startswith("@")).union(*kinds)


@lru_cache(maxsize=1)
def cues_by_word() -> Mapping[str, tuple[Cue, ...]]:
    """Cues by their first lemma, those that ask for more (particle, filler) before those that ask for less."""
    out: dict[str, list[Cue]] = {}
    for cue in cues():
        out.setdefault(cue.words[0], []).append(cue)
    return {w: tuple(sorted(cs, key=lambda c: (not c.slot, not c.particle, -len(c.words)))) for w, cs in out.items()}


@lru_cache(maxsize=1)
def governors() -> Mapping[str, Modality | str]:
    """What a governing word makes of the act below it: denied, negated, planned, possible or demanded."""
    return {row["cue"]: row["effect"] for row in table("governors.tsv")}


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a one-column lexicon."""
    return frozenset(next(iter(row.values())) for row in table(name))

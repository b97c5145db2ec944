"""Where outlets differ on what a party holds: whether it agrees, what exactly it demands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.entries import Divergence, Issue, Party, PositionEntry
from onrecord.merge.divergences.sides import divergence, many_outlets

MATTER = 120  # characters: a longer one names more than the matter
OPPOSED = {frozenset({"accepts", "rejects"}), frozenset({"offers", "rejects"})}


def position_divergences(
    positions: Sequence[PositionEntry], issues: Sequence[Issue], parties: Sequence[Party]
) -> Iterator[Divergence]:
    """The divergences about what parties hold; issues and parties without an entry are named by what is told."""
    matters = {p.issue: p.matter.exact for p in reversed(positions)} | {i.id: i.label for i in issues}
    names = {p.id: p.name for p in parties}
    yield from _stances(positions, matters, names)
    yield from _scopes(positions, matters, names)


def _stances(
    positions: Sequence[PositionEntry], matters: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[Divergence]:
    """One party said to accept and to reject one thing on one day."""
    for a, b in _pairs(positions):
        if frozenset({a.stance, b.stance}) in OPPOSED and a.as_of == b.as_of and a.evidence.file != b.evidence.file:
            who = names.get(a.party, a.party)
            yield divergence(f"Whether {who} agrees: {matters[a.issue]}", "fact", (a.evidence, b.evidence))


def _pairs(positions: Sequence[PositionEntry]) -> Iterator[tuple[PositionEntry, PositionEntry]]:
    by_matter: dict[tuple[str, str], list[PositionEntry]] = {}
    for p in positions:
        by_matter.setdefault((p.party, p.issue), []).append(p)
    for group in by_matter.values():
        yield from ((a, b) for n, a in enumerate(group) for b in group[n + 1 :])


def _scopes(
    positions: Sequence[PositionEntry], matters: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[Divergence]:
    """One demand that outlets tell of different countries or things: by the names in it."""
    by_matter: dict[tuple[str, str], list[PositionEntry]] = {}
    for p in positions:
        if p.stance == "demands" and len(p.matter.exact) <= MATTER:
            by_matter.setdefault((p.party, p.issue), []).append(p)
    for (party, issue), group in by_matter.items():
        scopes: dict[frozenset[str], PositionEntry] = {}
        for p in group:
            scopes.setdefault(_proper(p.matter.exact), p)
        named = [s for s in scopes if s]
        if len(named) > 1 and many_outlets(scopes[s].evidence for s in named):
            sides = [scopes[s].matter for s in named]
            yield divergence(f"What {names.get(party, party)} demands: {matters[issue]}", "fact", sides)


def _proper(words: str) -> frozenset[str]:
    """The capitalised words that do not owe it to the start of a sentence or quotation."""
    return frozenset(re.findall(r"(?<=[a-z,;:’'] )[A-Z][\w-]+", words))

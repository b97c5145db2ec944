"""One threat, warning or promise that outlets tie to other conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from onrecord.entries import ConditionalEntry, Divergence, Party
from onrecord.merge.divergences.sides import divergence
from onrecord.merge.quotes.likeness import words_of

NEAR = 3  # days within which one utterance is told
SAME = 0.6  # share of the shorter consequence's telling words that make it the same
OTHER = 0.5  # share of the shorter condition's telling words below which it is another

FULL = 4  # telling words of a condition: a shorter one may say the same in other words
STEM = 4  # letters that tell a word: "ships" and "ship", "passed" and "pass"


def condition_divergences(conditionals: Sequence[ConditionalEntry], parties: Sequence[Party]) -> Iterator[Divergence]:
    """One for each pair of texts that give one party's consequence with conditions that share few words."""
    names = {p.id: p.name for p in parties}
    by_actor: dict[tuple[str, str], list[ConditionalEntry]] = {}
    for c in conditionals:
        if c.condition is not None and not c.negated:
            by_actor.setdefault((c.actor, c.kind), []).append(c)
    for (actor, kind), told in by_actor.items():
        for a, b in combinations(told, 2):
            if a.condition is None or b.condition is None or a.file == b.file or not _near(a, b):
                continue
            same = _shared(a.consequence.exact, b.consequence.exact) >= SAME
            full = min(len(_stems(c.exact)) for c in (a.condition, b.condition)) >= FULL
            if same and full and _shared(a.condition.exact, b.condition.exact) < OTHER:
                about = f"Condition of a {kind} by {names.get(actor, actor)}"
                yield divergence(about, "fact", (a.condition, b.condition))


def _near(a: ConditionalEntry, b: ConditionalEntry) -> bool:
    one, other = a.as_of or "", b.as_of or ""
    if len(one) != 10 or len(other) != 10:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= NEAR


def _shared(a: str, b: str) -> float:
    """The share of the shorter one's telling words that the other has."""
    one, other = _stems(a), _stems(b)
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _stems(words: str) -> frozenset[str]:
    return frozenset(w[:STEM] for w in words_of(words).telling)

"""One threat, warning or promise that outlets tie to other conditions; a threat that is told and denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.entries import ConditionalEntry, Divergence, Party
from onrecord.merge.corpus import Corpus
from onrecord.merge.divergences.denials import DENYING
from onrecord.merge.divergences.sides import days_apart, divergence
from onrecord.merge.quotes.likeness import words_of
from onrecord.text import Evidence

NEAR = 3  # days within which one utterance is told
SAME = 0.6  # share of the shorter consequence's telling words that make it the same
OTHER = 0.5  # share of the shorter condition's telling words below which it is another

WEEKS = 30  # days within which a denied threat answers a told one
MOST = 3  # threats that are shown beside a denial
FULL = 4  # telling words of a condition: a shorter one may say the same in other words
STEM = 4  # letters that tell a word: "ships" and "ship", "passed" and "pass"


class _Told(NamedTuple):
    """A conditional with its condition; `words` are the telling ones of the condition."""

    day: str
    file: str
    condition: Evidence
    words: frozenset[str]
    consequence: frozenset[str]


def condition_divergences(conditionals: Sequence[ConditionalEntry], parties: Sequence[Party]) -> Iterator[Divergence]:
    """One for each pair of texts that give one party's consequence with conditions that share few words."""
    names = {p.id: p.name for p in parties}
    by_actor: dict[tuple[str, str], list[_Told]] = {}
    for c in conditionals:
        if c.condition is not None and c.as_of is not None and len(c.as_of) == 10 and not c.negated:
            told = _Told(c.as_of, c.file, c.condition, _stems(c.condition.exact), _stems(c.consequence.exact))
            by_actor.setdefault((c.actor, c.kind), []).append(told)
    for (actor, kind), group in by_actor.items():
        group.sort(key=lambda t: (t.day, t.condition))
        for n, a in enumerate(group):
            last = (date.fromisoformat(a.day) + timedelta(days=NEAR)).isoformat()
            for b in group[n + 1 :]:
                if b.day > last:
                    break
                if a.file != b.file and _shared(a.consequence, b.consequence) >= SAME and _is_other(a, b):
                    about = f"Condition of a {kind} by {names.get(actor, actor)}"
                    yield divergence(about, "fact", (a.condition, b.condition))


def denied_threats(
    corpus: Corpus, conditionals: Sequence[ConditionalEntry], parties: Sequence[Party]
) -> Iterator[Divergence]:
    """One for each party that is said to threaten nothing, and to threaten, within weeks."""
    names = {p.id: p.name for p in parties}
    for denied in (c for c in conditionals if c.negated and c.kind != "promise"):
        threats = [
            c.consequence
            for c in conditionals
            if c.actor == denied.actor
            and c.kind == "threat"
            and not c.negated
            and c.sentence != denied.sentence
            and (apart := days_apart(c.as_of, denied.as_of)) is not None
            and apart <= WEEKS
            and not _is_denied(corpus, c)
        ]
        if threats:
            whole = corpus.read_of(denied.consequence.article).evidence(denied.sentence)
            yield divergence(
                f"Whether {names.get(denied.actor, denied.actor)} threatens", "fact", (whole, *_spread(threats))
            )


def _is_denied(corpus: Corpus, threat: ConditionalEntry) -> bool:
    """Whether the sentence itself denies the threat that it tells of."""
    content = corpus.read_of(threat.consequence.article).article.content
    return DENYING.search(content, threat.sentence.start, threat.consequence.start) is not None


def _spread(told: Sequence[Evidence]) -> list[Evidence]:
    """One of each article, the fullest, of the first articles."""
    best: dict[str, Evidence] = {}
    for evidence in sorted(told, key=lambda e: (-len(e.exact), e)):
        best.setdefault(evidence.article, evidence)
    return sorted(best.values())[:MOST]


def _is_other(a: _Told, b: _Told) -> bool:
    """Whether two conditions, each long enough to be told by its words, are not one."""
    return min(len(a.words), len(b.words)) >= FULL and _shared(a.words, b.words) < OTHER


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter one's telling words that the other has."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _stems(words: str) -> frozenset[str]:
    return frozenset(w[:STEM] for w in words_of(words).telling)

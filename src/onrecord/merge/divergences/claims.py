"""What one party accuses another of and that other denies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.entries import Divergence, EventEntry, Party, QuoteEntry
from onrecord.ids import normalised
from onrecord.merge.divergences.sides import divergence
from onrecord.text import Evidence

SPAN = 14  # days within which a denial answers an accusation
LONG = 4  # letters: shorter words name no matter
DENIAL = re.compile(
    r"\b(?:no|not|never|nothing|den(?:y|ies|ied)|reject\w*|dismiss\w*|false|baseless|untrue|lies?|fabricat\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
COMMON = frozenset(
    re.findall(
        r"[a-z]+",
        "that this these those with from have been were what when which will would could should their there they them"
        " than then into over under about after before more most some such only also accuse accused accuses accusing"
        " accusation accusations blame blamed blames blaming deny denied denies denying reject rejected rejects claim"
        " claims claimed said says saying told country countries government governments official officials minister"
        " president leader leaders side sides party parties state states people ever never nothing against because"
        " being both other others very still just even make made making take taken want wants week weeks month months"
        " year years",
    )
)
"""Words that name no matter."""


def denied_claims(
    events: Sequence[EventEntry], quotes: Sequence[QuoteEntry], parties: Sequence[Party]
) -> Iterator[Divergence]:
    """One for each party and whom it accuses: the accusations, and the denials that name the same thing."""
    names = {p.id: p.name for p in parties}
    party_words = {w for p in parties for alias in (p.name, *p.aliases) for w in _words(alias)}
    denials = [(*told, _denied(told[2].exact) - party_words) for told in _denials(events, quotes)]
    pairs: dict[tuple[str, str], list[tuple[Evidence, Evidence, set[str]]]] = {}
    for event in events:
        if event.type != "ACCUSE" or len(event.actor) != 1:
            continue
        claimed = _words(event.evidence.exact) - party_words
        for accused, when, denial, denied in denials:
            answers = accused in event.recipient and accused != event.actor[0] and _answers(event.date, when)
            if answers and (shared := claimed & denied):
                pairs.setdefault((event.actor[0], accused), []).append((event.evidence, denial, shared))
    for (accuser, accused), told in sorted(pairs.items()):
        plain = [t for t in told if not DENIAL.search(t[0].exact)] or told  # not the accusation told in its denial
        counts = Counter(word for _, _, shared in plain for word in shared)
        matter = min(counts, key=lambda word: (-counts[word], -len(word), word))
        sides = [e for claim, denial, shared in plain if matter in shared for e in (claim, denial)]
        about = f"Claimed by {names.get(accuser, accuser)}, denied by {names.get(accused, accused)}"
        yield divergence(f"{about}: {_surface(matter, sides)}", "fact", sides)


def _surface(word: str, sides: Sequence[Evidence]) -> str:
    """A word without its plural, as the sides print it."""
    found = re.search(rf"\b{word}s?\b", " ".join(s.exact.lower() for s in sides))
    return found.group() if found else word


def _denials(events: Sequence[EventEntry], quotes: Sequence[QuoteEntry]) -> Iterator[tuple[str, str | None, Evidence]]:
    """(Party, day, words) of each refusal and of each utterance with a denial in it."""
    for event in events:
        if event.type == "REJECT":
            yield from ((actor, event.date, event.evidence) for actor in event.actor)
    for quote in quotes:
        if quote.speaker_party:
            yield from ((quote.speaker_party, quote.said_on, p) for p in quote.content if DENIAL.search(p.exact))


def _answers(claimed: str | None, denied: str | None) -> bool:
    if claimed is None or denied is None or len(claimed) != 10 or len(denied) != 10:
        return True
    return abs((date.fromisoformat(denied) - date.fromisoformat(claimed)).days) <= SPAN


def _denied(text: str) -> set[str]:
    """The words close behind a denial: "there are no mines", "denied laying mines"."""
    out: set[str] = set()
    for found in DENIAL.finditer(text):
        out |= _words(text[found.end() : found.end() + 60])
    return out


def _words(text: str) -> set[str]:
    """The words that may name a matter, plurals taken off."""
    found = re.findall(r"[a-z]+", normalised(text))
    return {w.removesuffix("s") for w in found if len(w) >= LONG and w not in COMMON}

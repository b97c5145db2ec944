"""How sure the record may be of an entry: the share of entries like it that were right when checked by hand.

One small logistic model a kind, learnt by `scripts/train_confidence.py` from annotated records; kinds for which none
sorted well enough (conditionals) have no confidence.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from typing import Any

from onrecord.entries import Entries
from onrecord.review.traits import Traits

Weights = Mapping[str, Mapping[str, float]]
"""Section -> statement -> its weight in log odds; that of "" counts for every entry."""


def with_confidence(entries: Entries) -> Entries:
    """The entries, those of the kinds that have weights with their confidence, to the hundredth."""
    tell = statements(entries)
    told: dict[str, Any] = {}
    for section, known in weights().items():
        told[section] = tuple(
            replace(e, confidence=round(probability(known, tell[section](e)), 2)) for e in getattr(entries, section)
        )
    return replace(entries, **told)


def statements(entries: Entries) -> dict[str, Callable[[Any], frozenset[str]]]:
    """For each section that can be judged, what tells the statements that hold for an entry of it."""
    traits = Traits(entries)
    return {"positions": traits.position, "events": traits.event, "quotes": traits.quote}


def probability(known: Mapping[str, float], holding: frozenset[str]) -> float:
    """How probable it is that an entry for which these statements hold is right."""
    return 1 / (1 + math.exp(-math.fsum(known.get(s, 0.0) for s in ("", *holding))))


def against(section: str, holding: frozenset[str]) -> tuple[str, ...]:
    """Of the statements that hold those that speak against an entry, the weightiest first."""
    known = weights()[section]
    return tuple(sorted((s for s in holding if known.get(s, 0.0) < 0), key=lambda s: (known[s], s)))


@lru_cache(maxsize=1)
def weights() -> Weights:
    content = resources.files("onrecord.review").joinpath("data", "confidence.json").read_text(encoding="utf-8")
    known: Weights = json.loads(content)
    return known

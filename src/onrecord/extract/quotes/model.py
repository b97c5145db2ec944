"""How likely a word reports: a logistic model over named features of the parse, and boosted trees over
its scores and over what stands around a candidate.

Both (data/cue_model.json) are made by scripts/train_cues.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from onrecord.extract.quotes.clauses import Candidate
from onrecord.extract.quotes.features import features
from onrecord.extract.quotes.marks import Quotation
from onrecord.extract.quotes.measures import Rates, Sheet
from onrecord.extract.quotes.trees import Tree, total
from onrecord.layers import Layers

HOPELESS = -2.5
"""A candidate that scores less by the weights alone does not report; the trees are not asked."""


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` of the named features, `rates` of traits, `trees` over both."""

    weights: Mapping[str, float]
    rates: Rates
    trees: Sequence[Tree]

    def score(self, names: Sequence[str]) -> float:
        return sum(self.weights.get(name, 0.0) for name in names)


@lru_cache(maxsize=1)
def model() -> Model:
    content = files("onrecord.extract").joinpath("data", "cue_model.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(content)
    return Model(loaded["weights"], loaded["rates"], loaded["trees"])


def probabilities(layers: Layers, found: Sequence[Candidate], marked: Sequence[Quotation]) -> list[float]:
    """For each candidate of an article the probability that it is a quote; `marked` are its quotations."""
    known = model()
    scores = [known.score(features(layers, c, is_quoted(c, marked))) for c in found]
    sheet = Sheet(layers, marked, found, scores)
    out = []
    for n, score in enumerate(scores):
        if score < HOPELESS:
            out.append(0.0)
            continue
        out.append(1 / (1 + math.exp(-total(known.trees, sheet.measures(n, known.rates)))))
    return out


def is_quoted(c: Candidate, marked: Sequence[Quotation]) -> bool:
    """Whether quotation marks stand in what the candidate would report."""
    return any(q.outer.overlaps(s) for q in marked for s in c.content)

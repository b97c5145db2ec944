"""The likeliest PLOVER type of what one party does to another: a learned choice that weighs what the rules found.

The weights are learnt by `scripts/train_act_types.py`. What is plain from its features needs no vector, and vectors
are what takes time here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.extract.acts.find import Act
from onrecord.extract.acts.pairs import Pair, features, masked_clause
from onrecord.extract.context import Context
from onrecord.readings import Event

SURE = 0.65
"""How likely a type must be without the vector for none to be made."""
SCALE = 5.0
"""The length of a vector beside features of weight 1."""

Vectors = Callable[[Sequence[str]], NDArray[np.float32]]


class Told(NamedTuple):
    """What one party does to another: its features, and the words of the clause, both names replaced."""

    features: Mapping[str, float]
    words: str


class Likely(NamedTuple):
    """The likeliest type and how likely it is (0 to 1)."""

    type: str
    probability: float


def told(context: Context, pair: Pair, acts: Sequence[Act], events: Sequence[Event]) -> Told:
    return Told(features(context, pair, acts, events), masked_clause(context, pair))


@dataclass(frozen=True)
class Model:
    """Softmax regression: a row of weights, one for each type, for every feature and every number of the vector."""

    types: tuple[str, ...]
    features: Mapping[str, Sequence[float]]
    vector: Sequence[Sequence[float]]

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Model:
        return cls(tuple(content["types"]), content["features"], content["vector"])

    @cached_property
    def _rows(self) -> dict[str, NDArray[np.float32]]:
        return {name: np.array(row, dtype=np.float32) for name, row in self.features.items()}

    @cached_property
    def _vector(self) -> NDArray[np.float32]:
        return np.array(self.vector, dtype=np.float32)

    def likely(self, asked: Sequence[Told], vectors: Vectors) -> list[Likely]:
        """The likeliest type of each, in their order. `vectors` is asked only for those that are not sure without."""
        scores = [self._score(t) for t in asked]
        unsure = [n for n, s in enumerate(scores) if self._likeliest(s).probability < SURE]
        if unsure:
            for n, vector in zip(unsure, vectors([asked[n].words for n in unsure]), strict=True):
                scores[n] = scores[n] + SCALE * vector @ self._vector
        return [self._likeliest(s) for s in scores]

    def _score(self, asked: Told) -> NDArray[np.float32]:
        rows = [weight * self._rows[name] for name, weight in asked.features.items() if name in self._rows]
        return np.sum(rows, axis=0, dtype=np.float32) if rows else np.zeros(len(self.types), dtype=np.float32)

    def _likeliest(self, scores: NDArray[np.float32]) -> Likely:
        raised = np.exp(scores - scores.max())
        best = int(raised.argmax())
        return Likely(self.types[best], float(raised[best] / raised.sum()))


@lru_cache(maxsize=1)
def weights() -> dict[str, Any]:
    """The file of weights: `types`, `features`, `vector`, and `learnt from`, checksums of the sentences."""
    content: dict[str, Any] = json.loads(
        files("onrecord.extract").joinpath("data", "act_types.json").read_text(encoding="utf-8")
    )
    return content


@lru_cache(maxsize=1)
def model() -> Model:
    return Model.of(weights())

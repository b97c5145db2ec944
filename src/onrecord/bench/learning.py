"""Softmax regression in a few lines of NumPy, for what is learnt from labelled sentences."""

from __future__ import annotations

import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.extract.acts.likely import SCALE, Model, Told, Vectors
from onrecord.extract.acts.pairs import OF_RULES

Matrix = NDArray[np.float32]
RARE = 3  # a feature seen less often is left out
DECAY = 3.0
STEPS = 120


def learn(told: Sequence[Told], types: Sequence[str], vectors: Vectors) -> Model:
    """The model that tells these types from features and vectors.

    Every sentence is seen twice: whole, and by turns without its vector or without what the rules make of it, so
    that the model can do without either. The rules know these sentences better than they know those to come.
    """
    seen = Counter(name for t in told for name in t.features)
    names = sorted(name for name, n in seen.items() if n >= RARE)
    near = SCALE * vectors([t.words for t in told])
    known = _table([t.features for t in told], names)
    bare = known * np.array([not name.startswith(OF_RULES) for name in names], dtype=np.float32)
    turn = (np.arange(len(told)) % 2 == 1)[:, None]
    whole = np.hstack([known, near])
    partly = np.hstack([np.where(turn, bare, known), np.where(turn, near, 0)])
    kinds, weights = regression(np.vstack([whole, partly]), [*types, *types])
    lines = [[round(float(w), 2) for w in row] for row in weights]
    return Model(kinds, dict(zip(names, lines, strict=False)), lines[len(names) :])


def _table(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Matrix:
    """The weights of these features in each row; 0 where a row has no such feature."""
    place = {name: n for n, name in enumerate(names)}
    out = np.zeros((len(rows), len(names)), dtype=np.float32)
    for n, row in enumerate(rows):
        for name in row.keys() & place.keys():
            out[n, place[name]] = row[name]
    return out


def checksum(text: str) -> str:
    """By which a sentence that was learnt from is known again."""
    return f"{zlib.crc32(text.encode()):08x}"


def regression(rows: Matrix, labels: Sequence[str], decay: float = DECAY) -> tuple[tuple[str, ...], Matrix]:
    """The labels in order, and weights of shape (columns, labels): the least cross-entropy with decay.

    Accelerated gradient descent on the rows' own weights: there are fewer rows than columns.
    """
    kinds = tuple(sorted(set(labels)))
    wanted = np.array([[label == kind for kind in kinds] for label in labels], dtype=np.float32)
    products: Matrix = rows @ rows.T
    rate = np.float32(1 / (largest(products) / 2 + decay))
    weights: Matrix = np.zeros_like(wanted)
    ahead: Matrix = weights
    pace = 1.0
    for _ in range(STEPS):
        slope = softmax(products @ ahead) - wanted + np.float32(decay) * ahead
        new: Matrix = (ahead - rate * slope).astype(np.float32)
        faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = (new + np.float32((pace - 1) / faster) * (new - weights)).astype(np.float32)
        weights, pace = new, faster
    return kinds, (rows.T @ weights).astype(np.float32)


def softmax(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Matrix = (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32)
    return chances


def largest(products: Matrix) -> float:
    """The largest eigenvalue of a matrix of products, by power iteration."""
    vector = np.ones(len(products), dtype=np.float32)
    size = 1.0
    for _ in range(20):
        vector = products @ vector
        size = float(np.linalg.norm(vector))
        vector = vector / np.float32(size)
    return size


def folds(labels: Sequence[str], n: int = 5) -> list[int]:
    """For each row the fold in which it is left out: every label is spread over the folds, always the same way."""
    by_label: dict[str, list[int]] = defaultdict(list)
    for row, label in enumerate(labels):
        by_label[label].append(row)
    out = [0] * len(labels)
    rng = random.Random(0)
    for rows in (by_label[label] for label in sorted(by_label)):
        rng.shuffle(rows)
        for k, row in enumerate(rows):
            out[row] = k % n
    return out

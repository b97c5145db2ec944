"""Softmax regression: it learns what can be learnt, the same way each time, and its folds are fair."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.bench.learning import folds, learn, regression, softmax
from onrecord.extract.acts.likely import SURE, Told


def test_regression_parts_what_can_be_parted() -> None:
    rows = np.array([[1, 0, 1], [1, 0, 0], [0, 1, 1], [0, 1, 0]], dtype=np.float32)
    kinds, weights = regression(rows, ["AID", "AID", "REJECT", "REJECT"], decay=0.1)
    assert [kinds[k] for k in (rows @ weights).argmax(axis=1)] == ["AID", "AID", "REJECT", "REJECT"]
    again = regression(rows, ["AID", "AID", "REJECT", "REJECT"], decay=0.1)[1]
    assert np.array_equal(weights, again)


@given(st.lists(st.lists(st.floats(-90, 90), min_size=3, max_size=3), min_size=1, max_size=5))
def test_chances_add_up_to_one(scores: list[list[float]]) -> None:
    assert np.allclose(softmax(np.array(scores, dtype=np.float32)).sum(axis=1), 1, atol=1e-4)


@given(st.lists(st.sampled_from(["AID", "CONCEDE", "REJECT"]), max_size=60))
def test_every_label_is_spread_over_the_folds(labels: list[str]) -> None:
    found = folds(labels)
    assert found == folds(labels)
    for label in set(labels):
        sizes = [sum(f == k and of == label for f, of in zip(found, labels, strict=True)) for k in range(5)]
        assert max(sizes) - min(sizes) <= 1


def no_vectors(texts: list[str]) -> np.ndarray:
    return np.zeros((len(texts), 384), dtype=np.float32)


def test_what_is_sure_asks_for_no_vector() -> None:
    labelled = [(Told({f"path {verb}": 1.0}, verb), kind) for verb, kind in (("sue", "ACCUSE"), ("feed", "AID"))] * 40
    learnt = learn([t for t, _ in labelled], [k for _, k in labelled], no_vectors)
    asked: list[str] = []

    def vectors(texts: list[str]) -> np.ndarray:
        asked.extend(texts)
        return no_vectors(texts)

    sure, unsure = learnt.likely([Told({"path sue": 1.0}, "sue"), Told({}, "unheard of")], vectors)
    assert sure.type == "ACCUSE"
    assert sure.probability > SURE > unsure.probability
    assert asked == ["unheard of"]

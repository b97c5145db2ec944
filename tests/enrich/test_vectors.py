"""Sentence vectors: unit length, near for near meanings, the same whatever stands beside them."""

from __future__ import annotations

import random

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.enrich import vectors as door
from onrecord.enrich.vectors import WIDTH, packed, vectors
from onrecord.errors import Stopped

TEXTS = [
    "Valdoria demanded that Karsia open the strait.",
    "Karsia was asked by Valdoria to let ships through the strait.",
    "The dockers' choir sang at the harbour fair.",
    "No.",
    "The mediators of the Northern League put forward a plan for the fees, the patrols and the old lighthouse. " * 3,
]


def test_vectors_have_unit_length() -> None:
    found = vectors(TEXTS)
    assert found.shape == (len(TEXTS), WIDTH)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-3)


def test_what_is_near_in_meaning_is_near() -> None:
    near = vectors(TEXTS) @ vectors(TEXTS).T
    assert near[0, 1] > 0.7 > 0.3 > near[0, 2]


def read_anew(texts: list[str]) -> NDArray[np.float32]:
    """The vectors, none of them from memory."""
    door._known().clear()
    return vectors(texts)


def test_a_vector_does_not_depend_on_its_neighbours() -> None:
    together = read_anew(TEXTS * 7)
    for n, text in enumerate(TEXTS):
        assert np.array_equal(together[n], read_anew([text])[0])
    order = list(range(len(TEXTS)))
    random.Random(3).shuffle(order)
    assert np.array_equal(read_anew([TEXTS[n] for n in order]), read_anew(TEXTS)[order])


def test_what_was_read_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_anew(TEXTS)
    monkeypatch.setattr(door, "_read", lambda batch: pytest.fail(f"read again: {batch}"))
    assert np.array_equal(vectors(TEXTS[::-1]), before[::-1])
    monkeypatch.undo()
    monkeypatch.setattr(door, "KEPT", 2)
    assert np.array_equal(vectors(TEXTS[:1]), before[:1])
    assert len(door._known()) == 1


@pytest.mark.parametrize("empty", ["", "  \n"])
def test_an_empty_text_is_zeros(empty: str) -> None:
    found = vectors([empty, TEXTS[0]])
    assert not found[0].any()
    assert np.array_equal(found[1], vectors(TEXTS[:1])[0])
    assert vectors([]).shape == (0, WIDTH)


def test_a_very_long_text_is_cut() -> None:
    assert np.isfinite(vectors(["the fee for the passage of ships " * 2000])).all()


def test_a_missing_model_stops_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MODEL", ("no_such_package", "model.onnx"))
    door._model.cache_clear()
    try:
        with pytest.raises(Stopped, match="sentence model"):
            vectors(["Valdoria left."])
    finally:
        door._model.cache_clear()


def test_packed_vectors_keep_the_likeness() -> None:
    kept = [np.frombuffer(b, dtype=np.int8).astype(float) for b in packed(TEXTS)]
    near = vectors(TEXTS) @ vectors(TEXTS).T
    for a, x in enumerate(kept):
        for b, y in enumerate(kept):
            assert abs(x @ y / np.linalg.norm(x) / np.linalg.norm(y) - near[a, b]) < 0.01
    assert packed(["", "fee"])[0] == b""
    assert len(packed(["fee"])[0]) == WIDTH

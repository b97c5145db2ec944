"""Polarity and modality, decided in one place: what is asserted, denied, planned, possible or only supposed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.context import Context
from onrecord.extract.polarity import Polarity, polarity

Read = Callable[[str], Context]


def polarity_of(read_context: Read, text: str, lemma: str) -> Polarity:
    layers = read_context(text).layers
    return polarity(layers, next(t.i for t in layers.tokens if t.lemma == lemma))


CASES: list[tuple[str, str, bool, str, bool]] = [
    ("Karsia attacked the port.", "attack", False, "happened", False),
    ("Karsia did not attack the port.", "attack", True, "denied", False),
    ("Karsia denied that it attacked the port.", "attack", True, "denied", False),
    ("Karsia did not deny that it attacked the port.", "attack", False, "denied", False),
    ("Karsia refused to attack the port.", "attack", True, "denied", False),
    ("Karsia did not refuse to attack the port.", "attack", False, "happened", False),
    ("Karsia will attack the port.", "attack", False, "planned", False),
    ("Karsia plans to attack the port.", "attack", False, "planned", False),
    ("Karsia may attack the port.", "attack", False, "possible", False),
    ("Karsia is ready to attack the port.", "attack", False, "planned", False),
    ("Valdoria demanded that Karsia attack the port.", "attack", False, "demanded", False),
    ("If Karsia attacks the port, the ships will leave.", "attack", False, "happened", True),
    ("Should Karsia attack the port, the ships will leave.", "attack", False, "happened", True),
    ("Did Karsia attack the port?", "attack", False, "happened", True),
    ("Karsia issued no ultimatum.", "ultimatum", True, "denied", False),
    ("Karsia ruled that the fleet attack the port.", "attack", False, "happened", False),
    ("Karsia ruled out an attack on the port.", "attack", True, "denied", False),
    ("Karsia saw little reason for talks.", "see", True, "denied", False),
    ("Karsia saw a little reason for talks.", "see", False, "happened", False),
]


@pytest.mark.parametrize(("text", "lemma", "negated", "modality", "supposed"), CASES, ids=[c[0] for c in CASES])
def test_polarity(read_context: Read, text: str, lemma: str, negated: bool, modality: str, supposed: bool) -> None:
    found = polarity_of(read_context, text, lemma)
    assert found.negated == negated
    assert found.supposed == supposed
    if modality != "denied" or negated:
        assert found.modality == modality


def test_a_purpose_is_no_deed(read_context: Read) -> None:
    assert polarity_of(read_context, "The ministers met to condemn the attack.", "condemn").aside
    assert not polarity_of(read_context, "The ministers condemned the attack.", "condemn").aside


def test_the_second_verb_shares_the_first_ones_mood(read_context: Read) -> None:
    assert polarity_of(read_context, "Karsia will close the strait and seize the ships.", "seize").modality == "planned"

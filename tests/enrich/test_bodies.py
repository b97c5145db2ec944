"""Movements, unions and armed groups as parties: those that an article lets act, not whatever it names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers

Reader = Callable[[str], tuple[Article, Layers]]


def parties(read: Reader, text: str) -> list[str]:
    return [m.ref for m in read(text)[1].mentions if m.kind == "party"]


def test_a_group_whose_name_tells_what_it_is_needs_one_act(read_layers: Reader) -> None:
    text = "The Orlan Liberation Front rejected the offer on Monday. Nobody answered the Orlan Liberation Front."
    assert parties(read_layers, text) == ["orlan-liberation-front"] * 2


def test_a_short_form_in_brackets_is_its_id(read_layers: Reader) -> None:
    text = "The Orlan Liberation Front (OLF) rejected the offer. The Orlan Liberation Front attacked a camp."
    assert set(parties(read_layers, text)) == {"OLF"}


def test_who_speaks_for_a_group_speaks_for_a_party(read_layers: Reader) -> None:
    text = "The Orlan Liberation Front rejected the offer, a spokesman for the Orlan Liberation Front said."
    layers = read_layers(text)[1]
    assert next(m.party for m in layers.mentions if m.kind == "unnamed") == "orlan-liberation-front"


@pytest.mark.parametrize(
    "text",
    [
        "The Orlan Gazette said on Monday that talks had failed. The Orlan Gazette said so twice.",
        "Microsoft rejected the offer. Microsoft signed nothing.",
        "He spoke of the Orlan Liberation Front.",
    ],
)
def test_papers_companies_and_mere_names_are_no_parties(read_layers: Reader, text: str) -> None:
    assert parties(read_layers, text) == []

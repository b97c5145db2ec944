"""Political parties: whose name it is, and who acts for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.layers import Layers

Reader = Callable[[str], tuple[Article, Layers]]


def parties(layers: Layers) -> list[str]:
    return [m.ref for m in layers.mentions if m.kind == "party" and m.how != "pronoun"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Washington wants a vote. Labor rejected the plan.", None),
        ("Australia wants a vote. The plan failed because Labor rejected it.", "AU_LABOR"),
        ("Israel wants a vote. The plan failed because Labor rejected it.", "IL_LABOR"),
        ("Congress wants a vote. House Republicans rejected the plan.", "US_REPUBLICANS"),
        ("Congress wants a vote. The Christian Democrats rejected the plan.", None),
        ("Congress wants a vote. The Republican Guard rejected the plan.", None),
        ("The vote is near. Democrats rejected the plan.", "US_DEMOCRATS"),
        ("Karsia wants a vote. Democrats rejected the plan.", None),
    ],
)
def test_a_political_party_is_of_a_state_that_the_article_names(
    read_layers: Reader, text: str, party: str | None
) -> None:
    found = [p for p in parties(read_layers(text)[1]) if "_" in p]
    assert found == ([party] if party else [])


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Republican candidate Dana Whitlock said no to Congress.", "campaign-whitlock"),
        ("Dana Whitlock, an Ohio Republican, said no to Congress.", "US_REPUBLICANS"),
        ("Republican Dana Whitlock said no to Congress.", "US_REPUBLICANS"),
        ("Democratic Senator Dana Whitlock said no to Congress.", "US_DEMOCRATS"),
        ("Republican Governor Dana Whitlock said no to Congress.", None),
        ("Senator Dana Whitlock said no to Congress.", None),
        ("U.S. Ambassador Dana Whitlock said no to Congress.", "US"),
    ],
)
def test_a_candidate_acts_for_no_party_and_only_who_governs_for_the_state(
    read_layers: Reader, text: str, party: str | None
) -> None:
    (person,) = read_layers(text)[1].people
    assert person.party == party


def test_a_political_party_has_no_government(read_layers: Reader) -> None:
    _, layers = read_layers("Washington wants a vote. Democrats rejected the plan. The army said no.")
    assert parties(layers).count("US_DEMOCRATS") == 1


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        (
            "Congress met. The White House asked for a vote. Congress sat. Both the House and the Senate said no.",
            ["US"] * 2,
        ),
        ("Odo Brandt left the house. Both the House and the Senate said no.", []),
    ],
)
def test_a_chamber_is_of_the_state_of_the_article(read_layers: Reader, text: str, refs: list[str]) -> None:
    _, layers = read_layers(text)
    chambers = [
        m.ref for m in layers.mentions if layers.tokens[m.head].text in ("House", "Senate") and m.how == "nominal"
    ]
    assert chambers == refs

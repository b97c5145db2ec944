"""What the record calls its parties."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.gazetteer import gazetteer
from onrecord.merge.names.parties import _name
from onrecord.settings import Settings


@pytest.mark.parametrize(
    ("party", "forms", "name"),
    [
        ("harbour-front", ["Harbour Front", "Front", "among them the leadership of it"], "Harbour Front"),
        ("norvale", ["Norvale", "steel giant with three mills"], "Norvale"),
        ("front-of-orla", ["Front of Orla", "the front"], "Front of Orla"),
        ("unions", ["unions", "unions", "two maintenance unions"], "unions"),  # no name: what it is called most
        ("opposition-US", ["opposition"], "opposition (United States)"),
    ],
)
def test_a_party_is_called_by_its_name_and_not_by_a_description(party: str, forms: list[str], name: str) -> None:
    known = gazetteer(Settings()).parties
    assert _name(party, Counter(forms), known) == name

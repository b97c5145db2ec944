"""Who may be a party: the tables and the settings."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.gazetteer import gazetteer, plain, rows
from onrecord.settings import PartySetting, Settings

KNOWN = gazetteer(Settings())


@pytest.mark.parametrize(
    ("words", "party", "use"),
    [
        ("Kenya", "KE", "name"),
        ("Peruvian", "PE", "adjective"),
        ("Peruvians", "PE", "people"),
        ("Nairobi", "KE", "capital"),
        ("Downing Street", "GB", "organ"),
        ("African Union", "AFRICAN_UNION", "name"),
        ("O.S.C.E.", None, None),
        ("Soviet", "USSR", "adjective"),
        ("West", "WEST", "name"),
        ("Swedes", "SE", "people"),
    ],
)
def test_a_surface_means_its_party(words: str, party: str | None, use: str | None) -> None:
    found = KNOWN.surfaces.get(words)
    assert (found and found.parties[0], found and found.use) == (party, use)


def test_a_city_that_seats_several_may_mean_any_of_them() -> None:
    assert set(KNOWN.surfaces["Brussels"].parties) == {"BE", "EU", "NATO"}


def test_the_longest_name_at_a_position_comes_first() -> None:
    text = "the United States of America said"
    assert [s.words for s in KNOWN.at(text, 4)] == ["United States of America", "United States"]


def test_a_name_does_not_begin_a_longer_word() -> None:
    assert list(KNOWN.at("Irange said", 0)) == []


def test_every_state_has_a_name_and_no_id_stands_twice() -> None:
    table = list(rows("states.tsv"))
    assert all(len(row) > 1 and row[1] for row in table)
    assert max(Counter(row[0] for row in table).values()) == 1
    assert len(table) > 190


def test_no_id_stands_for_two_parties() -> None:
    tables = ("states.tsv", "organisations.tsv", "political_parties.tsv")
    ids = Counter(row[0] for table in tables for row in rows(table))
    assert [party for party, times in ids.items() if times > 1] == []


def test_a_political_party_is_of_a_known_state_and_every_leader_of_a_known_party() -> None:
    assert {row[1] for row in rows("political_parties.tsv")} <= set(KNOWN.parties)
    assert {row[0].removesuffix("*") for row in rows("leaders.tsv")} <= set(KNOWN.parties)  # a star: candidates


def test_the_settings_go_before_the_tables() -> None:
    own = gazetteer(Settings(parties=(PartySetting("ATH", "Athenia", "state", ("Athens",), "Athens"),)))
    assert own.surfaces["Athens"].parties[0] == "ATH"
    assert own.parties["ATH"].name == "Athenia"


def test_plain_text_keeps_its_length() -> None:
    text = "the Élysée’s\u00a0envoy"
    assert len(plain(text)) == len(text)
    assert plain(text) == "the Élysée's envoy"

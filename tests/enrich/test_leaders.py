"""Leaders whom papers name without their state."""

from __future__ import annotations

import pytest

from onrecord.enrich.leaders import by_name, folded, party_of_leader
from onrecord.layers import Role
from onrecord.text import Span


def roles(*titles: str) -> list[Role]:
    return [Role(title, None, Span(0, 1)) for title in titles]


@pytest.mark.parametrize(
    ("name", "titles", "year", "named", "party"),
    [
        ("Hosni Mubarak", (), 2010, set(), "EG"),
        ("Hosni Mubarak", (), None, set(), "EG"),
        ("Hosni Mubarak", (), 1975, set(), None),  # not yet known
        ("Hosni Mubarak", ("analyst",), 2010, set(), None),  # a namesake
        ("Hosni Mubarak", ("former President",), 2013, set(), None),
        ("Donald Tusk", (), 2010, set(), "PL"),
        ("Donald Tusk", (), 2016, set(), "EU"),
        ("Donald Tusk", (), None, set(), None),
        ("Mubarak", ("President",), 2010, set(), "EG"),
        ("Mubarak", ("President",), 2015, set(), None),
        ("Mubarak", (), 2010, {"EG"}, "EG"),
        ("Mubarak", (), 2010, set(), None),
        ("Hillary Clinton", (), 2012, set(), "US"),
        ("Hillary Clinton", ("nominee",), 2016, set(), "US_DEMOCRATS*"),
        ("Hillary Clinton", (), 2016, set(), "US_DEMOCRATS*"),  # stands for election
        ("Rubio", (), 2016, {"US_REPUBLICANS"}, "US_REPUBLICANS*"),
        ("Ben Carson", (), 2018, set(), None),
        ("Hillary Clinton", ("candidate",), 2012, set(), None),
        ("Bob Dole", ("Senator",), 1995, set(), "US_REPUBLICANS"),
        ("Zoltan Nobody", (), 2010, set(), None),
    ],
)
def test_a_leader_is_known_by_name_and_year(
    name: str, titles: tuple[str, ...], year: int | None, named: set[str], party: str | None
) -> None:
    assert party_of_leader(name, roles(*titles), year, named) == party


def test_spellings_of_one_name_are_one() -> None:
    assert folded("Bashar al-Assad") == folded("Bashar Al Assad") == ("bashar", "assad")


def test_every_term_ends_after_it_begins() -> None:
    assert all(t.first <= t.last for terms in by_name().values() for t in terms)

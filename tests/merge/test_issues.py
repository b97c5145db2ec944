"""Issues: matters gather by rare shared terms and by meaning, whatever the order they come in."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.merge.positions import likeness
from onrecord.merge.positions.issues import LIKE, Matter, gather

WORDS = st.sampled_from(["fee", "patrols", "troops", "border", "mines", "ships", "inspection", "prisoners"])
TERMS = st.sets(WORDS, min_size=1, max_size=4).map(lambda s: tuple(sorted(s)))
VECTORS = st.sampled_from([b"", *(bytes((n * k) % 100 for k in range(384)) for n in range(1, 4))])
MATTERS = st.lists(st.builds(Matter, TERMS, VECTORS), min_size=1, max_size=14)


def together(matters: list[Matter]) -> set[frozenset[Matter]]:
    return {frozenset(matters[n] for n in cluster.members) for cluster in gather(matters)}


def of_terms(*terms: tuple[str, ...]) -> set[frozenset[tuple[str, ...]]]:
    return {frozenset(m.terms for m in issue) for issue in together([Matter(t) for t in terms])}


@settings(deadline=None)
@given(MATTERS, st.randoms())
def test_the_order_of_arrival_does_not_matter(matters: list[Matter], chance: random.Random) -> None:
    shuffled = list(matters)
    chance.shuffle(shuffled)
    assert together(matters) == together(shuffled)


@settings(deadline=None)
@given(MATTERS)
def test_every_matter_is_in_one_issue(matters: list[Matter]) -> None:
    assert sorted(n for cluster in gather(matters) for n in cluster.members) == list(range(len(matters)))


@settings(deadline=None)
@given(MATTERS)
def test_a_copy_changes_nothing(matters: list[Matter]) -> None:
    assert together(matters) == together([*matters, matters[0]])


@settings(deadline=None)
@given(MATTERS)
def test_each_issue_is_held_together_by_what_joined_it(matters: list[Matter]) -> None:
    for cluster in gather(matters):
        assert len(cluster.joined) == len(cluster.members) - 1
        reached = {cluster.members[0]}
        for _ in cluster.joined:
            reached |= {n for a, b, _ in cluster.joined for n in (a, b) if {a, b} & reached}
        assert reached == set(cluster.members)
        for a, b, edge in cluster.joined:
            if edge is None:
                assert matters[a].terms == matters[b].terms
            else:
                assert set(edge.shared) == set(matters[a].terms) & set(matters[b].terms)


@settings(deadline=None)
@given(MATTERS)
def test_what_two_kinds_are_joined_by_is_like_enough(matters: list[Matter]) -> None:
    for cluster in gather(matters):
        kinds = {matters[n].terms for n in cluster.members}
        if len(kinds) == 2:
            assert all(edge is None or edge.likeness >= LIKE for _, _, edge in cluster.joined)


def test_matters_on_one_thing_gather_and_others_stay_apart() -> None:
    fee, rate, mines, sweep = ("fee", "transit"), ("fee", "rate", "transit"), ("mines",), ("mines", "sweep")
    assert of_terms(fee, mines, rate, sweep) == {frozenset({fee, rate}), frozenset({mines, sweep})}


def test_what_means_the_same_gathers_and_what_means_another_thing_does_not() -> None:
    here, there = bytes([100, 0] * 192), bytes([0, 100] * 192)
    fee, toll = ("border", "fee", "rate"), ("border", "toll")
    others = [Matter((f"other{n}",)) for n in range(9)]
    one, same, another = Matter(fee, here), Matter(toll, here), Matter(toll, there)
    assert frozenset({one, same}) in together([one, same, *others])
    assert frozenset({one}) in together([one, another, *others])


def test_where_many_share_a_term_another_must_be_shared_too(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = sorted([("fee",), ("fee", "rate", "ship3"), *(("fee", f"ship{n}") for n in range(9))])
    monkeypatch.setattr(likeness, "MANY", 4)
    found = {(kinds[e.a], kinds[e.b]) for e in likeness.edges(kinds, np.zeros((len(kinds), 4)))}
    assert found == {(("fee",), k) for k in kinds[1:]} | {(("fee", "rate", "ship3"), ("fee", "ship3"))}


def test_a_party_that_both_name_joins_only_matters_of_parties_alone() -> None:
    assert of_terms(("Karsia", "fee"), ("Karsia", "port")) == {
        frozenset({("Karsia", "fee")}),
        frozenset({("Karsia", "port")}),
    }
    assert of_terms(("Karsia",), ("Karsia", "North")) == {frozenset({("Karsia",), ("Karsia", "North")})}
    assert of_terms(("Karsia", "fee"), ("fee",)) == {frozenset({("Karsia", "fee"), ("fee",)})}

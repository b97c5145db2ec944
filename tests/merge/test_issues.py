"""Issues: matters gather by rare shared terms, whatever the order they come in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.merge.positions.issues import LONGEST_LABEL, gather, label_of

WORDS = st.sampled_from(["fee", "patrols", "troops", "border", "mines", "ships", "inspection", "prisoners"])
MATTERS = st.lists(st.sets(WORDS, min_size=1, max_size=4).map(lambda s: tuple(sorted(s))), min_size=1, max_size=14)


def together(matters: list[tuple[str, ...]]) -> set[frozenset[tuple[str, ...]]]:
    return {frozenset(matters[n] for n in cluster) for cluster in gather(matters)}


@given(MATTERS, st.randoms())
def test_the_order_of_arrival_does_not_matter(matters: list[tuple[str, ...]], random: object) -> None:
    shuffled = list(matters)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert together(matters) == together(shuffled)


@given(MATTERS)
def test_every_matter_is_in_one_issue(matters: list[tuple[str, ...]]) -> None:
    assert sorted(n for cluster in gather(matters) for n in cluster) == list(range(len(matters)))


@given(MATTERS)
def test_a_copy_changes_nothing(matters: list[tuple[str, ...]]) -> None:
    assert together(matters) == together([*matters, matters[0]])


def test_matters_on_one_thing_gather_and_others_stay_apart() -> None:
    fee, rate, mines, sweep = ("fee", "transit"), ("fee", "transit", "rate"), ("mines",), ("mines", "sweep")
    assert together([fee, mines, rate, sweep]) == {frozenset({fee, rate}), frozenset({mines, sweep})}


def test_a_label_is_the_noun_phrase_that_recurs() -> None:
    assert label_of(["fee", "transit fee", "fee", "transit fee", ""], ["fee"]) == "Transit fee"


def test_a_label_holds_what_the_members_share() -> None:
    assert label_of(["strait", "grain ships", "ships"], ["ship", "grain"]) == "Grain ships"


def test_where_no_noun_phrase_names_it_the_shared_terms_do() -> None:
    assert label_of(["", ""], ["pay", "passage", "year"]) == "Pay and passage"


def test_a_label_is_short() -> None:
    label = label_of(["strait between the two shores and " * 4], ["strait"])
    assert label.startswith("Strait between")
    assert len(label) <= LONGEST_LABEL + 2

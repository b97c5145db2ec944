"""How confidence is learnt: what speaks against an entry weighs against it, and no record judges itself."""

from __future__ import annotations

from scripts.train_confidence import Case, area, brier, by_share, is_told_apart, learn, left_out, tables


def cases(record: str, telling: int = 40) -> list[Case]:
    """Entries of one record, wrong wherever they are short, and a few of each sort that are otherwise."""
    short, plain = frozenset({"the words are few"}), frozenset({"a meeting is told"})
    out = [Case(record, short, right=False), Case(record, plain, right=True)] * telling
    return [*out, *[Case(record, short, right=True), Case(record, plain, right=False)] * 5]


def test_what_goes_with_wrong_entries_weighs_against_them() -> None:
    weights = learn(cases("a"))
    assert weights["the words are few"] < -1 < 0 < weights["a meeting is told"]


def test_what_sorts_is_told_apart_and_its_probabilities_are_what_they_say() -> None:
    judged = left_out([*cases("a"), *cases("b"), *cases("c")])
    assert is_told_apart(judged)
    assert area(judged) > 0.8
    assert brier(judged) < brier(by_share(judged))
    sure = [(p, right) for p, _, right in judged if p > 0.5]
    assert abs(sum(p for p, _ in sure) / len(sure) - sum(right for _, right in sure) / len(sure)) < 0.05


def test_a_record_is_not_judged_by_what_it_teaches() -> None:
    """Where the others say the opposite, a record is judged wrongly throughout."""
    turned = [Case("b", c.holding, not c.right) for c in cases("b")]
    assert not is_told_apart(left_out([*cases("a"), *turned]))


def test_every_entry_stands_in_the_table() -> None:
    told = tables({"events": left_out([*cases("a"), *cases("b")])})
    rows = [line.split(" | ") for line in told.splitlines() if line.startswith(("| 0.", "| 1."))]
    assert sum(int(row[1]) for row in rows) == 180
    assert "| events | 180 | 0.50 |" in told

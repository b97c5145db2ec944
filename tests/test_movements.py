"""Movements: who hardened, softened or reversed, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.entries import PositionEntry
from onrecord.movements import movements
from onrecord.readings import Stance
from onrecord.text import Span, Text

WORDS = "Karsia rejects the transit fee."
TEXT = Text("a-1", "a.txt", WORDS)
EVIDENCE = TEXT.evidence(0, len(WORDS))


def position(
    day: str | None,
    stance: Stance,
    *,
    party: str = "KAR",
    issue: str = "fee",
    told_by: str | None = None,
    quote: str | None = None,
) -> PositionEntry:
    name = f"{party}-{issue}-{day}-{stance}"
    return PositionEntry(
        name, party, issue, stance, day, EVIDENCE, Span(0, len(WORDS)), EVIDENCE, attributed_to=told_by, quote=quote
    )


def kinds(*positions: PositionEntry) -> list[str]:
    return [m.kind for m in movements(positions)]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("rejects", "open", ["softened"]),
        ("rejects", "partly rejects", ["softened"]),
        ("demands", "open", ["softened"]),
        ("offers", "rejects", ["hardened"]),
        ("open", "demands", ["hardened"]),
        ("accepts", "rejects", ["reversed"]),
        ("rejects", "accepts", ["reversed"]),
        ("demands", "accepts", []),
        ("open", "accepts", []),
        ("demands", "rejects", []),
        ("rejects", "rejects", []),
    ],
)
def test_what_is_a_movement(before: Stance, after: Stance, kind: list[str]) -> None:
    assert kinds(position("2031-04-02", before), position("2031-04-09", after)) == kind


def test_a_movement_names_both_positions() -> None:
    (found,) = movements((position("2031-04-09", "open"), position("2031-04-02", "rejects")))
    assert (found.before, found.after) == ("KAR-fee-2031-04-02-rejects", "KAR-fee-2031-04-09-open")


@pytest.mark.parametrize(
    "other",
    [
        position("2031-04-09", "open", told_by="VAL"),
        position("2031-04-02", "open"),
        position(None, "open"),
        position("2031-05", "open"),
        position("2031-04-09", "open", party="VAL"),
        position("2031-04-09", "open", issue="mines"),
    ],
    ids=["an opponent's telling", "the same day", "no day", "a month", "another party", "another issue"],
)
def test_what_is_no_movement(other: PositionEntry) -> None:
    assert kinds(position("2031-04-02", "rejects"), other) == []


def test_a_day_that_tells_both_decides_nothing() -> None:
    both = position("2031-04-05", "open"), position("2031-04-05", "partly rejects")
    assert kinds(position("2031-04-02", "rejects"), *both) == []


def test_a_look_back_is_no_movement_but_what_is_said_again_is() -> None:
    moved = position("2031-04-02", "rejects"), position("2031-04-09", "open")
    assert kinds(*moved, position("2031-04-20", "rejects")) == ["softened"]
    assert kinds(*moved, position("2031-04-20", "rejects", quote="q-1")) == ["softened", "hardened"]


def test_both_positions_must_name_one_thing() -> None:
    first, last = position("2031-04-02", "rejects"), position("2031-04-09", "open")
    text = Text("a-2", "b.txt", "Karsia waits for word of them; Transit Fees")
    for words, found in (("Karsia waits for word of them", []), ("Transit Fees", ["softened"])):
        start = text.content.index(words)
        told = text.evidence(start, start + len(words))
        assert kinds(first, replace(last, evidence=told, matter=told)) == found


def test_the_order_of_the_positions_does_not_matter() -> None:
    told = [position(f"2031-04-0{n}", s) for n, s in enumerate(("rejects", "open", "demands", "questions"), 1)]  # type: ignore[arg-type]
    assert movements(told) == movements(told[::-1])

"""Threats, warnings and promises: what is threatened, by whom, on what condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.acts.conditionals import find_conditionals
from onrecord.extract.context import Context
from onrecord.readings import Conditional

Read = Callable[[str], Context]


def found(read_context: Read, text: str) -> tuple[Context, tuple[Conditional, ...]]:
    context = read_context(text)
    return context, find_conditionals(context)


SPOKEN: list[tuple[str, str, str, str]] = [
    ("Karsia said it would retaliate if Valdoria sent warships.", "KAR", "retaliate", "sent warships"),
    ("If Valdoria sent warships, Karsia would retaliate, it said.", "KAR", "retaliate", "sent warships"),
    ("Karsia said it would close the strait unless Valdoria left.", "KAR", "close the strait", "unless Valdoria left"),
    ("Karsia said any attack would be met with force.", "KAR", "be met with force", "any attack"),
    ("Karsia will react harshly to unfriendly steps.", "KAR", "react harshly", "unfriendly steps"),
    ("Valdoria would lift its sanctions if Karsia left the strait.", "VAL", "lift its sanctions", "Karsia left"),
    ("Should Valdoria send warships, Karsia would retaliate.", "KAR", "retaliate", "Should Valdoria send"),
    ("Valdoria must leave, otherwise Karsia will close the strait, it said.", "KAR", "close the strait", "must leave"),
    ("Karsia is open to a deal provided that the patrols leave.", "KAR", "open to a deal", "provided that"),
    ("Karsia would free the sailors in exchange for the fee.", "KAR", "free the sailors", "in exchange for"),
    (
        "Valdoria said it would leave the strait as long as the patrols stopped.",
        "VAL",
        "leave the strait",
        "as long as",
    ),
    (
        "Valdoria said it was ready to lift its sanctions provided the patrols were stopped.",
        "VAL",
        "lift",
        "provided the",
    ),
    ("Karsia said it would sign the treaty, but only if the patrols left.", "KAR", "sign the treaty", "if the patrols"),
    ("Karsia said it would not lift the blockade until the patrols left.", "KAR", "lift the blockade", "until the"),
    ("Valdoria would act in the event of an attack on its ships.", "VAL", "would act", "in the event of an attack"),
]


@pytest.mark.parametrize(("text", "actor", "consequence", "condition"), SPOKEN, ids=[s[0] for s in SPOKEN])
def test_condition_and_consequence(read_context: Read, text: str, actor: str, consequence: str, condition: str) -> None:
    context, (conditional,) = found(read_context, text)
    assert conditional.actor == actor
    assert consequence in context.words(conditional.consequence)
    assert conditional.condition is not None
    assert condition in context.words(conditional.condition)
    assert not conditional.consequence.overlaps(conditional.condition)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Karsia would strike the port if Valdoria sent warships.", "threat"),
        ("Karsia would release the sailors if Valdoria left the strait.", "promise"),
        ("Karsia would withdraw its troops if Valdoria left the strait.", "promise"),
        ("Karsia would withdraw from the talks if Valdoria sent warships.", "threat"),
    ],
)
def test_the_kind(read_context: Read, text: str, kind: str) -> None:
    _, (conditional,) = found(read_context, text)
    assert conditional.kind == kind


def test_a_threat_may_state_no_condition(read_context: Read) -> None:
    context, (conditional,) = found(read_context, "Valdoria threatened to cut its power exports.")
    assert conditional.condition is None
    assert "cut its power exports" in context.words(conditional.consequence)


def test_a_denied_threat_is_marked_so(read_context: Read) -> None:
    _, denied = found(read_context, "Karsia does not threaten anyone with consequences if the fee is not paid.")
    assert all(c.negated for c in denied)


@pytest.mark.parametrize(
    "text",
    [
        "Valdoria asked if Karsia had paid the fee.",
        "If you look at the map, the strait is narrow.",
        "The ships waited because Karsia had closed the strait.",
    ],
)
def test_what_is_no_conditional(read_context: Read, text: str) -> None:
    assert found(read_context, text)[1] == ()

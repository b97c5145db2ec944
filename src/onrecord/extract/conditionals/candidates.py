"""A condition and its consequence as the grammar shows them, before it is asked who says so and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.readings import ConditionalKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A condition and its consequence by the parse, as token indices; `verb` is the consequence's predicate.

    `actor` and `kind` are set where the wording tells them: "vowed", "threatened"; `by` is the verb by which whoever
    poses the condition does so: "gave them a week to leave or face sanctions".
    """

    verb: int
    consequence: tuple[int, ...]
    condition: tuple[int, ...] = ()
    actor: tuple[str, ...] = ()
    kind: ConditionalKind | None = None
    by: int | None = None


def one_side(rest: list[int], condition: list[int]) -> list[int]:
    """The part of the consequence on the side of the condition where most of it lies."""
    before = [j for j in rest if j < min(condition)]
    behind = [j for j in rest if j > max(condition)]
    return before if len(before) >= len(behind) else behind

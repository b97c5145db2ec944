"""An analyst's corrections: append-only, and they always win."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RulingKind = Literal["reject", "accept", "rename", "join", "split"]
GONE = "gone"
"""The value of an `accept` by which a person has seen that what they had ruled on is not found any more."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One correction of one entry.

    kind     reject: not so, hide it; accept: seen and right; rename: `value` is the new label;
             join / split: `other` is the entry that it does or does not belong with, `value` its own words.
             A position joins an issue, or the issue of another position; split from its issue it makes
             a new one, called `value`
    subject  the entry's id
    section  the section of the record that the entry stands in ("meetings", "issues" ...)
    exact    the entry's own words when ruled on, to find it again; of an issue those of one of its positions,
             for issues change as articles come
    by, at   who ruled and when (ISO time); not part of what is claimed
    """

    kind: RulingKind
    section: str
    subject: str
    value: str | None = None
    other: str | None = None
    exact: str = ""
    by: str = ""
    at: str = ""

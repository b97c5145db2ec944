"""Short word lists, as they are written in the code."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The blank-separated words of a list."""
    return frozenset(listed.split())

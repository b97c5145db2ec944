"""Where in a run of lines the article ends and readers begin to speak."""

from __future__ import annotations

from collections.abc import Sequence


def comments_from(lines: Sequence[str]) -> int:
    """Index of the first line that is a reader's comment; `len(lines)` if there is none."""
    return len(lines)

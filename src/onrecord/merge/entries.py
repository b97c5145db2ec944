"""The door of the room: readings in, the record's entries out."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles import Article
from onrecord.entries import Entries
from onrecord.readings import Reading
from onrecord.settings import Settings


def merge(readings: Sequence[tuple[Article, Reading]], settings: Settings) -> Entries:
    """The record of these articles. Their order does not matter."""
    return Entries()

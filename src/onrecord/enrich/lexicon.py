"""The word lists of data/words.tsv: English words of politics and reporting, by class."""

from __future__ import annotations

from functools import lru_cache

from onrecord.gazetteer import rows


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split(";")) for name, listed in rows("words.tsv")}


def lexicon(name: str) -> frozenset[str]:
    """The words of one class; none if there is no such class."""
    return _table().get(name, frozenset())

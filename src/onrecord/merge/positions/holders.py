"""Who holds a position: a party, or a group without one of which the record tells enough.

People whose party no article tells hold none: most of them only give their view. A group that the texts do not know
as a party holds one where it goes by a name of its own ("the Harbour Council"), or where it is told to hold something
at least twice ("the pilots"); who is only counted or picked out ("some pilots", "a judge") holds none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from onrecord.merge.acting import acting_party
from onrecord.merge.corpus import Corpus, Read

UNNAMED = "unnamed: "
TIMES = 2
COUNTING = frozenset(["a", "an", "all", "another", "any", "both", "dozens", "each", "every", "few", "hundreds", "many"])
COUNTING |= {"more", "most", "no", "one", "other", "others", "scores", "several", "some", "thousands", "two", "three"}
COUNTING |= {"my", "our", "your"}
ANYBODY = frozenset({"country", "group", "leader", "nation", "party", "people", "side", "speaker", "state"})
ANYBODY |= {"countries", "parties"}
_WORD = re.compile(r"[^\W_][\w-]*")


class Holders:
    """Who holds the positions of a record."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        held = {(p.party, r.article.id, p.span) for r in corpus.reads for p in r.reading.positions}
        self._times = Counter(key for ref, *_ in held if (key := _key(ref)) is not None)
        self._called = _called(Counter(ref for ref, *_ in held if _key(ref) is not None))

    def of(self, read: Read, ref: str) -> str | None:
        """The holder behind the ref of one reading: a party's id, or "unnamed: ..." as the record calls the group."""
        party = acting_party(self._corpus, read, ref)
        if party is None or not party.startswith(UNNAMED):
            return party
        key = _key(party)
        if key is None or (self._times[key] < TIMES and not key[-1][0].isupper()):
            return None
        return self._called[key]


def _called(descriptions: Counter[str]) -> Mapping[tuple[str, ...], str]:
    """For each group the commonest of its descriptions; of equals the shortest."""
    found: dict[tuple[str, ...], str] = {}
    for ref in sorted(descriptions, key=lambda r: (-descriptions[r], len(r), r)):
        key = _key(ref)
        if key is not None:
            found.setdefault(key, ref)
    return found


def _key(ref: str) -> tuple[str, ...] | None:
    """The last two words of a description, by which a group is known again: "Orlan's striking pilots" and "the
    striking pilots" are one. None for who is no group that could be known again."""
    if not ref.startswith(UNNAMED):
        return None
    words = [w for w in _WORD.findall(ref.removeprefix(UNNAMED)) if w.lower() != "the"]
    if not words or words[0].lower() in COUNTING or words[0][0].isdigit():
        return None
    if len(words) == 1 and words[0].lower().removesuffix("s") in ANYBODY:
        return None
    return tuple(words[-2:])

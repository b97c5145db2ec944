"""Who holds a position: a party, or a group without one of which the record tells enough.

People whose party no article tells hold none: most of them only give their view. A group that the texts do not know
as a party holds one where it goes by a name of its own ("the Harbour Council"), or where it is told to hold something
at least twice ("the pilots"). Who is only counted or picked out ("some pilots", "a judge"), one person ("the
diplomat"), the public, the press and who bears a person's name hold none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from onrecord.ids import normalised
from onrecord.merge.acting import acting_party
from onrecord.merge.corpus import Corpus, Read

UNNAMED = "unnamed: "
TIMES = 2
COUNTING = frozenset(["a", "an", "all", "another", "any", "both", "dozens", "each", "every", "few", "hundreds", "many"])
COUNTING |= {"more", "most", "no", "one", "only", "other", "others", "scores", "several", "some", "thousands", "two"}
COUNTING |= {"my", "our", "your"}
ANYBODY = frozenset({"candidate", "community", "consumer", "country", "countries", "crowd", "fan", "group", "hacker"})
ANYBODY |= {"international", "investor", "leader", "nation", "nominee", "observer", "parties", "party", "people"}
ANYBODY |= {"public", "reader", "side", "speaker", "state", "user", "viewer", "voter", "world"}
PUBLIC = frozenset({"people", "voters", "investors", "members"})
ONE = frozenset({"adviser", "aide", "ambassador", "analyst", "commander", "diplomat", "envoy", "expert", "governor"})
ONE |= {"lawmaker", "lawyer", "man", "minister", "negotiator", "official", "president", "premier", "senator", "source"}
ONE |= {"spokesman", "spokesperson", "spokeswoman", "woman", "writer"}
PRESS = frozenset({"chronicle", "daily", "gazette", "herald", "journal", "magazine", "mail", "network", "news", "post"})
PRESS |= {"press", "review", "telegraph", "times", "tribune", "tv", "weekly"}
_WORD = re.compile(r"[^\W_][\w-]*")


class Holders:
    """Who holds the positions of a record."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._press = {normalised(c.outlet) for r in corpus.reads for c in r.reading.cites}
        self._surnames = {normalised(p.name).split()[-1] for p in corpus.people if normalised(p.name)}
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
        name = normalised(" ".join(_words(party)))
        return None if name in self._press or name.split()[-1] in self._surnames else self._called[key]


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
    words = _words(ref) if ref.startswith(UNNAMED) else []
    if not words or words[0].lower() in COUNTING or any(w[0].isdigit() for w in words):
        return None
    if words[-1].lower() in PRESS | ONE or words[0].lower() in PUBLIC or all(_is_anybody(w) for w in words):
        return None
    return tuple(words[-2:])


def _words(ref: str) -> list[str]:
    """The words of a description without its article."""
    return [w for w in _WORD.findall(ref.removeprefix(UNNAMED)) if w.lower() != "the"]


def _is_anybody(word: str) -> bool:
    return word.lower() in ANYBODY or word.lower().removesuffix("s") in ANYBODY

"""How a party's position on an issue moved: hardened, softened, reversed.

The later position supersedes the earlier one without hiding it; a movement names both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.entries import PositionEntry
from onrecord.readings import Stance

Kind = Literal["hardened", "softened", "reversed"]

FIRMNESS: dict[Stance, int] = {
    "accepts": 0, "offers": 0, "open": 0, "questions": 1, "partly rejects": 1, "demands": 2, "rejects": 2,
}  # fmt: skip
"""How hard a stance is. What lies within one degree is wording: it is no movement."""
REVERSED = frozenset({"accepts", "rejects"})
STEM = 6  # letters by which a word is known
COMMON = frozenset(
    re.findall(
        r"\w+",
        "about after again all also and any are been before being between both but can could did does even for "
        "from had has have her here his how into its let may more most must new nor not now one only other our out "
        "over own per should some such than that the their them then there these they this those too two under "
        "until upon use very was were what when where which while who why will with would yet you your",
    )
)
"""Words of three letters and more that name nothing."""
GRANTED = frozenset({"demands", "accepts"})
"""Who demands a thing and then accepts it got it: that is no movement of theirs."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A party's movement on an issue; `before` and `after` are the ids of the positions between which it lies."""

    party: str
    issue: str
    before: str
    after: str
    kind: Kind


def movements(positions: Sequence[PositionEntry]) -> tuple[Movement, ...]:
    """Every movement that the positions show, in the order of its day, party and issue.

    Only what is told of a party by itself or by the outlet counts, on different days, and only days on which all that
    is told is equally hard. Both must name one thing, since an issue may hold several. A stance that was given up and
    is told again in nobody's words may be a look back: it is passed over.
    """
    held: dict[tuple[str, str], dict[str, list[PositionEntry]]] = defaultdict(lambda: defaultdict(list))
    for p in positions:
        if p.attributed_to is None and p.as_of is not None and len(p.as_of) == len("2031-04-02"):
            held[p.party, p.issue][p.as_of].append(p)
    found: list[tuple[str, Movement]] = []
    for (party, issue), days in held.items():
        last: PositionEntry | None = None
        given_up: set[int] = set()
        for day in sorted(days):
            told = sorted(days[day], key=lambda p: (p.quote is None, p.evidence, p.id))
            firmness = {FIRMNESS[p.stance] for p in told}
            if len(firmness) > 1:
                continue
            now, degree = told[0], firmness.pop()
            if last is None or FIRMNESS[last.stance] == degree:
                last = now
                continue
            if degree in given_up and now.quote is None:
                continue
            if (kind := _kind(last.stance, now.stance)) is not None and _name_one_thing(last, now):
                found.append((day, Movement(party, issue, last.id, now.id, kind)))
                given_up.add(FIRMNESS[last.stance])
            last = now
    return tuple(m for _, m in sorted(found, key=lambda f: (f[0], f[1].party, f[1].issue)))


def _name_one_thing(a: PositionEntry, b: PositionEntry) -> bool:
    """Whether the two share a word that names something: "the Orm Canal", "the canal". What both write with a capital
    is a name, of a party more often than not."""
    (small, all_words), (others_small, all_others) = _words(a), _words(b)
    return bool(small & all_others or all_words & others_small)


def _words(position: PositionEntry) -> tuple[set[str], set[str]]:
    """The stems of the telling words of its clause and its matter: those in small letters, and all of them."""
    said = f"{position.evidence.exact} {position.matter.exact}".replace("’", "'")
    words = [w for w in re.findall(r"[^\W\d_]{3,}", said) if w.lower() not in COMMON]
    return {w[:STEM] for w in words if w.islower()}, {w[:STEM].lower() for w in words}


def _kind(before: Stance, after: Stance) -> Kind | None:
    if {before, after} == GRANTED:
        return None
    if {before, after} == REVERSED:
        return "reversed"
    return "hardened" if FIRMNESS[after] > FIRMNESS[before] else "softened"

"""Who is so widely known that papers name them without their state: leaders and chief envoys, by years in office."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from onrecord.enrich.lexicon import lexicon
from onrecord.gazetteer import political_parties, rows
from onrecord.layers import Role

FAMILY_FIRST = 3  # letters of a first word that may be the family's name: "Kim Jong Un", "Xi Jinping"
NEVER = 9999
CANDIDATE = "*"
"""Behind a political party: whom it sends into an election in those years."""
RULERS = frozenset({"leader", "chief", "general", "attorney-general", "treasurer", "ruler", "dictator"})
LEGISLATORS = frozenset(
    {"senator", "sen", "sen.", "rep", "rep.", "representative", "congressman", "speaker", "lawmaker"}
)


@dataclass(frozen=True, slots=True)
class Term:
    """What someone leads or speaks for, and in which years."""

    party: str
    first: int
    last: int

    @property
    def is_partisan(self) -> bool:
        return self.party.removesuffix(CANDIDATE) in political_parties()


def party_of_leader(name: str, roles: Sequence[Role], year: int | None, named: Set[str]) -> str | None:
    """The party of a leader of that name whom an article of that year means; `named` are the parties it names.

    A full name is known from the first year in office on. A surname alone is its bearer's who is in office then,
    with the title of a head of state or government, or where the article names the party. Who stands for election
    acts for no state, and who is called by an office of another kind is somebody else. Candidates' have a star.
    """
    told = {word for role in roles for word in role.title.casefold().split()} - {"counterpart"}
    if told and not told & _leading():
        return None
    stands = told & lexicon("standing")
    words = folded(name)
    if len(words) > 1 or words in by_name():
        known = [t for t in by_name().get(words, ()) if year is None or t.first <= year]
        terms = [t for t in known if t.is_partisan or not stands]
        now = [t for t in terms if year is not None and year <= t.last]
        held = [t for t in terms if not t.party.endswith(CANDIDATE)]
        past = [] if told & lexicon("former") else held if year is None else held[-1:]
        found = {t.party for t in _latest(now) or past}
    else:
        terms = [t for t in by_surname().get(words[0], ()) if year is not None and t.first <= year <= t.last]
        found = {t.party for t in terms if told & lexicon("head_office") or t.party.removesuffix(CANDIDATE) in named}
    found -= {party.removesuffix(CANDIDATE) for party in found if party.endswith(CANDIDATE)}  # who stands, stands
    return found.pop() if len(found) == 1 else None


def _leading() -> frozenset[str]:
    """The words of offices whose holders may be such leaders."""
    return lexicon("spokes_office") | lexicon("head_office") | lexicon("standing") | LEGISLATORS | RULERS


def _latest(terms: Sequence[Term]) -> list[Term]:
    """Of several offices at one time that which began last: who was a minister is a candidate now."""
    last = max((t.first for t in terms), default=0)
    return [t for t in terms if t.first == last]


def folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents, hyphens, initials' stops and the Arabic article, whose spellings vary."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = plain.replace("-", " ").replace(".", "").split()
    return tuple(w for w in words if w not in ("al", "el")) or tuple(words) or (name,)


@lru_cache(maxsize=1)
def by_name() -> dict[tuple[str, ...], list[Term]]:
    """The terms of each full name, the earliest first."""
    out: dict[tuple[str, ...], list[Term]] = {}
    for words, term in _listed():
        out.setdefault(words, []).append(term)
    return {words: sorted(terms, key=lambda t: (t.first, t.last)) for words, terms in out.items()}


@lru_cache(maxsize=1)
def by_surname() -> dict[str, list[Term]]:
    """The terms of each surname."""
    out: dict[str, list[Term]] = {}
    for words, term in _listed():
        for surname in {words[-1], *([words[0]] if len(words[0]) <= FAMILY_FIRST else ())}:
            out.setdefault(surname, []).append(term)
    return out


def _listed() -> Iterator[tuple[tuple[str, ...], Term]]:
    for party, first, last, names in rows("leaders.tsv"):
        for name in names.split(";"):
            yield folded(name), Term(party, int(first), int(last) if last else NEVER)

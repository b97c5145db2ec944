"""One identity for each person of the record, whatever each article calls them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from onrecord.articles import Article
from onrecord.campaigns import is_campaign
from onrecord.gazetteer import first_names, gazetteer, rows
from onrecord.ids import slug
from onrecord.layers import Person, Role, leant_to
from onrecord.readings import Reading
from onrecord.settings import Settings

Key = tuple[str, str]  # article id, person key
SPELLINGS = (
    (r"[^a-z]", ""),
    (r"(?<=[a-z])(iy|yy|ij|ey|ei|ay|ai|ii|y)\b", "i"),
    (r"y", "i"),
    (r"kh", "h"),
    (r"zh|dzh|dj", "j"),
    (r"ph", "f"),
    (r"ck|q", "k"),
    (r"ou|oo", "u"),
    (r"ee|ie", "i"),
    (r"w", "v"),
    (r"(.)\1", r"\1"),
)
"""Spellings that transliterators differ in, each made one; in this order."""


@dataclass(frozen=True, slots=True)
class PersonOfRecord:
    """One person across the articles: `keys` are (article id, person key) pairs."""

    id: str
    name: str
    aliases: tuple[str, ...]
    party: str | None
    roles: tuple[tuple[str, Role], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A person as one article knows them, in words made comparable."""

    key: Key
    person: Person
    words: tuple[str, ...]

    @property
    def surname(self) -> str:
        last = folded(self.key[1].removeprefix("p:"))
        return last if last in self.words else self.words[-1]

    @property
    def full(self) -> bool:
        return len(self.words) > 1

    @property
    def held(self) -> frozenset[str]:
        """The parties for which offices are held still."""
        return frozenset(r.party for r in self.person.roles if r.party and not _words(r.title) & _listed("former"))

    @property
    def stated(self) -> frozenset[str]:
        """The parties that offices beside the name give."""
        return frozenset(role.party for role in self.person.roles if role.party)

    @property
    def stands(self) -> bool:
        """Whether they stand for election, as the article tells."""
        return is_campaign(self.person.party)

    @property
    def heads(self) -> frozenset[str]:
        """The offices of a head of state or government that the article gives, in its words ("president")."""
        titles = [_words(role.title) for role in self.person.roles]
        return frozenset(word for title in titles if "vice" not in title for word in title & _listed("head_office"))


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A name's word without what spellings differ in: Sergey, Sergei and Serguei come out alike."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().casefold() or word.casefold()
    for pattern, instead in SPELLINGS:
        plain = re.sub(pattern, instead, plain)
    return plain or word.casefold()


def name_people(
    readings: Sequence[tuple[Article, Reading]], settings: Settings
) -> tuple[tuple[PersonOfRecord, ...], dict[Key, str]]:
    """The people of the record, and whom each article's person key means. The order of articles does not matter."""
    everyone = sorted(
        (
            Known((article.id, p.key), p, tuple(folded(w) for w in re.split(r"[\s-]+", p.name) if w))
            for article, reading in readings
            for p in reading.people
        ),
        key=lambda k: k.key,
    )
    clusters = _clusters([k for k in everyone if k.full], settings)
    clusters = _join_surnames(clusters, [k for k in everyone if not k.full], settings)
    people, ids, taken = [], {}, Counter[str]()
    for cluster in sorted(clusters, key=lambda c: min(k.key for k in c)):
        person = _person(cluster)
        taken[person.id] += 1
        if taken[person.id] > 1:
            person = replace(person, id=f"{person.id}-{slug(person.party) if person.party else taken[person.id]}")
        people.append(person)
        ids.update({k.key: person.id for k in cluster})
    return tuple(sorted(people, key=lambda p: p.id)), ids


def _clusters(known: Sequence[Known], settings: Settings) -> list[list[Known]]:
    """Those with a first name: the connected components of "may be the same".

    Who is called alike in many articles is compared once, so that the cost grows with the names, not the articles.
    """
    alike: dict[tuple[tuple[str, ...], str, frozenset[str]], list[Known]] = {}
    for k in known:
        alike.setdefault((k.words, k.surname, k.stated), []).append(k)
    chiefs = [group[0] for group in alike.values()]
    parent = {k.key: k.key for k in chiefs}

    def root(key: Key) -> Key:
        while parent[key] != key:
            key = parent[key]
        return key

    blocks: dict[str, list[Known]] = {}
    for k in chiefs:
        for first in sorted({k.surname[:3], k.words[-1][:3]}):  # of "Xi Jinping" either may pass for the surname
            blocks.setdefault(first, []).append(k)
    for block in blocks.values():
        for a, b in combinations(block, 2):
            if _same(a, b, settings):
                x, y = sorted((root(a.key), root(b.key)))
                parent[y] = x
    out: dict[Key, list[Known]] = {}
    for group in alike.values():
        out.setdefault(root(group[0].key), []).extend(group)
    return list(out.values())


def _same(a: Known, b: Known, settings: Settings) -> bool:
    """The same words, or one surname (but for a slip of the pen) and first names that agree; and no two states."""
    if (
        a.words != b.words
        and a.surname != b.surname
        and (min(len(a.surname), len(b.surname)) < 6 or fuzz.ratio(a.surname, b.surname) < 90)
    ):
        return False
    if a.words == b.words:
        return not _clash(a.stated, b.stated, settings)
    firsts_a = [w for w in a.words if w != a.surname]
    firsts_b = [w for w in b.words if w != b.surname]
    return _agree(firsts_a, firsts_b) and not _clash(a.stated, b.stated, settings)


def _agree(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two lists of first names may be one person's: equal, an initial, a short form, one left out."""
    if not a or not b:
        return True
    if len(a) == len(b) == 2 and a[0] == b[0] and not _agree(a[1:], b[1:]):
        return False  # brothers
    if a[0] in b or b[0] in a:
        return True
    x, y = sorted((a[0], b[0]), key=len)
    if y.startswith(x) or _vowel_apart(x, y) or (len(x) > 3 and fuzz.ratio(x, y) >= 85):
        return True
    return y in short_forms().get(x, ()) or x in short_forms().get(y, ())


def _vowel_apart(x: str, y: str) -> bool:
    """Whether two first names differ in one short vowel inside only, as transliterators do: Ahmad and Ahmed."""
    apart = [i for i, (a, b) in enumerate(zip(x, y, strict=False)) if a != b]
    inside = len(x) == len(y) > 3 and len(apart) == 1 and 0 < apart[0] < len(x) - 1
    return inside and {x[apart[0]], y[apart[0]]} in ({"a", "e"}, {"o", "u"})


@lru_cache(maxsize=1)
def short_forms() -> dict[str, frozenset[str]]:
    """English short first names -> what they may stand for, in comparable words."""
    return {folded(short): frozenset(map(folded, full.split(";"))) for short, full in rows("nicknames.tsv")}


def _clash(a: frozenset[str], b: frozenset[str], settings: Settings) -> bool:
    """Nobody holds offices of two states; an office in an organisation may follow one in a state."""
    known = gazetteer(settings).parties
    states_a, states_b = ({p for p in s if p in known and known[p].kind == "state"} for s in (a, b))
    return bool(states_a and states_b and not states_a & states_b)


def _join_surnames(clusters: list[list[Known]], bare: Sequence[Known], settings: Settings) -> list[list[Known]]:
    """Each surname without a first name joins whom it can mean; where several can, those of its own party only."""
    out = [list(c) for c in clusters]
    stated = [frozenset[str]().union(*(o.stated for o in c)) for c in clusters]
    bearers: dict[str, list[int]] = {}
    for n, c in enumerate(clusters):
        for surname in sorted({o.surname for o in c}):
            bearers.setdefault(surname, []).append(n)
    left: dict[str, list[Known]] = {}
    for k in bare:
        fits = [n for n in bearers.get(k.words[0], ()) if not _clash(k.stated, stated[n], settings)]
        fits = [n for n in fits if not _is_another(k, clusters[n])]
        if len(fits) > 1:
            same_party = [n for n in fits if k.person.party and k.person.party == _party(clusters[n])]
            sizes = sorted((len(clusters[n]) for n in fits), reverse=True)
            chief = [n for n in fits if len(clusters[n]) == sizes[0] and sizes[0] >= 3 * sizes[1]]
            fits = same_party if len(same_party) == 1 else chief
        if len(fits) == 1:
            out[fits[0]].append(k)
        else:
            left.setdefault(k.words[0], []).append(k)
    for group in left.values():
        out.extend(_by_party(group, settings))
    return out


def _is_another(k: Known, cluster: Sequence[Known]) -> bool:
    """Whether a surname cannot mean those in full: its article names both, or it goes with an office that they lack.

    Whose full name nowhere goes with "President" is not "President Erlin" if it goes with other offices, or is a
    woman's; she may be his wife.
    """
    if k.key[0] in {c.key[0] for c in cluster}:
        return True
    if not k.heads or k.heads & {office for c in cluster for office in c.heads}:
        return False
    woman = any(c.person.name.split()[0] in first_names("f") for c in cluster)
    return woman or any(role for c in cluster for role in c.person.roles)


def _by_party(group: list[Known], settings: Settings) -> list[list[Known]]:
    """Bare surnames that no full name explains: one person, unless offices of two states part them."""
    out: list[list[Known]] = []
    for k in sorted(group, key=lambda k: (not k.stated, k.key)):
        home = next((c for c in out if not any(_clash(k.stated, o.stated, settings) for o in c)), None)
        if home is None:
            out.append([k])
        else:
            home.append(k)
    return out


def _party(cluster: Sequence[Known]) -> str | None:
    """The party that most articles give, by an office first; where none gives one, the party leant to.

    Who stands for election in half of them or more acts through a campaign, whatever office they held.
    """
    votes: Counter[str] = Counter()
    standing = sum(k.stands for k in cluster)
    for k in cluster:
        votes.update(dict.fromkeys(k.held, 2))
        if k.person.party:
            votes[k.person.party] += 1
    if standing and 2 * standing >= sum(bool(k.held) for k in cluster) and not any(k.heads for k in cluster):
        votes = Counter({party: n for party, n in votes.items() if is_campaign(party)})
    return max(votes, key=lambda p: (votes[p], p)) if votes else _leaning(cluster)


def _leaning(cluster: Sequence[Known]) -> str | None:
    """The party that the sentences of someone in office lean to in all articles together.

    Papers print no state beside the offices of their own. Who holds none, such as a scholar, tells as well
    what parties will do, and speaks for nobody.
    """
    titles = {word for k in cluster for role in k.person.roles for word in _words(role.title)}
    if not titles & _listed("spokes_office") or titles & _listed("former"):
        return None
    return leant_to(party for k in cluster for party in k.person.leanings)


def _words(title: str) -> frozenset[str]:
    return frozenset(title.casefold().split())


@lru_cache(maxsize=4)
def _listed(name: str) -> frozenset[str]:
    """One class of words about offices: those that speak for a party, or tell that one is held no more."""
    return frozenset(word for row, listed in rows("words.tsv") if row == name for word in listed.split(";"))


def _person(cluster: Sequence[Known]) -> PersonOfRecord:
    """The name is the form that most articles have among the full ones, then the longest."""
    forms: Counter[str] = Counter()
    for k in cluster:
        forms.update(k.person.aliases)
    names: Counter[str] = Counter(k.person.name for k in cluster)
    name = max(names, key=lambda f: (len(f.split()) > 1, names[f], len(f), f))
    party = _party(cluster)
    roles = sorted(
        (
            (k.key[0], role if role.party or is_campaign(party) else Role(role.title, party, role.span))
            for k in cluster
            for role in k.person.roles
        ),
        key=lambda r: (r[0], r[1].span),
    )
    aliases = sorted(forms, key=lambda f: (-len(f.split()), f))
    return PersonOfRecord(slug(name), name, tuple(aliases), party, tuple(roles))

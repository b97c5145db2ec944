"""The people of one article: which names mean the same person, their offices and their parties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.campaigns import campaign_of
from onrecord.enrich.campaigns import stands
from onrecord.enrich.leaders import CANDIDATE, party_of_leader
from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.names import COURTESY, NameRun
from onrecord.enrich.namesakes import CROWNED, Names
from onrecord.enrich.roles import is_former, office_after, office_before, party_within, title_words
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import first_names, political_parties
from onrecord.layers import Mention, Person, Role, leant_to
from onrecord.text import Span

CONGRESS = re.compile(r"\s?[,(]\s?([DR])(\)|\s?-\s?[A-Z])")
"""Party and state behind the name of an American legislator: "(R-Tenn.)", ", D-Massachusetts", "(R)"."""
CAUCUS = {"D": "US_DEMOCRATS", "R": "US_REPUBLICANS"}


NO_MINISTERS = frozenset({"US"})
"""Whose departments are led by secretaries: a minister who is called senator sits in another senate."""


@dataclass
class Known:
    """A person while the article is being read. `gender` is "m", "f" or "" as far as the words tell; `leads`:
    widely known as the leader or chief envoy of their party; `called` are offices that only later words give them."""

    key: str
    forms: Counter[str] = field(default_factory=Counter)
    roles: list[Role] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    gender: str = ""
    leads: bool = False
    called: set[str] = field(default_factory=set)
    hints: Counter[str] = field(default_factory=Counter)  # parties that their sentences hint at
    stands: bool = False  # for election

    @property
    def name(self) -> str:
        """The full form that the article prints most; where none is full, the most frequent."""
        return max(self.forms, key=lambda f: (" " in f, self.forms[f], len(f), f))

    @property
    def first_name_gender(self) -> str:
        """What most bearers of the first name are, where that is clear."""
        first = self.name.split()[0]
        return next((g for g in ("f", "m") if first in first_names(g)), "") if " " in self.name else ""

    @property
    def leaning(self) -> str | None:
        """The party that someone in office seems to speak for, where no words beside the name tell."""
        titles = {word for role in self.roles for word in role.title.casefold().split()}
        speaks = titles & lexicon("spokes_office") and not titles & lexicon("former")
        return leant_to(self.hints.elements()) if speaks else None

    @property
    def party(self) -> str | None:
        return campaign_of(self.name) if self.stands else self.affiliation

    @property
    def affiliation(self) -> str | None:
        """The party that the words beside the name tell most often; a candidate's political party."""
        held = [p for p in self.parties if p not in NO_MINISTERS or not self._is_minister]
        return Counter(held).most_common(1)[0][0] if held else None

    @property
    def _is_minister(self) -> bool:
        return any("minister" in role.title.casefold().split() for role in self.roles)

    def as_person(self) -> Person:
        roles = tuple(role if role.party else replace(role, party=self.affiliation) for role in self.roles)
        hints = tuple(sorted(self.hints.elements()))
        return Person(self.key, self.name, tuple(sorted(self.forms)), self.party, roles, hints)


def people_of(sheet: Sheet, runs: Sequence[NameRun], parties: Sequence[Mention]) -> tuple[list[Known], list[Mention]]:
    """The people of the article, and every mention of them by name, title included."""
    known: dict[str, Known] = {}
    mentions: list[Mention] = []
    names = Names(sheet, runs)
    for run, key in zip(runs, names.keys(runs), strict=True):
        person = known.setdefault(key, Known(key))
        crowned = names.words(run) if sheet.tokens[run.first - 1].lower in CROWNED else run.words
        person.forms[replace(run, words=crowned).name] += 1
        first = _learn(sheet, run, person, parties, runs)
        head = sheet.head_of(run.first, run.last)
        start, end = sheet.tokens[first].start, sheet.tokens[run.last - 1].end
        mentions.append(Mention(first, run.last, head, start, end, "person", "name", person.key))
    named_parties = {m.ref for m in parties if m.kind == "party"}
    for person in known.values():
        person.gender = person.gender or person.first_name_gender
        leads = party_of_leader(person.name, person.roles, _year(sheet), named_parties)
        if leads is not None and not person.parties:
            person.parties.append(leads.removesuffix(CANDIDATE))
        person.stands = stands(person.roles) or (leads is not None and leads.endswith(CANDIDATE))
        person.leads = leads is not None and leads == person.party
    for person in known.values():
        if person.party is None:
            person.parties += _chiefs(sheet, person, known, mentions) or _shadowed(person, parties)
    return list(known.values()), mentions


def _chiefs(sheet: Sheet, person: Known, known: Mapping[str, Known], named: Sequence[Mention]) -> list[str]:
    """The party of the one whom somebody serves: "Brandt spokesman Odo Vask", "Odo Vask, an adviser to Ilse Brandt"."""
    out: list[str] = []
    for role in person.roles:
        words = set(role.title.casefold().split())
        if words.isdisjoint(lexicon("serving")) or not words.isdisjoint(lexicon("former")):
            continue
        for m in named:
            gap = sheet.content[m.end : role.span.start] if m.end <= role.span.start else None
            before = sheet.tokens[m.first - 1].lower if m.first else ""
            beside = gap in (" ", "'s ", "' ") and before not in lexicon("former")
            if m.ref != person.key and (beside or role.span.holds(m.span)):
                out += [party] if (party := known[m.ref].party) is not None else []
    return out


def _shadowed(person: Known, parties: Sequence[Mention]) -> list[str]:
    """The opposition of the article, for whom a shadow minister speaks."""
    titles = {word for role in person.roles for word in role.title.casefold().split()}
    return [m.ref for m in parties if "opposition" in m.ref.split("-")][:1] if "shadow" in titles else []


def _year(sheet: Sheet) -> int | None:
    """The year in which the article was published, if known."""
    day = sheet.article.published.value
    return int(day[:4]) if day else None


def _of(sheet: Sheet, run: NameRun, parties: Sequence[Mention]) -> str | None:
    """The party after a name with its office ("President Harka Denn of Karsia")."""
    if run.last >= sheet.sentence(run.first).last or sheet.tokens[run.last].lower != "of":
        return None
    return next((m.ref for m in parties if m.first in (run.last + 1, run.last + 2) and m.kind == "party"), None)


def _among_officials(sheet: Sheet, run: NameRun) -> bool:
    """Whether the sentence speaks of several in office before a name ("ministers Odo Brandt of Karsia and ...")."""
    before = range(sheet.sentence(run.first).first, run.first)
    return any(
        sheet.tokens[i].tag in ("NNS", "NNPS") and sheet.tokens[i].lemma in lexicon("spokes_office") for i in before
    )


def _owner(sheet: Sheet, run: NameRun, parties: Sequence[Mention]) -> list[str]:
    """The party that a name is said to be of: "Karsia's Toren Vask"."""
    before = run.first - 1
    if before < sheet.sentence(run.first).first or sheet.tokens[before].tag != "POS":
        return []
    return [m.ref for m in parties if m.kind == "party" and m.last == before]


def _called(sheet: Sheet, run: NameRun, parties: Sequence[Mention]) -> list[str]:
    """The party of which a sentence calls someone an official: "Odo Brandt was the first Karsian official to ..."."""
    t = sheet.tokens[sheet.head_of(run.first, run.last)]
    if t.dep != "nsubj" or sheet.tokens[t.head].lemma != "be":
        return []
    named = lexicon("spokes_office") | {"official", "diplomat", "leader", "lawmaker", "legislator"}
    called = [c for c in sheet.children[t.head] if sheet.tokens[c].dep == "attr" and sheet.tokens[c].lemma in named]
    before = {c for i in called for c in sheet.children[i] if c < i}
    return [m.ref for m in parties if m.kind == "party" and m.head in before]


def _member(sheet: Sheet, run: NameRun, parties: Sequence[Mention]) -> list[str]:
    """The political party whose member someone is called: "Estmark Democrat Odo Brandt", "Odo Brandt, a Democrat"."""
    head = sheet.head_of(run.first, run.last)
    beside = {c for c in sheet.children[head] if sheet.tokens[c].dep == "appos"} | {run.first - 1}
    own = (m for m in parties if m.head in beside and m.ref in political_parties())
    return [m.ref for m in own if sheet.tokens[m.head].tag in ("NN", "NNP") and m.last - m.first == 1][:1]


def _from(sheet: Sheet, run: NameRun, parties: Sequence[Mention]) -> list[str]:
    """The union, movement or other group that a name is said to come from: "Odo Brandt of the Dockers Union"."""
    if run.last >= sheet.sentence(run.first).last or sheet.tokens[run.last].lower not in ("of", "from"):
        return []
    near = (m for m in parties if m.first in (run.last + 1, run.last + 2) and m.kind == "party")
    return [m.ref for m in near if any(t.lower in lexicon("organised") for t in sheet.tokens[m.first : m.last])]


def _learn(sheet: Sheet, run: NameRun, person: Known, parties: Sequence[Mention], runs: Sequence[NameRun]) -> int:
    """What the words beside a name tell of the person. Returns the first token of the name with its title."""
    first = run.first
    before = sheet.tokens[first - 1] if first > sheet.sentence(first).first else None
    if before is not None and before.lower in COURTESY:
        first -= 1
        person.gender = person.gender or COURTESY[before.lower]
    person.parties += _owner(sheet, run, parties) or _from(sheet, run, parties) or _called(sheet, run, parties)
    person.parties += _member(sheet, run, parties)
    if _among_officials(sheet, run) and (state := _of(sheet, run, parties)) is not None:
        person.parties.append(state)
    for found in (office_before(sheet, run, runs), office_after(sheet, run, runs)):
        if found is None:
            continue
        a, b = found
        span = Span(sheet.tokens[a].start, sheet.tokens[b - 1].end)
        party = party_within(sheet, parties, a, b) or (_of(sheet, run, parties) if b == run.first else None)
        person.roles.append(Role(title_words(sheet, a, b, parties), party, span))
        if party is not None and not is_former(sheet, a, b):
            person.parties.append(party)
        told = {sheet.tokens[i].lower for i in range(a, b)}
        person.gender = person.gender or ("f" if told & lexicon("female") else "m" if told & lexicon("male") else "")
        if b == run.first:
            first = a
    caucus = CONGRESS.match(sheet.content, sheet.tokens[run.last - 1].end)
    titles = {word for role in person.roles for word in role.title.casefold().split()}
    if caucus and titles.isdisjoint(lexicon("state_office")):
        person.parties.append(CAUCUS[caucus.group(1)])
    return first

"""The readings of a record side by side, dated, with one name for each person: what merging works on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.articles import Article
from onrecord.calendars import bounds
from onrecord.gazetteer import gazetteer
from onrecord.layers import Person, Role
from onrecord.merge.names.people import PersonOfRecord, name_people
from onrecord.readings import Reading
from onrecord.settings import Settings
from onrecord.text import Evidence, Span

UNNAMED = "unnamed: "
CHIEFS = frozenset({"executive", "chairman", "chairwoman", "chief", "boss", "president", "director", "ceo", "leader"})
CHIEFS |= {"spokesman", "spokeswoman", "spokesperson", "secretary", "negotiator"}

OFFICE = r"office|cabinet|administration|government|people|aides|team|camp"
OF_SOMEBODY = re.compile(rf"(?:the )?(?:(?:{OFFICE}) of (.+)|(.+?)['’]s? (?:{OFFICE}))", re.IGNORECASE)
"""Those who speak for a person: "Ruiz's office", "the office of Prime Minister Ana Ruiz"."""


@dataclass(frozen=True, slots=True)
class Read:
    """One article and its reading, dated: its timexes have their values."""

    article: Article
    reading: Reading

    @property
    def day(self) -> str | None:
        """The publication day (ISO), if known."""
        value = self.article.published.value
        return value[:10] if value else None

    def date(self, when: int | None) -> str | None:
        """The value of a timex of this article, to the day at the finest; None for PAST_REF and the like."""
        if when is None:
            return None
        value = self.reading.timexes[when].value
        return value.split("T")[0] if value and value[:1].isdigit() else None

    def said(self, when: int | None) -> str | None:
        """The value of a timex as the time of something said: as `date`, but None for what had not begun
        on the publication day and for a time that stands within quotation marks, which the speaker told."""
        value = self.date(when)
        period = bounds(value) if value is not None else None
        if when is None or period is None or (self.day is not None and period[0].isoformat() > self.day):
            return None
        return None if self._in_marks(self.reading.timexes[when].span) else value

    def _in_marks(self, span: Span) -> bool:
        quotes = self.reading.quotes
        pieces = [p for q in quotes for p in (q.content if q.kind == "direct" and q.marks else q.quoted)]
        return any(piece.holds(span) for piece in pieces)

    def evidence(self, span: Span) -> Evidence:
        return self.article.text.at(span)


@dataclass(frozen=True)
class Corpus:
    """All dated readings in a fixed order (publication day, file, id), and who is who."""

    reads: tuple[Read, ...]
    people: tuple[PersonOfRecord, ...]
    person_ids: Mapping[tuple[str, str], str]
    party_named: Mapping[str, str] = field(default_factory=dict)
    """The parties by their proper names, where a name is one party's alone."""

    def who(self, read: Read, ref: str | None) -> str | None:
        """The record's name for an agent of one reading: a party or person id, or "unnamed: ...".

        Who one article does not know for a party is one where another tells that the name is a party's.
        """
        if ref is not None and ref.startswith(UNNAMED):
            words = ref.removeprefix(UNNAMED)
            return self.party_named.get(_bare(words)) or self._party_of_office(words) or ref
        if ref is None or not ref.startswith("p:"):
            return ref
        return self.person_ids.get((read.article.id, ref), ref[2:])

    def parties(self, read: Read, refs: tuple[str, ...]) -> tuple[str, ...]:
        """Each ref as the record names it, in order, without repeats."""
        out: list[str] = []
        for ref in refs:
            name = self.who(read, ref)
            if name is not None and name not in out:
                out.append(name)
        return tuple(out)

    @cached_property
    def party_of(self) -> Mapping[str, str | None]:
        """Whom each person of the record speaks for, by the person's id."""
        return {p.id: p.party for p in self.people}

    def _party_of_office(self, words: str) -> str | None:
        """The party of the person whose office the words name."""
        found = OF_SOMEBODY.fullmatch(words)
        return self._party_by_last_word.get((found[1] or found[2]).split()[-1]) if found else None

    @cached_property
    def _party_by_last_word(self) -> Mapping[str, str]:
        """The parties of those people who alone are called by a word: their last names and what else they go by."""
        found: dict[str, set[str | None]] = defaultdict(set)
        for person in self.people:
            for name in {person.name, *person.aliases} - {""}:
                found[name.split()[-1]].add(person.party)
        return {word: party for word, (party, *rest) in found.items() if party and not rest}

    @cached_property
    def _by_article(self) -> dict[str, Read]:
        return {r.article.id: r for r in self.reads}

    def read_of(self, article: str) -> Read:
        return self._by_article[article]


def build_corpus(dated: Sequence[tuple[Article, Reading]], settings: Settings) -> Corpus:
    """The corpus of articles that have their dates and readings whose timexes have their values."""
    named = _parties_by_name((reading for _, reading in dated), settings)
    told = [(article, replace(reading, people=_with_roles(reading, named))) for article, reading in dated]
    reads = sorted((Read(a, r) for a, r in told), key=lambda r: (r.day or "9999", r.article.file, r.article.id))
    people, person_ids = name_people(told, settings)
    return Corpus(tuple(reads), people, person_ids, named)


def _parties_by_name(readings: Iterable[Reading], settings: Settings) -> dict[str, str]:
    """The parties that articles tell by names of their own; where a name that the tables know means nobody, it is
    because the article speaks of some people of a land."""
    listed = gazetteer(settings).surfaces
    parties: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for mention in reading.parties:
            name = _bare(mention.name)
            if name not in listed and all(word[:1].isupper() for word in name.split()):
                parties[name].add(mention.party)
    return {name: next(iter(found)) for name, found in parties.items() if len(found) == 1}


def _with_roles(reading: Reading, named: Mapping[str, str]) -> tuple[Person, ...]:
    """The people of a reading, "Orlair Chief Executive" held for the party that another article knows by that name."""
    return tuple(replace(p, roles=tuple(_with_party(role, named) for role in p.roles)) for p in reading.people)


def _with_party(role: Role, named: Mapping[str, str]) -> Role:
    words = role.title.split()
    if role.party is not None or len(words) < 2 or words[-1].lower() not in CHIEFS:
        return role
    return replace(role, party=next((named[n] for k in (2, 1) if (n := " ".join(words[:k])) in named), None))


def _bare(words: str) -> str:
    """Words without the article before them."""
    return words.strip().removeprefix("the ").removeprefix("The ")

"""What the pages call parties, people, outlets and unnamed sources."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.articles import Article
from onrecord.entries import Entries

UNNAMED = "unnamed: "


@dataclass(frozen=True, slots=True)
class Name:
    """A name as shown. `short` fits a table; `id` is None for who is no party or person of the record."""

    label: str
    short: str
    id: str | None = None
    unnamed: bool = False

    def __str__(self) -> str:
        return self.label


NOBODY = Name("not named", "not named", unnamed=True)


class Names:
    """The names of one record's agents, issues and outlets, by id."""

    def __init__(self, entries: Entries) -> None:
        self._names = {p.id: Name(p.name, _short(p.name, p.aliases), p.id) for p in entries.parties}
        self._names |= {p.id: Name(p.name, p.name, p.id) for p in entries.people}
        self._party_of = {p.id: p.party for p in entries.people}
        self._issues = {i.id: i.label for i in entries.issues}
        self._articles = {a.article.id: a.article for a in entries.articles}

    def __call__(self, agent: str | None) -> Name:
        """The name of a party or person id, or of an "unnamed: ..." source."""
        if agent is None:
            return NOBODY
        if agent in self._names:
            return self._names[agent]
        if agent.startswith(UNNAMED):
            words = agent.removeprefix(UNNAMED).strip()
            return Name(words, words, unnamed=True)
        return Name(agent, agent)

    def all(self, agents: tuple[str, ...]) -> tuple[Name, ...]:
        return tuple(self(a) for a in agents)

    def party_of(self, person: str | None) -> Name | None:
        """The party that a person speaks for, if the record knows it."""
        party = self._party_of.get(person or "")
        return self(party) if party else None

    def issue(self, issue: str | None) -> str | None:
        return self._issues.get(issue, issue) if issue else None

    def article(self, article: str) -> Article:
        return self._articles[article]

    def outlet(self, article: str) -> str:
        """The outlet of an article, or its file where no outlet is known."""
        return outlet_of(self._articles[article])


def outlet_of(article: Article) -> str:
    return article.outlet or article.file


def title_of(article: Article) -> str:
    """The headline, or the first words of an article that has none."""
    if article.title:
        return article.title
    first = next(article.read_blocks(), None)
    words = article.content[first.start : first.end] if first else article.file
    return words if len(words) <= 90 else words[:88].rsplit(" ", 1)[0] + " …"


def joined(names: tuple[Name, ...], short: bool = False) -> str:
    """Names in a row: `Valdoria, Karsia and the League`."""
    words = [n.short if short else n.label for n in names]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def _short(name: str, aliases: tuple[str, ...]) -> str:
    """An abbreviation among the aliases (US, NATO), if there is one; else the name."""
    capitals = [a for a in aliases if a.isupper() and a.isalpha() and 2 <= len(a) <= 6]
    return min(capitals, key=lambda a: (len(a), a)) if capitals and len(name) > 12 else name

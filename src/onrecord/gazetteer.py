"""Who may be a party: the states of the world, international organisations, and the record's own parties.

The tables in data/ say how each is called: by name, by adjective, by the people, by its seat or an organ
of its own ("the Kremlin"). What the settings say of a party goes before the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from onrecord.settings import PartyKind, PartySetting, Settings

Use = Literal["name", "adjective", "people", "capital", "organ"]
_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party before any article names it. `nominals` are the nouns that may stand for it ("alliance"); `state`
    is the one whose political party it is."""

    id: str
    name: str
    kind: PartyKind
    nominals: tuple[str, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to call parties: most words mean one, the name of a city that seats several means any of them, that
    of a political party any of those that bear it."""

    words: str
    use: Use
    parties: tuple[str, ...]


@dataclass(frozen=True)
class Gazetteer:
    """`surfaces` by their words; `by_first` (and `capitals`, in capitals) by their first word, the longest first."""

    parties: dict[str, KnownParty] = field(default_factory=dict)
    surfaces: dict[str, Surface] = field(default_factory=dict)
    by_first: dict[str, list[Surface]] = field(default_factory=dict)
    capitals: dict[str, list[Surface]] = field(default_factory=dict)

    def at(self, content: str, position: int) -> Iterator[Surface]:
        """The surfaces that stand at that position of a plain text, the longest first."""
        word = _FIRST_WORD.match(content, position)
        for surface in self.by_first.get(word.group(), ()) if word else ():
            end = position + len(surface.words)
            if content.startswith(surface.words, position) and not content[end : end + 1].isalnum():
                yield surface

    def in_capitals(self, content: str, position: int) -> Iterator[Surface]:
        """The same in a text printed all in capitals."""
        word = _FIRST_WORD.match(content, position)
        for surface in self.capitals.get(word.group(), ()) if word else ():
            end = position + len(surface.words)
            if content.startswith(surface.words.upper(), position) and not content[end : end + 1].isalnum():
                yield surface


def plain(content: str) -> str:
    """The text as names are compared: no-break spaces and curly apostrophes made plain, no character moved."""
    return content.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one table of data/, as columns."""
    for line in (files("onrecord") / "data" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@lru_cache(maxsize=2)
def first_names(gender: str) -> frozenset[str]:
    """The first names that nearly only women ("f") or nearly only men ("m") bear."""
    return frozenset(name for g, listed in rows("first_names.tsv") if g == gender for name in listed.split(";"))


@lru_cache(maxsize=1)
def political_parties() -> frozenset[str]:
    """The ids of the political parties."""
    return frozenset(row[0] for row in rows("political_parties.tsv"))


@lru_cache(maxsize=8)
def gazetteer(settings: Settings) -> Gazetteer:
    """All parties that can be told by their names under these settings."""
    out = Gazetteer()
    for party in settings.parties:
        _add_setting(out, party)
    for code, names, adjectives, capitals in _columns("states.tsv", 4):
        out.parties.setdefault(code, KnownParty(code, names[0], "state"))
        _add(out, "name", code, names)
        _add(out, "adjective", code, adjectives)
        _add(out, "people", code, [a + "s" for a in adjectives if a[-1] in "ninkt" and not a.endswith("sh")])
        _add(out, "capital", code, capitals)
    for row in rows("organisations.tsv"):
        code, kind, names, adjectives, seat, nominals = [*row, "", "", "", ""][:6]
        listed = names.split(";")
        known = KnownParty(code, listed[0], kind, tuple(filter(None, nominals.split(";"))))  # type: ignore[arg-type]
        out.parties.setdefault(code, known)
        _add(out, "name", code, listed)
        _add(out, "adjective", code, adjectives.split(";"))
        _add(out, "capital", code, seat.split(";"))
    for row in rows("political_parties.tsv"):
        code, state, names, adjectives, people = [*row, "", ""][:5]
        out.parties[code] = KnownParty(code, names.split(";")[0], "organisation", ("party",), state)
        _add(out, "name", code, names.split(";"))
        _add(out, "adjective", code, adjectives.split(";"))
        _add(out, "people", code, people.split(";"))
    for code, names in _columns("seats.tsv", 2):
        _add(out, "organ", code, names)
    for code, names in _columns("peoples.tsv", 2):
        _add(out, "people", code, names)
    for surface in sorted(out.surfaces.values(), key=lambda s: (-len(s.words), s.words)):
        if word := _FIRST_WORD.match(surface.words):
            out.by_first.setdefault(word.group(), []).append(surface)
            out.capitals.setdefault(word.group().upper(), []).append(surface)
    return out


def _columns(name: str, count: int) -> Iterator[list]:  # type: ignore[type-arg]
    for row in rows(name):
        code, *lists = [*row, *[""] * count][:count]
        yield [code, *(list(filter(None, c.split(";"))) for c in lists)]


def _add_setting(out: Gazetteer, party: PartySetting) -> None:
    out.parties[party.id] = KnownParty(party.id, party.name, party.kind, _nominals(party))
    _add(out, "name", party.id, [party.name.removeprefix("the ")])
    if party.capital:
        _add(out, "capital", party.id, [party.capital])
    for alias in (a.removeprefix("the ") for a in party.aliases):
        _add(out, "people" if alias[-1] == "s" and alias[:-1] in party.aliases else "name", party.id, [alias])


def _nominals(party: PartySetting) -> tuple[str, ...]:
    """The nouns that stand for a party of the settings: its kind, and the last word of its name if a common noun."""
    last = party.name.split()[-1].casefold()
    common = {"league", "union", "alliance", "pact", "council", "bloc", "community", "organisation", "organization"}
    kind = {
        "alliance": ("alliance", "bloc"),
        "organisation": ("organisation", "organization"),
        "bloc": ("bloc", "group"),
    }
    return tuple(dict.fromkeys([*kind.get(party.kind, ()), *([last] if last in common else [])]))


def _add(out: Gazetteer, use: Use, party: str, names: list[str]) -> None:
    for name in map(plain, filter(None, names)):
        known = out.surfaces.get(name)
        if known is None:
            out.surfaces[name] = Surface(name, use, (party,))
        elif (
            use == known.use and party not in known.parties and (use == "capital" or _are_political(out, party, known))
        ):
            out.surfaces[name] = Surface(name, use, (*known.parties, party))


def _are_political(out: Gazetteer, party: str, known: Surface) -> bool:
    return all(p in out.parties and out.parties[p].state for p in (party, *known.parties))

"""Who speaks, in which office, and for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.entries import PersonEntry, RoleEntry
from onrecord.serve.web.links import anchor
from onrecord.serve.web.names import Name
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office; `party` only where it is not the person's own; `cited` once for each outlet that gives it."""

    title: str
    party: Name | None
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class PersonLine:
    anchor: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[RoleLine, ...]
    quotes: int
    quotes_href: str


@dataclass(frozen=True, slots=True)
class Count:
    """How much of one section a party has; `href` is empty where there is no list of just that."""

    number: int
    what: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class PartyCard:
    """A party with its people."""

    anchor: str
    name: str
    kind: str
    role: str
    aliases: tuple[str, ...]
    cited: Cited | None
    counts: tuple[Count, ...]
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class People:
    negotiating: tuple[PartyCard, ...]
    subjects: tuple[PartyCard, ...]
    unplaced: tuple[PersonLine, ...]


def people(site: Site) -> People:
    """Negotiating parties first, those with most to say on top."""
    entries = site.entries
    positions = Counter(p.party for p in entries.positions)
    quotes = Counter(q.speaker_party for q in entries.quotes)
    events = Counter(a for e in entries.events for a in set(e.actor))
    spoken = Counter(q.speaker for q in entries.quotes)
    cards = [
        PartyCard(
            anchor=anchor(p.id),
            name=p.name,
            kind=p.kind,
            role=p.role,
            aliases=tuple(a for a in p.aliases if a != p.name),
            cited=cite(site, p.id, p.evidence[0]) if p.evidence else None,
            counts=tuple(c for c in _counts(site, p.id, positions, quotes, events) if c.number),
            people=tuple(_person(site, x, spoken) for x in _ranked(site, p.id, spoken)),
        )
        for p in entries.parties
    ]
    cards.sort(key=lambda c: (-sum(n.number for n in c.counts), c.name))
    known = {p.id for p in entries.parties}
    unplaced = [p for p in entries.people if p.party not in known]
    return People(
        negotiating=tuple(c for c in cards if c.role == "negotiating"),
        subjects=tuple(c for c in cards if c.role != "negotiating"),
        unplaced=tuple(_person(site, p, spoken) for p in unplaced),
    )


def _counts(
    site: Site, party: str, positions: Counter[str], quotes: Counter[str | None], events: Counter[str]
) -> tuple[Count, ...]:
    return (
        Count(positions[party], "position"),
        Count(quotes[party], "quote"),
        Count(events[party], "act", site.links.to("/events", party=party)),
    )


def _ranked(site: Site, party: str, spoken: Counter[str | None]) -> list[PersonEntry]:
    return sorted((p for p in site.entries.people if p.party == party), key=lambda p: (-spoken[p.id], p.name, p.id))


def _person(site: Site, person: PersonEntry, spoken: Counter[str | None]) -> PersonLine:
    return PersonLine(
        anchor=anchor(person.id),
        name=person.name,
        aliases=tuple(a for a in person.aliases if a != person.name),
        roles=tuple(_roles(site, person)),
        quotes=spoken[person.id],
        quotes_href=site.links.to("/quotes", speaker=person.id),
    )


def _roles(site: Site, person: PersonEntry) -> Iterator[RoleLine]:
    """The offices of a person; the same one given by several articles is one line."""
    told: dict[tuple[str, str | None], list[RoleEntry]] = {}
    for role in person.roles:
        told.setdefault((role.title.casefold(), role.party), []).append(role)
    for (_, party), roles in told.items():
        outlets = {site.names.outlet(r.evidence.article): r.evidence for r in reversed(roles)}
        yield RoleLine(
            title=roles[0].title,
            party=site.names(party) if party and party != person.party else None,
            cited=tuple(cite(site, person.id, e) for e in reversed(outlets.values())),
        )

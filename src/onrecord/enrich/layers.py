"""The door of the room: articles in, layers out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.articles import Article
from onrecord.enrich.bodies import bodies, companies, with_their_heads
from onrecord.enrich.campaigns import campaign_mentions
from onrecord.enrich.collectives import collectives
from onrecord.enrich.coref import resolved
from onrecord.enrich.leanings import hints
from onrecord.enrich.names import find_names
from onrecord.enrich.parse import parse
from onrecord.enrich.parties import find_hits, named_places, party_mentions
from onrecord.enrich.people import Known, people_of
from onrecord.enrich.sheet import Sheet
from onrecord.enrich.sides import sides
from onrecord.enrich.sources import institutions, sources
from onrecord.gazetteer import Gazetteer, gazetteer
from onrecord.layers import Layers, Mention
from onrecord.settings import Settings


def enrich(articles: Iterable[Article], settings: Settings) -> Iterator[tuple[Article, Layers]]:
    """Each article with its tokens, sentences, and who is meant where."""
    known = gazetteer(settings)
    for article, tokens, sentences in parse(articles, settings.model):
        yield article, name(Sheet(article, tokens, sentences), known)


def name(sheet: Sheet, known: Gazetteer) -> Layers:
    """The layers of a parsed article: parties and places, then people, then who is meant by other words."""
    hits = find_hits(sheet, known)
    taken = companies(sheet)
    runs = [r for r in find_names(sheet, hits) if r.name not in known.surfaces and r.words not in taken]
    inside = {i for r in runs for i in range(r.first, r.last)}
    hits = [h for h in hits if h.head not in inside]
    standing = sides(sheet)
    named_bodies = bodies(sheet, inside | {i for h in hits for i in range(h.first, h.last)}, standing)
    within = {i for m in named_bodies for i in range(m.first, m.last)}
    hits = [h for h in hits if h.first not in within]
    parties = party_mentions(sheet, hits) + named_bodies
    states = {p.id for p in known.parties.values() if p.kind == "state"}
    parties += collectives(sheet, parties, standing, states, {m.ref for m in named_bodies})
    parties += campaign_mentions(sheet, runs)
    people, named = people_of(sheet, runs, parties)
    with_their_heads(sheet, named_bodies, people)
    places = [m for m in named_places(sheet, hits) if inside.isdisjoint(range(m.first, m.last))]
    organs = institutions(sheet, parties, people, named, states)
    mentions = [*parties, *named, *places, *organs]
    mentions += sources(sheet, mentions, people, states)
    mentions = _resolved(sheet, mentions, people, known)
    return Layers(
        tokens=tuple(sheet.tokens),
        sentences=tuple(sheet.sentences),
        mentions=tuple(sorted(mentions, key=lambda m: (m.first, -m.last, m.kind, m.ref))),
        people=tuple(p.as_person() for p in people),
    )


def _join(sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known]) -> None:
    """Give "the union's Odo Brandt" the union that was meant."""
    by_key = {p.key: p for p in people}
    meant = {m.head: m.ref for m in mentions if m.kind == "party" and m.how == "nominal"}
    for m in mentions:
        owner = next((c for c in sheet.children[m.head] if sheet.tokens[c].dep == "poss" and c in meant), None)
        if m.kind == "person" and m.how == "name" and owner is not None and by_key[m.ref].party is None:
            by_key[m.ref].parties.append(meant[owner])


def _resolved(sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known], known: Gazetteer) -> list[Mention]:
    """Who is meant by other words; once more where that tells for whom someone speaks ("her government")."""
    out = resolved(sheet, mentions, people, known)
    _join(sheet, out, people)
    found = hints(sheet, out, people, known)
    for person in people:
        person.hints = found.get(person.key, person.hints)
    if any(p.party is None and p.leaning is not None for p in people):
        out = resolved(sheet, mentions, people, known)
    return out

"""The door of the room: articles in, layers out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.articles import Article
from onrecord.enrich.bodies import bodies
from onrecord.enrich.coref import resolved
from onrecord.enrich.leanings import hints
from onrecord.enrich.names import find_names
from onrecord.enrich.parse import parse
from onrecord.enrich.parties import find_hits, named_places, party_mentions
from onrecord.enrich.people import people_of
from onrecord.enrich.sheet import Sheet
from onrecord.enrich.sources import institutions, sources
from onrecord.gazetteer import Gazetteer, gazetteer
from onrecord.layers import Layers
from onrecord.settings import Settings


def enrich(articles: Iterable[Article], settings: Settings) -> Iterator[tuple[Article, Layers]]:
    """Each article with its tokens, sentences, and who is meant where."""
    known = gazetteer(settings)
    for article, tokens, sentences in parse(articles, settings.model):
        yield article, name(Sheet(article, tokens, sentences), known)


def name(sheet: Sheet, known: Gazetteer) -> Layers:
    """The layers of a parsed article: parties and places, then people, then who is meant by other words."""
    hits = find_hits(sheet, known)
    runs = [r for r in find_names(sheet, hits) if r.name not in known.surfaces]
    inside = {i for r in runs for i in range(r.first, r.last)}
    hits = [h for h in hits if h.head not in inside]
    parties = party_mentions(sheet, hits)
    parties += bodies(sheet, inside | {i for h in hits for i in range(h.first, h.last)})
    people, named = people_of(sheet, runs, parties)
    places = [m for m in named_places(sheet, hits) if inside.isdisjoint(range(m.first, m.last))]
    organs = institutions(sheet, parties, people, named)
    mentions = [*parties, *named, *places, *organs]
    mentions += sources(sheet, mentions, people)
    mentions = resolved(sheet, mentions, people, known)
    leanings = hints(sheet, mentions)
    return Layers(
        tokens=tuple(sheet.tokens),
        sentences=tuple(sheet.sentences),
        mentions=tuple(sorted(mentions, key=lambda m: (m.first, -m.last, m.kind, m.ref))),
        people=tuple(p.as_person(leanings.get(p.key, Counter())) for p in people),
        place_names=frozenset(m.ref for m in mentions if m.kind == "place"),
    )

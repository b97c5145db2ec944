"""The door of the room: one article and its layers in, its reading out."""

from __future__ import annotations

from dataclasses import replace

from onrecord.articles import Article
from onrecord.extract.acts.events import find_events
from onrecord.extract.acts.find import find_acts
from onrecord.extract.acts.likely import Vectors
from onrecord.extract.acts.unlisted import find_unlisted
from onrecord.extract.claims.figures import find_figures
from onrecord.extract.claims.precedents import find_precedents
from onrecord.extract.claims.proposals import find_proposals
from onrecord.extract.conditionals.find import find_conditionals
from onrecord.extract.context import Context
from onrecord.extract.meetings.find import find_meetings
from onrecord.extract.parties import find_parties
from onrecord.extract.positions.find import find_positions
from onrecord.extract.quotes.citations import find_citations
from onrecord.extract.quotes.find import find_quotes
from onrecord.extract.sketch import sketch
from onrecord.extract.timexes.find import find_timexes
from onrecord.layers import Layers
from onrecord.readings import Reading


def extract(article: Article, layers: Layers, vectors: Vectors | None = None) -> Reading:
    """Everything that is found in one article. Each finder sees what those before it found.

    Times come first, then quotes, since whoever is quoted there acts in what the others find. Without `vectors`
    acts by verbs that the lexicon does not know stay unfound.
    """
    spans = [block.span for block in article.read_blocks()]
    context = Context(article, layers, timexes=find_timexes(article.content, spans, layers))
    context = replace(context, quotes=find_quotes(context))
    acts = find_acts(context)
    conditionals = find_conditionals(context, acts)
    events = find_events(context, acts, conditionals)
    if vectors is not None:
        events = (*events, *find_unlisted(context, acts, events, vectors))
    return Reading(
        article=article.id,
        timexes=context.timexes,
        people=layers.people,
        parties=find_parties(context),
        quotes=context.quotes,
        events=tuple(sorted(events, key=lambda e: (e.span.start, e.span.end, e.type))),
        positions=find_positions(context, acts, conditionals),
        conditionals=conditionals,
        meetings=find_meetings(context),
        proposals=find_proposals(context),
        figures=find_figures(context),
        precedents=find_precedents(context),
        cites=find_citations(context),
        sketch=sketch(article),
    )

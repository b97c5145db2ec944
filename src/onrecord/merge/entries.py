"""The door of the room: readings in, the record's entries out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.articles import Article
from onrecord.dates import resolve
from onrecord.entries import ArticleEntry, CitedOutlet, Entries, TimexEntry
from onrecord.ids import digest, normalised
from onrecord.merge.conditionals import merge_conditionals
from onrecord.merge.corpus import Corpus, Read, build_corpus
from onrecord.merge.events import merge_events
from onrecord.merge.parties import party_entries, people_entries
from onrecord.merge.positions import merge_positions
from onrecord.readings import Reading
from onrecord.settings import Settings


def merge(readings: Sequence[tuple[Article, Reading]], settings: Settings, as_of: str | None = None) -> Entries:
    """The record of these articles; their order does not matter.

    With `as_of` (an ISO day) it is the record of the articles published by then; their dates still
    rest on all of them.
    """
    corpus = dated_corpus(readings, settings, as_of)
    quote_ids: dict[tuple[str, int], str] = {}
    issues, positions = merge_positions(corpus, quote_ids)
    return Entries(
        articles=tuple(_article(read) for read in corpus.reads),
        parties=party_entries(corpus, settings),
        people=people_entries(corpus),
        timexes=tuple(_timexes(corpus)),
        events=merge_events(corpus),
        issues=issues,
        positions=positions,
        conditionals=merge_conditionals(corpus, quote_ids),
    )


def dated_corpus(readings: Sequence[tuple[Article, Reading]], settings: Settings, as_of: str | None = None) -> Corpus:
    """The articles dated, their timexes resolved, in the order of publication."""
    reads = []
    for article, reading in readings:
        timexes = resolve(reading.timexes, article.published.value)
        reads.append(Read(article, replace(reading, timexes=timexes)))
    reads = [r for r in reads if as_of is None or _was_out(r, as_of)]
    return build_corpus([(r.article, r.reading) for r in reads], settings)


def _was_out(read: Read, day: str) -> bool:
    """Whether the article was published by that day; one without any date was not known to be."""
    published = read.day or read.article.published.not_after
    return published is not None and published[:10] <= day


def _article(read: Read) -> ArticleEntry:
    cites = tuple(CitedOutlet(c.outlet, read.evidence(c.span)) for c in read.reading.cites)
    return ArticleEntry(read.article, cites=cites)


def _timexes(corpus: Corpus) -> list[TimexEntry]:
    out = []
    for read in corpus.reads:
        seen: dict[str, int] = {}
        for t in read.reading.timexes:
            e = read.evidence(t.span)
            words = normalised(e.exact)
            seen[words] = seen.get(words, 0) + 1
            name = digest("timex", read.article.id, words, seen[words])
            out.append(TimexEntry(name, t.type, t.value, e, mod=t.mod, reason=t.reason))
    return out

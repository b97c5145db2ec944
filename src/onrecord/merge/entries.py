"""The door of the room: readings in, the record's entries out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.articles import Article, Published
from onrecord.dates import resolve
from onrecord.entries import ArticleEntry, CitedOutlet, Entries, SetAside, TimexEntry
from onrecord.ids import digest, normalised
from onrecord.merge.acts.conditionals import merge_conditionals
from onrecord.merge.acts.events import merge_events
from onrecord.merge.acts.precedents import merge_precedents
from onrecord.merge.acts.proposals import merge_proposals, with_issues
from onrecord.merge.copies.find import Copied, find_copies
from onrecord.merge.copies.repeats import Repeats
from onrecord.merge.copies.versions import newest_versions
from onrecord.merge.corpus import Corpus, build_corpus
from onrecord.merge.dating.articles import Dated, date_articles
from onrecord.merge.divergences.find import find_divergences
from onrecord.merge.figures import merge_figures
from onrecord.merge.meetings.entries import merge_meetings
from onrecord.merge.names.parties import party_entries, people_entries
from onrecord.merge.positions.entries import merge_positions
from onrecord.merge.quotes.entries import merge_quotes, quote_ids
from onrecord.merge.relevance.find import set_aside
from onrecord.readings import Reading
from onrecord.settings import Settings


def merge(
    readings: Sequence[tuple[Article, Reading]],
    settings: Settings,
    as_of: str | None = None,
    ruled: Mapping[str, bool] | None = None,
) -> Entries:
    """The record of these articles; their order does not matter.

    `ruled` tells, by id, of which articles an analyst said whether they belong to it; what does not is set aside.

    With `as_of` (an ISO day) it is the record of the articles published by then: just what they come to
    by themselves. Which these are is told by all articles; what came later dates none of them.
    """
    readings, superseded = newest_versions(readings, as_of)
    dates = date_articles(readings)
    if as_of is not None:
        readings = [(a, r) for a, r in readings if _was_out(dates[a.id].published, as_of)]
        dates = date_articles(readings)
    reasons = set_aside(readings, settings, ruled or {})
    aside = tuple(SetAside(a, reasons[a.id]) for a, _ in sorted(readings, key=_place) if a.id in reasons)
    if aside:
        readings = [(a, r) for a, r in readings if a.id not in reasons]
        dates = date_articles(readings)
    read = [_dated(article, reading, dates[article.id]) for article, reading in readings]
    corpus = build_corpus(read, settings)
    articles = _articles(corpus, dates, find_copies(read))
    repeats = Repeats(articles)
    parties = party_entries(corpus, settings)
    ids = quote_ids(corpus)
    quotes, quote_groups, same_words = merge_quotes(corpus, ids)
    held = merge_positions(corpus, ids)
    meetings = merge_meetings(corpus, parties)
    proposals = with_issues(merge_proposals(corpus), held.positions)
    events = merge_events(corpus)
    conditionals = merge_conditionals(corpus, ids)
    figures, figure_groups = merge_figures(corpus)
    return Entries(
        articles=articles,
        superseded=tuple(s for s in superseded if s.by in dates),
        aside=aside,
        parties=parties,
        people=people_entries(corpus),
        timexes=tuple(_timexes(corpus)),
        quotes=quotes,
        quote_groups=quote_groups,
        events=events,
        issues=held.issues,
        positions=held.positions,
        conditionals=conditionals,
        meetings=meetings,
        proposals=proposals,
        figures=figures,
        figure_groups=figure_groups,
        precedents=merge_precedents(corpus),
        divergences=repeats.edits(
            find_divergences(
                corpus,
                repeats.left_out(quotes, lambda q: q.content[0]),
                quote_groups,
                repeats.meetings(meetings),
                repeats.left_out(figures, lambda f: f.evidence),
                figure_groups,
                repeats.left_out(held.positions, lambda p: p.evidence),
                proposals=repeats.left_out(proposals, lambda p: p.evidence),
                events=repeats.left_out(events, lambda e: e.evidence),
                issues=held.issues,
                parties=parties,
                conditionals=repeats.left_out(conditionals, lambda c: c.consequence),
            )
        ),
        links=(*same_words, *held.links),
    )


def _dated(article: Article, reading: Reading, dated: Dated) -> tuple[Article, Reading]:
    """The article with its day, its timexes with the values that follow from it."""
    timexes = resolve(reading.timexes, dated.published.value)
    return replace(article, published=dated.published), replace(reading, timexes=timexes)


def _place(read: tuple[Article, Reading]) -> tuple[str, str]:
    return read[0].file, read[0].id


def _was_out(published: Published, day: str) -> bool:
    """Whether the article was published by that day; one without any date was not known to be."""
    known = published.value or published.not_after
    return known is not None and known[:10] <= day


def _articles(corpus: Corpus, dates: Mapping[str, Dated], copies: Mapping[str, Copied]) -> tuple[ArticleEntry, ...]:
    here = {read.article.id for read in corpus.reads}
    out = []
    for read in corpus.reads:
        cites = tuple(CitedOutlet(c.outlet, read.evidence(c.span)) for c in read.reading.cites)
        other = tuple(e for e in dates[read.article.id].other_evidence if e.article in here)
        copied = copies.get(read.article.id, Copied())
        out.append(ArticleEntry(read.article, cites, other, copied.passages, copied.copy_of, copied.shared))
    return tuple(out)


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

"""The door of the room: readings in, the record's entries out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.articles import Article
from onrecord.entries import ArticleEntry, CitedOutlet, Entries, TimexEntry
from onrecord.ids import digest, normalised
from onrecord.merge.acts.conditionals import merge_conditionals
from onrecord.merge.acts.events import merge_events
from onrecord.merge.acts.precedents import merge_precedents
from onrecord.merge.acts.proposals import merge_proposals, proposal_links, with_issues
from onrecord.merge.copies.find import Copied, find_copies
from onrecord.merge.copies.repeats import Repeats
from onrecord.merge.corpus import Corpus, build_corpus
from onrecord.merge.dating.articles import Dated
from onrecord.merge.divergences.find import find_divergences
from onrecord.merge.figures import merge_figures
from onrecord.merge.meetings.entries import merge_meetings
from onrecord.merge.names.parties import party_entries, people_entries
from onrecord.merge.positions.entries import merge_positions
from onrecord.merge.quotes.entries import merge_quotes, quote_ids
from onrecord.merge.standing import standing_articles
from onrecord.readings import Reading
from onrecord.settings import Settings


def merge(
    readings: Sequence[tuple[Article, Reading]],
    settings: Settings,
    as_of: str | None = None,
    ruled: Mapping[str, bool] | None = None,
) -> Entries:
    """The record of these articles; their order does not matter.

    With `as_of` (an ISO day) it is the record of the articles published by then. `ruled` tells, by id, of
    which articles an analyst said whether they belong to it; what does not is set aside.
    """
    standing = standing_articles(readings, settings, as_of, ruled or {})
    corpus = build_corpus(standing.read, settings)
    articles = _articles(corpus, standing.dates, find_copies(standing.read))
    parties = party_entries(corpus, settings)
    ids = quote_ids(corpus)
    quotes, quote_groups, same_words = merge_quotes(corpus, ids)
    held = merge_positions(corpus, ids)
    figures, figure_groups, same_thing = merge_figures(corpus)
    meetings, same_meeting = merge_meetings(corpus, parties)
    proposals = with_issues(merge_proposals(corpus), held.positions)
    entries = Entries(
        articles=articles,
        superseded=standing.superseded,
        aside=standing.aside,
        parties=parties,
        people=people_entries(corpus),
        timexes=tuple(_timexes(corpus)),
        quotes=quotes,
        quote_groups=quote_groups,
        events=merge_events(corpus),
        issues=held.issues,
        positions=held.positions,
        conditionals=merge_conditionals(corpus, ids),
        meetings=meetings,
        proposals=proposals,
        figures=figures,
        figure_groups=figure_groups,
        precedents=merge_precedents(corpus),
        links=(*same_words, *held.links, *same_meeting, *same_thing, *proposal_links(proposals)),
    )
    repeats = Repeats(articles)
    return replace(entries, divergences=repeats.edits(find_divergences(corpus, repeats.left_out(entries))))


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

"""The record's quotes: each with its id, its speaker, the day on which it was said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.entries import Link, QuoteEntry
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import Corpus, Read
from onrecord.merge.quotes.groups import group_quotes
from onrecord.merge.quotes.likeness import Words, words_of
from onrecord.merge.quotes.told import Told, shifted
from onrecord.readings import Quote

_HOUSES = frozenset(
    {"ministry", "government", "embassy", "palace", "presidency", "delegation", "army", "navy", "council"}
)
LAG = 10  # days before an article's publication in which an undated quote may have been said


def quote_ids(corpus: Corpus) -> dict[tuple[str, int], str]:
    """The id of each quote by (article id, index in its reading): a hash of article and words, and of
    which of several quotes with these words it is."""
    out: dict[tuple[str, int], str] = {}
    for read in corpus.reads:
        seen: dict[str, int] = {}
        for n, quote in enumerate(read.reading.quotes):
            words = normalised(" ".join(read.article.text[piece] for piece in quote.content))
            seen[words] = seen.get(words, 0) + 1
            out[read.article.id, n] = digest("quote", read.article.id, words, seen[words])
    return out


def merge_quotes(
    corpus: Corpus, ids: Mapping[tuple[str, int], str]
) -> tuple[tuple[QuoteEntry, ...], tuple[tuple[str, ...], ...], tuple[Link, ...]]:
    """All quotes in the order of the articles, the groups of ids that are one utterance, and why they are."""
    entries, told = [], []
    for read in corpus.reads:
        days = _running_days(corpus, read)
        voices = _institutions(corpus, read)
        before: QuoteEntry | None = None
        for n, quote in enumerate(read.reading.quotes):
            speaker = corpus.who(read, quote.speaker) or _institution_before(read, quote, before)
            said_on = _day(read.said(quote.when)) or days.get(speaker)
            party = corpus.party_of.get(speaker or "") or _party_of_nameless(speaker, voices[:n]) or quote.speaker_party
            if quote.speaker is None and party is None:
                party = speaker
            hearer = corpus.who(read, quote.addressee)
            entry = _entry(read, quote, ids[read.article.id, n], speaker, party, hearer, said_on)
            first, last = _bounds(read, said_on)
            before = entry
            entries.append(entry)
            told += [Told(read, n, k, entry, words, first, last) for k, words in enumerate(_words(entry))]
    groups, links = group_quotes(told)
    return _shared(entries, groups), groups, links


def _words(entry: QuoteEntry) -> list[Words]:
    """The words of each piece."""
    return [words_of(e.exact, [q.exact for q in entry.quoted if e.span.holds(q.span)]) for e in entry.content]


def _entry(
    read: Read, quote: Quote, name: str, speaker: str | None, party: str | None, hearer: str | None, said_on: str | None
) -> QuoteEntry:
    return QuoteEntry(
        id=name,
        file=read.article.file,
        kind=quote.kind,
        content=tuple(read.evidence(piece) for piece in quote.content),
        sentence=quote.sentence,
        speaker=speaker,
        speaker_party=party,
        speaker_span=read.evidence(quote.speaker_span) if quote.speaker_span else None,
        cue=read.evidence(quote.cue) if quote.cue else None,
        said_on=said_on,
        via=quote.via,
        marks=quote.marks,
        quoted=tuple(read.evidence(s) for s in quote.quoted),
        nested=tuple(read.evidence(s) for s in quote.nested),
        addressee=hearer,
        addressee_span=read.evidence(quote.addressee_span) if quote.addressee_span else None,
    )


def _shared(entries: Sequence[QuoteEntry], groups: Sequence[tuple[str, ...]]) -> tuple[QuoteEntry, ...]:
    """The entries, each of which knows when and to whom its utterance was said if any telling of it does."""
    by_id = {e.id: e for e in entries}
    for group in groups:
        tellings = [by_id[i] for i in group]
        day = _only(t.said_on for t in tellings)
        hearer = _only(t.addressee for t in tellings)
        for t in tellings:
            by_id[t.id] = replace(t, said_on=t.said_on or day, addressee=t.addressee or hearer)
    return tuple(by_id[e.id] for e in entries)


def _only(told: Iterable[str | None]) -> str | None:
    """What is told, if all who tell it agree."""
    known = {value for value in told if value is not None}
    return known.pop() if len(known) == 1 else None


def _institution_before(read: Read, quote: Quote, before: QuoteEntry | None) -> str | None:
    """The party that "it" is: the one whose own statement the sentence before tells."""
    if before is None or quote.speaker_span is None or read.article.text[quote.speaker_span].lower() != "it":
        return None
    between = read.article.content[before.sentence.end : quote.sentence.start]
    is_next = before.sentence.end <= quote.sentence.start and not between.strip()
    return before.speaker if is_next and before.speaker == before.speaker_party else None


def _institutions(corpus: Corpus, read: Read) -> list[tuple[str, str | None]]:
    """For each quote of an article the words that name its speaker, in small letters, and their party."""
    out = []
    for quote in read.reading.quotes:
        words = read.article.text[quote.speaker_span].lower() if quote.speaker_span else ""
        out.append((words, corpus.party_of.get(corpus.who(read, quote.speaker) or "") or quote.speaker_party))
    return out


def _party_of_nameless(speaker: str | None, before: Sequence[tuple[str, str | None]]) -> str | None:
    """The party of "a ministry spokesman": that of the ministry which the article quoted last."""
    if speaker is None or not speaker.startswith("unnamed: "):
        return None
    mine = set(speaker.removeprefix("unnamed: ").lower().split()) & _HOUSES
    return next((party for words, party in reversed(before) if party and mine & set(words.split())), None)


def _day(value: str | None) -> str | None:
    """The value if it names a day; weeks and months do not say when something was said."""
    return value if value and len(value) == 10 and "W" not in value else None


def _running_days(corpus: Corpus, read: Read) -> dict[str | None, str]:
    """The day of each speaker's running statement: the one day that the article gives for them."""
    days: dict[str | None, set[str]] = defaultdict(set)
    for quote in read.reading.quotes:
        day = _day(read.said(quote.when))
        if day is not None and quote.speaker is not None:
            days[corpus.who(read, quote.speaker)].add(day)
    return {speaker: next(iter(given)) for speaker, given in days.items() if len(given) == 1}


def _bounds(read: Read, said_on: str | None) -> tuple[str, str]:
    if said_on is not None:
        return said_on, said_on
    if read.day is None:
        return "0001-01-01", "9999-12-31"
    return shifted(read.day, -LAG), read.day

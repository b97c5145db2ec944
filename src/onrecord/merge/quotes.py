"""The record's quotes, and which of them are one utterance told in several places.

Candidates, edges, clusters: quotes of one speaker that share a telling word are compared, an edge
joins two that tell the same words on days that agree, a group is a connected component.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from onrecord.entries import QuoteEntry
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import Corpus, Read
from onrecord.merge.quote_likeness import Rarity, Words, alike, introduces, words_of
from onrecord.readings import Quote

RAREST = 10  # words of a quote by which others like it are sought, the rarest first
LAG = 10  # days before an article's publication in which an undated quote may have been said


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of a quote as merging sees it: pieces may be told apart elsewhere. `first` and `last`
    are the ISO days between which it was said."""

    read: Read
    index: int
    piece: int
    entry: QuoteEntry
    words: Words
    first: str
    last: str

    @property
    def quote(self) -> Quote:
        return self.read.reading.quotes[self.index]


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
) -> tuple[tuple[QuoteEntry, ...], tuple[tuple[str, ...], ...]]:
    """All quotes in the order of the articles, and the groups of ids that are one utterance."""
    parties: dict[str | None, str | None] = {p.id: p.party for p in corpus.people}
    entries, told = [], []
    for read in corpus.reads:
        days = _running_days(corpus, read)
        for n, quote in enumerate(read.reading.quotes):
            speaker = corpus.who(read, quote.speaker)
            said_on = _day(read.said(quote.when)) or days.get(speaker)
            party = parties.get(speaker) or quote.speaker_party
            entry = _entry(read, quote, ids[read.article.id, n], speaker, party, said_on)
            first, last = _bounds(read, said_on)
            entries.append(entry)
            told += [Told(read, n, k, entry, words, first, last) for k, words in enumerate(_words(entry))]
    return tuple(entries), _groups(told)


def _words(entry: QuoteEntry) -> list[Words]:
    """The words of each piece."""
    return [words_of(e.exact, [q.exact for q in entry.quoted if e.span.holds(q.span)]) for e in entry.content]


def _entry(
    read: Read, quote: Quote, name: str, speaker: str | None, party: str | None, said_on: str | None
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
    )


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
    last = date.fromisoformat(read.day)
    return date.fromordinal(max(1, last.toordinal() - LAG)).isoformat(), last.isoformat()


def _groups(told: list[Told]) -> tuple[tuple[str, ...], ...]:
    """The connected components of the edges between pieces, each as the ids of its quotes."""
    rarity = Rarity(Counter(word for t in told for word in t.words.telling), len(told))
    parent = list(range(len(told)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for m, n in sorted(_candidates(told, rarity)):
        if root(m) != root(n) and _joined(told[m], told[n], rarity):
            parent[root(m)] = root(n)
    members: dict[int, set[str]] = defaultdict(set)
    for n, t in enumerate(told):
        members[root(n)].add(t.entry.id)
    return tuple(sorted({tuple(sorted(m)) for m in members.values() if len(m) > 1}))


def _candidates(told: list[Told], rarity: Rarity) -> set[tuple[int, int]]:
    """Pairs worth comparing: one voice, one of the rarest words of both, and perhaps one day."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, t in enumerate(told):
        rarest = sorted(t.words.telling, key=lambda w: (rarity.frequency[w], w))[:RAREST]
        for voice in _voices(t.entry):
            for word in rarest:
                blocks[voice, word].append(n)
    out: set[tuple[int, int]] = set()
    for block in blocks.values():
        block.sort(key=lambda n: told[n].first)
        for k, m in enumerate(block):
            for n in islice(block, k + 1, None):
                if told[n].first > told[m].last:
                    break  # said too late, as are all that follow
                out.add((min(m, n), max(m, n)))
    return out


def _voices(entry: QuoteEntry) -> list[str]:
    """Under whose name a quote may be told elsewhere: the speaker, or the party that they speak for."""
    return list(dict.fromkeys(v for v in (entry.speaker, entry.speaker_party) if v is not None))


def _joined(a: Told, b: Told, rarity: Rarity) -> bool:
    """Whether two quotes are one utterance: nobody else's, on no other day, in the same words. Within
    one article these are a paraphrase and the quotation that it introduces or sums up."""
    if a.first > b.last or b.first > a.last:
        return False
    same_voice = a.entry.speaker == b.entry.speaker
    if not same_voice and not _may_be(a.entry, b.entry):
        return False
    if a.read.article.id != b.read.article.id:
        return alike(a.words, b.words, rarity, strict=not same_voice)
    if a.entry.kind == b.entry.kind == "direct" or a.quote.sentence.overlaps(b.quote.sentence):
        return False
    if a.index + 1 == b.index and b.entry.kind == "direct" and introduces(a.words, b.words, rarity):
        return True
    return alike(a.words, b.words, rarity, strict=True)


def _may_be(a: QuoteEntry, b: QuoteEntry) -> bool:
    """Whether a voice without a name ("the ministry", "an official") may be the named one of its party."""
    nameless = any(
        e.speaker is None or e.speaker == e.speaker_party or e.speaker.startswith("unnamed:") for e in (a, b)
    )
    party = a.speaker_party
    return nameless and party is not None and party == b.speaker_party

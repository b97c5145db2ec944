"""Quotes that are compared: few for each wording, however often it is printed, and still all tellings meet."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import Article, Block, Published
from onrecord.merge.corpus import Corpus, Read
from onrecord.merge.quotes.candidates import MOST
from onrecord.merge.quotes.candidates import candidates as pairs_of
from onrecord.merge.quotes.entries import merge_quotes, quote_ids
from onrecord.merge.quotes.likeness import Rarity, words_of
from onrecord.merge.quotes.told import Told
from onrecord.readings import Quote, Reading
from onrecord.text import Span

FEE = "We will never accept a harbour fee that was set without our consent in {}"
PORTS = ("Halden", "Tolm", "Lindhaven", "Estmark", "Vessra", "Orsk")


def printed(n: int, words: str, day: date = date(2031, 5, 6)) -> Read:
    """An article that quotes one speaker with these words."""
    span = Span(0, len(words))
    quote = Quote("direct", (span,), span, "p:ruiz", speaker_party="VAL")
    article = Article(
        f"a{n:03}", f"a{n:03}.txt", f"a{n:03}", words, (Block("body", 0, len(words)),),
        published=Published(day.isoformat(), "explicit", "given"),
    )  # fmt: skip
    return Read(article, Reading(article.id, quotes=(quote,)))


def corpus_of(reads: list[Read]) -> Corpus:
    return Corpus(tuple(reads), (), {})


def told(corpus: Corpus) -> list[Told]:
    entries = merge_quotes(corpus, quote_ids(corpus))[0]
    return [
        Told(r, 0, 0, e, words_of(e.content[0].exact), r.day or "", r.day or "")
        for r, e in zip(corpus.reads, entries, strict=True)
    ]


def compared(corpus: Corpus) -> set[tuple[int, int]]:
    tellings = told(corpus)
    frequency = {w: sum(w in t.words.telling for t in tellings) for t in tellings for w in t.words.telling}
    return set(pairs_of(tellings, Rarity(frequency, len(tellings))))


def test_one_wording_in_many_articles_is_one_kind() -> None:
    many = corpus_of([printed(n, FEE.format("Halden")) for n in range(60)])
    assert len(compared(many)) == 59
    assert len(merge_quotes(many, quote_ids(many))[1]) == 1


def test_the_work_grows_with_the_wordings_and_not_with_their_pairs() -> None:
    words = [FEE.format(" ".join(PORTS[k] for k in range(6) if n >> k & 1)) for n in range(64)]
    many = corpus_of([printed(n, w) for n, w in enumerate(words)])
    assert len(compared(many)) <= MOST * 64
    (group,) = merge_quotes(many, quote_ids(many))[1]
    assert len(group) == 64


@given(st.lists(st.tuples(st.sampled_from(PORTS), st.integers(0, 30)), min_size=2, max_size=12))
def test_only_what_may_be_of_one_day_is_compared(said: list[tuple[str, int]]) -> None:
    start = date(2031, 5, 1)
    corpus = corpus_of([printed(n, FEE.format(w), start + timedelta(d)) for n, (w, d) in enumerate(said)])
    for m, n in compared(corpus):
        assert m < n
        assert said[m][1] == said[n][1]

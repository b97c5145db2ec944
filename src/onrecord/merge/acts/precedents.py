"""Precedents of the record: past events invoked, each article's mention once."""

from __future__ import annotations

from onrecord.entries import PrecedentEntry
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import Corpus


def merge_precedents(corpus: Corpus) -> tuple[PrecedentEntry, ...]:
    """The precedents in the order of the corpus and of the text."""
    out: dict[str, PrecedentEntry] = {}
    for read in corpus.reads:
        for precedent in read.reading.precedents:
            entry = PrecedentEntry(
                id=digest("precedent", read.article.file, normalised(precedent.what), precedent.year),
                what=precedent.what,
                year=precedent.year,
                invoked_by=corpus.who(read, precedent.invoked_by),
                evidence=read.evidence(precedent.span),
                sentence=precedent.sentence,
            )
            out.setdefault(entry.id, entry)
    return tuple(out.values())

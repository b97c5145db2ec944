"""Peers that find quotes: textacy's direct quotations, and the least that anyone would write on top of spaCy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from onrecord.bench.brat import AttributedText, Said
from onrecord.bench.runs import Reader, System
from onrecord.bench.scores import Pair
from onrecord.enrich.parse import pipeline
from onrecord.settings import Settings

Found = tuple[Said, ...]
SPEECH = frozenset({"say", "tell", "add", "claim", "argue", "warn", "announce", "insist", "state", "suggest", "note"})
SPEECH |= frozenset({"explain", "write", "believe", "think"})


def _textacy() -> Reader[AttributedText, Found]:
    from textacy.extract.triples import direct_quotations

    def find(paragraph: Any) -> Iterator[tuple[Pair, Pair]]:
        try:
            for triple in direct_quotations(paragraph):
                first, last = triple.speaker[0], triple.speaker[-1]
                yield (triple.content.start_char, triple.content.end_char), (first.idx, last.idx + len(last))
        except (ValueError, IndexError):  # it goes no further where quotation marks do not pair
            pass

    return _by_paragraph(find)


def _clauses() -> Reader[AttributedText, Found]:
    """The clause that a verb of speech governs, said by the verb's subject."""

    def find(paragraph: Any) -> Iterator[tuple[Pair, Pair]]:
        for verb in paragraph:
            if verb.lemma_ in SPEECH and verb.pos_ == "VERB":
                subjects = [c for c in verb.children if c.dep_ == "nsubj"]
                for clause in (c for c in verb.children if c.dep_ == "ccomp" and subjects):
                    yield _extent(clause), _extent(subjects[0])

    return _by_paragraph(find)


def _extent(token: Any) -> Pair:
    """The characters of a token and all below it."""
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)


def _by_paragraph(find: Callable[[Any], Iterator[tuple[Pair, Pair]]]) -> Reader[AttributedText, Found]:
    """The reader of a peer that finds contents and speakers in a parsed paragraph; all of them do better so than
    on whole articles, where one mark that does not pair costs the rest."""
    nlp = pipeline(Settings().model)

    def read(documents: Sequence[AttributedText]) -> Iterator[Found]:
        for article in (d.article for d in documents):
            out: list[Said] = []
            paragraphs = ((article.content[b.start : b.end], b.start) for b in article.blocks)
            for paragraph, start in nlp.pipe(paragraphs, as_tuples=True):
                for content, speaker in find(paragraph):
                    out.append(Said((_moved(content, start),), _moved(speaker, start)))
            yield tuple(out)

    return read


def _moved(stretch: Pair, by: int) -> Pair:
    return stretch[0] + by, stretch[1] + by


PEERS = (System("textacy", _textacy), System("spaCy, clauses of speech", _clauses))

"""Peers that find quotes: textacy's direct quotations, and the least that anyone would write on top of spaCy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.bench.brat import AttributedText, Said
from onrecord.bench.runs import Reader, System
from onrecord.enrich.parse import pipeline
from onrecord.settings import Settings

Found = tuple[Said, ...]
SPEECH = frozenset({"say", "tell", "add", "claim", "argue", "warn", "announce", "insist", "state", "suggest", "note"})
SPEECH |= frozenset({"explain", "write", "believe", "think"})


def _textacy() -> Reader[AttributedText, Found]:
    from textacy.extract.triples import direct_quotations

    def find(doc: Any) -> Found:
        out = []
        try:
            for triple in direct_quotations(doc):
                first, last = triple.speaker[0], triple.speaker[-1]
                content = triple.content.start_char, triple.content.end_char
                out.append(Said((content,), (first.idx, last.idx + len(last))))
        except (ValueError, IndexError):  # it goes no further where quotation marks do not pair
            pass
        return tuple(out)

    return _parsed(find)


def _clauses() -> Reader[AttributedText, Found]:
    """The clause that a verb of speech governs, said by the verb's subject."""

    def find(doc: Any) -> Found:
        verbs = (token for token in doc if token.lemma_ in SPEECH and token.pos_ == "VERB")
        return tuple(
            Said((_extent(clause),), _extent(subject))
            for verb in verbs
            for subject in [next((c for c in verb.children if c.dep_ == "nsubj"), None)]
            for clause in verb.children
            if subject is not None and clause.dep_ == "ccomp"
        )

    return _parsed(find)


def _extent(token: Any) -> tuple[int, int]:
    """The characters of a token and all below it."""
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)


def _parsed(find: Any) -> Reader[AttributedText, Found]:
    nlp = pipeline(Settings().model)

    def read(documents: Sequence[AttributedText]) -> Iterator[Found]:
        return map(find, nlp.pipe(d.article.content for d in documents))

    return read


PEERS = (System("textacy", _textacy), System("spaCy, clauses of speech", _clauses))

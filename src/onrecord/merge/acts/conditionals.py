"""Conditionals of all articles as entries."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.entries import ConditionalEntry
from onrecord.ids import digest, normalised
from onrecord.merge.acting import acting, acting_party
from onrecord.merge.corpus import Corpus, Read
from onrecord.readings import Conditional


def merge_conditionals(corpus: Corpus, quote_ids: Mapping[tuple[str, int], str]) -> tuple[ConditionalEntry, ...]:
    """The conditionals in the order of the corpus and of the text; none whose actor nobody tells.

    `quote_ids` names the entry of each quote by (article id, index in its reading).
    """
    out: dict[str, ConditionalEntry] = {}
    for read in corpus.reads:
        for conditional in read.reading.conditionals:
            actor = _actor(corpus, read, conditional)
            if actor is not None:
                entry = _entry(corpus, read, conditional, actor, quote_ids)
                out.setdefault(entry.id, entry)
    return tuple(out.values())


def _actor(corpus: Corpus, read: Read, c: Conditional) -> str | None:
    """Who threatens or promises: a party, or whoever states a condition themselves. A promise without one by a person
    whose party nobody tells binds no side of the talks, and what they think would follow is no side's warning."""
    if c.condition is None or c.kind == "warning":
        return acting_party(corpus, read, c.actor)
    return next(iter(acting(corpus, read, (c.actor,))), None)


def _entry(
    corpus: Corpus, read: Read, c: Conditional, actor: str, quote_ids: Mapping[tuple[str, int], str]
) -> ConditionalEntry:
    consequence = read.evidence(c.consequence)
    recipient = acting_party(corpus, read, c.recipient)
    condition = read.evidence(c.condition) if c.condition else None
    return ConditionalEntry(
        id=digest(
            "conditional",
            read.article.file,
            actor,
            normalised(condition.exact) if condition else None,
            normalised(consequence.exact),
            c.negated,
        ),
        file=read.article.file,
        actor=actor,
        kind=c.kind,
        condition=condition,
        consequence=consequence,
        sentence=c.sentence,
        recipient=recipient if recipient != actor else None,  # nobody threatens themselves
        speaker=corpus.who(read, c.speaker),
        as_of=read.said(c.when) or read.day,
        negated=c.negated,
        quote=quote_ids.get((read.article.id, c.quote)) if c.quote is not None else None,
    )

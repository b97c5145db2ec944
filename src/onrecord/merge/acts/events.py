"""Events of all articles as entries: an act that one article tells twice stands once."""

from __future__ import annotations

from onrecord.entries import EventEntry
from onrecord.ids import digest, normalised
from onrecord.merge.acting import acting, acting_party
from onrecord.merge.corpus import Corpus, Read
from onrecord.readings import Event

SAME_WORDS = 0.6  # share of their words at which two tellings in one article are one act


def merge_events(corpus: Corpus) -> tuple[EventEntry, ...]:
    """The events in the order of the corpus and of the text; none whose actor nobody tells."""
    out: dict[str, EventEntry] = {}
    for read in corpus.reads:
        told: list[EventEntry] = []
        for event in read.reading.events:
            entry = _entry(corpus, read, event)
            if entry.actor and entry.id not in out and not any(_is_same_act(entry, t) for t in told):
                told.append(entry)
                out[entry.id] = entry
    return tuple(out.values())


def _is_same_act(a: EventEntry, b: EventEntry) -> bool:
    """Whether one article tells one act twice: the same doer and deed in mostly the same words."""
    if (a.type, a.actor, a.modality) != (b.type, b.actor, b.modality):
        return False
    one, two = (set(normalised(e.evidence.exact).split()) for e in (a, b))
    return len(one & two) >= SAME_WORDS * len(one | two)


def _entry(corpus: Corpus, read: Read, event: Event) -> EventEntry:
    evidence = read.evidence(event.span)
    actor = acting(corpus, read, event.actor)
    recipient = tuple(p for p in acting(corpus, read, event.recipient) if p not in actor or len(actor) > 1)
    return EventEntry(
        id=digest("event", read.article.file, event.type, list(actor), list(recipient), normalised(evidence.exact)),
        type=event.type,
        actor=actor,
        recipient=recipient,
        modality=event.modality,
        date=read.date(event.when),
        source=None if acting_party(corpus, read, event.source) in actor else corpus.who(read, event.source),
        evidence=evidence,
        sentence=event.sentence,
    )

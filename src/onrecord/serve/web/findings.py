"""Every place in the articles that an entry of the record rests on, as one flat list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.entries import Entries, FigureEntry
from onrecord.periods import timex_in_words
from onrecord.serve.web.names import Names, joined
from onrecord.text import Evidence, Span

Kind = Literal[
    "quote", "position", "conditional", "meeting", "event", "figure", "proposal", "precedent", "divergence", "date",
    "person", "party",
]  # fmt: skip
KINDS: dict[Kind, str] = {
    "quote": "Quotes",
    "position": "Positions",
    "conditional": "Conditionals",
    "meeting": "Meetings",
    "event": "Events",
    "figure": "Figures",
    "proposal": "Proposals",
    "precedent": "Precedents",
    "divergence": "Divergences",
    "date": "Dates",
    "person": "People",
    "party": "Parties",
}
"""The kinds of findings, with the names of their layers in the reader's legend."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that one entry rests on.

    entry     the entry's id; `part` counts the places of one entry in the order of its section
    sentence  the sentence(s) around the evidence, where the entry has them
    head, note  who or what, and the rest, for the margin
    """

    kind: Kind
    entry: str
    part: int
    evidence: Evidence
    head: str
    note: str = ""
    sentence: Span | None = None


def findings(entries: Entries, names: Names) -> Iterator[Finding]:
    """The findings of a record, section by section."""
    yield from _spoken(entries, names)
    yield from _held(entries, names)
    yield from _done(entries, names)
    yield from _stated(entries)
    yield from _named(entries, names)


def _spoken(entries: Entries, names: Names) -> Iterator[Finding]:
    for q in entries.quotes:
        for part, piece in enumerate(q.content):
            yield Finding("quote", q.id, part, piece, names(q.speaker).label, q.kind, q.sentence)
    for c in entries.conditionals:
        said = f"no {c.kind}" if c.negated else c.kind
        note = f"{said} to {names(c.recipient)}" if c.recipient else said
        for part, piece in enumerate(p for p in (c.consequence, c.condition) if p):
            yield Finding("conditional", c.id, part, piece, names(c.actor).label, note, c.sentence)


def _held(entries: Entries, names: Names) -> Iterator[Finding]:
    for p in entries.positions:
        note = f"{p.stance} · {names.issue(p.issue)}"
        for part, piece in enumerate((p.evidence, *p.also)):
            sentence = p.sentence if part == 0 else None
            yield Finding("position", p.id, part, piece, names(p.party).label, note, sentence)
    for d in entries.divergences:
        for part, piece in enumerate(d.sides):
            yield Finding("divergence", d.id, part, piece, d.about, d.type)
    for r in entries.proposals:
        yield Finding("proposal", r.id, 0, r.evidence, r.name, r.event)
        for part, provision in enumerate(r.provisions, 1):
            note = names.issue(provision.issue) or "provision"
            yield Finding("proposal", r.id, part, provision.evidence, r.name, note)


def _done(entries: Entries, names: Names) -> Iterator[Finding]:
    for m in entries.meetings:
        for part, step in enumerate(m.history):
            yield Finding("meeting", m.id, part, step.evidence, m.name, step.status, step.sentence)
        extra = [(a, "agenda") for a in m.agenda] + ([(m.outcome, "outcome")] if m.outcome else [])
        extra += [(r.evidence, f"as told by {names(r.party).label}") for r in m.readouts]
        for part, (piece, note) in enumerate(extra, len(m.history)):
            yield Finding("meeting", m.id, part, piece, m.name, note)
    for e in entries.events:
        others = tuple(r for r in e.recipient if r not in e.actor)
        to = f" → {joined(names.all(others), short=True)}" if others else ""
        who = joined(names.all(e.actor), short=True) or "not named"
        yield Finding("event", e.id, 0, e.evidence, f"{who}{to}", event_word(e.type), e.sentence)


def _stated(entries: Entries) -> Iterator[Finding]:
    for f in entries.figures:
        yield Finding("figure", f.id, 0, f.evidence, stated(f), f.what, f.sentence)
    for p in entries.precedents:
        yield Finding("precedent", p.id, 0, p.evidence, p.what, p.year or "", p.sentence)
    for t in entries.timexes:
        yield Finding("date", t.id, 0, t.evidence, timex_in_words(t.type, t.value), t.reason or "")


def _named(entries: Entries, names: Names) -> Iterator[Finding]:
    for person in entries.people:
        for part, role in enumerate(person.roles):
            note = ", ".join(filter(None, [role.title, names(role.party).label if role.party else None]))
            yield Finding("person", person.id, part, role.evidence, person.name, note)
    for party in entries.parties:
        for part, piece in enumerate(party.evidence):
            yield Finding("party", party.id, part, piece, party.name, party.kind)


def event_word(plover: str) -> str:
    """A PLOVER type as a word: `CONSULT` -> `consult`."""
    return plover.replace("_", " ").lower()


def stated(figure: FigureEntry) -> str:
    """A figure as read out: `about 40,000 people`."""
    if figure.value is not None:
        number = grouped(figure.value)
    elif figure.value_text:
        number = figure.value_text + (" of" if figure.value_text.endswith("s") and figure.unit else "")
    elif figure.value_range:
        number = f"{grouped(figure.value_range[0])}–{grouped(figure.value_range[1])}"
    else:
        number = figure.evidence.exact
    about = f"{figure.bound} " if figure.bound else "about " if figure.approx and figure.value is not None else ""
    unit = "" if figure.unit == "count" or figure.unit in number else figure.unit
    return f"{about}{number} {unit}".strip()


def grouped(number: float) -> str:
    """A number as it is read best: `40,000`, `7.5`, `300 million`."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:,.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"

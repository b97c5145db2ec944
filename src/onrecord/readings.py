"""What one article says: the result of extraction, in spans of the article's text.

A reading is a pure function of one article, the settings and the component versions. It does not
depend on the publication date: its timexes hold a rule (`dates.Expression`), and `when` fields point
at timexes by index, so that an article dated later by the record needs no second reading.

Agents (`speaker`, `actor`, `party` ...) are refs as in `layers.Mention.ref`: a party id, a person
key of this article ("p:vask"), or "unnamed: ..." . None means that the text does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.dates import Timex
from onrecord.layers import Person
from onrecord.text import Span

QuoteKind = Literal["direct", "indirect", "mixed"]
Modality = Literal["happened", "planned", "possible", "denied", "demanded"]
Stance = Literal["demands", "offers", "accepts", "rejects", "partly rejects", "open", "questions"]
Status = Literal[
    "mooted", "proposed", "agreed", "scheduled", "confirmed", "held", "adjourned", "concluded", "postponed", "cancelled"
]
MeetingFormat = Literal["bilateral", "multilateral", "call", "summit"]
ConditionalKind = Literal["threat", "warning", "promise"]


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A surface form in this article that means a party."""

    party: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Source + cue + content.

    content       one span per piece; direct: between the outer marks; indirect and mixed: the
                  reported clause without "that"
    quoted        fragments in quotation marks inside a mixed quote
    nested        marks inside a direct quote
    marks         False for the speaker's own words printed without marks
    when          index of the timex that says when it was said
    via           outlet or medium that carried it, as printed
    speaker_party the party that the speaker speaks for, where the article tells
    addressee     to whom it was said: a party, a person of the article, "unnamed: ..."
    """

    kind: QuoteKind
    content: tuple[Span, ...]
    sentence: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    quoted: tuple[Span, ...] = ()
    nested: tuple[Span, ...] = ()
    marks: bool = True
    when: int | None = None
    via: str | None = None
    speaker_party: str | None = None
    addressee: str | None = None
    addressee_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One political act: `type` is a PLOVER type; `span` the clause that carries it."""

    type: str
    span: Span
    sentence: Span
    actor: tuple[str, ...]
    recipient: tuple[str, ...] = ()
    modality: Modality = "happened"
    when: int | None = None
    source: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What a party holds on one matter.

    span           the smallest clause that carries it; `matter` the words that name the matter
    terms          lemmas of the matter's content words, parties with a capital: what gathers positions into issues
    topic          the noun phrase in the matter that names it, None if there is none
    vector         the matter's meaning: the direction of its sentence vector in signed bytes, b"" if not known
    attributed_to  who tells it, where that is another party's voice
    quote          index of the quote that it lies in
    """

    party: str
    stance: Stance
    span: Span
    sentence: Span
    matter: Span
    terms: tuple[str, ...]
    speaker: str | None = None
    attributed_to: str | None = None
    quote: int | None = None
    when: int | None = None
    topic: Span | None = None
    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class Conditional:
    """A threat, warning or promise with its condition (None where none is stated)."""

    actor: str
    kind: ConditionalKind
    consequence: Span
    sentence: Span
    condition: Span | None = None
    recipient: str | None = None
    speaker: str | None = None
    negated: bool = False
    quote: int | None = None
    when: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """One mention of talks. `date` is the index of the timex that dates the meeting, `when` of the
    one that dates the report; `follows` the index of a report of this article that this one
    presupposes ("both", "the meeting", "the dates"); `coming` that its date lies ahead; `readouts`
    the indices of the quotes in which its sides say how it went."""

    status: Status
    span: Span
    sentence: Span
    participants: tuple[str, ...]
    format: MeetingFormat
    name: Span
    level: str | None = None
    people: tuple[str, ...] = ()
    date: int | None = None
    place: str | None = None
    when: int | None = None
    speaker: str | None = None
    agenda: tuple[Span, ...] = ()
    outcome: Span | None = None
    negated: bool = False
    past: bool = False
    coming: bool = False
    follows: int | None = None
    readouts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalReport:
    """A document on the table, as one article tells of it."""

    name: str
    span: Span
    sentence: Span
    by: tuple[str, ...]
    to: tuple[str, ...] = ()
    event: Literal["submitted", "published", "voiced"] = "voiced"
    when: int | None = None
    provisions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated quantity about a thing. `value` is None for a range without a point ("tens of
    thousands": low 20000, high 99999). `deed` is what is done by or to what is counted ("die", "leave"):
    of another deed it is another figure."""

    span: Span
    sentence: Span
    value: float | None
    what: str
    unit: str
    approx: bool = False
    low: float | None = None
    high: float | None = None
    bound: str | None = None
    terms: tuple[str, ...] = ()
    deed: str | None = None


@dataclass(frozen=True, slots=True)
class Precedent:
    """A past event invoked. `year` as printed ("1962", "1990s")."""

    what: str
    span: Span
    sentence: Span
    year: str | None = None
    invoked_by: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet that the article cites."""

    outlet: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was found in one article; `sketch` are the numbers by which its copies are found."""

    article: str
    timexes: tuple[Timex, ...] = ()
    people: tuple[Person, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    conditionals: tuple[Conditional, ...] = ()
    meetings: tuple[MeetingReport, ...] = ()
    proposals: tuple[ProposalReport, ...] = ()
    figures: tuple[Figure, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    cites: tuple[Citation, ...] = ()
    sketch: tuple[int, ...] = ()

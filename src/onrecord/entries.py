"""The entries of a record: what merging makes of many readings, ready to be shown and exported.

Every entry that claims something carries its evidence. Agents are ids of the record's parties or
people, or "unnamed: ..."; dates are ISO (day, month, year, or a week "2021-W50"), None if not known.
`confidence` is the share of entries like it that were right when checked by hand, None where that is not known or a
person has ruled; it is no part of what an entry claims.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.articles import Article
from onrecord.readings import ConditionalKind, MeetingFormat, Modality, QuoteKind, Stance, Status
from onrecord.settings import PartyKind
from onrecord.text import Evidence, Span


@dataclass(frozen=True, slots=True)
class CitedOutlet:
    outlet: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that stands, in the same words or edited, in an earlier one.

    span    the stretch in this article
    origin  the id of the article that it was taken from, as far as the record tells
    there   the stretch in that article
    """

    span: Span
    origin: str
    there: Span


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article as the record shows it; its `published` may rest on other articles.

    passages  what stands in earlier articles too, in the order of the text
    copy_of   the id of the article that much of it was taken from, None for one that stands for itself
    shared    the share of its body's words that stand in that article
    """

    article: Article
    cites: tuple[CitedOutlet, ...] = ()
    other_evidence: tuple[Evidence, ...] = ()
    passages: tuple[Passage, ...] = ()
    copy_of: str | None = None
    shared: float | None = None


@dataclass(frozen=True, slots=True)
class Superseded:
    """An earlier version of an article: kept and readable, no part of the record; `by` is the newest's id."""

    article: Article
    by: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """An article that does not belong to the record, with the reason in words: nothing of it is counted."""

    article: Article
    reason: str


@dataclass(frozen=True, slots=True)
class Party:
    """`role` is "negotiating" for a party that takes part or takes positions, else "subject"."""

    id: str
    name: str
    kind: PartyKind
    aliases: tuple[str, ...]
    role: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleEntry:
    title: str
    party: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PersonEntry:
    id: str
    name: str
    aliases: tuple[str, ...]
    party: str | None
    roles: tuple[RoleEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class TimexEntry:
    id: str
    type: str
    value: str | None
    evidence: Evidence
    mod: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """`content` holds one evidence per piece; `said_on` is when it was said, `addressee` to whom: by this telling
    or by another of the same utterance (`addressee_span` is null then)."""

    id: str
    file: str
    kind: QuoteKind
    content: tuple[Evidence, ...]
    sentence: Span
    speaker: str | None
    speaker_party: str | None
    speaker_span: Evidence | None
    cue: Evidence | None
    said_on: str | None
    via: str | None
    marks: bool = True
    quoted: tuple[Evidence, ...] = ()
    nested: tuple[Evidence, ...] = ()
    issue: str | None = None
    addressee: str | None = None
    addressee_span: Evidence | None = None
    confidence: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EventEntry:
    id: str
    type: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    modality: Modality
    date: str | None
    source: str | None
    evidence: Evidence
    sentence: Span
    confidence: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Issue:
    id: str
    label: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionEntry:
    id: str
    party: str
    issue: str
    stance: Stance
    as_of: str | None
    evidence: Evidence
    sentence: Span
    matter: Evidence
    also: tuple[Evidence, ...] = ()
    speaker: str | None = None
    attributed_to: str | None = None
    quote: str | None = None
    confidence: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ConditionalEntry:
    id: str
    file: str
    actor: str
    kind: ConditionalKind
    condition: Evidence | None
    consequence: Evidence
    sentence: Span
    recipient: str | None
    speaker: str | None
    as_of: str | None
    negated: bool = False
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingStep:
    """One report in a meeting's history: what was known as of a day, by this article."""

    id: str
    as_of: str | None
    status: Status
    date_said: str | None
    place_said: str | None
    evidence: Evidence
    sentence: Span
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Readout:
    """What one side's people said of a meeting once it was held."""

    party: str
    speaker: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """`status` is the latest of its history; `date` and `place` the best known, with the basis.

    participants_implied  no report names them: they are those of most talks of the record
    level     who attends: "leaders", "ministers", "officials" or "military"; None if not told
    outcome   what came of it, in the outlet's words; `readouts` in those of its sides
    """

    id: str
    name: str
    format: MeetingFormat
    participants: tuple[str, ...]
    people: tuple[str, ...]
    place: str | None
    date: str | None
    date_basis: str | None
    status: Status
    history: tuple[MeetingStep, ...]
    agenda: tuple[Evidence, ...] = ()
    outcome: Evidence | None = None
    level: str | None = None
    readouts: tuple[Readout, ...] = ()
    participants_implied: bool = False


@dataclass(frozen=True, slots=True)
class Provision:
    evidence: Evidence
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalEntry:
    """One telling of a proposal; entries with the same `proposal` tell of the same one."""

    id: str
    proposal: str
    name: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    event: str
    submitted_or_published: str | None
    evidence: Evidence
    provisions: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureEntry:
    id: str
    what: str
    value: float | None
    unit: str
    approx: bool
    evidence: Evidence
    sentence: Span
    value_range: tuple[float, float] | None = None
    value_text: str | None = None
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures about the same thing; `relation` says whether they agree."""

    id: str
    about: str
    relation: Literal["agree", "differ", "compatible"]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrecedentEntry:
    id: str
    what: str
    year: str | None
    invoked_by: str | None
    evidence: Evidence
    sentence: Span


@dataclass(frozen=True, slots=True)
class Divergence:
    """Outlets differ on one point."""

    id: str
    about: str
    type: Literal["fact", "figure", "wording", "framing"]
    sides: tuple[Evidence, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Why two entries were put together: the answer to "why are these together".

    section   the section of both entries ("positions", "quotes", "meetings", "figures", "proposals")
    a, b      their ids; of meetings those of two reports in a history
    reasons   in words a reader understands, the strongest first ("both name “transit fee”")
    """

    section: str
    a: str
    b: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """The whole record, each section in a fixed order that does not depend on arrival."""

    articles: tuple[ArticleEntry, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    aside: tuple[SetAside, ...] = ()
    parties: tuple[Party, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    timexes: tuple[TimexEntry, ...] = ()
    quotes: tuple[QuoteEntry, ...] = ()
    quote_groups: tuple[tuple[str, ...], ...] = ()
    events: tuple[EventEntry, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[PositionEntry, ...] = ()
    conditionals: tuple[ConditionalEntry, ...] = ()
    meetings: tuple[MeetingEntry, ...] = ()
    proposals: tuple[ProposalEntry, ...] = ()
    figures: tuple[FigureEntry, ...] = ()
    figure_groups: tuple[FigureGroup, ...] = ()
    precedents: tuple[PrecedentEntry, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    links: tuple[Link, ...] = ()
    orphaned: tuple[str, ...] = field(default=())

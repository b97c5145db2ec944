"""Meetings of the record: the reports that speak of one meeting, gathered, with their history."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.entries import Link, MeetingEntry, MeetingStep, Party, Readout
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import Corpus
from onrecord.merge.meetings.edges import links
from onrecord.merge.meetings.groups import gather
from onrecord.merge.meetings.told import WITH_OTHERS, Told, is_state, told_reports
from onrecord.periods import in_words
from onrecord.readings import MeetingFormat, Status
from onrecord.text import Evidence

_ORDER: tuple[Status, ...] = (
    "mooted",
    "proposed",
    "agreed",
    "scheduled",
    "postponed",
    "cancelled",
    "confirmed",
    "held",
    "adjourned",
    "concluded",
)
_ROUND = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|final|last) round\b"
)
_NOUNS = {"call": "phone call", "summit": "summit"}


def merge_meetings(corpus: Corpus, parties: Sequence[Party] = ()) -> tuple[tuple[MeetingEntry, ...], tuple[Link, ...]]:
    """One entry for each meeting, the earliest first and undated ones last; and why their reports are together.

    `parties` give the names and kinds under which the meetings are shown.
    """
    known = {p.id: p for p in parties}
    gathered = gather(told_reports(corpus))
    groups = [_whole(g) for g in gathered.groups]
    entries = [_entry(corpus, g, known) for g in groups if _counts(g, known)]
    entries.sort(key=lambda m: (m.date or "9999", m.participants, m.history[0].as_of or "9999", m.name, m.id))
    told = {step.id for entry in entries for step in entry.history}
    edges = [e for e in gathered.edges if e.a.id in told and e.b.id in told]
    names = {p.id: p.name for p in corpus.people} | {id_: _shown(party) for id_, party in known.items()}
    return tuple(_numbered(entries)), links(edges, lambda id_: names.get(id_, id_))


def _whole(group: Sequence[Told]) -> list[Told]:
    """The reports of a group in the order of what was known when."""
    return sorted(group, key=lambda t: (t.as_of or t.read.day or "9999", _ORDER.index(t.status), t.order))


def _counts(group: list[Told], known: Mapping[str, Party]) -> bool:
    """A meeting needs two sides; an alliance's own session a date, or somebody who asks for it; not only its denial.

    Of two sides one may be a person of whom nothing tells for whom they speak.
    """
    if all(t.report.negated for t in group):
        return False
    participants = _participants(group)
    if participants and any(t.others and t.parties and not t.report.negated for t in group):
        return True
    own = bool(participants) and not any(_is_state(p, known) for p in participants)
    session = any((t.date or t.status == "proposed") and t.noun not in WITH_OTHERS for t in group)
    return len(participants) >= 2 or (own and session)


def _is_state(party: str, known: Mapping[str, Party]) -> bool:
    return known[party].kind == "state" if party in known else is_state(party)


def _entry(corpus: Corpus, group: list[Told], known: Mapping[str, Party]) -> MeetingEntry:
    participants = _participants(group)
    best = best_date(group)
    date = best.said if best else None
    place = best_place(group)
    kind = _format(group, participants, known)
    people = dict.fromkeys(p for t in group for p in corpus.parties(t.read, t.report.people))
    return MeetingEntry(
        id=digest("meeting", sorted(participants), date, kind == "call"),
        name=_name(group, participants, kind, place, known),
        format=kind,
        participants=participants,
        people=tuple(people),
        place=place,
        date=date,
        date_basis=_basis(best),
        status=latest_status(group),
        history=tuple(_step(corpus, t) for t in group if _told(t) and not _too_early(t, date)),
        agenda=_agenda(group),
        outcome=_outcome(group),
        level=_level(group),
        readouts=_readouts(corpus, group, participants),
        participants_implied=not any(t.report.participants for t in group),
    )


def _participants(group: list[Told]) -> tuple[str, ...]:
    """Who is named for the meeting by at least a third of the reports that name anyone."""
    counts = Counter(p for t in group for p in t.parties)
    naming = sum(bool(t.parties) for t in group)
    kept = [p for p, n in counts.items() if 3 * n >= naming]
    return tuple(sorted(kept, key=lambda p: (-counts[p], p)))


def best_date(group: Sequence[Told]) -> Told | None:
    """The report with the finest date, of those the latest that is sure of it."""
    dated = [t for t in group if t.said and t.status != "adjourned" and not t.report.negated]
    return max(dated, key=lambda t: (len(t.said or ""), t.as_of or "", t.over, t.order), default=None)


def best_place(group: Sequence[Told]) -> str | None:
    places = [
        t for t in group if t.report.place and not t.report.negated and t.status not in ("adjourned", "cancelled")
    ]
    return places[-1].report.place if places else None


def latest_status(group: Sequence[Told]) -> Status:
    """What is known at the end: once held it stays held, whatever older plans later texts recall."""
    sure = [t for t in group if not t.report.negated]
    best = best_date(group)
    day = best.said if best is not None and best.said is not None else ""
    over = [t.status for t in sure if t.over and (t.as_of or "9999") >= day]
    plans = [t for t in sure if not t.over] or sure  # talks of earlier rounds are no news of this one
    return max(over, key=_ORDER.index) if over else plans[-1].status


def _told(told: Told) -> bool:
    """Whether a report belongs to the history: what is denied does not, what one side refuses does."""
    return not told.report.negated or told.status == "cancelled"


def _too_early(told: Told, date: str | None) -> bool:
    """Whether talks are told as held, on no day of their own, before the day on which they are known to be.

    What is told then ("while the talks last") is no report of this meeting.
    """
    if not told.over or told.said or not told.as_of or not date:
        return False
    return len(date) == len(told.as_of) == 10 and told.as_of < date


def _basis(best: Told | None) -> str | None:
    if best is None:
        return None
    outlet = best.read.article.outlet or best.read.article.file
    return f"{best.status} in {outlet}" + (f", as of {in_words(best.as_of)}" if best.as_of else "")


def _format(group: list[Told], participants: tuple[str, ...], known: Mapping[str, Party]) -> MeetingFormat:
    formats = Counter(t.report.format for t in group)
    specials: tuple[MeetingFormat, ...] = ("call", "summit")
    for special in specials:
        if 2 * formats[special] >= len(group):
            return special
    many = len(participants) != 2 or any(known[p].kind != "state" for p in participants if p in known)
    return "multilateral" if many else "bilateral"


def _name(
    group: list[Told], participants: tuple[str, ...], kind: MeetingFormat, place: str | None, known: Mapping[str, Party]
) -> str:
    """Such as "Russia-US talks, Geneva" or "Second round of Russia-US talks, Geneva": parties by the alphabet."""
    alone = len(participants) == 1
    who = _who(participants, known, sorted({name for t in group for name in t.others if alone}))
    nouns = Counter(w for t in group if (w := t.noun) in _COMMON)
    noun = _NOUNS.get(kind) or min(nouns, key=lambda w: (-nouns[w], w), default="talks")
    rounds = Counter(r for t in group if (r := _round(t)) is not None)
    ordinal = min(rounds, key=lambda r: (-rounds[r], r), default=None)
    told = f"{ordinal.capitalize()} round of {who} talks" if ordinal else f"{who} {noun}"
    return told + (f", {place}" if place else "")


def _who(participants: tuple[str, ...], known: Mapping[str, Party], people: Sequence[str]) -> str:
    """The parties, and people beside a single one, in one word.

    Of many parties two alliances or organisations come first, and how many others there are.
    """
    states = {p for p in participants if p not in known or known[p].kind == "state"}
    names = {p: _shown(known[p]) if p in known else p for p in participants}
    if len(names) > 3:
        first = sorted(participants, key=lambda p: (p in states, names[p]))[:2]
        return f"{', '.join(names[p] for p in first)} and {len(names) - 2} others:"
    shown = [*sorted(names.values()), *people]
    return ("–" if any(" " in name for name in shown) else "-").join(shown)


def _round(told: Told) -> str | None:
    """Which round a report says it is: "second", where it does."""
    found = _ROUND.search(normalised(told.read.article.text[told.report.name]))
    return found.group(1) if found else None


def _shown(party: Party) -> str:
    """The short name by which a party is commonly called: "EU", but "Russia"."""
    return party.id if party.id in {alias.replace(".", "") for alias in party.aliases} else party.name


_COMMON = frozenset(
    {"talks", "negotiations", "meeting", "summit", "conference", "consultations", "dialogue", "session"}
)


def _agenda(group: list[Told]) -> tuple[Evidence, ...]:
    out: dict[str, Evidence] = {}
    for t in group:
        for span in t.report.agenda:
            evidence = t.read.evidence(span)
            out.setdefault(normalised(evidence.exact), evidence)
    return tuple(out.values())


def _outcome(group: list[Told]) -> Evidence | None:
    """What came of it, in the words of the report that goes furthest."""
    told = [(-_ORDER.index(t.status), t.order, t) for t in group if t.report.outcome is not None]
    told.sort(key=lambda x: x[:2])
    return next((t.read.evidence(t.report.outcome) for _, _, t in told if t.report.outcome is not None), None)


def _level(group: list[Told]) -> str | None:
    """Who attends, by most of the reports that tell it."""
    levels = Counter(t.report.level for t in group if t.report.level is not None)
    return min(levels, key=lambda level: (-levels[level], level), default=None)


def _readouts(corpus: Corpus, group: list[Told], participants: tuple[str, ...]) -> tuple[Readout, ...]:
    """Each side's own telling, the first in the record's order."""
    out: dict[str, Readout] = {}
    for t in sorted((t for t in group if t.over and not t.report.negated), key=lambda t: (t.as_of or "", t.order)):
        for n in t.report.readouts:
            quote = t.read.reading.quotes[n]
            if quote.speaker_party in participants and quote.speaker_party is not None:
                speaker = corpus.who(t.read, quote.speaker)
                readout = Readout(quote.speaker_party, speaker, t.read.evidence(quote.content[0]))
                out.setdefault(quote.speaker_party, readout)
    return tuple(out[p] for p in participants if p in out)


def _step(corpus: Corpus, told: Told) -> MeetingStep:
    return MeetingStep(
        id=told.id,
        as_of=told.as_of,
        status=told.status,
        date_said=told.said,
        place_said=told.report.place,
        evidence=told.read.evidence(told.report.span),
        sentence=told.report.sentence,
        speaker=corpus.who(told.read, told.report.speaker),
    )


def _numbered(entries: list[MeetingEntry]) -> list[MeetingEntry]:
    """Meetings that claim the same are told apart by their order."""
    seen: Counter[str] = Counter()
    out = []
    for entry in entries:
        seen[entry.id] += 1
        n = seen[entry.id]
        out.append(entry if n == 1 else replace(entry, id=f"{entry.id}-{n}"))
    return out

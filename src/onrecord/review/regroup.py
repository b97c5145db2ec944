"""Entries put together or taken apart as an analyst ruled."""

from __future__ import annotations

from dataclasses import replace

from onrecord.entries import Entries, Issue, MeetingEntry
from onrecord.ids import digest


def join_issues(entries: Entries, subject: str, other: str) -> Entries:
    """The other issue's positions, quotes and provisions become the subject's; its words too."""
    mine = next(i for i in entries.issues if i.id == subject)
    theirs = next(i for i in entries.issues if i.id == other)
    joined = replace(mine, terms=tuple(dict.fromkeys(mine.terms + theirs.terms)))
    return replace(
        entries,
        issues=tuple(joined if i.id == subject else i for i in entries.issues if i.id != other),
        positions=tuple(replace(p, issue=subject) if p.issue == other else p for p in entries.positions),
        quotes=tuple(replace(q, issue=subject) if q.issue == other else q for q in entries.quotes),
        proposals=tuple(
            replace(p, provisions=tuple(replace(v, issue=subject) if v.issue == other else v for v in p.provisions))
            for p in entries.proposals
        ),
    )


def join_meetings(entries: Entries, subject: str, other: str) -> Entries:
    """One meeting with the reports of both; its name stays, the latest report gives its status."""
    mine = next(m for m in entries.meetings if m.id == subject)
    theirs = next(m for m in entries.meetings if m.id == other)
    joined = _joined(entries, mine, theirs)
    return replace(entries, meetings=tuple(joined if m.id == subject else m for m in entries.meetings if m.id != other))


def _joined(entries: Entries, mine: MeetingEntry, theirs: MeetingEntry) -> MeetingEntry:
    place = {a.article.id: n for n, a in enumerate(entries.articles)}
    steps = sorted(
        mine.history + theirs.history,
        key=lambda s: (s.as_of or "9999", place.get(s.evidence.article, 0), s.evidence.start),
    )
    latest = mine if steps[-1] in mine.history else theirs
    dated = latest if latest.date else (mine if mine.date else theirs)
    return replace(
        mine,
        participants=tuple(dict.fromkeys(mine.participants + theirs.participants)),
        people=tuple(dict.fromkeys(mine.people + theirs.people)),
        place=latest.place or mine.place or theirs.place,
        date=dated.date,
        date_basis=dated.date_basis,
        status=latest.status,
        history=tuple(dict.fromkeys(steps)),
        agenda=tuple(dict.fromkeys(mine.agenda + theirs.agenda)),
        outcome=mine.outcome or theirs.outcome,
        level=mine.level or theirs.level,
        readouts=tuple(dict.fromkeys(mine.readouts + theirs.readouts)),
    )


def join_quotes(entries: Entries, subject: str, other: str) -> Entries:
    """The two quotes, and what was grouped with either, tell one utterance."""
    together = {subject, other}
    apart = []
    for group in entries.quote_groups:
        if together & set(group):
            together |= set(group)
        else:
            apart.append(group)
    joined = tuple(q.id for q in entries.quotes if q.id in together)
    return replace(entries, quote_groups=(*apart, joined))


def split_quotes(entries: Entries, subject: str, other: str) -> Entries:
    """The subject does not tell the utterance that the other tells: it leaves their group."""
    groups = (tuple(q for q in g if q != subject) if subject in g and other in g else g for g in entries.quote_groups)
    return replace(entries, quote_groups=tuple(g for g in groups if len(g) > 1))


def move_position(entries: Entries, subject: str, other: str) -> Entries:
    """The position belongs with the other: an issue of the record. An issue that is left with nothing goes."""
    moved = tuple(replace(p, issue=other) if p.id == subject else p for p in entries.positions)
    left = {p.issue for p in entries.positions if p.id == subject} - {p.issue for p in moved}
    left -= {q.issue for q in entries.quotes} | {v.issue for p in entries.proposals for v in p.provisions}
    return replace(entries, positions=moved, issues=tuple(i for i in entries.issues if i.id not in left))


def split_position(entries: Entries, subject: str, label: str) -> Entries:
    """The position makes an issue of its own, called so."""
    own = Issue(digest("issue", "split", subject), label)
    return move_position(replace(entries, issues=(*entries.issues, own)), subject, own.id)

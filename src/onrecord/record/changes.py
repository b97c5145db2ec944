"""What is new or otherwise in a record against an earlier day of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from onrecord.entries import Entries, MeetingEntry
from onrecord.movements import movements
from onrecord.record.change_words import Teller
from onrecord.text import Evidence
from onrecord.views import Change

SECTIONS = (
    "meetings",
    "positions",
    "conditionals",
    "proposals",
    "quotes",
    "events",
    "figures",
    "divergences",
    "people",
)
"""Where changes are looked for, in the order in which they are told on one day."""
MEETING_FIELDS = ("status", "date", "place")


def changes(before: Entries, now: Entries) -> tuple[Change, ...]:
    """What the later record has that the earlier one had not, or had otherwise; the newest first.

    Of the quotes that tell one utterance only the first to be published is new.
    """
    days = {a.article.id: (a.article.published.value or "")[:10] or None for a in now.articles}
    old = {a.article.id for a in before.articles}
    teller = Teller(now)
    held = {p.id: p for p in now.positions}
    moved = {m.after: (m.kind, held[m.before]) for m in movements(now.positions)}
    found: list[Change] = []
    for section in SECTIONS:
        known = {e.id for e in getattr(before, section)}
        for entry in _told(now, section):
            fresh = [e for e in evidence_of(entry) if e.article not in old]
            earlier = _same_meeting(entry, before) if isinstance(entry, MeetingEntry) else None
            if fresh and earlier is not None:
                found += _otherwise(earlier, entry, fresh, teller)
            elif fresh and entry.id not in known:
                kind, was = moved.get(entry.id, (None, None))
                words = teller.moved(kind, was, entry, fresh) if kind and was else teller.new(entry, fresh)
                found.append(Change("changed" if kind else "new", section, entry.id, None, fresh[0], words=words))
    found = [replace(c, day=days.get(c.evidence.article)) for c in found]
    found.sort(key=lambda c: (SECTIONS.index(c.section), c.evidence.file, c.evidence.start, c.id))
    return tuple(sorted(found, key=lambda c: c.day or "", reverse=True))


def _otherwise(earlier: MeetingEntry, now: MeetingEntry, fresh: list[Evidence], teller: Teller) -> list[Change]:
    """The change of a meeting that was known, if what is known of it differs."""
    differs = _differs(earlier, now)
    if not differs:
        return []
    brought = now.history[-1].evidence if now.history[-1].evidence in fresh else fresh[0]
    return [Change("changed", "meetings", now.id, None, brought, differs, teller.otherwise(now, differs, fresh))]


def only_new(before: Entries, now: Entries) -> Entries:
    """The later record without the entries that the earlier one held just so."""
    kept: dict[str, Any] = {}
    for f in fields(Entries):
        known = set(getattr(before, f.name))
        kept[f.name] = tuple(e for e in getattr(now, f.name) if e not in known)
    kept |= {"parties": now.parties, "people": now.people, "issues": now.issues}  # what the others are named by
    return Entries(**kept)


def evidence_of(value: Any) -> Iterator[Evidence]:
    """Every evidence of an entry, however deep, in the order of its fields."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for v in value:
            yield from evidence_of(v)
    elif isinstance(value, str) or value is None:
        return
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from evidence_of(getattr(value, name))


def _told(entries: Entries, section: str) -> list[Any]:
    """The entries of a section; of a group of quotes the first to be published."""
    if section != "quotes":
        return list(getattr(entries, section))
    place = {a.article.id: n for n, a in enumerate(entries.articles)}
    by_id = {q.id: q for q in entries.quotes}
    repeats: set[str] = set()
    for group in entries.quote_groups:
        told = sorted(
            (by_id[q] for q in group if q in by_id), key=lambda q: (place[q.content[0].article], q.content[0])
        )
        repeats |= {q.id for q in told[1:]}
    return [q for q in entries.quotes if q.id not in repeats]


def _same_meeting(meeting: MeetingEntry, before: Entries) -> MeetingEntry | None:
    """The earlier record's entry for it: of the same id, or else the one with most of its reports."""
    mine = {step.evidence for step in meeting.history}
    found = [((m.id == meeting.id, len(mine & {s.evidence for s in m.history})), m) for m in before.meetings]
    (same_id, shared), best = max(found, key=lambda pair: (pair[0], pair[1].id), default=((False, 0), None))
    return best if same_id or shared else None


def _differs(before: MeetingEntry, now: MeetingEntry) -> tuple[tuple[str, str | None, str | None], ...]:
    pairs = [(name, getattr(before, name), getattr(now, name)) for name in MEETING_FIELDS]
    return tuple((name, a, b) for name, a, b in pairs if a != b)

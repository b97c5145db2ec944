"""An analyst's rulings laid over the merged entries. They win, and none is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from onrecord.entries import Entries, MeetingEntry, PositionEntry
from onrecord.errors import Stopped
from onrecord.review.regroup import (
    join_issues,
    join_meetings,
    join_quotes,
    move_position,
    split_position,
    split_quotes,
)
from onrecord.rulings import Ruling, RulingKind
from onrecord.text import Evidence

NAMED = {"issues": "label", "meetings": "name", "people": "name", "parties": "name"}
"""The sections whose entries can be renamed, with the field that a rename fills."""
JOINED: dict[tuple[RulingKind, str], Callable[[Entries, str, str], Entries]] = {
    ("join", "issues"): join_issues,
    ("join", "meetings"): join_meetings,
    ("join", "quotes"): join_quotes,
    ("split", "quotes"): split_quotes,
    ("join", "positions"): move_position,
    ("split", "positions"): split_position,
}
"""What can be joined and split: issues, meetings, quotes of one utterance, a position with or from an issue."""
JUDGED = ("quotes", "events", "positions")
"""The sections whose entries may have a confidence: none is needed once a person has said that they are right."""
SECTIONS = tuple(
    f.name for f in fields(Entries) if f.name not in ("superseded", "aside", "quote_groups", "links", "orphaned")
)


def check(ruling: Ruling) -> None:
    """Raises Stopped for a ruling that could never be applied."""
    if ruling.section not in SECTIONS:
        raise Stopped(f"no section {ruling.section!r}; there are {', '.join(SECTIONS)}")
    if ruling.section == "articles" and ruling.kind not in ("accept", "reject"):
        raise Stopped("an article can be accepted, so that it belongs to the record, or rejected")
    if ruling.kind == "rename" and (ruling.section not in NAMED or not (ruling.value or "").strip()):
        raise Stopped(f"a rename needs a new name for one of {', '.join(NAMED)}")
    if ruling.kind in ("join", "split"):
        if (ruling.kind, ruling.section) not in JOINED:
            raise Stopped(f"{ruling.section} cannot be {'joined' if ruling.kind == 'join' else 'split'}")
        if (ruling.kind, ruling.section) == ("split", "positions"):
            if not (ruling.value or "").strip():
                raise Stopped("a position that is split from its issue needs a name for the new one")
        elif not ruling.other or ruling.other == ruling.subject:
            raise Stopped(f"a {ruling.kind} needs the other entry")


def apply(entries: Entries, rulings: Sequence[Ruling]) -> Entries:
    """The entries as ruled, in the order of the rulings. `orphaned` names the subjects of those that
    found no entry any more; they are kept for a person to look at."""
    orphaned: list[str] = []
    articles = {a.article.id for a in entries.articles} | {a.article.id for a in entries.aside}
    articles |= {s.article.id for s in entries.superseded}
    for ruling in rulings:
        if ruling.section == "articles":  # merging has followed it
            orphaned += [] if ruling.subject in articles else [ruling.subject]
            continue
        subject = found(entries, ruling.section, ruling.subject, ruling.exact)
        other = _other(entries, ruling)
        if subject is None or (ruling.other is not None and other is None):
            orphaned.append(ruling.subject)
        elif ruling.kind == "reject":
            entries = _without(entries, ruling.section, subject)
        elif ruling.kind == "accept" and ruling.section in JUDGED:
            entries = _with(entries, ruling.section, subject, confidence=None)
        elif ruling.kind == "rename":
            entries = _with(entries, ruling.section, subject, **{NAMED[ruling.section]: ruling.value})
        elif ruling.kind in ("join", "split") and subject != other:
            entries = JOINED[ruling.kind, ruling.section](entries, subject, other or ruling.value or "")
    return replace(entries, orphaned=tuple(dict.fromkeys(orphaned)))


def found(entries: Entries, section: str, name: str, exact: str) -> str | None:
    """The id of the entry ruled on; where the id is gone, that of the only entry with the same words.

    An issue is the one that holds the position of these words, whatever has become of its id.
    """
    if section == "issues":
        holding = {p.issue for p in entries.positions if exact and exact in _held(p)}
        if len(holding) == 1:
            return holding.pop()
        return name if any(i.id == name for i in entries.issues) else None
    if section == "articles":
        return name if any(a.article.id == name for a in entries.articles) else None
    there = getattr(entries, section)
    if any(e.id == name for e in there):
        return name
    same = [e.id for e in there if exact and exact in _words(e)]
    return same[0] if len(same) == 1 else None


def _other(entries: Entries, ruling: Ruling) -> str | None:
    """The id of the entry that a join or split names; for a position that of the issue it joins."""
    if ruling.other is None:
        return None
    if ruling.section != "positions":
        return found(entries, ruling.section, ruling.other, ruling.value or "")
    beside = found(entries, "positions", ruling.other, ruling.value or "")
    if beside is not None:
        return next(p.issue for p in entries.positions if p.id == beside)
    return found(entries, "issues", ruling.other, "")


def _held(position: PositionEntry) -> list[str]:
    """The words by which an issue is known to hold a position."""
    return [e.exact for e in (position.evidence, position.matter, *position.also)]


def _words(entry: Any) -> Iterator[str]:
    """The entry's own words, which find it again: its evidence, or that of its first report."""
    if isinstance(entry, MeetingEntry):
        yield entry.history[0].evidence.exact
        return
    for f in fields(entry):
        value = getattr(entry, f.name)
        if f.name in ("evidence", "consequence") and isinstance(value, Evidence):
            yield value.exact
        elif f.name == "content":
            yield value[0].exact


def _with(entries: Entries, section: str, subject: str, **changed: Any) -> Entries:
    now = tuple(replace(e, **changed) if e.id == subject else e for e in getattr(entries, section))
    return replace(entries, **{section: now})


def _without(entries: Entries, section: str, subject: str) -> Entries:
    """The entries without one of them, and without what only points at it."""
    kept: Any = {section: tuple(e for e in getattr(entries, section) if e.id != subject)}
    told = {s.id for m in entries.meetings if m.id == subject for s in m.history}
    gone = told - {s.id for m in entries.meetings if m.id != subject for s in m.history} | {subject}
    kept["links"] = tuple(link for link in entries.links if gone.isdisjoint((link.a, link.b)))
    if section == "issues":
        kept["positions"] = tuple(p for p in entries.positions if p.issue != subject)
        kept["quotes"] = tuple(replace(q, issue=None) if q.issue == subject else q for q in entries.quotes)
    if section == "quotes":
        groups = (tuple(q for q in g if q != subject) for g in entries.quote_groups)
        kept["quote_groups"] = tuple(g for g in groups if len(g) > 1)
        for name in ("positions", "conditionals"):
            kept[name] = tuple(replace(e, quote=None) if e.quote == subject else e for e in getattr(entries, name))
    if section == "figures":
        about = (replace(g, figures=tuple(f for f in g.figures if f != subject)) for g in entries.figure_groups)
        kept["figure_groups"] = tuple(g for g in about if len(g.figures) > 1)
    return replace(entries, **kept)

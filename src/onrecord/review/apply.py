"""An analyst's rulings laid over the merged entries. They win, and none is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from onrecord.entries import Entries, MeetingEntry
from onrecord.errors import Stopped
from onrecord.review.regroup import join_issues, join_meetings, join_quotes, move_position, split_quotes
from onrecord.rulings import Ruling
from onrecord.text import Evidence

NAMED = {"issues": "label", "meetings": "name", "people": "name", "parties": "name"}
"""The sections whose entries can be renamed, with the field that a rename fills."""
JOINED: dict[tuple[str, str], Callable[[Entries, str, str], Entries]] = {
    ("join", "issues"): join_issues,
    ("join", "meetings"): join_meetings,
    ("join", "quotes"): join_quotes,
    ("split", "quotes"): split_quotes,
    ("join", "positions"): move_position,
}
"""What can be joined and split: issues, meetings, quotes of one utterance, a position with an issue."""
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
        if not ruling.other or ruling.other == ruling.subject:
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
        subject = _found(entries, ruling)
        if subject is None or (ruling.other is not None and not _other_found(entries, ruling)):
            orphaned.append(ruling.subject)
        elif ruling.kind == "reject":
            entries = _without(entries, ruling.section, subject)
        elif ruling.kind == "rename":
            entries = _with(entries, ruling.section, subject, **{NAMED[ruling.section]: ruling.value})
        elif ruling.kind in ("join", "split"):
            entries = JOINED[ruling.kind, ruling.section](entries, subject, ruling.other or "")
    return replace(entries, orphaned=tuple(dict.fromkeys(orphaned)))


def _found(entries: Entries, ruling: Ruling) -> str | None:
    """The id of the entry ruled on; where the id is gone, that of the only entry with the same words."""
    section = getattr(entries, ruling.section)
    if any(e.id == ruling.subject for e in section):
        return ruling.subject
    if not ruling.exact:
        return None
    same = [e.id for e in section if ruling.exact in _words(e)]
    return same[0] if len(same) == 1 else None


def _other_found(entries: Entries, ruling: Ruling) -> bool:
    section = entries.issues if ruling.section == "positions" else getattr(entries, ruling.section)
    return any(e.id == ruling.other for e in section)


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
        elif f.name == "label":
            yield value


def _with(entries: Entries, section: str, subject: str, **changed: Any) -> Entries:
    now = tuple(replace(e, **changed) if e.id == subject else e for e in getattr(entries, section))
    return replace(entries, **{section: now})


def _without(entries: Entries, section: str, subject: str) -> Entries:
    """The entries without one of them, and without what only points at it."""
    kept: Any = {section: tuple(e for e in getattr(entries, section) if e.id != subject)}
    kept["links"] = tuple(link for link in entries.links if subject not in (link.a, link.b))
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

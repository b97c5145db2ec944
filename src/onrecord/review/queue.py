"""The queue: what of a record a person should look at, the most pressing first.

First rulings whose entry is no longer found, then what the articles leave open about entries that matter, then the
least sure entries, those first on which most rests. What was ruled on is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.entries import Entries, MeetingEntry
from onrecord.periods import in_words
from onrecord.review.apply import JOINED, NAMED, found
from onrecord.review.confidence import against, statements, weights
from onrecord.review.stakes import Stakes, Weighed, evidence_of
from onrecord.rulings import GONE, Ruling, RulingKind
from onrecord.text import Evidence
from onrecord.views import Doubt, DoubtKind

UNSURE = 0.7
"""Entries below this confidence are asked about."""
MATTERS = 2
"""The weight from which on it is asked about what the articles leave open."""
REASONS = 3
DONE: dict[RulingKind, str] = {
    "reject": "rejected",
    "accept": "confirmed",
    "rename": "renamed",
    "join": "put together with another",
    "split": "taken apart from another",
}


def queue(entries: Entries, rulings: Sequence[Ruling]) -> tuple[Doubt, ...]:
    """What to look at in a record (its entries as ruled) and in the rulings on it, each thing once."""
    ruled = {(r.section, found(entries, r.section, r.subject, r.exact)) for r in rulings if r.kind != "reject"}
    stakes = Stakes(entries)
    out: dict[tuple[str, str], Doubt] = {}
    for doubt in (*_orphaned(entries, rulings), *_left_open(entries, stakes), *_unsure(entries, stakes)):
        if doubt.kind == "orphaned" or (doubt.section, doubt.id) not in ruled:
            out.setdefault((doubt.section, doubt.id), doubt)
    return tuple(out.values())


def settle(doubt: Doubt, kind: RulingKind, at: str = "") -> Ruling:
    """The ruling by which a person takes an item out of the queue: `accept` or `reject`, as `doubt.can` has it."""
    gone = GONE if doubt.kind == "orphaned" else None
    return Ruling(kind, doubt.section, doubt.id, value=gone, exact=doubt.words, at=at)


def _orphaned(entries: Entries, rulings: Sequence[Ruling]) -> Iterator[Doubt]:
    """The rulings whose entry is no longer found, unless a person has seen that it is gone."""
    for subject in entries.orphaned:
        made = [r for r in rulings if r.subject == subject]
        if made[-1].value != GONE:
            told = tuple(dict.fromkeys(_told(r) for r in made))
            yield Doubt("orphaned", made[-1].section, subject, told, made[-1].exact, None, None, ("accept",))


def _told(ruling: Ruling) -> str:
    """A ruling as it was made: `renamed to “Transit fee” on 3 May 2032`."""
    to = f" to “{ruling.value}”" if ruling.kind == "rename" else ""
    on = f" on {in_words(ruling.at[:10])}" if ruling.at else ""
    return DONE[ruling.kind] + to + on


def _left_open(entries: Entries, stakes: Stakes) -> Iterator[Doubt]:
    """Articles without a day; quotes, positions and meetings that matter without speaker, party or day."""
    for a in entries.articles:
        block = next(a.article.read_blocks(), None)
        if a.article.published.value is None and block is not None:
            undated = ("its day of publication is not known",)
            yield _doubt("left open", "articles", a.article.id, undated, a.article.text.at(block.span))
    named = {p.id for p in entries.parties}
    open_: list[tuple[str, Weighed, str]] = []
    open_ += [("meetings", m, "its day is not known") for m in entries.meetings if m.date is None]
    open_ += [("positions", p, "no party is known for who holds it") for p in entries.positions if p.party not in named]
    open_ += [("quotes", q, "nobody is found to say it") for q in entries.quotes if q.speaker is None]
    for section, entry, why in sorted(open_, key=lambda o: (-stakes.of(o[1]).weight, o[1].id)):
        if stakes.of(entry).weight >= MATTERS:
            sure = None if isinstance(entry, MeetingEntry) else entry.confidence
            told = (why, *stakes.of(entry).told)
            yield _doubt("left open", section, entry.id, told, evidence_of(entry), sure)


def _unsure(entries: Entries, stakes: Stakes) -> Iterator[Doubt]:
    """Entries that are likely enough wrong, by what would be lost: doubt times weight."""
    tell = statements(entries)
    weighed = [
        ((1 - e.confidence) * stakes.of(e).weight, section, e)
        for section in weights()
        for e in getattr(entries, section)
        if e.confidence is not None and e.confidence < UNSURE
    ]
    for _, section, entry in sorted(weighed, key=lambda w: (-w[0], w[2].id)):
        why = (*against(section, tell[section](entry))[:REASONS], *stakes.of(entry).told)
        yield _doubt("unsure", section, entry.id, why, evidence_of(entry), entry.confidence)


def _doubt(
    kind: DoubtKind, section: str, id_: str, why: tuple[str, ...], evidence: Evidence, confidence: float | None = None
) -> Doubt:
    """An entry to look at, with the rulings that there are for its section."""
    can: list[RulingKind] = ["accept", "reject"]
    if section in NAMED:
        can.append("rename")
    can += [ruling for ruling, of in JOINED if of == section]
    return Doubt(kind, section, id_, why, evidence.exact, evidence, confidence, tuple(can))

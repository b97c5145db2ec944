"""The record in the order of its days: what happened on each, in a sentence of its sources."""

from __future__ import annotations

from onrecord.entries import Entries
from onrecord.record.best_sentence import ONCE, SAME, Articles, Tales
from onrecord.record.coverage import Coverage, coverage
from onrecord.sources import Sources
from onrecord.text import Evidence
from onrecord.views import Moment

SEVERAL = 2
"""Independent sources that must refer to a day, if nobody asks for a number of days and no act is known of it."""
CHOICE = 2
"""Days looked at for each one asked for, since not every day has a sentence that can stand for it."""


def timeline(
    entries: Entries, length: int | None = None, *, first: str | None = None, last: str | None = None, lines: int = 1
) -> tuple[Moment, ...]:
    """The days that most independent coverage refers to, the earliest first, each with its best sentences.

    length       how many days at most; without it, those that several sources or the record's acts speak for
    first, last  the days (ISO) between which they lie, both included
    lines        sentences for each day at most
    """
    found = coverage(entries)
    sources = Sources(entries.articles)
    order = found.ranked(first, last)
    if length is None:
        order = [d for d in order if d in found.acts or _tellers(found, sources, d) >= SEVERAL]
    articles = Articles(entries.articles)
    tellers = {d: articles.tellers(d, found.mentions.get(d, ())) for d in order[: CHOICE * (length or len(order))]}
    tales = Tales(tellers)
    told: list[Moment] = []
    days: set[str] = set()
    for day in tellers:
        if len(days) == length:
            break
        best = tales.best(day)
        for evidence in _chosen(best, [m.evidence for m in told], tales, lines):
            also = tuple(e for e in best if e != evidence and tales.likeness(e, evidence) >= SAME)
            told.append(Moment(day, evidence, also, _tellers(found, sources, day), found.acts.get(day, ())))
            days.add(day)
    return tuple(sorted(told, key=lambda m: m.day))


def _tellers(found: Coverage, sources: Sources, day: str) -> int:
    return sources.count(m.evidence for m in found.mentions.get(day, ()))


def _chosen(best: list[Evidence], told: list[Evidence], tales: Tales, lines: int) -> list[Evidence]:
    """The best sentences that say neither what stands in the timeline already nor the same twice."""
    out: list[Evidence] = []
    for evidence in best:
        if len(out) == lines:
            break
        repeats = any(tales.likeness(evidence, e) >= ONCE for e in told)
        if not repeats and all(tales.likeness(evidence, e) < SAME for e in out):
            out.append(evidence)
    return out

"""How much independent coverage refers to each day of a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from onrecord.calendars import HOLIDAYS, grain
from onrecord.entries import ArticleEntry, Entries, TimexEntry
from onrecord.ids import normalised
from onrecord.text import Evidence

T = TypeVar("T")

FADE = 1000
"""Characters into an article at which a day that is first named there counts half of one in its first words."""
SILENT = 0.1
"""What an article that names no day near its own counts for the day on which it was published."""
ACT = 0.5
"""What an article that tells a meeting or an act of a day adds to it: that bears on the record."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day (ISO) named in what is read of an article; `place` counts characters from where that begins."""

    day: str
    evidence: Evidence
    place: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What each day weighs, where it is named, and what the record holds of it: meetings and acts by (section, id)."""

    weights: Mapping[str, float]
    mentions: Mapping[str, tuple[Mention, ...]]
    acts: Mapping[str, tuple[tuple[str, str], ...]]

    def ranked(self, first: str | None = None, last: str | None = None) -> list[str]:
        """The days from the first to the last, both included, those that most coverage refers to first."""
        days = (d for d in self.weights if (first or d) <= d <= (last or d))
        return sorted(days, key=lambda d: (-round(self.weights[d], 6), d))


def coverage(entries: Entries) -> Coverage:
    """The days that the articles name. What one article took over from another counts there alone."""
    timexes: dict[str, list[TimexEntry]] = defaultdict(list)
    for t in entries.timexes:
        timexes[t.evidence.article].append(t)
    weights: dict[str, float] = defaultdict(float)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for entry in entries.articles:
        earliest: dict[str, int] = {}
        for m in _mentions(entry, timexes[entry.article.id]):
            mentions[m.day].append(m)
            earliest[m.day] = min(m.place, earliest.get(m.day, m.place))
        for day, place in earliest.items():
            weights[day] += FADE / (FADE + place)
        own = day_of(entry)
        if own and entry.copy_of is None and not {own, shifted(own, -1)} & set(earliest):
            weights[own] += SILENT
    acts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for day, section, id_, tellers in _acts(entries):
        acts[day].append((section, id_))
        weights[day] += ACT * len(tellers)
    return Coverage(dict(weights), _fixed(mentions), _fixed(acts))


def day_of(entry: ArticleEntry) -> str | None:
    """The day on which an article was published."""
    value = entry.article.published.value
    return value[:10] if value else None


def shifted(day: str, days: int) -> str:
    """The day so many days later."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _fixed(lists: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {day: tuple(found) for day, found in lists.items()}


def _mentions(entry: ArticleEntry, timexes: Sequence[TimexEntry]) -> Iterator[Mention]:
    """The days that an article names in its own words, but for feasts and the date printed over the article."""
    read = [b.span for b in entry.article.read_blocks()]
    own = day_of(entry)
    for t in timexes:
        if t.value is None or t.type not in ("DATE", "TIME") or grain(t.value) != "D" or _is_feast(t.evidence.exact):
            continue
        if own is not None and t.value[:10] == own and own[:4] in t.evidence.exact:
            continue  # nobody tells the year of a day that is today
        span = t.evidence.span
        if any(b.holds(span) for b in read) and not any(p.span.holds(span) for p in entry.passages):
            yield Mention(t.value[:10], t.evidence, span.start - read[0].start)


def _is_feast(words: str) -> bool:
    return any(feast in normalised(words) for feast in HOLIDAYS)


def _acts(entries: Entries) -> Iterator[tuple[str, str, str, set[str]]]:
    """Day, section, id and telling articles of every meeting and act that is dated to the day."""
    for m in entries.meetings:
        if m.date and grain(m.date) == "D":
            yield m.date, "meetings", m.id, {s.evidence.article for s in m.history if s.date_said == m.date}
    for e in entries.events:
        if e.date and grain(e.date) == "D":
            yield e.date, "events", e.id, {e.evidence.article}

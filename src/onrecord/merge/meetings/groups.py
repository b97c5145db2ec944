"""Which reports speak of one meeting.

Reports with a day are the cores: the same day, sides that overlap, the same track. What a text points
back to ("the talks") goes with what it points to. Reports without a day then join the core that they
can mean: the nearest one still to come for what is planned, the latest one past for what was held. What
is left is gathered among itself. The result depends on the set of reports, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from onrecord.merge.corpus import Corpus, Read
from onrecord.readings import MeetingReport, Status

NEAR_PAST = 45  # days back to which "the talks" of a text may refer
NEAR_FUTURE = 150  # days ahead within which an undated plan may mean a dated meeting


@dataclass(frozen=True)
class Told:
    """One report with its values: what is said (`said`), and the date it claims for its own meeting."""

    read: Read
    report: MeetingReport
    order: tuple[str, int, int]
    parties: frozenset[str]
    status: Status
    as_of: str | None
    said: str | None
    date: str | None

    @property
    def day(self) -> str | None:
        return self.date if self.date and len(self.date) == 10 and "W" not in self.date else None

    @property
    def over(self) -> bool:
        return self.status in ("held", "concluded", "adjourned") or self.report.past

    @property
    def track(self) -> tuple[bool, bool]:
        return self.report.format == "call", self.report.level == "military"

    @property
    def top(self) -> bool:
        """Between leaders: not what negotiators hold, unless the day is the same."""
        return self.report.format == "summit" or (self.report.level == "leaders" and len(self.report.people) > 1)


def told_reports(corpus: Corpus) -> list[list[Told]]:
    """The reports of each article, in the order of its text."""
    return [[_told(corpus, read, n) for n in range(len(read.reading.meetings))] for read in corpus.reads]


def _told(corpus: Corpus, read: Read, n: int) -> Told:
    report = read.reading.meetings[n]
    said = read.date(report.date)
    as_of = read.said(report.when)
    if as_of is None or len(as_of) != 10:
        as_of = read.day
    status = report.status
    day = said if said and len(said) == 10 and "W" not in said else None
    if status == "concluded" and day and read.day and 0 < _days(read.day, day) <= 7:
        day = said = (
            date.fromisoformat(day) - timedelta(days=7)
        ).isoformat()  # "after talks on Wednesday": the last one
    if status in ("held", "concluded") and day and read.day and day > read.day:
        status = "scheduled"  # "the summit in X on Wednesday", read before that Wednesday
    elif status in ("held", "concluded") and said and read.day and said[:7] > read.day[:7] and "W" not in said:
        status = "agreed"
    return Told(
        read=read,
        report=report,
        order=(read.article.file, report.span.start, n),
        parties=frozenset(_parties(corpus, read, report)),
        status=status,
        as_of=as_of,
        said=said,
        date=None if status in ("adjourned", "postponed") else said,
    )


def _parties(corpus: Corpus, read: Read, report: MeetingReport) -> Iterator[str]:
    """The participants as parties: a person counts as whom the record knows them to speak for."""
    for ref in report.participants:
        party = corpus.party_of.get(corpus.who(read, ref) or "") if ref.startswith("p:") else ref
        if party is not None:
            yield party


class _Groups:
    """Disjoint sets of reports, each with at most one day."""

    def __init__(self, items: Sequence[Told]) -> None:
        self.items = items
        self.of = list(range(len(items)))
        self._days = [t.day for t in items]  # of a group: at its root

    def root(self, i: int) -> int:
        while self.of[i] != i:
            self.of[i] = self.of[self.of[i]]
            i = self.of[i]
        return i

    def members(self) -> dict[int, list[int]]:
        out: dict[int, list[int]] = {}
        for i in range(len(self.items)):
            out.setdefault(self.root(i), []).append(i)
        return out

    def day(self, i: int) -> str | None:
        return self._days[self.root(i)]

    def join(self, i: int, j: int) -> bool:
        """Put two groups together unless they lie on different days."""
        a, b = self.root(i), self.root(j)
        one, other = self.day(a), self.day(b)
        if one and other and one != other:
            return False
        self.of[max(a, b)] = min(a, b)
        self._days[min(a, b)] = one or other
        return True


def gather(articles: Sequence[Sequence[Told]]) -> list[list[Told]]:
    """The reports in groups, one for each meeting; a report of joint talks may stand in several."""
    items = sorted((t for told in articles for t in told), key=lambda t: t.order)
    place = {t.order: i for i, t in enumerate(items)}
    groups = _Groups(items)
    for told in articles:
        for t in told:
            if t.report.follows is not None:
                groups.join(place[t.order], place[told[t.report.follows].order])
    of_day: dict[str, list[int]] = {}
    for i, t in enumerate(items):
        if t.day:
            of_day.setdefault(t.day, []).append(i)
    for i, j in (pair for same in of_day.values() for pair in combinations(same, 2)):
        if _one_meeting(items[i], items[j]):
            groups.join(i, j)
    extra = _attach_undated(groups)
    moved = _moved(groups)
    _gather_rest(groups)
    for old, new in moved:
        a, b = groups.root(old), groups.root(new)
        groups.of[max(a, b)] = min(a, b)
    out = {root: [items[i] for i in members] for root, members in groups.members().items()}
    for i, core in extra:
        if items[i] not in out[groups.root(core)]:
            out[groups.root(core)].append(items[i])
    return list(out.values())


def _moved(groups: _Groups) -> list[tuple[int, int]]:
    """(Report, core) pairs for each meeting that was put off: the day it was to have, the day it got."""
    items, out = groups.items, []
    for i, t in enumerate(items):
        if t.status != "postponed" or not t.said or not t.as_of:
            continue
        out += [(i, j) for j, other in enumerate(items) if other.day == t.said and _one_meeting(t, other)]
        before = [
            (other.day, j)
            for j, other in enumerate(items)
            if other.day and t.as_of <= other.day < t.said and not other.over and _one_meeting(t, other)
        ]
        out += [(i, min(before)[1])] if before else []
    return out


def _one_meeting(a: Told, b: Told) -> bool:
    """Whether two reports of one day mean one meeting."""
    if a.track != b.track and (a.track[0] != b.track[0] or a.parties != b.parties):
        return False
    if a.report.place and b.report.place and a.report.place != b.report.place and a.parties != b.parties:
        return False
    one = min(len(a.parties), len(b.parties)) == 1 and (a.parties <= b.parties or b.parties <= a.parties)
    return one or likeness(a.parties, b.parties) > 0.5 or not (a.parties and b.parties)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard's index; 0 where one side is not known."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _attach_undated(groups: _Groups) -> list[tuple[int, int]]:
    """Join each group without a day to the dated one that it can mean; return further (report, core) pairs.

    Talks told of three sides at once, held later as two meetings, belong to both: these are the pairs.
    """
    members = groups.members()
    cores = {r: m for r, m in members.items() if groups.day(r)}
    sides = {r: _sides(groups, m) for r, m in cores.items()}
    joins: list[tuple[int, int]] = []
    extra: list[tuple[int, int]] = []
    for root, group in members.items():
        if root in cores:
            continue
        fits = sorted(_fits(groups, group, cores, sides), reverse=True)
        if not fits:
            continue
        joins.append((root, fits[0][-1]))
        whole = frozenset(p for i in group for p in groups.items[i].parties)
        for *_, core in fits[1:]:
            if len(whole) > 2 and sides[core] < whole:
                extra += [(i, core) for i in group]
    for root, core in joins:
        groups.join(root, core)
    return extra


def _fits(
    groups: _Groups, group: list[int], cores: dict[int, list[int]], sides_of: dict[int, frozenset[str]]
) -> Iterator[tuple[float, int, int, int]]:
    """For each dated meeting that a group can mean: likeness of sides, shared people, minus the days between, core."""
    items = groups.items
    sides = _sides(groups, group)
    over = all(items[i].over for i in group)
    known = next((d for i in group if (d := items[i].as_of or items[i].read.day)), None)
    for root, core in cores.items():
        day = groups.day(root)
        alike = likeness(sides, sides_of[root])
        if alike == 0 and not (sides and sides_of[root]) and _meet(items, group, core):
            alike = 0.5  # one of them names no side, but month or place is the same
        own_session = len(sides_of[root]) == 1 and alike < 1 and bool(sides)  # an alliance's own: no talks with others
        if (
            day is None
            or alike < 0.5
            or own_session
            or any(items[i].date and not _within(day, items[i].date) for i in group)
        ):
            continue
        if {items[i].track for i in group}.isdisjoint({items[i].track for i in core}):
            continue
        week = any("W" in (items[i].date or "") for i in group)
        known_by = {p for i in group for p in items[i].report.people} & {
            p for i in core for p in items[i].report.people
        }
        if not week and len(known_by) < 2 and all(items[i].top for i in group) != all(items[i].top for i in core):
            continue
        here, there = _places(items, group), _places(items, core)
        if here and there and here.isdisjoint(there):
            continue
        distance = _days(known, day) if known else 0
        if (over and -NEAR_PAST <= distance <= 0) or (not over and -1 <= distance <= NEAR_FUTURE):
            yield round(alike, 6), len(known_by), -abs(distance), root


def _places(items: Sequence[Told], group: Sequence[int]) -> set[str]:
    """Where a group says that it meets; the place at which adjourned talks go on is another."""
    return {items[i].report.place or "" for i in group if items[i].status != "adjourned"} - {""}


def _meet(items: Sequence[Told], group: Sequence[int], core: Sequence[int]) -> bool:
    """Whether a group without a day and a core share a month or a place."""
    places = {items[i].report.place for i in group} & {items[i].report.place for i in core} - {None}
    return bool(places) or any(items[i].date and "-" in (items[i].date or "") for i in group)


def _sides(groups: _Groups, group: Sequence[int]) -> frozenset[str]:
    return frozenset(p for i in group for p in groups.items[i].parties)


def _within(day: str, coarse: str | None) -> bool:
    """Whether a day lies in a coarser date: "2022-01-10" in "2022-01", in "2022", in "2022-W02"."""
    if coarse is None or day.startswith(coarse):
        return True
    if "-W" in coarse and len(coarse) == 8:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year}-W{week:02d}" == coarse
    return False


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _gather_rest(groups: _Groups) -> None:
    """Among what has no day: plans of the same sides are one meeting, and what was held within days."""
    rest = [
        (r, _sides(groups, m), groups.items[m[0]]) for r, m in sorted(groups.members().items()) if not groups.day(r)
    ]
    for (a, sides, first), (b, others, second) in combinations(rest, 2):
        alike = likeness(sides, others)
        if alike < 0.5 or (alike < 1 and (first.date is None or first.date != second.date)):
            continue
        if first.track != second.track or first.top != second.top or first.over != second.over:
            continue
        if (
            first.date
            and second.date
            and not (first.date.startswith(second.date) or second.date.startswith(first.date))
        ):
            continue
        near = first.as_of and second.as_of and abs(_days(first.as_of, second.as_of)) <= (3 if first.over else 60)
        if near:
            groups.join(a, b)

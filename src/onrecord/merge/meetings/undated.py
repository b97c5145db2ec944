"""Reports without a day: the dated meeting that each can mean, and which of the rest are one meeting.

Candidates come from blocks, by party and by a window of days, so that the work grows with the reports and
not with their pairs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations

from onrecord.merge.meetings.sets import Groups, likeness
from onrecord.merge.meetings.told import Told, apart, days, is_state, others_met

NEAR_PAST = 45  # days back to which "the talks" of a text may refer
NEAR_FUTURE = 150  # days ahead within which an undated plan may mean a dated meeting
HELD_WITHIN = 3  # days within which two texts that tell of talks without a day tell of the same
PLANNED_WITHIN = 60  # the same for plans


@dataclass(frozen=True)
class _Group:
    """The reports of one set, and what they say together."""

    root: int
    members: tuple[int, ...]
    told: tuple[Told, ...]
    day: str | None

    @cached_property
    def dated(self) -> int:
        """The first report that gives its day, of a group that has one."""
        return next(i for i, t in zip(self.members, self.told, strict=True) if t.day)

    @cached_property
    def sides(self) -> frozenset[str]:
        return frozenset(p for t in self.told for p in t.parties)

    @cached_property
    def tracks(self) -> frozenset[tuple[bool, bool]]:
        return frozenset(t.track for t in self.told)

    @cached_property
    def people(self) -> frozenset[str]:
        return frozenset(p for t in self.told for p in t.report.people)

    @cached_property
    def naming(self) -> tuple[Told, ...]:
        """Reports that name people, one for each choice of them."""
        return tuple({(tuple(sorted(t.people.items())), t.over): t for t in self.told if t.people}.values())

    @cached_property
    def places(self) -> frozenset[str]:
        """Where a group says that it meets; the place at which adjourned talks go on is another."""
        return frozenset(t.place for t in self.told if t.place is not None and t.status != "adjourned")

    @cached_property
    def dates(self) -> frozenset[str]:
        broken_off = {
            t.said
            for t in self.told
            if t.status == "adjourned" and t.said and t.as_of and t.said < t.as_of[: len(t.said)]
        }
        return frozenset(t.date for t in self.told if t.date) | broken_off

    @cached_property
    def top(self) -> bool:
        return all(t.top for t in self.told)

    @cached_property
    def led(self) -> bool:
        """Whether leaders are told to meet, be it one of them by name; who refuses talks refuses theirs too."""
        return self.top or any(t.report.level == "leaders" or t.status == "cancelled" for t in self.told)

    @cached_property
    def own(self) -> bool:
        """Whether it names only an organisation, whose session it is."""
        return len(self.sides) == 1 and not any(is_state(p) for p in self.sides)

    @cached_property
    def visit(self) -> bool:
        return any(t.visit for t in self.told)

    @cached_property
    def articles(self) -> Counter[str]:
        """How often each article tells of it."""
        return Counter(t.read.article.id for t in self.told)

    @cached_property
    def over(self) -> bool:
        return all(t.over for t in self.told)

    @cached_property
    def known(self) -> str | None:
        """The first day on which it was told."""
        return next((d for t in self.told if (d := t.as_of or t.read.day)), None)


class _Cores:
    """The dated groups, by two of their sides and by day: what is alike shares two, unless it has one."""

    def __init__(self, cores: Iterable[_Group]) -> None:
        self._all = sorted(cores, key=lambda c: (c.day or "", c.root))
        self._of: dict[tuple[str, ...], list[_Group]] = {}
        for core in self._all:
            for key in _keys(core, one=len(core.sides) <= 2) or [()]:
                self._of.setdefault(key, []).append(core)

    def near(self, group: _Group) -> list[_Group]:
        """The cores that a group can mean by its sides and by the days around it, each once."""
        keys = [*_keys(group, one=len(group.sides) == 1), ()]
        blocks = [self._of.get(key, []) for key in keys] if group.sides else [self._all]
        found = {core.root: core for block in blocks for core in _window(block, group)}
        return [found[root] for root in sorted(found)]


def _keys(group: _Group, *, one: bool) -> list[tuple[str, ...]]:
    """Each two of the sides, and by itself each organisation and, if asked for, each other side."""
    sides = sorted(group.sides)
    return [*combinations(sides, 2), *((side,) for side in sides if one or not is_state(side))]


def _window(block: Sequence[_Group], group: _Group) -> Sequence[_Group]:
    if group.known is None:
        return block
    before, after = (NEAR_PAST, 0) if group.over else (1, NEAR_FUTURE)
    known = date.fromisoformat(group.known)
    low, high = (known - timedelta(before)).isoformat(), (known + timedelta(after)).isoformat()
    return block[bisect_left(block, low, key=_day) : bisect_right(block, high, key=_day)]


def _day(group: _Group) -> str:
    return group.day or ""


def _groups(groups: Groups) -> list[_Group]:
    return [
        _Group(root, tuple(m), tuple(groups.items[i] for i in m), groups.day(root))
        for root, m in sorted(groups.members().items())
    ]


def attach_undated(groups: Groups) -> list[tuple[int, int]]:
    """Join each group without a day to the dated one that it can mean; return further (report, report of a core) pairs.

    Talks planned of three sides at once, held later as two meetings, belong to both: these are the pairs.
    """
    every = _groups(groups)
    cores = _Cores(g for g in every if g.day)
    of_root = {g.root: g for g in every}
    joins: list[tuple[int, int]] = []
    extra: list[tuple[int, int]] = []
    for group in (g for g in every if not g.day):
        fits = sorted(_fits(group, cores.near(group)), reverse=True)
        if not fits:
            continue
        joins.append((group.root, of_root[fits[0][-1]].dated))
        for *_, core in fits[1:]:
            if len(group.sides) > 2 and of_root[core].sides < group.sides and not group.over:
                extra += [(i, of_root[core].dated) for i in group.members]
    for root, core in joins:
        groups.join(root, core, "can mean")
    return extra


def _fits(group: _Group, cores: Iterable[_Group]) -> Iterator[tuple[float, int, int, int, int]]:
    """For each dated meeting that a group can mean: likeness of sides, shared people, how often the group's first
    article tells of it, minus the days between, core."""
    for core in cores:
        alike = likeness(group.sides, core.sides)
        if alike == 0 and not (group.sides and core.sides) and _meet(group, core):
            alike = 0.5  # one of them names no side, but month or place is the same
        elif group.own and group.sides < core.sides and _meet(group, core):
            alike = max(alike, 0.5)  # "the League's summit of last week", of the League with others
        own_session = len(core.sides) == 1 and alike < 1 and bool(group.sides)  # no talks with others
        if core.day is None or alike < 0.5 or own_session or any(not _within(core.day, d) for d in group.dates):
            continue
        if group.tracks.isdisjoint(core.tracks) or _told_over(group, core) or _broken_off(group, core):
            continue
        week = any("W" in d for d in group.dates)
        known_by = group.people & core.people
        if not week and len(known_by) < 2 and (not group.led if core.top else group.top and not core.visit):
            continue
        if group.places and core.places and all(apart(a, b) for a in group.places for b in core.places):
            continue
        if any(others_met(a, b) for a in group.naming for b in core.naming):
            continue
        distance = days(group.known, core.day) if group.known else 0
        if (group.over and -NEAR_PAST <= distance <= 0) or (not group.over and -1 <= distance <= NEAR_FUTURE):
            here = core.articles[group.told[0].read.article.id] if not group.over else 0
            yield round(alike, 6), len(known_by), here, -abs(distance), core.root


def _told_over(group: _Group, core: _Group) -> bool:
    """Whether what is planned today is told by an article that knows that meeting to be over."""
    planned = {t.read.article.id for t in group.told if not t.over and t.as_of == t.read.day}
    return not group.over and any(t.over and t.read.article.id in planned for t in core.told)


def _broken_off(group: _Group, core: _Group) -> bool:
    """Whether all that is known of that meeting is that it was broken off, while another is told as held."""
    return group.over and all(t.status == "adjourned" for t in core.told)


def _meet(group: _Group, core: _Group) -> bool:
    """Whether a group without a day and a core share a month or a place."""
    return bool(group.places & core.places) or any("-" in d for d in group.dates)


def _within(day: str, coarse: str) -> bool:
    """Whether a day lies in a coarser date: "2022-01-10" in "2022-01", in "2022", in "2022-W02"."""
    if day.startswith(coarse):
        return True
    if "-W" in coarse and len(coarse) == 8:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year}-W{week:02d}" == coarse
    return False


def gather_rest(groups: Groups) -> None:
    """Among what has no day: plans of the same sides are one meeting, as is what was held within days."""
    blocks: dict[tuple[object, ...], list[_Group]] = {}
    for group in (g for g in _groups(groups) if not g.day and g.told[0].as_of):
        first = group.told[0]
        for party in group.sides:
            blocks.setdefault((party, first.track, first.top, _done(first)), []).append(group)
    for block in blocks.values():
        block.sort(key=lambda g: (g.told[0].as_of or "", g.root))
        _join_near(groups, block)


def _join_near(groups: Groups, block: Sequence[_Group]) -> None:
    """Join what is alike within a window of days; of groups that say the same on one day the first stands for all."""
    within = HELD_WITHIN if _done(block[0].told[0]) else PLANNED_WITHIN
    recent: dict[tuple[object, ...], _Group] = {}
    for group in block:
        first = group.told[0]
        for key, other in list(recent.items()):
            if days(other.told[0].as_of or "", first.as_of or "") > within:
                del recent[key]
            elif _same_plan(other, group):
                groups.join(group.root, other.root, "undated")
        recent[(group.sides, first.date, tuple(sorted(first.people.items())))] = group


def _done(told: Told) -> bool:
    """Whether talks were held; those that were broken off are what plans mean to resume."""
    return told.over and told.status != "adjourned"


def _same_plan(a: _Group, b: _Group) -> bool:
    alike, one, other = likeness(a.sides, b.sides), a.told[0], b.told[0]
    if alike < 0.5 or (alike < 1 and (one.date is None or one.date != other.date)) or others_met(one, other):
        return False
    return not one.date or not other.date or one.date.startswith(other.date) or other.date.startswith(one.date)

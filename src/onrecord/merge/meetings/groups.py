"""Which reports speak of one meeting.

Reports with a day are the cores: the same day, sides that overlap, the same track, no other people. What a
text points back to ("the talks") goes with what it points to. Reports without a day then join the core that
they can mean: the nearest one still to come for what is planned, the latest one past for what was held. What
is left is gathered among itself. The result depends on the set of reports, not on their order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from onrecord.merge.meetings.edges import Edge
from onrecord.merge.meetings.sets import Groups, likeness
from onrecord.merge.meetings.told import Told, apart, days, others_met
from onrecord.merge.meetings.undated import attach_undated, gather_rest

PUT_OFF_BY = 21  # days within which a meeting put off to no day is looked for


class Gathered(NamedTuple):
    """The reports in groups, one for each meeting, and the edges that put them there.

    A report of joint talks may stand in several groups.
    """

    groups: list[list[Told]]
    edges: list[Edge]


def gather(articles: Sequence[Sequence[Told]]) -> Gathered:
    """Which reports speak of one meeting."""
    items = sorted((t for told in articles for t in told), key=lambda t: t.order)
    place = {t.order: i for i, t in enumerate(items)}
    groups = Groups(items)
    for told in articles:
        for t in told:
            if t.report.follows is not None and not _past_and_planned(t, told[t.report.follows]):
                groups.join(place[t.order], place[told[t.report.follows].order], "points back")
    of_day = _by_day(items)
    for members in of_day.values():
        _join_day(groups, members)
    extra = attach_undated(groups)
    moved = list(_moved(groups, of_day))
    gather_rest(groups)
    for old, new in moved:
        groups.join_moved(old, new)
    out = {root: dict.fromkeys(members) for root, members in groups.members().items()}
    for i, core in extra:
        out[groups.root(core)].setdefault(i)
    edges = groups.edges + [Edge("can mean", items[i], items[core]) for i, core in extra]
    return Gathered([[items[i] for i in members] for members in out.values()], edges)


def _past_and_planned(a: Told, b: Told) -> bool:
    """Whether one of two reports of a text was over in a month before it, and the other is still planned."""
    held, plan = (a, b) if a.over else (b, a)
    if not held.over or plan.over or held.date is None or plan.as_of is None:
        return False
    return plan.date is None and "W" not in held.date and held.date[:7] < plan.as_of[:7]


def _by_day(items: Sequence[Told]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for i, t in enumerate(items):
        if t.day:
            out.setdefault(t.day, []).append(i)
    return out


def _join_day(groups: Groups, members: Sequence[int]) -> None:
    """Join the reports of one day: those alike at once, the sorts of them pairwise, and at the end each sort that
    names one side or none to the meeting that it fits best."""
    sorts: dict[tuple[object, ...], int] = {}
    for i in members:
        first = sorts.setdefault(groups.items[i].likes, i)
        if groups.items[i].parties:
            groups.join(i, first, "same day")
    full = [i for i in sorts.values() if len(groups.items[i].parties) > 1]
    for i, j in combinations(full, 2):
        if _one_meeting(groups.items[i], groups.items[j]):
            groups.join(j, i, "same day")
    here: dict[str, list[int]] = {}
    for i in members:
        here.setdefault(groups.items[i].read.article.id, []).append(i)
    for i in (i for i in members if len(groups.items[i].parties) < 2):
        near = {*sorts.values(), *here[groups.items[i].read.article.id]} - {i}
        fits = [j for j in sorted(near) if _one_meeting(groups.items[i], groups.items[j])]
        if fits:
            groups.join(i, max(fits, key=lambda j: _fit(groups.items[i], groups.items[j], j)), "same day")


def _fit(told: Told, other: Told, j: int) -> tuple[bool, bool, int, int, int]:
    """How well a report with one side or none fits another of its day: several sides there, its place, its article."""
    here = told.read.article.id == other.read.article.id
    same_place = told.place is not None and told.place == other.place
    return len(other.parties) > 1, same_place, len(told.parties & other.parties), int(here), -j


def _moved(groups: Groups, of_day: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """(Report, core) pairs for each meeting that was put off: the day it was to have, the day it got."""
    items, ordered = groups.items, sorted(of_day)
    for i, t in enumerate(items):
        if t.status != "postponed" or not t.as_of:
            continue
        if not t.said:
            then = next((j for d in ordered for j in of_day[d] if _put_to(groups.day(i), d, t, items[j])), None)
            yield from [(i, then)] if then is not None else []
            continue
        yield from ((i, j) for j in of_day.get(t.said, ()) if _one_meeting(t, items[j]))
        for day in ordered[bisect_left(ordered, t.as_of) : bisect_left(ordered, t.said)]:
            before = [j for j in of_day[day] if not items[j].over and _one_meeting(t, items[j])]
            if before:
                yield i, before[0]
                break


def _put_to(day: str | None, other: str, put_off: Told, told: Told) -> bool:
    """Whether what was put off, nobody says to when, may be on that other day."""
    near = day is not None and 0 < days(day, other) <= PUT_OFF_BY
    ranks = {put_off.report.level, told.report.level} - {None}
    return near and len(ranks) < 2 and put_off.parties == told.parties and _one_meeting(put_off, told)


def _one_meeting(a: Told, b: Told) -> bool:
    """Whether two reports of one day mean one meeting."""
    many = min(len(a.parties), len(b.parties)) > 2  # who talk at once by video: no call of two beside a meeting
    if a.track != b.track and not many and (a.track[0] != b.track[0] or a.parties != b.parties):
        return False
    if others_met(a, b) or (apart(a.place, b.place) and a.parties != b.parties):
        return False
    one = min(len(a.parties), len(b.parties)) == 1 and (a.parties <= b.parties or b.parties <= a.parties)
    shared = len(a.parties & b.parties)
    if many and shared > 1 and 3 * shared >= 2 * min(len(a.parties), len(b.parties)):
        return True  # one leaves out who is host, the other a guest
    return one or likeness(a.parties, b.parties) > 0.5 or not (a.parties and b.parties)

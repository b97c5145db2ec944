"""Which reports are one meeting: the same whatever their order, blocked or not, and in time that grows with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import Article, Published
from onrecord.merge.corpus import Read
from onrecord.merge.meetings import undated
from onrecord.merge.meetings.edges import Edge
from onrecord.merge.meetings.groups import gather
from onrecord.merge.meetings.told import Told, apart, place_key
from onrecord.readings import MeetingReport, Reading, Status
from onrecord.text import Span

SIDES = ("ALD", "BOR", "CES", "DUN")
STATUSES: tuple[Status, ...] = ("mooted", "proposed", "agreed", "scheduled", "held", "concluded", "postponed")


@st.composite
def articles(draw: st.DrawFn) -> list[list[Told]]:
    """A few articles of one spring, each with a few reports."""
    return [
        [_told(draw, f"{a:02}.txt", n) for n in range(draw(st.integers(1, 3)))] for a in range(draw(st.integers(2, 7)))
    ]


def _told(draw: st.DrawFn, file: str, n: int) -> Told:
    start = date(2031, 3, 1)
    published = start + timedelta(draw(st.integers(0, 40)))
    status = draw(st.sampled_from(STATUSES))
    ahead = -draw(st.integers(0, 6)) if status in ("held", "concluded") else draw(st.integers(0, 30))
    said = draw(st.sampled_from([None, (published + timedelta(ahead)).isoformat(), "2031-04"]))
    sides = draw(st.frozensets(st.sampled_from(SIDES), max_size=3))
    people = {p: frozenset({f"{p.lower()}-{draw(st.integers(1, 2))}"}) for p in sides if draw(st.booleans())}
    report = MeetingReport(
        status=status,
        span=Span(100 * n, 100 * n + 50),
        sentence=Span(100 * n, 100 * n + 60),
        participants=tuple(sides),
        format=draw(st.sampled_from(["bilateral", "call"])),
        name=Span(100 * n, 100 * n + 5),
        place=draw(st.sampled_from([None, None, "Halden", "Port Sella"])),
        follows=n - 1 if n and draw(st.booleans()) else None,
    )
    article = Article(file, file, file, "", (), published=Published(published.isoformat(), "explicit"))
    return Told(
        id=f"{file}-{n}",
        read=Read(article, Reading(file)),
        report=report,
        order=(file, 100 * n, n),
        parties=sides,
        people=people,
        status=status,
        as_of=published.isoformat(),
        said=said,
        date=None if status == "postponed" else said,
    )


def joined(edges: Sequence[Edge]) -> list[tuple[str, str, str]]:
    return sorted((e.kind, e.a.id, e.b.id) for e in edges)


def claims(groups: Sequence[Sequence[Told]]) -> set[frozenset[tuple[str, int, int]]]:
    return {frozenset(t.order for t in g) for g in groups}


@given(articles(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_groups_do_not_depend_on_the_order_of_articles(told: list[list[Told]], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = gather(told), gather(shuffled)
    assert claims(other.groups) == claims(one.groups)
    assert joined(other.edges) == joined(one.edges)


@given(articles())
@settings(max_examples=60, deadline=None)
def test_blocks_lose_no_pair(told: list[list[Told]]) -> None:
    blocked = claims(gather(told).groups)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(undated._Cores, "near", lambda self, _: sorted(self._all, key=lambda c: c.root))
        assert claims(gather(told).groups) == blocked


@given(articles())
@settings(max_examples=60, deadline=None)
def test_every_report_is_in_a_group_and_no_group_has_two_days_unless_moved(told: list[list[Told]]) -> None:
    groups = gather(told).groups
    assert {t.order for g in groups for t in g} == {t.order for a in told for t in a}
    moved = any(t.status == "postponed" for a in told for t in a)
    assert moved or all(len({t.day for t in g if t.day}) <= 1 for g in groups)


@given(articles())
@settings(max_examples=60, deadline=None)
def test_the_edges_say_how_each_report_came_to_its_group(told: list[list[Told]]) -> None:
    found = gather(told)
    of = {t.order: t.order for a in told for t in a}

    def root(order: tuple[str, int, int]) -> tuple[str, int, int]:
        return order if of[order] == order else root(of[order])

    for edge in found.edges:
        of[root(edge.a.order)] = root(edge.b.order)
    assert all(len({root(t.order) for t in group}) == 1 for group in found.groups)


def report(file: str, sides: str, day: str | None, **changes: object) -> list[Told]:
    told = Told(
        read=Read(Article(file, file, file, "", (), published=Published("2031-03-20", "explicit")), Reading(file)),
        report=MeetingReport("held", Span(0, 5), Span(0, 9), tuple(sides.split()), "bilateral", Span(0, 5)),
        id=file,
        order=(file, 0, 0),
        parties=frozenset(sides.split()),
        people={},
        status="held",
        as_of="2031-03-20",
        said=day,
        date=day,
    )
    return [replace(told, **changes)]  # type: ignore[arg-type]


def test_other_people_are_another_meeting() -> None:
    one = {"ALD": frozenset({"ana-feld"}), "BOR": frozenset({"toren-vask"})}
    other = {"ALD": frozenset({"ivo-brandt"}), "BOR": frozenset({"mira-sand"})}
    first = report("a.txt", "ALD BOR", "2031-03-19", people=one)
    assert len(gather([first, report("b.txt", "ALD BOR", "2031-03-19", people=one)]).groups) == 1
    assert len(gather([first, report("b.txt", "ALD BOR", "2031-03-19", people=other)]).groups) == 2
    assert len(gather([first, report("b.txt", "ALD BOR", None, people=other)]).groups) == 2
    assert len(gather([first, report("b.txt", "ALD BOR", None)]).groups) == 1


def test_a_report_that_names_nobody_bridges_no_two_meetings() -> None:
    meetings = [report("a.txt", "ALD BOR", "2031-03-19"), report("b.txt", "CES DUN", "2031-03-19")]
    assert len(gather([*meetings, report("c.txt", "", "2031-03-19")]).groups) == 2
    assert len(gather([*meetings, report("c.txt", "ALD", "2031-03-19")]).groups) == 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("UK", "Britain", False),
        ("UK", "London", False),
        ("UK", "Paris", True),
        ("Geneva", "Vienna", True),
        ("UK", "France", True),
        ("London", "Paris", True),
    ],
)
def test_places_of_one_country(one: str, other: str, expected: bool) -> None:
    assert apart(place_key(one), place_key(other)) is expected
    assert apart(place_key(other), place_key(one)) is expected


def test_one_text_may_tell_of_two_meetings_of_one_day_by_who_is_still_to_be_met() -> None:
    envoy = {"ALD": frozenset({"ald-1"})}
    (over,) = report("a.txt", "ALD BOR", "2031-03-19", people=envoy | {"BOR": frozenset({"bor-1"})})
    ahead = replace(over, id="a-2", order=("a.txt", 100, 1), status="scheduled")
    with_another = replace(ahead, people=envoy | {"BOR": frozenset({"bor-2"})})
    assert len(gather([[over, ahead]]).groups) == 1
    assert len(gather([[over, with_another]]).groups) == 2


def test_talks_of_three_are_joined_by_those_who_name_the_host_or_a_guest() -> None:
    told = [report("a.txt", "ALD BOR CES LGE", "2031-03-19"), report("b.txt", "ALD BOR CES", "2031-03-19")]
    call = replace(told[1][0].report, format="call")
    assert len(gather([told[0], [replace(told[1][0], report=call)]]).groups) == 1
    assert len(gather([told[0], report("b.txt", "ALD BOR DUN", "2031-03-19")]).groups) == 1
    assert len(gather([told[0], report("b.txt", "ALD DUN EST", "2031-03-19")]).groups) == 2


def test_what_was_put_off_to_no_day_is_what_was_held_soon_after() -> None:
    (planned,) = report("a.txt", "ALD BOR", "2031-03-10", status="scheduled")
    (put_off,) = report("a.txt", "ALD BOR", None, status="postponed", id="a-2", order=("a.txt", 10, 1))
    put_off = replace(put_off, report=replace(put_off.report, follows=0))
    soon, late = report("b.txt", "ALD BOR", "2031-03-12"), report("b.txt", "ALD BOR", "2031-04-12")
    assert len(gather([[planned, put_off], soon]).groups) == 1
    assert len(gather([[planned, put_off], late]).groups) == 2
    leaders = replace(put_off, report=replace(put_off.report, level="leaders"))
    ministers = [replace(soon[0], report=replace(soon[0].report, level="ministers"))]
    assert len(gather([[planned, leaders], ministers]).groups) == 2


def test_a_plan_told_beside_a_meeting_that_is_over_is_of_another() -> None:
    (over,) = report("a.txt", "ALD BOR", "2031-03-20")
    (plan,) = report("a.txt", "ALD BOR", None, status="agreed", id="a-2", order=("a.txt", 10, 1))
    assert len(gather([[over, plan]]).groups) == 2
    assert (
        len(gather([[over], [replace(plan, order=("b.txt", 0, 0), read=report("b.txt", "", None)[0].read)]]).groups)
        == 1
    )


def test_a_region_is_apart_from_no_place_in_it() -> None:
    assert not apart("northwest Karsia", "Halden")
    assert apart("Port Sella", "Halden")

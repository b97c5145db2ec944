"""Values and periods of the calendar."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.calendars import bounds, easter, grain, holiday, moved, value_of
from onrecord.dates import Rule, Timex, evaluate
from onrecord.text import Span

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "H", "Y", "E", "C"])


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "H", "Y", "E", "C"]))
def test_a_day_lies_in_the_period_of_its_value(day: date, unit: str) -> None:
    value = value_of(day, unit)
    period = bounds(value)
    assert grain(value) == unit
    assert period is not None
    assert period[0] <= day <= period[1]


@given(DAYS, UNITS, st.integers(-40, 40))
def test_moving_keeps_the_order(day: date, unit: str, amount: int) -> None:
    there = moved(day, unit, amount)
    assert (there > day) == (amount > 0) or there == day


@pytest.mark.parametrize(("year", "day"), [(2000, "2000-04-23"), (2019, "2019-04-21"), (2024, "2024-03-31")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


def test_holidays_that_move() -> None:
    assert holiday("thanksgiving", 2018) == date(2018, 11, 22)
    assert holiday("labor day", 2019) == date(2019, 9, 2)
    assert holiday("memorial day", 2019) == date(2019, 5, 27)
    assert holiday("election day", 2016) == date(2016, 11, 8)


@pytest.mark.parametrize("value", ["PXD", "PAST_REF", "XXXX-WXX-2", "2019-13", "2019-02-30", ""])
def test_what_names_no_period_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


@given(DAYS, st.integers(1, 7))
def test_weekdays_lie_within_a_week_on_their_side(day: date, weekday: int) -> None:
    name = f"XXXX-WXX-{weekday}"
    before = date.fromisoformat(evaluate(Rule("named", name, direction=-1), day) or "")
    after = date.fromisoformat(evaluate(Rule("named", name, direction=1), day) or "")
    last = date.fromisoformat(evaluate(Rule("named", name, direction=-1, strict=True), day) or "")
    assert before.isoweekday() == after.isoweekday() == last.isoweekday() == weekday
    assert 0 <= (day - before).days <= 6
    assert 0 <= (after - day).days <= 6
    assert 1 <= (day - last).days <= 7


def test_a_rule_without_anchor_has_no_value() -> None:
    assert evaluate(Rule("shift", unit="D", amount=-1), None) is None
    assert evaluate(Rule("value", "1962"), None) == "1962"


def test_the_period_compared_with_is_the_same_quarter() -> None:
    ago = Rule("shift", unit="Y", amount=-1, base="comparable")
    assert evaluate(ago, date(2019, 5, 15), [(0, "2019-Q1")]) == "2018-Q1"
    assert evaluate(ago, date(2019, 5, 15)) == "2018"


def test_a_timex_survives_encoding() -> None:
    timex = Timex(Span(3, 9), "DATE", "START", rule=Rule("named", "XXXX-WXX-2", direction=-1, weekday=None))
    assert msgspec.json.decode(msgspec.json.encode(timex), type=Timex) == timex

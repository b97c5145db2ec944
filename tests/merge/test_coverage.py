"""How closely topic and time go together, and which articles are near in topic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onrecord.articles import Article, Block
from onrecord.merge.dating.coverage import densities, fitted, places
from onrecord.merge.dating.likeness import Likeness

DAY = date(2019, 3, 1)


def article(name: str, text: str) -> Article:
    return Article(name, name, name, text, (Block("body", 0, len(text)),))


def test_places_sum_to_one_and_join_equal_days() -> None:
    found = places([(DAY, 1.0), (DAY, 1.0), (DAY + timedelta(days=2), 2.0)])
    assert found == ((DAY.toordinal(), 0.5), (DAY.toordinal() + 2, 0.5))


def test_a_day_beside_the_neighbours_is_likelier_than_one_far_off() -> None:
    span = (DAY.toordinal(), DAY.toordinal() + 300)
    near = places([(DAY + timedelta(days=100), 1.0)])
    beside, weeks, months = (densities(DAY.toordinal() + n, near, span) for n in (101, 115, 250))
    assert beside[0] > weeks[0] > months[0]
    assert weeks[1] / weeks[0] > 1 > beside[1] / beside[0]
    assert beside[2] == weeks[2] == months[2]


def test_nothing_is_dated_far_outside_the_record() -> None:
    span = (DAY.toordinal(), DAY.toordinal() + 300)
    inside, outside = (densities(DAY.toordinal() + n, (), span)[2] for n in (300, 330))
    assert outside < inside / 100


@pytest.mark.parametrize(("gaps", "kind"), [((0, 1, 0, 2, 1), 0), ((150, -120, 90, -200, 170), 2)])
def test_the_record_teaches_how_far_topic_places(gaps: tuple[int, ...], kind: int) -> None:
    """Whether articles on one topic lie within days of each other or anywhere."""
    middle = DAY.toordinal() + 250
    rows = [densities(middle + gap, ((middle, 1.0),), (middle - 250, middle + 250)) for gap in gaps * 8]
    shares = fitted(rows)
    assert sum(shares) == pytest.approx(1)
    assert shares[kind] == max(shares)
    assert shares[kind] > fitted([])[kind]


TEXTS = [
    article("harbour", "Envoys argued over the harbour of Estmark and its patrol boats."),
    article("boats", "Patrol boats left the harbour of Estmark, envoys said."),
    article("prices", "Prices of bread rose again while wages stood still."),
    article("bread", "Bakers raised prices of bread; wages did not follow."),
]


def test_likeness_is_told_of_those_asked_about_and_their_nearest() -> None:
    found = Likeness(TEXTS, ["harbour"], most=1).to("harbour")
    assert list(found) == ["boats"]
    assert 0 < found["boats"] <= 1


def test_likeness_does_not_depend_on_who_else_is_asked_about() -> None:
    alone = Likeness(TEXTS, ["harbour"], most=3).to("harbour")
    among = Likeness(TEXTS[::-1], ["bread", "harbour", "boats"], most=3).to("harbour")
    assert {k: pytest.approx(x) for k, x in alone.items()} == {k: x for k, x in among.items() if k in alone}

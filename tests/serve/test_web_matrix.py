"""The matrix of a diffuse record: many parties, many issues, one page at a time."""

from __future__ import annotations

from dataclasses import replace

from starlette.testclient import TestClient

from onrecord.entries import Entries, Issue
from onrecord.serve.web.app import create_app
from onrecord.serve.web.links import PAGE_SIZE
from onrecord.serve.web.pages.positions import COLUMNS, OTHERS
from tests.serve.sample import SampleRecord, sample


def holding(parties: int, issues: int) -> Entries:
    """The sample with positions of many parties on its first issue, and many issues of one position each."""
    base = sample()
    first = base.positions[0]
    crowd = tuple(replace(first, id=f"crowd-{n}", party=f"P{n:02}") for n in range(parties))
    more = tuple(Issue(f"issue-{n}", f"Matter {n:03}", (f"matter-{n}",)) for n in range(issues))
    lone = tuple(replace(first, id=f"lone-{i.id}", issue=i.id) for i in more)
    return replace(base, issues=(*base.issues, *more), positions=(*base.positions, *crowd, *lone))


def shown(entries: Entries, path: str = "/positions") -> str:
    return TestClient(create_app(SampleRecord(entries))).get(path).text


def test_few_parties_have_a_column_each() -> None:
    content = shown(sample())
    assert content.count('<th scope="col"') == 1 + 2
    assert "Others" not in content


def test_parties_without_a_column_stand_in_the_last_one() -> None:
    parties = COLUMNS + 10
    content = shown(holding(parties, 1))
    assert content.count('<th scope="col"') == 1 + COLUMNS + 1
    others = content.split('class="others"')[1].split("</td>")[0]
    assert others.count("hx-get") == OTHERS
    hidden = parties + 2 - COLUMNS - OTHERS  # two parties of the sample hold something on that issue too
    assert f'href="/positions/issue-reservoir">{hidden} more</a>' in others


def test_issues_come_a_page_at_a_time_the_fullest_first() -> None:
    entries = holding(0, PAGE_SIZE)
    first, last = shown(entries), shown(entries, "/positions?page=2")
    assert first.count('<th scope="row"') == PAGE_SIZE
    assert last.count('<th scope="row"') == len(entries.issues) - PAGE_SIZE
    assert "Filling of the reservoir" in first
    assert "Matter 059" in last
    assert 'rel="next"' in first
    assert 'rel="prev"' in last


def test_a_matter_that_tells_little_gives_way_to_its_clause() -> None:
    base = sample()
    first = base.positions[0]
    made = replace(first.evidence, exact="We will refuse to try", prefix="", suffix="")
    short = replace(first, matter=replace(made, exact="to try"), evidence=made)
    content = shown(replace(base, positions=(short,)))
    assert "We will refuse to try" in content

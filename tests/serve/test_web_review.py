"""The page of the queue: what is asked, why, and the rulings that its buttons make; confidence on the other pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from onrecord.entries import Entries
from onrecord.review.apply import apply, check
from onrecord.rulings import GONE, Ruling
from onrecord.serve.web.app import create_app
from onrecord.serve.web.sureness import MEANING, sure
from tests.serve.sample import SampleRecord, sample

HERE = {"sec-fetch-site": "same-origin"}
LOST = Ruling("rename", "issues", "issue-old", value="Canal toll", exact="the toll on the canal", at="2032-05-03")


def judged(confidence: float = 0.42) -> Entries:
    """The sample, its second event and its fourth position in doubt."""
    content = sample()
    events = tuple(replace(e, confidence=confidence if e.id == "event-2" else 0.91) for e in content.events)
    held = tuple(replace(p, confidence=confidence if p.id == "position-4" else 0.88) for p in content.positions)
    said = tuple(replace(q, confidence=0.77) for q in content.quotes)
    return replace(content, events=events, positions=held, quotes=said)


@pytest.fixture
def record() -> SampleRecord:
    lost = replace(judged(), orphaned=("issue-old",))
    return SampleRecord(lost, [LOST])


@pytest.fixture
def client(record: SampleRecord) -> TestClient:
    return TestClient(create_app(record), follow_redirects=False)


def test_the_queue_stands_in_its_order_with_the_reasons(client: TestClient) -> None:
    content = client.get("/review").text
    headings = ("Rulings without their entry", "Left open by the articles", "Least sure")
    assert [content.index(h) for h in headings] == sorted(content.index(h) for h in headings)
    assert "renamed to “Canal toll” on 3 May 2032" in content
    assert "its day of publication is not known" in content
    assert "Karsia → Valdoria: request" in content
    assert content.count("sure in 4 of 10") == 2
    assert MEANING in content
    assert 'href="/positions/issue-gauges">Correct' in content
    assert content.count("/articles/article-courier#e-event-2") == 2  # its words, its outlet


@pytest.mark.parametrize(
    ("section", "id_", "kind", "value"),
    [
        ("events", "event-2", "accept", None),
        ("events", "event-2", "reject", None),
        ("positions", "position-4", "reject", None),
        ("articles", "article-herald", "accept", None),
        ("issues", "issue-old", "accept", GONE),
    ],
)
def test_a_button_makes_a_ruling_that_holds_and_the_item_leaves(
    client: TestClient, record: SampleRecord, section: str, id_: str, kind: str, value: str | None
) -> None:
    before = record.review()
    place = next(n for n, d in enumerate(before) if d.id == id_)
    after = f"#{before[place + 1].id}" if place + 1 < len(before) else ""
    answer = client.post("/review", data={"kind": kind, "section": section, "id": id_, "page": "1"}, headers=HERE)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/review?page=1{after}")
    made = record.rulings[-1]
    check(made)
    assert (made.kind, made.section, made.subject, made.value) == (kind, section, id_, value)
    assert made.at
    assert made.exact
    assert record.review() == (*before[:place], *before[place + 1 :])
    assert apply(judged(), record.rulings).orphaned == ("issue-old",)


@pytest.mark.parametrize(
    ("form", "headers", "status"),
    [
        ({"kind": "accept", "section": "events", "id": "event-2"}, {"sec-fetch-site": "cross-site"}, 403),
        ({"kind": "rename", "section": "events", "id": "event-2"}, HERE, 400),
        ({"kind": "accept", "section": "events", "id": "event-1"}, HERE, 404),
        ({"kind": "reject", "section": "issues", "id": "issue-old"}, HERE, 404),
        ({}, HERE, 400),
    ],
)
def test_what_is_refused(
    client: TestClient, record: SampleRecord, form: dict[str, str], headers: dict[str, str], status: int
) -> None:
    assert client.post("/review", data=form, headers=headers).status_code == status
    assert record.rulings == [LOST]


def test_the_past_is_not_asked_about(client: TestClient) -> None:
    content = client.get("/review?as_of=2032-03-20").text
    assert 'method="post"' not in content
    assert "asked of the record as it is now" in content


def test_a_record_without_doubts_says_so() -> None:
    content = sample()
    dated = replace(content, articles=content.articles[:1], quotes=(), events=(), positions=(), meetings=())
    dated = replace(dated, figures=(), conditionals=(), precedents=(), divergences=(), figure_groups=(), timexes=())
    dated = replace(dated, parties=(), people=(), proposals=(), issues=(), links=(), quote_groups=())
    assert "Nothing is in doubt." in TestClient(create_app(SampleRecord(dated))).get("/review").text


@pytest.mark.parametrize("path", ["/events", "/quotes", "/positions/issue-gauges", "/positions/issue-gauges/VAL"])
def test_pages_tell_how_sure_the_record_is_and_what_that_means(client: TestClient, path: str) -> None:
    content = client.get(path).text
    assert " of 10</span>" in content
    assert f'<p class="meta">{MEANING}</p>' in content


def test_an_entry_without_confidence_shows_none() -> None:
    content = TestClient(create_app(SampleRecord(sample()))).get("/events").text
    assert 'class="sure"' not in content


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(None, ""), (0.78, "sure in 8 of 10"), (0.999, "sure in 9 of 10"), (0.01, "sure in 1 of 10")],
)
def test_nothing_is_called_certain(confidence: float | None, words: str) -> None:
    assert sure(confidence) == words

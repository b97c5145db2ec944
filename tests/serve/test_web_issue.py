"""An issue's page: what is held on it, why it is one, and the rulings that its forms make."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from onrecord.review.apply import apply, check
from onrecord.rulings import Ruling
from onrecord.serve.web.app import create_app
from onrecord.serve.web.issue_rulings import LONGEST
from tests.serve.sample import SampleRecord, sample

HERE = {"sec-fetch-site": "same-origin"}
PLACE = "/positions/issue-gauges"


@pytest.fixture
def record() -> SampleRecord:
    return SampleRecord(sample())


@pytest.fixture
def client(record: SampleRecord) -> TestClient:
    return TestClient(create_app(record), follow_redirects=False)


def test_the_page_tells_what_is_held_and_why_it_is_one_issue(client: TestClient) -> None:
    content = client.get(PLACE).text
    assert "2 positions of 1 party on this issue" in content
    assert "Valdoria accepts the gauge readings as binding" in content
    assert "the same words: “gauge readings”" in content


def test_the_matrix_and_the_history_lead_to_it(client: TestClient) -> None:
    assert f'href="{PLACE}"' in client.get("/positions").text
    assert f'href="{PLACE}"' in client.get(f"{PLACE}/VAL").text


def test_the_past_is_not_ruled_on(client: TestClient) -> None:
    assert "<form method=" in client.get(PLACE).text
    assert client.get(f"{PLACE}?as_of=2032-03-20").status_code == 404
    assert client.post("/positions/issue-nowhere", data={"do": "rename", "label": "x"}, headers=HERE).status_code == 404


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ({"do": "rename", "label": " The  gauges "}, ["Filling of the reservoir", "The gauges", "Draft of the League"]),
        ({"do": "join", "other": "issue-draft"}, ["Filling of the reservoir", "Gauge readings"]),
        (
            {"do": "split", "position": "position-4", "label": "Binding force"},
            ["Filling of the reservoir", "Gauge readings", "Draft of the League", "Binding force"],
        ),
        (
            {"do": "split", "position": "position-4", "other": "issue-draft"},
            ["Filling of the reservoir", "Gauge readings", "Draft of the League"],
        ),
    ],
)
def test_a_form_makes_rulings_that_hold(
    client: TestClient, record: SampleRecord, form: dict[str, str], labels: list[str]
) -> None:
    answer = client.post(PLACE, data=form, headers=HERE)
    assert (answer.status_code, answer.headers["location"]) == (303, PLACE)
    for ruling in record.rulings:
        check(ruling)
    ruled = apply(sample(), record.rulings)
    assert ruled.orphaned == ()
    assert [i.label for i in ruled.issues] == labels
    moved = {p.id: p.issue for p in ruled.positions}["position-4"]
    assert (moved == "issue-gauges") == (form["do"] != "split")


def test_several_positions_make_one_new_issue() -> None:
    joined = apply(sample(), [Ruling("join", "issues", "issue-gauges", other="issue-reservoir")])
    record = SampleRecord(joined)
    chosen = {"do": "split", "position": ["position-1", "position-2"], "label": "Water"}
    TestClient(create_app(record), follow_redirects=False).post(PLACE, data=chosen, headers=HERE)
    split = apply(joined, record.rulings)
    issues = {p.id: p.issue for p in split.positions}
    assert issues["position-1"] == issues["position-2"] != issues["position-3"]


@pytest.mark.parametrize(
    ("form", "headers", "status"),
    [
        ({"do": "rename", "label": "x"}, {"sec-fetch-site": "cross-site"}, 403),
        ({"do": "rename", "label": " "}, HERE, 400),
        ({"do": "join", "other": "issue-gauges"}, HERE, 400),
        ({"do": "join", "other": "issue-nowhere"}, HERE, 404),
        ({"do": "split", "label": "x"}, HERE, 400),
        ({"do": "split", "position": ["position-3", "position-4"], "label": "x"}, HERE, 400),
        ({"do": "split", "position": "position-3"}, HERE, 400),
        ({"do": "split", "position": "position-3", "label": "x", "other": "issue-draft"}, HERE, 400),
        ({"do": "forget"}, HERE, 400),
        ({"do": "rename", "label": "x" * LONGEST}, HERE, 413),
    ],
)
def test_what_makes_no_sense_is_refused(
    client: TestClient, record: SampleRecord, form: dict[str, object], headers: dict[str, str], status: int
) -> None:
    assert client.post(PLACE, data=form, headers=headers).status_code == status
    assert not record.rulings

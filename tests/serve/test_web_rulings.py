"""An article is kept or set aside from its page, and from no other site."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from onrecord.serve.web.app import create_app
from tests.serve.sample import SampleRecord, sample

PLACE = "/articles/article-courier/ruling"
HERE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def record() -> SampleRecord:
    return SampleRecord(sample())


@pytest.fixture
def client(record: SampleRecord) -> TestClient:
    return TestClient(create_app(record), follow_redirects=False)


def test_the_button_sets_an_article_aside_and_keeps_one(client: TestClient, record: SampleRecord) -> None:
    answer = client.post(PLACE, data={"kind": "reject"}, headers=HERE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/articles")
    client.post("/articles/article-aside/ruling", data={"kind": "accept"}, headers=HERE)
    told = [(r.kind, r.section, r.subject) for r in record.rulings]
    assert told == [("reject", "articles", "article-courier"), ("accept", "articles", "article-aside")]
    assert all(r.at for r in record.rulings)


@pytest.mark.parametrize(
    ("path", "form", "headers", "status"),
    [
        (PLACE, {"kind": "reject"}, {"sec-fetch-site": "cross-site"}, 403),
        (PLACE, {"kind": "reject"}, {"origin": "https://elsewhere.example"}, 403),
        (PLACE, {"kind": "rename"}, HERE, 400),
        (PLACE, {"kind": "reject", "more": "x" * 2000}, HERE, 413),
        ("/articles/nowhere/ruling", {"kind": "reject"}, HERE, 404),
    ],
)
def test_what_is_refused(
    client: TestClient, record: SampleRecord, path: str, form: dict[str, str], headers: dict[str, str], status: int
) -> None:
    assert client.post(path, data=form, headers=headers).status_code == status
    assert not record.rulings


def test_what_is_set_aside_is_listed_with_its_reason_and_can_be_read_and_found(client: TestClient) -> None:
    listed = client.get("/articles").text
    assert "names nobody whom the record is about" in listed
    assert 'value="accept"' in listed
    read = client.get("/articles/article-aside")
    assert read.status_code == 200
    assert "Nothing of this article is counted" in read.text
    assert "/articles/article-aside" in client.get("/search?q=winter rule").text


def test_no_ruling_is_made_on_the_record_of_a_past_day(client: TestClient) -> None:
    assert 'method="post"' not in client.get("/articles?as_of=2032-04-30").text

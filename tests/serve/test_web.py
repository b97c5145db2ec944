"""The web application over a small record: every page, every link to a sentence, and what it refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields, replace
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from starlette.testclient import TestClient

from onrecord.entries import ArticleEntry, Entries, Party, PersonEntry
from onrecord.record.changes import evidence_of
from onrecord.serve.export_json import to_object
from onrecord.serve.web.app import create_app
from onrecord.serve.web.order import figure_clusters
from onrecord.serve.web.site import Site
from tests.serve.sample import SampleRecord, sample
from tests.serve.sample_articles import article

PAGES = [
    *("/", "/meetings", "/meetings/meeting-1", "/positions", "/conditionals"),
    *("/positions/issue-reservoir", "/positions/issue-reservoir/KAR"),
    *("/quotes", "/quotes?speaker=mira-holt", "/quotes?several=1", "/proposals", "/events", "/figures", "/divergences"),
    *(
        "/timeline",
        "/timeline?length=2",
        "/events?type=REQUEST&party=KAR",
        "/dates",
        "/people",
        "/articles",
        "/articles/article-courier",
        "/changes",
    ),
    *("/changes?since=2032-03-20", "/search", "/search?q=canal", "/review"),
]


class Page(HTMLParser):
    """The ids, links and elements of a page."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(create_app(SampleRecord(sample()), "Senn waters"))


def client_of(entries: Entries) -> TestClient:
    return TestClient(create_app(SampleRecord(entries)))


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_with_its_heading(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert "Senn waters" in answer.text
    assert len(ids := Page(answer.text).ids) == len(set(ids))


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_record_says_so_on_every_page(path: str) -> None:
    answer = client_of(Entries()).get(path)
    assert answer.status_code in (200, 404)  # what is named by an id is not there
    if answer.status_code == 200 and "?" not in path:
        assert 'class="empty"' in answer.text or path == "/search"


def test_every_link_leads_to_a_page_and_a_place_on_it(client: TestClient) -> None:
    """From the overview through everything that can be reached: no dead link, no missing anchor."""
    seen: dict[str, Page] = {}
    wanted: set[tuple[str, str]] = set()
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        answer = client.get(path)
        assert answer.status_code == 200, path
        seen[path] = Page(answer.text)
        for link in seen[path].links:
            parts = urlsplit(link)
            assert not parts.netloc, f"{path} links to {link}"
            target = (parts.path or path) + (f"?{parts.query}" if parts.query else "")
            wanted.add((target, unquote(parts.fragment)))
            waiting.append(target)
    assert {"/meetings/meeting-1", "/articles/article-herald"} <= set(seen)
    missing = {(path, at) for path, at in wanted if at and at not in seen[path].ids and at != "main"}
    assert not missing


def test_every_evidence_has_its_place_in_its_article(client: TestClient) -> None:
    site = Site(sample(), None)
    pages = {a.article.id: Page(client.get(f"/articles/{a.article.id}").text).ids for a in site.entries.articles}
    for finding in site.findings:
        assert site.links.anchor_of(finding) in pages[finding.evidence.article]
    marked = {f.evidence for f in site.findings}
    for section in ("events", "figures", "meetings", "divergences", "timexes", "precedents"):
        for entry in getattr(site.entries, section):
            assert set(evidence_of(entry)) <= marked


def test_figures_of_several_articles_stand_before_those_of_one() -> None:
    entries = sample()
    clusters = figure_clusters(entries)
    assert sorted(f.id for _, members in clusters for f in members) == sorted(f.id for f in entries.figures)
    several = [len({f.evidence.article for f in members}) > 1 for _, members in clusters]
    assert several == sorted(several, reverse=True)
    assert all((group is not None) == many for (group, _), many in zip(clusters, several, strict=True))


def test_the_quotes_page_says_why_quotes_are_together(client: TestClient) -> None:
    text = client.get("/quotes?several=1").text
    assert text.count("Why these are together") == 1
    assert "the same run of words" in text


def test_a_meeting_says_why_its_reports_are_together(client: TestClient) -> None:
    text = client.get("/meetings/meeting-1").text
    assert text.count("Why these are together") == 1
    assert "put off from 12 April 2032 to 19 April 2032" in text
    pair = text[text.index('class="pair"') :].partition("</p>")[0]
    assert re.findall(r'href="/articles/([^"]+)"', pair) == [
        "article-ledger#e-meeting-1",
        "article-tribune#e-meeting-1",
    ]
    assert "Why these are together" not in client.get("/meetings/meeting-2").text


def test_an_utterance_stands_under_a_name_and_says_who_else_is_named_for_it() -> None:
    base = sample()
    first, second, *others = base.quotes
    nameless = replace(first, speaker="unnamed: a joint statement")
    entries = replace(base, quotes=(nameless, replace(second, speaker="mira-holt"), *others))
    entries = replace(entries, quote_groups=((first.id, second.id),))
    text = client_of(entries).get("/quotes?several=1").text
    assert 'as said by <span class="unnamed">a joint statement</span>' in text
    assert text.count("as said by") == 1
    assert re.search(r'<header>\s*<h2><span class="agent">[^<]*Holt</span></h2>', text)


def test_a_quote_that_tells_two_utterances_has_one_place() -> None:
    entries = replace(sample(), quote_groups=(("quote-1", "quote-2"), ("quote-1", "quote-3")))
    answer = client_of(entries).get("/quotes")
    assert Page(answer.text).ids.count("quote-1") == 1
    assert answer.text.count("/articles/article-courier#e-quote-1") >= 2


def test_an_entry_far_down_a_long_list_is_on_the_page_that_its_link_names() -> None:
    base = sample()
    long = replace(
        base,
        timexes=tuple(replace(t, id=f"{t.id}-{n}") for t in base.timexes for n in range(50)),
        quotes=tuple(replace(q, id=f"{q.id}-{n}") for q in base.quotes for n in range(50)),
        quote_groups=(),
        events=tuple(replace(e, id=f"{e.id}-{n}") for e in base.events for n in range(50)),
    )
    client, links = client_of(long), Site(long, None).links
    pages: dict[str, Page] = {}
    for entry in (*long.timexes, *long.quotes, *long.events):
        path, _, fragment = links.entry(entry.id).partition("#")
        if path not in pages:
            pages[path] = Page(client.get(path).text)
        assert fragment in pages[path].ids
    assert len(pages) > 10


def test_the_reader_shows_the_whole_text_unchanged(client: TestClient) -> None:
    class Words(HTMLParser):
        inside, out = False, ""

        def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
            names = (dict(attrs).get("class") or "").split()
            self.inside = self.inside or "prose" in names
            if "what" in names:
                self.inside = False

        def handle_endtag(self, tag: str) -> None:
            if tag == "small":
                self.inside = True
            if tag in ("p", "h1"):
                self.out += "\n" if self.inside else ""
                self.inside = False

        def handle_data(self, data: str) -> None:
            self.out += data if self.inside else ""

    for entry in sample().articles:
        words = Words()
        text = client.get(f"/articles/{entry.article.id}").text
        words.feed(text[text.index('<div class="text">') : text.index('<nav class="pager" aria-label="Articles"')])
        assert words.out.strip("\n") == entry.article.content


def test_a_finding_leads_back_to_its_entry(client: TestClient) -> None:
    page = Page(client.get("/articles/article-tribune").text)
    back = {a["href"] for tag, a in page.elements if tag == "a" and "seg" in (a.get("class") or "").split()}
    assert "/meetings/meeting-1#step-3" in back
    assert "/conditionals#conditional-1" in back
    assert "/positions/issue-gauges/VAL#position-3" in back


def test_comments_and_boilerplate_stand_apart_and_are_never_marked(client: TestClient) -> None:
    text = client.get("/articles/article-courier").text
    apart = re.findall(r'<div class="para apart (\w+)">(.*?)</div>', text, flags=re.DOTALL)
    assert [kind for kind, _ in apart] == ["caption", "comment", "boilerplate"]
    assert not any("seg" in content for _, content in apart)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \"'&"


@pytest.mark.parametrize("path", [*PAGES, "/articles/article-hostile"])
def test_nothing_of_an_article_becomes_markup(path: str) -> None:
    base = sample()
    hostile = article(
        "hostile", HOSTILE, "2032-03-16", [("headline", HOSTILE), ("body", HOSTILE), ("comment", HOSTILE)]
    )
    entries = replace(
        base,
        articles=(*base.articles, ArticleEntry(hostile)),
        parties=(*(replace(p, name=HOSTILE) for p in base.parties), Party(HOSTILE, HOSTILE, "state", (), "subject")),
        people=(*(replace(p, name=HOSTILE) for p in base.people), PersonEntry("h", HOSTILE, (HOSTILE,), HOSTILE)),
        issues=tuple(replace(i, label=HOSTILE) for i in base.issues),
        meetings=tuple(replace(m, name=HOSTILE, place=HOSTILE, date_basis=HOSTILE) for m in base.meetings),
        proposals=tuple(replace(p, name=HOSTILE) for p in base.proposals),
        divergences=tuple(replace(d, about=HOSTILE, note=HOSTILE) for d in base.divergences),
        figures=tuple(replace(f, what=HOSTILE, unit=HOSTILE) for f in base.figures),
        quotes=tuple(replace(q, via=HOSTILE) for q in base.quotes),
    )  # fmt: skip
    answer = client_of(entries).get(path)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert all(a.get("src", "").startswith("/static/") for tag, a in page.elements if tag == "script" and "src" in a)
    assert all(a.get("type") == "application/json" for tag, a in page.elements if tag == "script" and "src" not in a)
    assert not [tag for tag, _ in page.elements if tag == "img"]
    assert not [name for _, a in page.elements for name in a if name.startswith("on")]


def test_an_article_address_that_is_no_web_address_is_no_link() -> None:
    bad = replace(article("bad", "Outlet", None, [("body", "Words.")]), url="javascript:alert(1)")
    assert "javascript:" not in client_of(Entries(articles=(ArticleEntry(bad),))).get(f"/articles/{bad.id}").text


@pytest.mark.parametrize("path", ["/nowhere", "/meetings/none", "/articles/none", "/positions/issue-draft/VAL"])
def test_what_is_not_on_the_record_is_a_page_of_its_own(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Not on the record" in answer.text


@pytest.mark.parametrize("path", ["/?as_of=yesterday", "/changes?since=2032-13-01", "/api/meetings?as_of=x"])
def test_a_day_that_is_none_is_refused(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 400


@pytest.mark.parametrize("query", ["page=0", "page=99", "page=x", "page=", "speaker=nobody", "type=%00"])
def test_odd_queries_are_harmless(client: TestClient, query: str) -> None:
    assert client.get(f"/quotes?{query}").status_code == 200
    assert client.get(f"/events?{query}").status_code == 200


def test_only_reading_is_allowed(client: TestClient) -> None:
    for send in (client.post, client.put, client.delete):
        assert send("/meetings").status_code == 405
        assert send("/api/meetings").json()["error"]["status"] == 405


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api", "/api/none", "/static/css/base.css"])
def test_every_answer_forbids_what_is_not_ours(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_a_fault_says_nothing_of_its_cause() -> None:
    class Broken(SampleRecord):
        def entries(self, as_of: str | None = None) -> Entries:  # noqa: ARG002
            raise ValueError("secret words")

    client = TestClient(create_app(Broken(sample())), raise_server_exceptions=False)
    for path in ("/", "/api/meetings"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_record_as_of_a_day_keeps_to_it_on_every_link(client: TestClient) -> None:
    answer = client.get("/meetings?as_of=2032-03-20")
    page = Page(answer.text)
    assert "20 March 2032" in answer.text
    inner = [link for link in page.links if link.startswith("/meetings/")]
    assert inner
    assert all("as_of=2032-03-20" in link for link in inner)
    assert 'max="2032-04-11"' in answer.text  # the picker leads on to later days
    later = client.get("/articles/article-ledger?as_of=2032-03-20")
    assert later.status_code == 404


def test_the_sections_as_json_are_those_of_the_export(client: TestClient) -> None:
    export = json.loads(json.dumps(to_object(sample())))
    index = client.get("/api").json()
    for section in index["sections"]:
        assert client.get(f"/api/{section}").json() == export[section]
    assert {f.name for f in fields(Entries)} - {"orphaned"} <= set(index["sections"])


@pytest.mark.parametrize(("path", "status"), [("/api/none", 404), ("/api/onrecord", 404), ("/api/a/b", 404)])
def test_errors_as_json_have_one_shape(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["status"] == status
    assert error["message"]


def test_search_finds_entries_and_text_with_all_the_words(client: TestClient) -> None:
    both = client.get("/search?q=CANAL+close").text
    assert "/conditionals#conditional-1" in both
    assert "/articles/article-tribune" in both
    assert "0 entries and 0 articles" in client.get("/search?q=canal+unicorn").text


@pytest.mark.parametrize("name", ["htmx", "d3", "plot", "inter", "source-serif-4"])
def test_what_is_vendored_has_its_licence(client: TestClient, name: str) -> None:
    assert client.get(f"/static/vendor/{name}/LICENSE").status_code == 200


def test_views_are_made_anew_when_the_record_changes() -> None:
    class Growing(SampleRecord):
        def entries(self, as_of: str | None = None) -> Entries:  # noqa: ARG002
            return grown[-1]

    grown = [Entries()]
    client = TestClient(create_app(Growing(Entries())))
    read: Callable[[], int] = lambda: client.get("/api").json()["sections"]["meetings"]  # noqa: E731
    assert read() == 0
    grown.append(sample())
    assert read() == 2

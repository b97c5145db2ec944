"""The web application in a real browser: from a line to its sentence and back, and what fits a telephone."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from onrecord.serve.web.app import create_app
from tests.serve.sample import SampleRecord, sample

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PAGES = (
    "/", "/meetings", "/meetings/meeting-1", "/positions", "/positions/issue-gauges", "/positions/issue-reservoir/KAR",
    "/quotes", "/conditionals",
    "/proposals", "/events", "/figures", "/divergences", "/dates", "/people", "/articles", "/articles/article-courier",
    "/changes?since=2032-03-01", "/search?q=Karsia", "/review", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests are skipped, or fail where ONRECORD_REQUIRE names it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if "chromium" in os.environ.get("ONRECORD_REQUIRE", "").split(","):
            pytest.fail("Chromium is required here and was not found")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The application over the small record, on a free port."""
    server = uvicorn.Server(
        uvicorn.Config(create_app(SampleRecord(sample()), "Senn waters"), port=0, log_level="error", lifespan="off")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=5)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a desk's width; whatever its console complains of fails the test."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: complaints.append(str(e)))
    yield page
    page.close()
    assert not [c for c in complaints if "404" not in c]


def test_from_a_meeting_to_the_sentence_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/meetings/meeting-1")
    page.click("#step-4 .words")
    assert page.url.endswith("/articles/article-ledger#e-meeting-1")
    marked = page.locator(".seg.evidence").all_inner_texts()
    assert "".join(marked) == "The talks planned for April 12 in Lindhaven were postponed to April 19"
    sentence = "".join(page.locator(".seg.sentence").all_inner_texts())
    assert sentence.endswith("the Northern League said on Sunday.")
    assert page.locator(".seg.evidence").first.is_visible()
    page.locator(".seg.evidence", has_text="The talks planned").first.click()
    assert page.url.endswith("/meetings/meeting-1#step-4")


def test_a_cell_of_the_matrix_opens_its_history_beside_it(page: Page, address: str) -> None:
    page.goto(f"{address}/positions")
    page.click(".cell:has-text('partly rejects')")
    page.wait_for_selector("#panel h1")
    assert page.locator("#panel .held .words").first.inner_text() == "Karsia partly rejected the draft of the League"
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()


def test_the_legend_hides_a_layer(page: Page, address: str) -> None:
    page.goto(f"{address}/articles/article-courier")
    notes = page.locator(".notes .k-quote")
    assert notes.first.is_visible()
    page.uncheck("#show-quote")
    assert not notes.first.is_visible()


def test_the_filter_of_events_narrows_the_log_in_place(page: Page, address: str) -> None:
    page.goto(f"{address}/events")
    page.select_option("select[name=type]", "THREATEN")
    page.wait_for_url(re.compile("type=THREATEN"))
    assert page.locator("#log .rows > li").count() == 1


def test_a_slash_leads_to_the_search(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("canal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=canal")
    assert page.locator(".hits li").count() >= 2


def test_what_was_not_opened_is_marked_until_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}/articles")
    all_of_them = page.locator("[data-unread]").count()
    assert page.locator(".unread").count() == all_of_them > 1
    page.locator(".unread .title").first.click()
    page.wait_for_url("**/articles/*")
    page.go_back()
    expect(page.locator(".unread")).to_have_count(all_of_them - 1)
    assert page.locator("#unread span").inner_text().startswith(f"{all_of_them - 1} of {all_of_them}")
    page.get_by_role("button", name="Mark all as read").click()
    assert page.locator(".unread").count() == 0
    assert not page.locator("#unread").is_visible()
    page.goto(f"{address}/changes?since=2032-03-01")
    assert page.locator("[data-unread]").count() > 0
    assert page.locator(".unread").count() == 0


def test_charts_are_drawn_and_their_marks_lead_on(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".chart[data-chart=meetings] svg")
    assert page.locator(".chart[data-chart=coverage] svg rect").count() == 3
    assert page.locator(".chart[data-chart=meetings] svg a").count() >= 5
    page.goto(f"{address}/events")
    assert page.locator(".chart[data-chart=acts] svg a").count() >= 3
    page.goto(f"{address}/figures")
    assert page.locator(".chart[data-chart=figures] svg circle").count() == 2


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_the_screen(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in PAGES:
        page.goto(address + path)
        expect(page.locator(".plot:empty")).to_have_count(0)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path
        outside = page.evaluate(
            """() => [...document.querySelectorAll('main *')].filter(e => {
                const box = e.getBoundingClientRect();
                return box.width && box.right > innerWidth + 1 && !e.closest('.matrix-frame, svg, .chart');
            }).map(e => e.outerHTML.slice(0, 80))"""
        )
        assert not outside, path


def test_pages_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/positions")
    page.click(".cell >> nth=0")
    assert page.locator("h1").inner_text()
    page.click(".held .words >> nth=0")
    assert "/articles/" in page.url
    context.close()

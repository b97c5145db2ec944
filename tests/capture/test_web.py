"""Pages and feeds over HTTP: polite, bounded, refused with a reason."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from onrecord.capture import web
from onrecord.capture.web import Web
from onrecord.errors import Refused

PAGE = b"<html><body><p>Karsia welcomed the offer.</p></body></html>"


def visitor(answer: Callable[[httpx.Request], httpx.Response], robots: str = "") -> Web:
    def serve(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text=robots) if request.url.path == "/robots.txt" else answer(request)

    return Web(transport=httpx.MockTransport(serve))


def test_a_page_comes_with_its_charset_and_final_address() -> None:
    def serve(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/old":
            return httpx.Response(301, headers={"location": "/new"})
        return httpx.Response(200, content=PAGE, headers={"content-type": "text/html; charset=latin-1"})

    with visitor(serve) as site:
        got = site.get("https://post.example/old")
    assert (got.data, got.url, got.charset, got.media) == (PAGE, "https://post.example/new", "latin-1", "text/html")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (httpx.Response(404), "the server answers 404 Not Found"),
        (httpx.Response(200, content=b"", headers={"content-type": "text/html"}), "empty"),
        (httpx.Response(200, content=b"x", headers={"content-type": "video/mp4"}), "video/mp4, not a page or a text"),
    ],
)
def test_an_answer_that_is_no_page_is_refused(answer: httpx.Response, reason: str) -> None:
    with visitor(lambda _: answer) as site, pytest.raises(Refused) as e:
        site.get("https://post.example/a")
    assert e.value.reason == reason


def test_robots_txt_is_obeyed() -> None:
    site = visitor(lambda _: httpx.Response(200, content=PAGE), "User-agent: *\nDisallow: /a")
    with site, pytest.raises(Refused, match=r"robots\.txt forbids"):
        site.get("https://post.example/a")


def test_silence_and_endless_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("")

    with visitor(silent) as site, pytest.raises(Refused, match="no answer within"):
        site.get("https://post.example/a")
    monkeypatch.setattr(web, "LARGEST", 100)
    long = httpx.Response(200, content=PAGE * 10, headers={"content-type": "text/html"})
    with visitor(lambda _: long) as site, pytest.raises(Refused, match="too large"):
        site.get("https://post.example/a")

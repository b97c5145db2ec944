"""Pages and feeds over HTTP: bounded in size and time, and polite."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urlsplit

import httpx
from protego import Protego

from onrecord.capture.files import LARGEST, check, too_large
from onrecord.errors import Refused

AGENT = "onrecord"
SECONDS = 30.0
LONGEST_DELAY = 10.0
MEDIA = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server gave: the bytes, the URL after redirects, and the charset that it declared."""

    data: bytes
    url: str
    charset: str | None
    media: str


@dataclass
class Web:
    """A visitor that obeys robots.txt and keeps its distance between two requests to one host."""

    transport: httpx.BaseTransport | None = None
    _robots: dict[str, Protego] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._client = httpx.Client(
            follow_redirects=True,
            timeout=SECONDS,
            max_redirects=5,
            headers={"User-Agent": AGENT, "Accept": "text/html, application/xml;q=0.9, text/plain;q=0.8"},
            transport=self.transport,
        )

    def __enter__(self) -> Web:
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def get(self, url: str) -> Answer:
        """The page behind a URL. Raises Refused with the reason, whatever went wrong."""
        try:
            robots = self._rules(url)
            if not robots.can_fetch(url, AGENT):
                raise Refused(url, "the site's robots.txt forbids it")
            self._wait(url, robots)
            return self._fetch(url)
        except httpx.TimeoutException:
            raise Refused(url, f"no answer within {SECONDS:.0f} seconds") from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as e:
            raise Refused(url, f"cannot be fetched: {str(e).splitlines()[0] if str(e) else type(e).__name__}") from None

    def _fetch(self, url: str) -> Answer:
        end = time.monotonic() + SECONDS
        data = b""
        with self._client.stream("GET", url) as answer:
            if answer.status_code != 200:
                raise Refused(url, f"the server answers {answer.status_code} {answer.reason_phrase}".rstrip())
            media = answer.headers.get("content-type", "text/html").split(";")[0].strip().lower()
            if not media.startswith(MEDIA):
                raise Refused(url, f"{media}, not a page or a text")
            for piece in answer.iter_bytes():
                data += piece
                if len(data) > LARGEST:
                    raise Refused(url, too_large(len(data)))
                if time.monotonic() > end:
                    raise Refused(url, f"not finished within {SECONDS:.0f} seconds")
            check(data, url)
            return Answer(data, str(answer.url), answer.charset_encoding, media)

    def _rules(self, url: str) -> Protego:
        host = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if host not in self._robots:
            answer = self._client.get(f"{host}/robots.txt")
            self._robots[host] = Protego.parse(answer.text[:500_000] if answer.status_code == 200 else "")
        return self._robots[host]

    def _wait(self, url: str, robots: Protego) -> None:
        host = urlsplit(url).netloc
        delay = min(robots.crawl_delay(AGENT) or 0.5, LONGEST_DELAY)
        if host in self._last:
            time.sleep(max(0.0, self._last[host] + delay - time.monotonic()))
        self._last[host] = time.monotonic()

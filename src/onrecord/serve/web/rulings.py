"""What an analyst rules in the browser: that an article belongs to the record, or that it does not."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.rulings import Ruling, RulingKind
from onrecord.serve.web.site import Site

LONGEST = 1000
"""Bytes of a form: longer ones are not ours."""
KINDS: dict[str, RulingKind] = {"accept": "accept", "reject": "reject"}


async def rule_on_article(request: Request) -> Response:
    """Keep an article on the record (accept) or set it aside (reject), then show the articles."""
    asked = (await form_of(request)).get("kind", [""])[0]
    id_ = request.path_params["id"]
    site: Site = await run_in_threadpool(request.app.state.sites.at, None)
    if asked not in KINDS:
        raise HTTPException(400, "kind must be accept or reject.")
    if id_ not in {a.article.id for a in site.entries.articles} | {a.article.id for a in site.entries.aside}:
        raise HTTPException(404, "There is no such article on this record.")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    await run_in_threadpool(request.app.state.record.rule, Ruling(KINDS[asked], "articles", id_, at=at))
    return RedirectResponse("/articles", 303)


async def form_of(request: Request, longest: int = LONGEST) -> dict[str, list[str]]:
    """The fields of a form of our own pages. Raises HTTPException 403 for another site's, 413 for too long a one."""
    _refuse_other_sites(request)
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > longest:
            raise HTTPException(413, "That is no form of these pages.")
    return parse_qs(content.decode("utf-8", "replace"))


def _refuse_other_sites(request: Request) -> None:
    """A form on another site must not change the record of whoever looks at it."""
    fetched, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    ours = fetched in ("same-origin", "none") if fetched else origin is None or _host(origin) == _host(request.url)
    if not ours:
        raise HTTPException(403, "Rulings are made on the pages of the record.")


def _host(address: object) -> str:
    return urlsplit(str(address)).netloc

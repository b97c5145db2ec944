"""The web application: one page per section of the record, the article reader, and the sections as JSON."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.serve.web import api
from onrecord.serve.web.issue_rulings import rule_on_issue
from onrecord.serve.web.pages.articles import articles
from onrecord.serve.web.pages.changes import changes
from onrecord.serve.web.pages.conditionals import conditionals
from onrecord.serve.web.pages.divergences import divergences
from onrecord.serve.web.pages.events import Filter, events
from onrecord.serve.web.pages.figures import figures
from onrecord.serve.web.pages.issue import issue_page
from onrecord.serve.web.pages.meetings import meeting, meetings
from onrecord.serve.web.pages.overview import overview
from onrecord.serve.web.pages.people import people
from onrecord.serve.web.pages.positions import cell_page, matrix
from onrecord.serve.web.pages.proposals import proposals
from onrecord.serve.web.pages.quotes import quotes
from onrecord.serve.web.pages.reader import reader
from onrecord.serve.web.pages.review import review
from onrecord.serve.web.pages.search import search
from onrecord.serve.web.pages.shell import shell
from onrecord.serve.web.pages.timeline import timeline
from onrecord.serve.web.pages.timexes import dates
from onrecord.serve.web.review_rulings import rule_on_doubt
from onrecord.serve.web.rulings import rule_on_article
from onrecord.serve.web.security import SECURITY, SecurityHeaders
from onrecord.serve.web.site import Site, Sites, WebRecord
from onrecord.serve.web.templating import HERE, render

View = Callable[[Site, Request], Any]


def _changes(site: Site, request: Request) -> Any:
    record: WebRecord = request.app.state.record
    return changes(site, record, _day(request, "since"), _page(request))


PAGES: tuple[tuple[str, str, View], ...] = (
    ("/", "overview", lambda s, _: overview(s)),
    ("/meetings", "meetings", lambda s, r: meetings(s, _page(r))),
    ("/meetings/{id}", "meeting", lambda s, r: meeting(s, r.path_params["id"])),
    ("/positions", "positions", lambda s, r: matrix(s, _page(r))),
    ("/positions/{issue}", "issue", lambda s, r: issue_page(s, r.path_params["issue"])),
    ("/positions/{issue}/{party:path}", "position", lambda s, r: cell_page(s, **r.path_params)),
    ("/quotes", "quotes", lambda s, r: quotes(s, _page(r), _asked(r, "speaker"), bool(_asked(r, "several")))),
    ("/conditionals", "conditionals", lambda s, r: conditionals(s, _page(r))),
    ("/proposals", "proposals", lambda s, _: proposals(s)),
    ("/events", "events", lambda s, r: events(s, _page(r), Filter(*(_asked(r, f) for f in Filter.__slots__)))),
    ("/timeline", "timeline", lambda s, r: timeline(s, _asked(r, "length"))),
    ("/figures", "figures", lambda s, r: figures(s, _page(r))),
    ("/divergences", "divergences", lambda s, r: divergences(s, _page(r))),
    ("/dates", "dates", lambda s, r: dates(s, _page(r))),
    ("/people", "people", lambda s, _: people(s)),
    ("/articles", "articles", lambda s, _: articles(s)),
    ("/articles/{id}", "reader", lambda s, r: reader(s, r.path_params["id"])),
    ("/changes", "changes", _changes),
    ("/review", "review", lambda s, r: review(s, r.app.state.record, _page(r))),
    ("/search", "search", lambda s, r: search(s, _asked(r, "q"))),
)


def create_app(record: WebRecord, name: str = "record") -> Starlette:
    """The application over one record; `name` is what the pages call it."""
    app = Starlette(
        routes=[
            *(Route(path, _endpoint(template, view), methods=["GET"]) for path, template, view in PAGES),
            Route("/articles/{id}/ruling", rule_on_article, methods=["POST"]),
            Route("/positions/{issue}", rule_on_issue, methods=["POST"]),
            Route("/review", rule_on_doubt, methods=["POST"]),
            Route("/api", api.index, methods=["GET"]),
            Route("/api/{section}", api.section, methods=["GET"]),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        middleware=[Middleware(SecurityHeaders)],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )
    app.state.record = record
    app.state.sites = Sites(record)
    app.state.name = name
    return app


def _endpoint(template: str, view: View) -> Callable[[Request], Any]:
    """A page: its view model, then its template. Both run beside the event loop: merging takes a while."""

    def page(request: Request) -> Response:
        site: Site = request.app.state.sites.at(_day(request, "as_of"))
        model = view(site, request)
        if model is None:
            raise HTTPException(404, "There is no such entry on this record as of this day.")
        return _html(request, site, template, 200, page=model)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(page, request)

    return endpoint


def _html(request: Request, site: Site, template: str, status: int, **context: Any) -> Response:
    now: Site = request.app.state.sites.at(None)
    around = shell(site, now, request.app.state.name, request.url.path, _asked(request, "q"))
    content = render(f"{template}.html", shell=around, to=site.links.to, **context)
    return HTMLResponse(content, status, headers={"cache-control": "no-cache"})


async def _refused(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, HTTPException)
    status, message = refusal.status_code, refusal.detail
    if message == "Not Found":  # what the router says of an unknown address
        message = "There is no such page."
    if request.url.path.startswith("/api"):
        return api.error(status, message, refusal.headers)
    content = render("error.html", status=status, message=message)
    return HTMLResponse(content, status, headers=dict(refusal.headers or {}))


async def _failed(request: Request, _: Exception) -> Response:
    """A fault of the program: the log has it, the page says no more than that. (It passes by the middleware.)"""
    message = "Something went wrong on this side; the log says what."
    if request.url.path.startswith("/api"):
        return api.error(500, message, SECURITY)
    return HTMLResponse(render("error.html", status=500, message=message), 500, headers=SECURITY)


def _asked(request: Request, field: str) -> str:
    return request.query_params.get(field, "").strip()[:200]


def _page(request: Request) -> int:
    asked = _asked(request, "page")
    return int(asked) if asked.isascii() and asked.isdigit() else 1


def _day(request: Request, field: str) -> str | None:
    """An ISO day of the query; None if there is none. Raises HTTPException 400 if it is no day."""
    asked = _asked(request, field)
    if not asked:
        return None
    try:
        return date.fromisoformat(asked).isoformat()
    except ValueError:
        raise HTTPException(400, f"{field} must be a day such as 2032-04-12.") from None

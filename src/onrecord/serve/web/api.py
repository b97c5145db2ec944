"""The sections of the record as JSON, in the form of the export; errors in one shape."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from onrecord.serve.export_json import to_object
from onrecord.serve.web.site import Site


async def index(request: Request) -> Response:
    """The sections that there are, with their sizes."""
    record = await run_in_threadpool(_record, request)
    sizes = {name: len(value) for name, value in record.items() if isinstance(value, list)}
    return JSONResponse({"onrecord": record["onrecord"], "as_of": _as_of(request), "sections": sizes})


async def section(request: Request) -> Response:
    """One section: a list of its entries, as the export has them."""
    record = await run_in_threadpool(_record, request)
    name = request.path_params["section"]
    if not isinstance(record.get(name), list):
        raise HTTPException(404, f"There is no section {name!r}; /api lists them.")
    return JSONResponse(record[name])


def error(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """The one shape of every error."""
    return JSONResponse({"error": {"status": status, "message": message}}, status, headers=dict(headers or {}))


def _record(request: Request) -> dict[str, Any]:
    site: Site = request.app.state.sites.at(_as_of(request))
    return to_object(site.entries)


def _as_of(request: Request) -> str | None:
    asked = request.query_params.get("as_of", "")
    if not asked:
        return None
    try:
        return date.fromisoformat(asked).isoformat()
    except ValueError:
        raise HTTPException(400, "as_of must be a day such as 2032-04-12.") from None

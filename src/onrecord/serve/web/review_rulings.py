"""What an analyst rules on an item of the queue in the browser: that it is right, or that it is not."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.review.queue import settle
from onrecord.serve.web.links import anchor
from onrecord.serve.web.rulings import KINDS, form_of
from onrecord.serve.web.site import WebRecord


async def rule_on_doubt(request: Request) -> Response:
    """Keep an item as right (accept) or reject it, then show the same page of the queue at the item after it."""
    form = await form_of(request)
    kind, section, id_, page = (form.get(name, [""])[0] for name in ("kind", "section", "id", "page"))
    if kind not in KINDS:
        raise HTTPException(400, "kind must be accept or reject.")
    record: WebRecord = request.app.state.record
    doubts = await run_in_threadpool(record.review)
    place = next((n for n, d in enumerate(doubts) if (d.section, d.id) == (section, id_)), None)
    if place is None or KINDS[kind] not in doubts[place].can:
        raise HTTPException(404, "There is no such item in the queue.")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    await run_in_threadpool(record.rule, settle(doubts[place], KINDS[kind], at))
    after = "".join(f"#{anchor(d.id)}" for d in doubts[place + 1 : place + 2])
    return RedirectResponse("/review" + (f"?page={page}" if page.isascii() and page.isdigit() else "") + after, 303)

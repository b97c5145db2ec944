"""What an analyst rules on an issue in the browser: what it is called, what belongs to it and what does not."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.entries import Entries, PositionEntry
from onrecord.rulings import Ruling
from onrecord.serve.web.rulings import form_of
from onrecord.serve.web.site import Site

LONGEST = 100_000
"""Bytes of the form: an issue may hold a thousand positions."""
LONGEST_NAME = 120

Form = dict[str, list[str]]


async def rule_on_issue(request: Request) -> Response:
    """Rename an issue, join another to it, or take positions out of it; then show it."""
    form = await form_of(request, LONGEST)
    issue = request.path_params["issue"]
    site: Site = await run_in_threadpool(request.app.state.sites.at, None)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    for ruling in rulings_on(site.entries, issue, form, at):
        await run_in_threadpool(request.app.state.record.rule, ruling)
    return RedirectResponse(f"/positions/{issue}", 303)


def rulings_on(entries: Entries, issue: str, form: Form, at: str) -> list[Ruling]:
    """The rulings that a form asks for (`do`: rename, join, split). Issues are named with the words of their first
    position, by which they are found again. Raises HTTPException 404 for what is not there, 400 for what makes no
    sense."""
    held = _held(entries, issue)
    words = held[0].evidence.exact
    do, label, other = (_one(form, name) for name in ("do", "label", "other"))
    if do == "rename" and label:
        return [Ruling("rename", "issues", issue, value=label, exact=words, at=at)]
    if do == "join" and other and other != issue:
        theirs = _held(entries, other)[0].evidence.exact
        return [Ruling("join", "issues", issue, value=theirs, other=other, exact=words, at=at)]
    if do == "split":
        chosen = [p for p in held if p.id in form.get("position", [])]
        if chosen and len(chosen) < len(held) and bool(label) != bool(other) and other != issue:
            return _taken_out(chosen, label, _held(entries, other)[0] if other else None, at)
        raise HTTPException(400, "Choose some of the positions, and either another issue or a name for a new one.")
    raise HTTPException(400, "A name, or another issue, is missing.")


def _taken_out(chosen: list[PositionEntry], label: str, beside: PositionEntry | None, at: str) -> list[Ruling]:
    """The chosen positions join the issue of another position, or the first makes a new one that the others join."""
    out: list[Ruling] = []
    for p in chosen:
        if beside is None:
            out.append(Ruling("split", "positions", p.id, value=label, exact=p.evidence.exact, at=at))
            beside = p
        else:
            words = beside.evidence.exact
            out.append(Ruling("join", "positions", p.id, value=words, other=beside.id, exact=p.evidence.exact, at=at))
    return out


def _held(entries: Entries, issue: str) -> list[PositionEntry]:
    """The positions of an issue, in the order of the articles."""
    held = [p for p in entries.positions if p.issue == issue]
    if not held:
        raise HTTPException(404, "There is no such issue on this record.")
    return held


def _one(form: Form, name: str) -> str:
    return " ".join(form.get(name, [""])[0].split())[:LONGEST_NAME]

"""The command `review`: the queue of doubtful items in the terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import click

from onrecord.errors import Stopped
from onrecord.pipeline import Record
from onrecord.review.queue import settle
from onrecord.rulings import Ruling, RulingKind
from onrecord.serve.export_json import at
from onrecord.serve.sheets import review_sheets
from onrecord.serve.terminal import show, tell
from onrecord.views import Doubt


@click.command()
@click.argument("record")
@click.option("--confirm", multiple=True, metavar="ID", help="Rule that an item is right; it leaves the queue.")
@click.option("--reject", multiple=True, metavar="ID", help="Rule that an item is not so; it leaves the record.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def review(record: str, confirm: tuple[str, ...], reject: tuple[str, ...], as_json: bool) -> None:
    """Print what of RECORD a person should look at, the most pressing first, and why."""
    asked: list[tuple[RulingKind, str]] = [("accept", i) for i in confirm]
    asked += [("reject", i) for i in reject]
    with Record.open(record, create=False) as opened:
        for ruling in _rulings(opened.review(), asked):
            opened.rule(ruling)
        doubts, entries = opened.review(), opened.entries()
    if as_json:
        click.echo(json.dumps([_object(d) for d in doubts], ensure_ascii=False, indent=1))
    elif doubts:
        show(review_sheets(entries, doubts))
    else:
        tell("nothing is in doubt")


def _rulings(doubts: Sequence[Doubt], asked: Sequence[tuple[RulingKind, str]]) -> list[Ruling]:
    """The rulings on these items of the queue. Raises Stopped if one is not in it."""
    by_id = {d.id: d for d in doubts}
    for kind, id_ in asked:
        if id_ not in by_id or kind not in by_id[id_].can:
            raise Stopped(f"nothing in the queue of the id {id_!r} can be ruled on so; nothing was ruled")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return [settle(by_id[id_], kind, now) for kind, id_ in asked]


def _object(doubt: Doubt) -> dict[str, Any]:
    """An item in the form of the export; one whose entry is gone has its words alone."""
    nowhere = {"file": None, "start": None, "end": None, "text": doubt.words}
    return {
        "kind": doubt.kind,
        "section": doubt.section,
        "id": doubt.id,
        "why": list(doubt.why),
        "confidence": doubt.confidence,
        "can": list(doubt.can),
        **(at(doubt.evidence) if doubt.evidence else nowhere),
    }

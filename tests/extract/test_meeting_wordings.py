"""Wordings of meetings as reporters use them, each with what it tells; the rows stand in meeting_wordings.tsv.

What is told is one report or several, as "status/format|sides|day|place", with "!" before what is denied; nothing
where it is no meeting.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.extract.context import Context
from onrecord.extract.meetings.find import find_meetings
from onrecord.readings import MeetingReport

Read = Callable[[str], Context]
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("meeting_wordings.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def told(context: Context, report: MeetingReport) -> str:
    kind = f"/{report.format}" if report.format in ("call", "summit") else ""
    day = context.words(context.timexes[report.date].span) if report.date is not None else "-"
    sides = ",".join(sorted(report.participants))
    return f"{'!' * report.negated}{report.status}{kind}|{sides}|{day}|{report.place or '-'}"


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:50] for text, _ in ROWS])
def test_what_a_wording_tells(read_context: Read, text: str, expected: str) -> None:
    context = read_context(text)
    assert "  ".join(told(context, r) for r in find_meetings(context)) == expected

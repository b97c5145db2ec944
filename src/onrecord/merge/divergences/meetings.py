"""Where outlets differ on a meeting: how sure it is, where it is held, how it went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.calendars import bounds
from onrecord.entries import Divergence, MeetingEntry, MeetingStep
from onrecord.merge.divergences.sides import days_apart, divergence, many_outlets

OPEN = frozenset({"mooted", "proposed"})
SURE = frozenset({"agreed", "scheduled", "confirmed"})
CLOSE = 2  # days between two reports within which what is known has not simply firmed up

GOOD = re.compile(
    r"\b(?:useful|constructive|productive|fruitful|positive|successful|progress|breakthrough|frank|professional)\b",
    re.IGNORECASE,
)
BAD = re.compile(
    r"\b(?:no (?:progress|agreement|breakthrough|result|deal)|fruitless|difficult|tense|fail\w*|deadlock\w*|stall\w*"
    r"|without (?:a |any )?(?:agreement|result|progress|breakthrough)|inconclusive|disappoint\w*)\b",
    re.IGNORECASE,
)


def meeting_divergences(meetings: Sequence[MeetingEntry]) -> Iterator[Divergence]:
    for meeting in meetings:
        yield from _certainty(meeting)
        yield from _place(meeting)
        yield from _course(meeting)


def _certainty(meeting: MeetingEntry) -> Iterator[Divergence]:
    """Spoken of as possible by one outlet and as settled by another, within days."""
    told = [s for s in meeting.history if s.status in OPEN | SURE and s.as_of]
    loose = [s for s in told if s.status in OPEN]
    firm = [s for s in told if s.status in SURE and _is_ahead(s)]
    pairs = [(a, b) for a in loose for b in firm if _near(a, b) and _same_time(a, b)]
    if pairs:
        first = {(s.evidence.article, s.status in SURE): s.evidence for pair in reversed(pairs) for s in pair}
        yield divergence(
            f"How sure it is: {meeting.name}",
            "fact",
            first.values(),
            "possible in one text, settled in another",
        )


def _is_ahead(step: MeetingStep) -> bool:
    """Whether the meeting was still to come when this was told: what was held is sure by itself."""
    period = bounds(step.date_said) if step.date_said else None
    return period is None or period[1].isoformat() >= (step.as_of or "")


def _near(a: MeetingStep, b: MeetingStep) -> bool:
    apart = days_apart(a.as_of, b.as_of)
    return apart is not None and apart < CLOSE


def _same_time(a: MeetingStep, b: MeetingStep) -> bool:
    """Whether both speak of the same day or month: a day that came later is a history."""
    return bool(a.date_said and b.date_said) and (
        (a.date_said or "").startswith(b.date_said or "-") or (b.date_said or "").startswith(a.date_said or "-")
    )


def _place(meeting: MeetingEntry) -> Iterator[Divergence]:
    placed = [s for s in meeting.history if s.place_said and s.status not in ("adjourned", "mooted", "proposed")]
    if len({s.place_said for s in placed}) > 1 and many_outlets(s.evidence for s in placed):
        yield divergence(f"Where it is held: {meeting.name}", "fact", (s.evidence for s in placed))


def _course(meeting: MeetingEntry) -> Iterator[Divergence]:
    """Praised by one side and called fruitless by another."""
    told = [s.evidence for s in meeting.history if s.status in ("held", "concluded", "adjourned")]
    told += [meeting.outcome] if meeting.outcome is not None else []
    bad = [e for e in told if BAD.search(e.exact)]
    good = [e for e in told if e not in bad and GOOD.search(e.exact)]
    if good and bad:
        yield divergence(f"How it went: {meeting.name}", "framing", [*good, *bad])

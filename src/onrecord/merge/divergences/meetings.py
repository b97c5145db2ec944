"""Where outlets differ on a meeting: how sure it is, where it is held, how it went."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.calendars import bounds
from onrecord.entries import Divergence, MeetingEntry, MeetingStep, QuoteEntry
from onrecord.merge.divergences.sides import days_apart, divergence, many_outlets
from onrecord.merge.meetings.told import place_key
from onrecord.text import Evidence

OPEN = frozenset({"mooted", "proposed"})
SURE = frozenset({"agreed", "scheduled", "confirmed"})
AHEAD = re.compile(r"\b(?:if|unless|would|will|should|could|might|hopes?|hoped)\b", re.IGNORECASE)
HELD = frozenset({"held", "concluded", "adjourned"})
BESIDE = 2  # characters between the sentence that tells of a meeting and the next, which says how it went
CLOSE = 2  # days between two reports within which what is known has not simply firmed up

GOOD = re.compile(
    r"\b(?:useful|constructive|productive|fruitful|positive|successful|progress|breakthrough|frank|professional"
    r"|encourag(?:ed|ing)|satisfied|satisfactory|(?:went|gone|going) (?:very |rather |really )?well)\b",
    re.IGNORECASE,
)
BAD = re.compile(
    r"\b(?:no (?:progress|agreement|breakthrough|result|deal)|fruitless|difficult|tense|fail\w*|deadlock\w*|stall\w*"
    r"|without (?:a |any )?(?:agreement|result|progress|breakthrough)|inconclusive|disappoint\w*|unproductive|useless"
    r"|no headway|setback|waste of time|(?:went|gone|going) (?:very |rather |really )?badly)\b",
    re.IGNORECASE,
)


def meeting_divergences(meetings: Sequence[MeetingEntry], quotes: Sequence[QuoteEntry]) -> Iterator[Divergence]:
    said: dict[str, list[QuoteEntry]] = {}
    for quote in quotes:
        said.setdefault(quote.file, []).append(quote)
    for meeting in meetings:
        yield from _certainty(meeting)
        yield from _place(meeting)
        yield from _course(meeting, said)


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
    """Told of two towns: a country may be the same place told more loosely."""
    first: dict[tuple[str, str], Evidence] = {}
    for step in meeting.history:
        place = place_key(step.place_said) if step.place_said else "="
        if step.status not in ("adjourned", "mooted", "proposed") and not place.startswith("="):
            first.setdefault((place, step.evidence.article), step.evidence)
    if len({place for place, _ in first}) > 1 and many_outlets(first.values()):
        yield divergence(f"Where it is held: {meeting.name}", "fact", first.values())


def _course(meeting: MeetingEntry, said: Mapping[str, Sequence[QuoteEntry]]) -> Iterator[Divergence]:
    """Praised by one side and called fruitless by another."""
    over = [s for s in meeting.history if s.status in HELD]
    told = [s.evidence for s in over]
    told += [meeting.outcome] if meeting.outcome is not None else []
    told += [words for step in over for words in _said_of(meeting, step, said.get(step.evidence.file, ()), told)]
    bad = [e for e in told if BAD.search(e.exact)]
    good = [e for e in told if e not in bad and GOOD.search(e.exact)]
    if good and bad:
        yield divergence(f"How it went: {meeting.name}", "framing", [*good, *bad])


def _said_of(
    meeting: MeetingEntry, step: MeetingStep, quotes: Iterable[QuoteEntry], told: Sequence[Evidence]
) -> Iterator[Evidence]:
    """What those who took part are quoted with in the sentence that tells of the meeting and the next, without
    what may yet come and what is told already."""
    for quote in quotes:
        words = quote.content[0]
        beside = step.sentence.start <= quote.sentence.start <= step.sentence.end + BESIDE
        known = any(words.article == e.article and words.span.overlaps(e.span) for e in told)
        if beside and not known and quote.speaker_party in meeting.participants and not AHEAD.search(words.exact):
            yield words

"""Live pages: entries under their own times ("10:45 a.m."), from which what stands in them is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.dates import Rule
from onrecord.extract.timexes.found import Found
from onrecord.extract.timexes.grammar import expression
from onrecord.extract.timexes.tokens import Tokens, tokenize
from onrecord.text import Span

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_CLOCK = re.compile(r"\d[:.]\d\d|\d\s?[ap]\.?m\b|\d{4}\s?gmt", re.I)
_NEAR_START = 48  # characters in which the time of an entry's first line stands
_LONGEST = 64  # characters of a line that holds a time or a day and nothing else
_LEADS = frozenset({"updated", "posted", "published", "at", "on", "-", "--", "*", "•", "[", "(", "|", "_", "."})
_AFTER = frozenset({":", "-", "--", "|", "]", ")", "•"})
_DAY = 24 * 60
_NIGHT = 6 * 60  # minutes: times further apart, against the order of the entries, lie on two days


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A line that tells when what follows was written: its clock ("T10:45"), its day, or both."""

    start: int
    clock: str | None
    day: Rule | None

    @property
    def minutes(self) -> int:
        hours, minutes = (self.clock or "T00:00")[1:].split(":")
        return int(hours) * 60 + int(minutes)


def entry_anchors(content: str, spans: Sequence[Span]) -> list[Rule | None]:
    """For each paragraph the day and time of the live entry that holds it; None where no entry does.

    A time stands on a line of its own, read or not, or heads the entry's first line ("10:45: The envoys
    ..."). One alone makes no live page. Where no day is told the times are counted from publication, and
    where they run over midnight, in whichever order, the day changes.
    """
    stamps = list(_stamps(content, spans))
    if sum(s.clock is not None for s in stamps) < 2:
        return [None] * len(spans)
    anchors = _anchors(stamps)
    out: list[Rule | None] = []
    n = -1
    for span in spans:
        while n + 1 < len(stamps) and stamps[n + 1].start <= span.start:
            n += 1
        out.append(anchors[n] if n >= 0 else None)
    return out


def _stamps(content: str, spans: Sequence[Span]) -> Iterator[_Stamp]:
    if len(_CLOCK.findall(content)) < 2:
        return
    position = 0
    for span in spans:
        for line in _LINE.finditer(content, position, span.start):
            if (stamp := _stamp(content, Span(*line.span()), alone=True)) is not None:
                yield stamp
        if (stamp := _stamp(content, span, alone=False)) is not None:
            yield stamp
        position = span.end


def _stamp(content: str, line: Span, alone: bool) -> _Stamp | None:
    """The stamp that a line is, or unless it must stand alone, that it begins with."""
    timed = _CLOCK.search(content, line.start, min(line.end, line.start + _NEAR_START)) is not None
    short = line.end - line.start <= _LONGEST
    if not (timed or short) or (alone and not short):
        return None
    tokens = tokenize(content, Span(line.start, min(line.end, line.start + 2 * _LONGEST)), {})
    i = 0
    while tokens.at(i) in _LEADS:
        i += 1
    found = expression(tokens, i) if i < len(tokens) else None
    if found is None:
        return None
    whole = short and all(tokens.at(j) in _LEADS | _AFTER for j in range(found.end, len(tokens)))
    clock = found.rule.time if re.fullmatch(r"T\d\d:\d\d", found.rule.time or "") else None
    if clock is not None and (whole or (not alone and _heads(tokens, found))):
        return _Stamp(line.start, clock, _day(found))
    return _Stamp(line.start, None, _day(found)) if whole and found.is_day else None


def _heads(tokens: Tokens, found: Found) -> bool:
    """ "10:45: The envoys", "10:45 a.m. -- The envoys": but not "10:45-11:30"."""
    return tokens.at(found.end) in _AFTER and not tokens.at(found.end + 1)[:1].isdigit()


def _day(found: Found) -> Rule | None:
    rule = found.rule
    if rule.base != "published":
        return None
    bare = rule.kind == "named" and rule.unit is None
    return replace(rule, time=None, direction=-1 if bare else rule.direction)


def _spanned(minutes: Sequence[int]) -> int:
    """The time that entries span, read as going forward; small steps back are disorder."""
    steps = [b - a for a, b in pairwise(minutes)]
    return sum(step if step >= 0 else 0 if step >= -_NIGHT else step + _DAY for step in steps)


def _anchors(stamps: Sequence[_Stamp]) -> list[Rule]:
    """The day and time of each stamp."""
    timed = [s.minutes for s in stamps if s.clock is not None]
    downward = _spanned(timed[::-1]) <= _spanned(timed)  # the newest entry first
    out: list[Rule] = []
    day: Rule | None = None
    shift, before = 0, None
    for stamp in stamps:
        day = stamp.day or day
        if stamp.clock is not None:
            gap = stamp.minutes - before if before is not None else 0
            before = stamp.minutes
            shift += -1 if downward and gap > _NIGHT else int(not downward and gap < -_NIGHT)
        own = day or Rule("shift", unit="D", amount=shift)
        out.append(replace(own, time=stamp.clock))
    return out

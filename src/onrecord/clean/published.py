"""When an article was published: from what came with it, from the page, or printed in its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from onrecord.articles import Block, Published
from onrecord.clean.lines import MONTH, WEEKDAY
from onrecord.text import Span

ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?\d\d(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$"
)
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
YEAR = r"(?P<year>(?:19|20)\d\d)"
FULL = re.compile(
    rf"""(?:{WEEKDAY},?\s+)?(?:
        (?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{YEAR}
      | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month2>{MONTH}),?\s+{YEAR.replace("year", "year2")}
      | {YEAR.replace("year", "year3")}-(?P<month3>\d\d)-(?P<day3>\d\d)
    )(?!\d)(?:,?\s+{WEEKDAY}(?![a-z]))?
    (?:\s*(?:,|//|\||at|-|–|·|•)?\s*(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?::\d\d)?(?:\s*(?P<half>[ap])\.?m\.?)?)?""",
    re.I | re.X,
)
OPENING = re.compile(rf"^[A-Z][\w .,'’/-]{{1,50}}?,\s+(?=(?:{MONTH}\s+\d|\d{{1,2}}\s+{MONTH}))", re.I)
"""A place and a comma before a date: an opening such as "ESTMARK, March 3, 2024 (Agency) —"."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FIRST, LAST = 1900, 2100


def iso(value: str | None) -> str | None:
    """An ISO, RFC 2822 or English date as an ISO day or minute ("2022-01-11T10:20"); else None.

    The time is the outlet's own clock: the day that the outlet printed is the day of the article.
    """
    value = " ".join((value or "").split())
    if not value:
        return None
    found = ISO.match(value)
    if found:
        year, month, day, hour, minute = found.groups()
        return _iso(int(year), int(month), int(day), hour, minute)
    if re.fullmatch(r"1\d{9}(?:\d{3})?", value):
        return None  # seconds of an epoch tell no local day
    printed = FULL.search(value)
    if printed:
        return _printed(printed)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    return _iso(when.year, when.month, when.day, f"{when.hour:02}", f"{when.minute:02}")


def from_url(url: str | None) -> str | None:
    """The day in an address such as `/2022/01/11/talks.html`."""
    found = IN_URL.search(url or "")
    return _iso(int(found[1]), int(found[2]), int(found[3])) if found else None


def from_name(file: str) -> Published | None:
    """The day that whoever saved the file wrote into its name, such as `2022-01-11_talks.txt`.

    It may be the day of saving: the article was published by then, so it bounds the day from above alone.
    """
    found = IN_NAME.search(file)
    value = _iso(int(found[1]), int(found[3]), int(found[4])) if found else None
    if value is None:
        return None
    return Published(value=value, basis="inferred", how="name", not_after=value, reason="the day in the file's name")


def in_text(content: str, blocks: Sequence[Block]) -> Published | None:
    """A full date that the text prints as its own: a line of date, or an opening with place and date."""
    stamps = [b for b in blocks if b.kind == "dateline"]
    for block in stamps:
        dates = list(FULL.finditer(content, block.start, block.end))
        # "Updated" is not the day of publication where another day stands beside it.
        dates.sort(
            key=lambda m: bool(re.search(r"(?:updated|modified|edited)\W*$", content[block.start : m.start()], re.I))
        )
        for found in dates:
            value = _printed(found)
            if value:
                return _published(value, found)
    body = next((b for b in blocks if b.kind == "body"), None)
    opening = OPENING.match(content[body.start : body.start + 120]) if body else None
    if body and opening:
        printed = FULL.match(content, body.start + opening.end())
        value = _printed(printed) if printed else None
        if printed and value:
            return _published(value, printed)
    return None


def explicit(value: str, how: str) -> Published:
    """A publication date that is told outright."""
    return Published(value=value, basis="explicit", how=how, not_before=value[:10], not_after=value[:10])


def _published(value: str, found: re.Match[str]) -> Published:
    end = found.start() + len(found.group().rstrip(" ,|/-–·•"))
    return Published(
        value=value,
        basis="explicit",
        how="dateline",
        span=Span(found.start(), end),
        not_before=value[:10],
        not_after=value[:10],
    )


def _printed(found: re.Match[str]) -> str | None:
    g = found.groupdict()
    year = g["year"] or g["year2"] or g["year3"]
    month = g["month"] or g["month2"] or g["month3"]
    day = g["day"] or g["day2"] or g["day3"]
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    hour = g["hour"]
    if hour and g["half"]:
        hour = str(int(hour) % 12 + (12 if g["half"].lower() == "p" else 0))
    return _iso(int(year), number, int(day), hour, g["minute"])


def _iso(year: int, month: int, day: int, hour: str | None = None, minute: str | None = None) -> str | None:
    try:
        if not FIRST <= year <= LAST:
            return None
        if hour is None or int(hour) > 23:
            return date(year, month, day).isoformat()
        return datetime(year, month, day, int(hour), int(minute or 0)).isoformat(timespec="minutes")
    except ValueError:
        return None

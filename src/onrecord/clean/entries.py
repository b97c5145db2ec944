"""The times over the entries of a live page, which readers of main text drop with the page's furniture."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from onrecord.clean.tree import Element, elements, label_of, words_of

FEWEST = 3
HOLDS_PROSE = frozenset({"div", "section", "article", "li", "header", "main"})
FEWEST_LIVE = 2  # where the page itself says that it is live
SHORTEST = 40  # characters of a paragraph that reports
LIVE = re.compile(r"\blive(?:-?(?:blog|updates?|feed|stream|story|coverage|post))?\b")
CLOCK = re.compile(r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:\s*(?P<half>[ap])\.?m\b)?", re.I)
DAY = re.compile(r"\b\d{1,2}\s+[A-Z][a-z]{2}|\b[A-Z][a-z]{2,8}\.?\s+\d{1,2}\b(?![:.]\d)|\d{4}-\d\d-\d\d")


def keep_entry_times(root: Element) -> frozenset[str]:
    """Make every time that stands over an entry a paragraph, with its day where its markup tells it: the lines."""
    over = [e for e in elements(root, "time") if CLOCK.search(words_of(e)) and _has_entry(e)]
    if len(over) < (FEWEST_LIVE if _is_live(root) else FEWEST):
        return frozenset()
    lines = set()
    for element in over:
        line = _with_day(words_of(element), element.get("datetime") or "")
        for child in list(element):
            element.remove(child)
        element.text = line
        lines.add(line)
        element.tag = "p" if element.getparent().tag in HOLDS_PROSE else "span"
    return frozenset(lines)


def _has_entry(element: Element) -> bool:
    """Whether prose stands between this time and the next."""
    for node in element.xpath("following::*[self::p or self::time][position() <= 12]"):
        if node.tag == "time":
            return False
        if node.tag == "p" and len(words_of(node)) >= SHORTEST:
            return True
    return False


def _is_live(root: Element) -> bool:
    return any(LIVE.search(label_of(e).replace("_", "-")) for e in elements(root, "body", "main", "article", "div"))


def _with_day(words: str, moment: str) -> str:
    """ "10:45 a.m." with the day that the markup tells, as the clock shown counts it: "2022-01-11, 10:45 a.m."."""
    shown = CLOCK.search(words)
    try:
        when = datetime.fromisoformat(moment.strip().replace("Z", "+00:00")) if "T" in moment else None
    except ValueError:
        when = None
    if shown is None or when is None or DAY.search(words):
        return words
    hour = int(shown["hour"])
    if shown["half"]:
        hour = hour % 12 + (12 if shown["half"].lower() == "p" else 0)
    apart = hour * 60 + int(shown["minute"]) - when.hour * 60 - when.minute  # another zone: the nearest such time
    local = when + timedelta(minutes=(apart + 720) % 1440 - 720)
    return f"{local:%Y-%m-%d}, {words}"

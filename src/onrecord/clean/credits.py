"""Who wrote it and where: byline, wire, the place at the head of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.agencies import agency, is_of
from onrecord.articles import Block
from onrecord.clean.lines import MONTH, byline_of
from onrecord.text import Span

PLACE = (
    r"(?P<place>[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]+){0,3}(?:\s?,\s+(?!"
    + MONTH
    + r")[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?)"
)
DATE = rf"(?:\s?,?\s+(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:\s?,?\s+\d{{4}})?)"
OPENING = re.compile(
    rf"^{PLACE}(?:(?P<date>{DATE})?\s*(?:\(|-LRB- )(?P<wire>[A-Z][^()\d]{{1,38}}?)(?:\)| -RRB-)|(?P<date2>{DATE}))?"
    r"\s*(?P<dash>[–—:_]|--?)\s+(?=[A-Z“\"‘'`])"
)
"""An opening: "GENEVA (Reuters) -", "ESTMARK, March 3 (Agency) —", "GENEVA —", "Geneva -LRB- Reuters -RRB- --"."""

REPRINT = re.compile(
    r"^\W*(?i:(?:(?:this|the) (?:article|story|report|piece|analysis|text|interview) (?:was |has been )?)?"
    r"(?:(?:originally |first |re)(?:published|appeared|printed))(?: with permission)?)"
    r" (?:by|in|on|at|from) (?:the )?(?P<name>[A-Z][\w&'’-]*(?: (?:(?:of|and|for|the) )?[A-Z][\w&'’-]*){0,4})"
)
"""A reprint's own word: "This article was originally published by the Harbour Post"."""
NOTE = 30  # words of a line that says where the text is from


@dataclass(frozen=True, slots=True)
class Credits:
    byline: str | None
    wire: str | None
    place: str | None
    opening: Span | None = None


def credits_of(content: str, blocks: Sequence[Block], byline: str | None, outlet: str | None) -> Credits:
    """Byline, wire and place of the opening, from the text where the page did not tell."""
    place = wire = opening = None
    lines = [(b, content[b.start : b.end].strip()) for b in blocks if b.kind in ("body", "dateline")]
    for block, line in lines[:4]:
        found = OPENING.match(line)
        if found and block.kind == "body" and _is_opening(found):
            place, wire = _place(found["place"]), (found["wire"] and agency(found["wire"])) or found["wire"]
            start = content.index(found[0], block.start)
            opening = Span(start, start + len(found[0].rstrip()))
            break
        alone = re.match(rf"^{PLACE}{DATE}?(?:,?\s+\d{{4}})?(?:\s*\((?P<wire>[^()\d]{{2,38}})\))?\s*[–—-]*$", line)
        if block.kind == "dateline" and alone and alone["place"].isupper() and (alone["wire"] or "," in line):
            place, wire = _place(alone["place"]), alone["wire"] and (agency(alone["wire"]) or alone["wire"])
            break
    if byline is None:
        byline = next((name for _, line in lines[:6] if (name := byline_of(line))), None)
    wire = wire or agency(byline or "") or _closing_wire(content, blocks)
    if wire and is_of(outlet, wire):
        wire = None  # the agency itself is the outlet
    return Credits(byline, wire, place, opening)


def _is_opening(found: re.Match[str]) -> bool:
    """Capitals, a date or an agency tell an opening from a sentence that begins with a name and a dash."""
    if found["wire"] or found["date2"]:
        return True
    first = found["place"].split(",")[0]
    return first.isupper() and len(first) > 3 and found["dash"] != ":"


def _place(words: str) -> str:
    words = words.replace(" ,", ",")
    return " ".join(w.capitalize() if w.isupper() and len(w) > 3 else w for w in words.split())


def _closing_wire(content: str, blocks: Sequence[Block]) -> str | None:
    """A line at the end that credits another's text: "(Reuters)", "Source: TASS", "— AFP", "First published by ..."."""
    ends = [content[b.start : b.end].strip() for b in blocks if b.kind in ("body", "boilerplate")][-3:]
    for line in reversed(ends):
        reprint = REPRINT.match(line) if len(line.split()) <= NOTE else None
        if reprint and not re.match(MONTH, reprint["name"]):
            return agency(reprint["name"]) or reprint["name"]
        source = re.match(r"^\W*source ?: (?P<name>[^.:/]{2,50})\W*$", line, re.I)
        if source:
            return agency(source["name"]) or source["name"].strip()
        if re.match(r"^\W*(?:(?:via|from|with)\W+)?[\w&-]+(?: [\w&-]+){0,3}\W*$", line) and agency(line):
            return agency(line)
    return None

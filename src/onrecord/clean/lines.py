"""What one line of an article says that it is, by its own words: notice, heading, caption, dateline.

What a line does not say itself (prose that is a reader's comment) is for `tail.py`.
"""

from __future__ import annotations

import re

from onrecord.articles import BlockKind
from onrecord.clean.notices import FORMS, FURNITURE, NOTICES, OPENERS, anywhere, whole

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?"
DATE = re.compile(
    rf"""{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s?,?\s+(?:19|20)\d\d)?
    | \d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\s?,?\s+(?:19|20)\d\d
    | (?:19|20)\d\d-\d\d-\d\d | \d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)?\d\d""",
    re.I | re.X,
)
STAMP_WORDS = re.compile(
    rf"""\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\.?)? | \b{WEEKDAY}(?!\w)
    | \b(?:posted|published|updated|modified|created|last|first|on|at|by|date|time|edited|views?|reads?|reading
      |minutes?|mins?|hours?|days?|ago|gmt|utc|cet|est|edt|bst|pst|msk|ist|am|pm|from|in|the|print|comments?|share
      |editors?|font|text|size|filed|under|categor(?:y|ies)|admin|staff|source)\b
    | [\d,.]+""",
    re.I | re.X,
)
BYLINE = re.compile(
    r"^\W*(?:by|written\s+by|reported\s+by|reporting\s+by|author)\b:?\s+(?P<name>[^\d:;!?]{3,90}?)\W*$", re.I
)
SOURCED = re.compile(r"source ?: ?[^|]{2,60}\|", re.I)
"""An agency's line of date: "Source: Tolm Daily | 2031-03-04 18:42 | Editor: zy"."""
PLACES = r"[A-Z][\w.'’-]+(?:(?:,|\sand)?\s[A-Z][\w.'’-]+){0,4}"
SENT = re.compile(rf"{PLACES}\s*[,–—-]\s*(?:{WEEKDAY},?\s+)?(?:{DATE.pattern})", re.X)
"""Where and when alone: "Tolm and Estmark — 16 July 2031"."""
TIME_WORD = re.compile(rf"\b(?:{WEEKDAY}|{MONTH})(?!\w)")
NAME = re.compile(r"^[A-Z][\w.'’-]*(?:,?\s+(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al|and|&|for|of|the|in))*$")

OFFICE = re.compile(
    r"^\W*(?:by|from)\s+(?:an?\s+|our\s+|the\s+)?(?:own\s+|special\s+|foreign\s+|political\s+|diplomatic\s+|staff\s+)*"
    r"(?:staff|writers?|reporters?|correspondents?|newsroom|news\s?desk|agencies|wire\s+(?:services?|reports?))"
    r"(?:\s+(?:and|&)\s+(?:agencies|wire\s+(?:services?|reports?)|staff))?(?:\s+in\s+[A-Z].{1,40})?\W*$"
    r"|^\W*by\s+[A-Z][^.!?“”]{3,80},?\s+(?:and|with)\s+(?:agencies|wire\s+(?:services?|reports?))\W*$",
    re.I,
)
"""A byline without a name: "By our correspondent and agencies"."""
MARKED = re.compile(r"[|/•·]|\b(?:by|updated|published|posted)\b", re.I)
UNTIL = re.compile(r"\b(?:for|until|till|since|before|after|on|by|from|to)\s+$", re.I)

AGENCY = (
    r"(?:getty(?:\simages)?|shutterstock|ap|afp|reuters|epa(?:-efe)?|tass|xinhua|pool|handout|wikimedia(?:\scommons)?)"
)
PICTURE = r"(?:photo(?:graph)?s?|pictures?|images?|illustration|graphic|screenshot|screengrab)"
CREDIT = re.compile(
    rf"""^\W*(?:file\s)?(?:{PICTURE}|map|caption|credits?)(?:\s(?:credits?|courtesy|by|source))?\s*
        (?::\s?\S.{{1,200}}|(?:\bvia\b|\bby\b|\bcourtesy\b|/)\s?[^.]{{2,80}})$
    | ^\W*(?:image|media|video|photo)\s(?:caption|source|copyright)\b.{{1,300}}$
    | ^\W*file\s?(?:{PICTURE}\b|-|–|—).{{0,400}}$
    | ^pictured\b.{{0,300}}$
    | [(\[|/–—-]\s*[^()\[\]/]{{0,60}}\b(?:{AGENCY}\s{PICTURE}\b|via\s{AGENCY}\b|getty|shutterstock)
        [^()\[\]]{{0,60}}[)\]]?\W*$
    | [(\[|–—-]\s*[^()\[\]]{{0,60}}(?:\b{AGENCY}\s?/\s?\S|/\s?{AGENCY}\b)[^()\[\]]{{0,60}}[)\]]?\W*$
    | ^{AGENCY}\s?/\s?\S.{{0,80}}$ | ^{AGENCY}\s{PICTURE}\W*$
    | (?:\b{PICTURE}|\bcredit)s?\s*(?:by|:|courtesy|[|/])\s*[^.:]{{2,80}}$
    | [(\[]\s*(?:{PICTURE}|file|credit|courtesy)\b[^()\[\]]{{0,100}}[)\]]\W*$""",
    re.I | re.X,
)
VIA = re.compile(r"^[^.!?“”\"]{3,110}?,?\s+(?:via|courtesy of|courtesy|screenshot from)\s+[A-Z@][\w .&'’/-]{1,40}$")
"""Picture credits, and captions that end in one."""

_openers, _forms, _furniture, _notices = whole(OPENERS), whole(FORMS), whole(FURNITURE), anywhere(NOTICES)
_lists = re.compile(
    r"\W*(?:related|recommended|more|other|similar|further|latest|most|trending|popular|top|you m)\b", re.I
)
_reports = re.compile(r"\b(?:said|told|says|according to|announced)\b|“|\"")

LONGEST_NOTICE = 420
LONGEST_CAPTION = 500
LONGEST_STAMP = 160


def kind_by_words(line: str) -> BlockKind | None:
    """What the line alone says that it is; None for prose, and for whatever does not say."""
    line = " ".join(line.split())
    if SOURCED.match(line) and DATE.search(line):
        return "dateline"
    if _furniture.fullmatch(line) or _forms.fullmatch(line) or _openers.fullmatch(line):
        return "boilerplate"
    if is_dateline(line):
        return "dateline"
    if len(line) <= LONGEST_CAPTION and (CREDIT.search(line) or VIA.match(line)):
        return "caption"
    # Where somebody is said to say it, it is news: news about cookies or donations.
    if len(line) <= LONGEST_NOTICE and _notices.search(line) and not _reports.search(line):
        return "boilerplate"
    return None


def opens_comments(line: str) -> bool:
    """A heading under which readers speak ("12 Comments", "Leave a Reply")."""
    return _openers.fullmatch(" ".join(line.split())) is not None


def lists_stories(line: str) -> bool:
    """A heading under which other stories are listed ("Related Articles:")."""
    line = " ".join(line.split())
    return _lists.match(line) is not None and _furniture.fullmatch(line) is not None


def is_dateline(line: str) -> bool:
    """A line of date, time, section, byline and little else ("World | 3 March 2024 // 10:20 | views")."""
    if len(line) > LONGEST_STAMP or line.endswith(("?", "!")):
        return False
    if byline_of(line) or OFFICE.match(line):
        return True
    date = DATE.search(line)
    if not date:
        return False
    if SENT.fullmatch(line) and re.search(r"(?:19|20)\d\d$", line):
        return True
    rest = re.findall(r"[^\W\d_]{2,}", STAMP_WORDS.sub(" ", DATE.sub(" ", line)))
    if MARKED.search(line):
        return len(rest) <= 7 and sum(w.islower() and len(w) > 3 for w in rest) <= 1
    # "Talks set for March 3" is a headline: bare, a date line has next to nothing beside the date.
    return len(rest) <= 2 and not any(map(str.islower, rest)) and not UNTIL.search(line[: date.start()])


def byline_of(line: str) -> str | None:
    """The names in a line such as "By Mira Aldane and Joran Pell"."""
    byline = BYLINE.match(" ".join(line.split()))
    if not byline:
        return None
    name = byline["name"].strip()
    return name if 2 <= len(name.split()) <= 12 and NAME.match(name) and not TIME_WORD.search(name) else None

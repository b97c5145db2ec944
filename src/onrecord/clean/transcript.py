"""Transcripts and interviews in plain text: who speaks is printed before each turn, "RENN:", "Q:".

People who are interviewed say "I" and "you" as readers do, so their turns must be known before readers'
comments are looked for. What tells: labels in capitals, with or without an office, that come again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

WORD = r"(?:Mc|Mac|De|Di|La|Le)?[A-Z][A-Z.'’-]*"
OPEN, CLOSE = r"(?:[(\[]|-L[RS]B-)", r"(?:[)\]]|-R[RS]B-)"  # the latter where a text was tokenised
LABEL = re.compile(
    rf"""^[\s*_>#-]* (?P<name>(?:{WORD}\s){{0,3}}{WORD})
        (?:\s?,\s[^:a-z]{{2,110}}?)? (?:\s?{OPEN}[^:]{{1,40}}?{CLOSE})? [\s*_]?[*_]*:[*_]*(?=\s|$)
    | ^[\s*_>#-]*(?P<side>[QA])[.:][*_]*\s+(?=\S)""",
    re.X,
)
"""The label of a turn: "RENN:", "ILSA RENN, FOREIGN MINISTER (through interpreter):", "Q."; tokenised or not."""

DIRECTION = re.compile(
    rf"^\s*{OPEN}\s?(?:BEGIN|END|START|COMMERCIAL|VIDEO|AUDIO|CROSSTALK|INAUDIBLE|LAUGHTER|APPLAUSE|UNINTELLIGIBLE"
    rf"|MUSIC|CHEER)[A-Z ,.:'’-]{{0,60}}{CLOSE}"
)
"""A stage direction: "(BEGIN VIDEO CLIP)", "[APPLAUSE]"."""

NAMED = re.compile(r"^[\s*_>#-]*((?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w.'’-]*)[\s*_]?[*_]*:[*_]*(?=\s|$)")
"""The label of a turn in small letters, "Ilsa Renn:", as other lines may begin too."""

FEWEST = 3


def speaker(line: str) -> str | None:
    """Whom the label at the start of a line names, by the last word: "RENN" also for "ILSA RENN, MINISTER:"."""
    label = LABEL.match(line)
    if not label:
        return None
    return label["side"] or label["name"].split()[-1]


def last_turn(lines: Sequence[str]) -> int:
    """How many lines there are up to the last that begins a turn (or directs the stage); 0 if no transcript.

    A transcript has three turns of two voices at least, one of which comes again: headings in capitals
    ("BACKGROUND:") hardly do. Names in small letters also address ("Ilsa: you are wrong"), so there two voices
    have three turns each and most of them all, and a line in ten begins one.
    """
    voices = [speaker(line) for line in lines]
    turns = Counter(filter(None, voices))
    sides = {"Q", "A"}  # as letters they come in any talk: each twice at least
    if (
        turns.total() < FEWEST
        or not 1 < len(turns) < turns.total()
        or (turns.keys() == sides and min(turns.values()) < 2)
    ):
        voices = [label[1] if (label := NAMED.match(line)) else None for line in lines]
        turns = Counter(filter(None, voices))
        most = [count for _, count in turns.most_common(2)]
        at = [n for n, voice in enumerate(voices) if voice]
        if len(most) < 2 or most[1] < FEWEST or sum(most) * 3 < len(at) * 2 or len(at) * 10 < at[-1] - at[0]:
            return 0
    return 1 + max(n for n, voice in enumerate(voices) if voice or DIRECTION.match(lines[n]))

"""The blocks of a plain text: what is headline, body, caption, comment, boilerplate, dateline.

Nothing of the text is altered; a block is one non-blank line, whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles import Block, BlockKind
from onrecord.clean.lines import kind_by_words, lists_stories, opens_comments
from onrecord.clean.tail import comments_from

LONGEST_TITLE = 160
LINE = re.compile(r"[^\r\n\u2028\u2029]+")


def plain_blocks(content: str) -> tuple[Block, ...]:
    """The blocks of a text without markup, in order."""
    spans = list(line_spans(content))
    kinds = kinds_of([content[a:b] for a, b in spans])
    return tuple(Block(kind, a, b) for kind, (a, b) in zip(kinds, spans, strict=True))


def line_spans(content: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that is not blank, without its line break."""
    for match in LINE.finditer(content):
        if match.group().strip("\ufeff \t\u00a0\u200b") and match.group().strip():
            yield match.span()


def kinds_of(lines: Sequence[str]) -> list[BlockKind]:
    """The kind of each line: its own words first, then where readers begin to speak."""
    kinds: list[BlockKind] = [kind_by_words(line) or "body" for line in lines]
    title = _title_line(lines, kinds)
    if title is not None:
        kinds[title] = "headline"
    _mark_story_lists(lines, kinds)
    _mark_comments(lines, kinds)
    return kinds


def _title_line(lines: Sequence[str], kinds: Sequence[BlockKind]) -> int | None:
    """The first line that may be read, if it is short, no sentence, and prose follows it."""
    first = next((n for n, kind in enumerate(kinds) if kind == "body"), None)
    if first is None or first > 5:
        return None
    line = lines[first].strip().lstrip("#").strip()
    ends = line.rstrip("\"'”’)]*")
    if len(line) > LONGEST_TITLE or (
        ends.endswith((".", ":", ";", ",")) and not ends.endswith(("U.S.", "U.N.", "..."))
    ):
        return None
    follows = any(
        k == "body" and len(s) > len(line) for s, k in zip(lines[first + 1 :], kinds[first + 1 :], strict=True)
    )
    return first if follows and re.search(r"[^\W\d_]{2}", line) else None


def _mark_story_lists(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """Titles under a heading such as "Related Articles" belong to other stories."""
    under = False
    for n, line in enumerate(lines):
        if kinds[n] == "boilerplate":
            under = lists_stories(line)
        elif under:
            under = len(line) <= 140 and not line.rstrip().endswith((".", "”", '"', ":"))
            if under:
                kinds[n] = "boilerplate"


def _mark_comments(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """From where readers speak on, prose is comment; a heading tells, else how the lines are written."""
    for n, line in enumerate(lines):
        if opens_comments(line) and sum(kind == "body" for kind in kinds[:n]) >= 1:
            break
    else:
        n = len(lines)
    read = [m for m in range(n) if kinds[m] == "body"]
    cut = comments_from([lines[m] for m in read])
    start = read[cut] if cut < len(read) else n
    for m in range(start, len(lines)):
        if kinds[m] != "boilerplate":
            kinds[m] = "comment"

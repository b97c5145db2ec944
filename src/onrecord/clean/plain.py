"""The blocks of a plain text: what is headline, body, caption, comment, boilerplate, dateline.

Nothing of the text is altered; a block is one non-blank line, whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from onrecord.articles import Block, BlockKind
from onrecord.clean.lines import kind_by_words, lists_stories, opens_comments
from onrecord.clean.tail import comments_from, reported
from onrecord.clean.transcript import last_turn, speaker

LONGEST_TITLE = 160
FEWEST_WORDS = 40
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


def kinds_of(lines: Sequence[str], *, markup: bool = False, times: Collection[str] = ()) -> list[BlockKind]:
    """The kind of each line: its own words first, then where readers begin to speak.

    With `markup` the lines come from a page, which told its title and most comments itself, and the
    `times` over the entries of a live page, which sign no comments.
    """
    kinds: list[BlockKind] = [kind_by_words(line) or "body" for line in lines]
    headline = None if markup else _title_line(lines, kinds)
    if headline is not None:
        kinds[headline] = "headline"
    _mark_story_lists(lines, kinds)
    _mark_comments(lines, kinds, times, unsigned=not markup)
    return kinds


def _title_line(lines: Sequence[str], kinds: Sequence[BlockKind]) -> int | None:
    """The first line that may be read, if it is short, no sentence, and prose follows it."""
    first = next((n for n, kind in enumerate(kinds) if kind == "body"), None)
    if first is None or first > 5 or (speaker(lines[first]) and last_turn(lines)):
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


def _mark_comments(lines: Sequence[str], kinds: list[BlockKind], times: Collection[str], *, unsigned: bool) -> None:
    """From where readers speak on, prose is comment; a heading tells, else how the lines are written."""
    end = _comment_heading(lines, kinds)
    # a date line may sign a comment
    read = [n for n in range(end) if kinds[n] not in ("headline", "boilerplate") and lines[n] not in times]
    headed = any(kind == "body" for kind in kinds[end:])  # who sounds like a reader above the heading is the writer
    cut = _where_readers_begin([lines[n] for n in read], unsigned=unsigned and not headed)
    start = read[cut] if cut < len(read) else end
    for n in range(start, len(lines)):
        if kinds[n] != "boilerplate":
            kinds[n] = "comment"


def _where_readers_begin(lines: Sequence[str], *, unsigned: bool) -> int:
    """Index of the first line that is a reader's; what is said in turns is not, nor the end of the last turn."""
    spoken = last_turn(lines)
    return comments_from(lines, after=spoken, unsigned=unsigned and spoken * 2 < len(lines))


def _comment_heading(lines: Sequence[str], kinds: Sequence[BlockKind]) -> int:
    """The heading over the comments, or the number of lines: one under the title is only a link to them."""
    words = 0
    for n, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "body":
            words += len(line.split())
        elif words >= FEWEST_WORDS and opens_comments(line):
            after = [s for s, k in zip(lines[n:], kinds[n:], strict=True) if k == "body"]
            said = last_turn(lines[:n]) and last_turn(after)  # somebody in a transcript asks for comments
            if not reported(after) and not said:
                return n
    return len(lines)

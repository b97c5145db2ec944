"""Where in a run of lines the article ends and readers begin to speak.

Every line has a score from small habits of writing (`habits.py`). Readers come last and do not stop,
so there is at most one cut. It lies where lines before and after differ most, as a writer who says
"I" and "you" throughout is no reader, and where what follows sounds like readers by itself; both
together must outweigh the doubt. Two or more signed comments ("Ann, 3 May, 10:20") settle it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import fmean

from onrecord.clean.habits import STAMPED, score, signature

DOUBT = 6.0
"""What must be outweighed before anything is taken from an article: losing body is the worse error."""

CONTRAST = 0.35
SOUND = 0.3
RUNS_ON = 4  # lines
CLIP = 4.0  # one loud line decides nothing
STEP = 1.0  # readers must sound different from the article by this much, a line
SIGNED = 2.0
CLOCK = re.compile(r"\d[:.]\d\d\b")
DOUBLED = re.compile(r"``|''")  # quotation marks of tokenised texts and of some archives
FEWEST = 3
"""Lines that the article has at least."""


def comments_from(lines: Sequence[str], *, after: int = 0, unsigned: bool = True) -> int:
    """Index of the first line that is a reader's comment; `len(lines)` if there is none.

    The article has at least `after` lines. With `unsigned` false only signed comments count: where a page's
    markup shows none, unsigned ones are rarer than writers who sound like readers.
    """
    after = max(after, FEWEST)
    if len(lines) <= after:
        return len(lines)
    signatures = [signature(line) for line in lines]
    scores = [max(-CLIP, min(CLIP, s)) for s in line_scores(lines)]
    signed = _signed_from(lines, scores, signatures, after)
    if signed is not None and unsigned and STAMPED.match(lines[signed]):
        return min(signed, _best_cut(scores, after))  # the first comment stands before its stamp
    if signed is not None or not unsigned:
        return len(lines) if signed is None else signed
    many = sum(map(bool, signatures)) > 1
    for n, mark in enumerate(signatures):
        if mark:  # times over entries that report (a live page) say no more than what they stand by
            scores[n] = scores[n - 1] if many and n else SIGNED
    return _best_cut(scores, after)


def reported(lines: Sequence[str]) -> bool:
    """Whether the lines are clearly an article's, whatever stands above them."""
    return len(lines) >= FEWEST and fmean(line_scores(lines)) < -STEP


def line_scores(lines: Sequence[str]) -> list[float]:
    """For each line the log-odds that a reader wrote it; one that repeats an earlier line quotes it."""
    seen: set[str] = set()
    out = []
    for line in _with_open_marks([DOUBLED.sub('"', line) for line in lines]):
        plain = re.sub(r"\W+", " ", line).casefold()
        out.append(score(line, repeats=len(plain) > 60 and plain in seen))
        seen.add(plain)
    return out


def _with_open_marks(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those inside a quotation that began above with its mark: an article's quotation runs on.

    A mark that is never closed, as happens, does not make a quotation of all the rest.
    """
    mark, left = "", 0
    for line in lines:
        text = line if line.lstrip().startswith(("“", '"')) else mark + line
        still = "“" if text.rfind("“") > text.rfind("”") else '"' if text.count('"') % 2 else ""
        left = left - 1 if mark and still else RUNS_ON
        mark = still if left else ""
        yield text


def _signed_from(
    lines: Sequence[str], scores: Sequence[float], signatures: Sequence[str | None], after: int
) -> int | None:
    """The first of a series of signatures, if what stands between them is not reporting.

    The head of an article is signed too, so its first lines do not count; news has lines such as
    "The minister said:", so those alone must be three. A single one needs its time of day.
    """
    at = [n for n, mark in enumerate(signatures) if mark and n > after]
    if not at or (len(at) < 3 and not any(signatures[n] == "dated" for n in at)):
        return None
    if len(at) == 1 and not CLOCK.search(lines[at[0]]):
        return None
    between = [s for s, mark in zip(scores[at[0] :], signatures[at[0] :], strict=True) if not mark]
    return at[0] if between and fmean(between) > -STEP else None


def _best_cut(scores: Sequence[float], after: int) -> int:
    size, whole = len(scores), sum(scores)
    best, cut, head = DOUBT, size, sum(scores[:after])
    for n in range(after, size):
        tail = whole - head
        step = tail / (size - n) - head / n
        if step > STEP and tail > 0:
            contrast = n * (size - n) / size * step * step
            weight = CONTRAST * contrast + SOUND * tail
            if weight > best:
                best, cut = weight, n
        head += scores[n]
    return cut

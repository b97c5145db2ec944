"""Quotation marks of every typography, paired paragraph by paragraph.

A mark that has no partner costs its own paragraph at most: pairing starts afresh in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.text import Span, trimmed

DOUBLE = '"“”„‟«»″＂'
SINGLE = "'‘’‚‛"
_OPENING = "“„«‘‚‛‟"
_CLOSING = "”»’"
_BEFORE_OPENING = "([{-–—/…:"
_AFTER_CLOSING = ".,;:!?)]}-–—/…"
_TYPED = re.compile(r"''|``|‘‘|’’")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch in quotation marks.

    outer      with its marks; `inner` what stands between them
    block      number of the paragraph in the sequence given
    closed     False if the paragraph ends before the mark that closes it
    goes_on    True if it carries on a quotation that the paragraph before left open
    nested     what stands in marks inside it
    """

    outer: Span
    inner: Span
    block: int
    closed: bool = True
    goes_on: bool = False
    nested: tuple[Span, ...] = ()


def quotations(content: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of each paragraph, in order."""
    out: list[Quotation] = []
    open_before = False
    plain = _TYPED.sub(_as_one_mark, content)
    typed = frozenset(m.start() for m in _TYPED.finditer(content))
    for n, paragraph in enumerate(paragraphs):
        found = [_with_typed_marks(typed, q) for q in _in_paragraph(plain, paragraph, n)]
        if open_before and found and found[0].outer.start == trimmed(content, paragraph).start:
            found[0] = replace(found[0], goes_on=True)
        out.extend(found)
        open_before = bool(found) and not found[-1].closed
    return tuple(out)


def _as_one_mark(typed: re.Match[str]) -> str:
    """Two single marks typed for a double one: one mark next to the words, and a blank for the other."""
    before = typed.string[typed.start() - 1] if typed.start() else " "
    return ' "' if before.isspace() or before in _BEFORE_OPENING else '" '


def _with_typed_marks(typed: frozenset[int], q: Quotation) -> Quotation:
    """The quotation with both characters of marks typed as two; `typed` is where such marks begin."""
    start, end = q.outer.start, q.outer.end
    return replace(q, outer=Span(start - (start - 1 in typed), end + (q.closed and end - 1 in typed)))


def _in_paragraph(content: str, paragraph: Span, n: int) -> list[Quotation]:
    out: list[Quotation] = []
    stack: list[int] = []
    nested: list[Span] = []
    for position, opens in _double_marks(content, paragraph):
        if opens:
            stack.append(position)
        elif len(stack) > 1:
            inner = Span(stack.pop() + 1, position)
            nested += [inner] if content[inner.start : inner.end].strip() else []
        elif stack:
            start = stack.pop()
            out.append(Quotation(Span(start, position + 1), Span(start + 1, position), n, nested=tuple(nested)))
            nested = []
    if stack:
        out.extend(_unclosed(content, paragraph, n, stack[0], nested))
    return _with_single_marks(content, paragraph, n, out)


def _with_single_marks(content: str, paragraph: Span, n: int, doubles: list[Quotation]) -> list[Quotation]:
    """Single marks inside double ones are nested; outside they quote; across their border they are none.

    Marks with nothing between them are no quotation.
    """
    out = list(doubles)
    for pair in _single_pairs(content, paragraph):
        inner = Span(pair.start + 1, pair.end - 1)
        around = next((k for k, q in enumerate(out) if q.inner.holds(pair)), None)
        if around is not None:
            out[around] = replace(out[around], nested=tuple(sorted((*out[around].nested, inner))))
        elif not any(q.outer.overlaps(pair) for q in out):
            out.append(Quotation(pair, inner, n))
    return sorted((q for q in out if content[q.inner.start : q.inner.end].strip()), key=lambda q: q.outer)


def _unclosed(content: str, paragraph: Span, n: int, start: int, nested: list[Span]) -> list[Quotation]:
    """A mark without its partner: the words up to the paragraph's end, or, if what seemed nested
    begins a sentence of its own, up to there."""
    apart = [s for s in nested if re.search(r"[.!?]\s+$", content[start : s.start - 1])]
    if apart:
        first = apart[0]
        kept = tuple(s for s in nested if s.end < first.start)
        out = [_to(content, start, first.start - 1, n, kept)]
        later = [s for s in nested if s.start >= first.start]
        return out + [Quotation(Span(s.start - 1, s.end + 1), s, n) for s in later]
    if start == trimmed(content, paragraph).start:
        end = paragraph.end
    else:
        stop = _SENTENCE_END.search(content, start, paragraph.end)
        end = stop.start() + 1 if stop and not nested else paragraph.end
    return [_to(content, start, end, n, tuple(nested))]


def _to(content: str, start: int, end: int, n: int, nested: tuple[Span, ...]) -> Quotation:
    inner = trimmed(content, Span(start + 1, end))
    return Quotation(Span(start, max(inner.end, start + 1)), inner, n, closed=False, nested=nested)


def _double_marks(content: str, paragraph: Span) -> list[tuple[int, bool]]:
    """(position, whether it opens) of each double mark of the paragraph."""
    out: list[tuple[int, bool]] = []
    depth = 0
    for position in range(paragraph.start, paragraph.end):
        if content[position] in DOUBLE:
            opens = _opens(content, paragraph, position, depth)
            depth = depth + 1 if opens else max(0, depth - 1)
            out.append((position, opens))
    return out


def _opens(content: str, paragraph: Span, position: int, depth: int) -> bool:
    """Whether a double mark opens: by what stands around it; if that does not tell, by its shape."""
    before = content[position - 1] if position > paragraph.start else " "
    after = content[position + 1] if position + 1 < paragraph.end else " "
    free_before = before.isspace() or before in _BEFORE_OPENING or before in _OPENING
    free_after = after.isspace() or after in _AFTER_CLOSING or after in _CLOSING
    if free_before != free_after:
        return free_before
    mark = content[position]
    if mark in _CLOSING and depth:
        return False
    if mark in _OPENING and (mark != "“" or not depth):
        return True
    return depth == 0


def _single_pairs(content: str, paragraph: Span) -> list[Span]:
    """Pairs of single marks; one without a partner is an apostrophe."""
    out: list[Span] = []
    start: int | None = None
    for position in range(paragraph.start, paragraph.end):
        if content[position] not in SINGLE:
            continue
        before = content[position - 1] if position > paragraph.start else " "
        after = content[position + 1] if position + 1 < paragraph.end else " "
        if after.isalnum() and not before.isalnum() and before not in ".,;:!?" and content[position] != "’":
            start = position
        elif start is not None and not after.isalnum() and _ends_single(content, paragraph, position):
            out.append(Span(start, position + 1))
            start = None
    return out


def _ends_single(content: str, paragraph: Span, position: int) -> bool:
    """An "s’" closes only if no later mark of the paragraph closes better (allies’ aims’)."""
    if content[position - 1] not in "sS":
        return True
    later = re.search(r"[^\ss][.,!?]?['’](?!\w)", content[position + 1 : paragraph.end])
    opened = re.search(r"(?<!\w)[‘'](?=\w)", content[position + 1 : paragraph.end])
    return later is None or (opened is not None and opened.start() < later.start())

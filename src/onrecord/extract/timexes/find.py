"""Finds the temporal expressions of a text (TIMEX3), each with its rule, before any anchor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.dates import Timex
from onrecord.extract.timexes.entries import entry_anchors
from onrecord.extract.timexes.grammar import expressions
from onrecord.extract.timexes.tokens import tokenize
from onrecord.layers import Layers
from onrecord.text import Span


def find_timexes(content: str, spans: Sequence[Span], layers: Layers | None = None) -> tuple[Timex, ...]:
    """The temporal expressions inside the spans, in order, without values: `dates.resolve` adds them.

    Reads the words alone and loads no model; `layers` only tell verbs from other words where tense
    decides. `spans` are paragraphs: no expression runs over two.
    """
    tags = {t.start: t.tag for t in layers.tokens} if layers is not None else {}
    out: list[Timex] = []
    for block, (span, anchor) in enumerate(zip(spans, entry_anchors(content, spans), strict=True)):
        tokens = tokenize(content, span, tags)
        for f in expressions(tokens):
            rule = replace(f.rule, block=block, anchor=anchor)
            kind = "TIME" if rule.unit == "TM" and anchor is not None and anchor.time else f.type
            out.append(Timex(Span(tokens.start[f.first], tokens.end[f.end - 1]), kind, f.mod, rule=rule))
    return tuple(out)

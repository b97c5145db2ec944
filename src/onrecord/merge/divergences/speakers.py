"""One text that outlets give to two people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from onrecord.entries import QuoteEntry
from onrecord.ids import normalised
from onrecord.merge.quotes.likeness import LONG_ECHO, echoes, words_of


def told_of_others(quotes: Sequence[QuoteEntry], names: Mapping[str, str]) -> list[QuoteEntry]:
    """The quotes of one group that outlets tell of two people, the first of each person: the same words at length, in
    marks, each person named by their last name in the sentence. `names`: people by id."""
    last = {q.id: _last_name(q, names) for q in quotes if q.marks and q.kind != "indirect"}
    first: dict[str, QuoteEntry] = {}
    for a, b in combinations((q for q in quotes if last.get(q.id)), 2):
        if a.file != b.file and last[a.id] != last[b.id] and _is_one_text(a, b):
            for q in (a, b):
                first.setdefault(last[q.id] or "", q)
    return [first[name] for name in sorted(first)]


def _last_name(quote: QuoteEntry, names: Mapping[str, str]) -> str | None:
    """The speaker's last name, if it stands in the sentence as that of the speaker."""
    name, told = names.get(quote.speaker or ""), quote.speaker_span
    if name is None or " " not in name or told is None or not quote.sentence.holds(told.span):
        return None
    last = normalised(name).split()[-1]
    return last if last in normalised(told.exact).split() else None


def _is_one_text(a: QuoteEntry, b: QuoteEntry) -> bool:
    return any(echoes(words_of(p.exact), words_of(o.exact), LONG_ECHO) for p in a.content for o in b.content)

"""Which temporal expression of a sentence dates an act: the one beside its verb or beside the verb of speech."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.extract import clauses
from onrecord.extract.context import Context
from onrecord.layers import Sentence

APART = frozenset({"of", "to", "until", "till", "by", "through", "before", "after", "since"})
"""Words before a date that is not the act's own: "the treaties of 1929", "an extension to May 3", "by Friday"."""


def dated(context: Context, verbs: Collection[int | None], sentence: Sentence) -> int | None:
    """Index of the first DATE or TIME timex that hangs on one of the verbs.

    "Karsia said on Monday that it would pay in May" was said on Monday; only the payment is in May.
    """
    tokens = context.layers.tokens_of(sentence)
    for n, timex in enumerate(context.timexes):
        if timex.type not in ("DATE", "TIME") or not sentence.span.holds(timex.span):
            continue
        first = next((t.i for t in tokens if t.start >= timex.span.start), None)
        if first is None or context.layers.tokens[max(first - 1, 0)].lower in APART:
            continue
        if clauses.predicate(context.layers, first) in verbs:
            return n
    return None

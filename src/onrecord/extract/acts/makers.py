"""Whose act it is that a deal or a paper does: "the accord calls for elections" is what those who agreed on it ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.acts.find import Act
from onrecord.extract.context import Context

DEALS = frozenset({"accord", "agreement", "compromise", "deal", "pact", "truce", "treaty"})
PAPERS = DEALS | {
    "communique",
    "declaration",
    "draft",
    "letter",
    "petition",
    "plan",
    "proposal",
    "resolution",
    "statement",
}
MAKING = frozenset({"AGREE", "REQUEST"})
SHORT = 6  # tokens of a matter among which its head stands


def with_makers(context: Context, acts: Sequence[Act]) -> list[Act]:
    """The acts in the order of the text, those of a paper done by whoever agreed on it or put it forward last."""
    out: list[Act] = []
    for act in sorted(acts, key=lambda a: a.at):
        word = _paper(context, act)
        out.append(act if word is None else replace(act, actor=_makers(context, out, word)))
    return out


def _paper(context: Context, act: Act) -> str | None:
    """The lemma of the paper that does an act for which nobody is known."""
    if act.who is None or act.actor or act.cue.refuses:
        return None
    lemma = context.layers.tokens[act.who].lemma
    return lemma if lemma in PAPERS else None


def _makers(context: Context, before: Sequence[Act], word: str) -> tuple[str, ...]:
    same = DEALS if word in DEALS else {word}
    for act in reversed(before):
        about = {context.layers.tokens[j].lemma for j in (act.at, *act.matter[:SHORT])}
        if act.actor and act.cue.type in MAKING and about & same and not act.polarity.negated:
            return act.actor
    return ()

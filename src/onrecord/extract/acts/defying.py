"""Defiance: what somebody will do whatever others say, "will leave, deal or no deal", "is going ahead regardless"."""

from __future__ import annotations

from onrecord.extract.polarity import WILL, is_supposed, own_polarity
from onrecord.layers import Layers

WHATEVER = (
    "come what may",
    "come hell or high water",
    "no matter",
    "whatever happens",
    "whatever the",
    "do or die",
    "deal or no deal",
    "with or without",
    "whether or not",
    "in any event",
    "in any case",
    "at any cost",
    "at any price",
    "at all costs",
    "one way or another",
    "one way or the other",
    "even without",
    "even if there is no",
    "regardless",
    "irrespective",
    "undeterred",
    "undaunted",
    "anyway",
    "unilaterally",
)
AGAINST = frozenset({"despite", "notwithstanding", "over", "defiance", "against", "spite"})
OBJECTING = frozenset(
    {"objection", "protest", "opposition", "warning", "threat", "call", "demand", "pressure", "appeal"}
)
OBJECTING |= {"criticism", "sanction", "plea", "condemnation", "disapproval", "outcry", "veto", "ruling", "request"}
PERSISTING = frozenset({"press", "push", "forge", "plough", "plow", "steam", "barrel", "charge", "soldier", "power"})
PROMISING = frozenset(
    {"vow", "pledge", "promise", "swear", "undertake", "threaten", "insist", "mean", "intend", "plan"}
)
PROMISING |= {"determined", "resolve", "resolved", "decide", "bound"}
NEAR = 18  # tokens behind the verb within which the defiance is told


def defies(layers: Layers, i: int) -> bool:
    """Whether verb i tells a deed to come, or under way, that nobody is to stop."""
    token = layers.tokens[i]
    if token.pos not in ("VERB", "AUX") or is_supposed(layers, i) or own_polarity(layers, i).negated:
        return False
    return _is_ahead(layers, i) and (_persists(layers, i) or _shrugs(layers, i))


def _is_ahead(layers: Layers, i: int) -> bool:
    """Whether the deed is said to come: "will leave", "vowed to leave", "is leaving"."""
    token = layers.tokens[i]
    helpers = {layers.tokens[c].lower for c in layers.children[i] if layers.tokens[c].dep == "aux"}
    if "have" in helpers:
        return False  # "would have left anyway"
    promised = "to" in helpers and {layers.tokens[token.head].lemma, layers.tokens[token.head].lower} & PROMISING
    under_way = token.tag == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"}
    return bool(helpers & WILL or promised or under_way)


def _persists(layers: Layers, i: int) -> bool:
    """Whether the verb itself is one of pressing on: "will press ahead with the dam"."""
    return layers.tokens[i].lemma in PERSISTING and any(layers.tokens[c].lower == "ahead" for c in layers.children[i])


def _shrugs(layers: Layers, i: int) -> bool:
    """Whether what others say or do is told not to count. The parse hangs such words anywhere: they are read as they
    stand behind the verb."""
    behind = [t for t in layers.tokens_of(layers.sentence_of(i)) if i < t.i <= i + NEAR]
    said = " ".join(t.lower for t in behind if t.pos != "PUNCT")
    if any(f" {words} " in f" {said} " for words in WHATEVER):
        return True
    at = next((t.i for t in behind if t.lower in AGAINST), None)
    return at is not None and any(t.lemma in OBJECTING for t in behind if at < t.i <= at + 6)

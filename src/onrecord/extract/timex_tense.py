"""On which side of publication a date lies whose year or week is not told: a lexical reading of tense.

"will meet Monday" and "met Monday" differ only in the verb, so the nearest verb before the expression
decides, or where none stands before it in the sentence, the first after it.
"""

from __future__ import annotations

from onrecord.extract import timex_words as words
from onrecord.extract.timex_tokens import Tokens

_BE = frozenset({"is", "are", "'re", "am", "be"})
_REACH = 28  # tokens looked at on either side


def direction(tokens: Tokens, first: int, end: int) -> int:
    """-1 for the past, +1 for the future, 0 where no verb tells."""
    before = tokens.at(first - 1)
    if before in ("by", "until", "till") or tokens.at(first - 2) in ("by", "until", "till", "before"):
        return 1
    if before == "since":
        return -1
    start, stop = tokens.sentence(first)
    for i in range(first - 1, max(start, first - _REACH) - 1, -1):
        if (cue := _cue(tokens, i)) != 0:
            return cue
    for i in range(end, min(stop, end + _REACH)):
        if (cue := _cue(tokens, i)) != 0:
            return cue
    return 0


def _cue(tokens: Tokens, i: int) -> int:
    word = tokens.at(i)
    if word == "to":
        return _infinitive(tokens, i)
    if word in words.FUTURE_CUES:
        return 1
    if word == "ll" and tokens.at(i - 1) == "'":
        return 1
    if word == "d" and tokens.at(i - 1) == "'":
        return 1
    if word in words.PAST_CUES:
        return -1
    if len(word) > 4 and word.endswith("ed") and word not in words.NOT_PAST:
        return -1
    if word.endswith("ing") and tokens.at(i - 1) in _BE and len(word) > 5:
        return 1
    return 0


def _infinitive(tokens: Tokens, i: int) -> int:
    """ "to meet" looks ahead, "to the capital" tells nothing, "failed to meet" looks back."""
    following, before = tokens.at(i + 1), tokens.at(i - 1)
    if not following.isalpha() or tokens.capital(i + 1) or following in ("the", "a", "an", "his", "her", "its", "their"):
        return 0
    if following.endswith(("ing", "s", "ed", "er", "ion")) and following not in ("discuss", "press", "address", "pass"):
        return 0
    return 0 if before in words.NOT_FUTURE_TO else 1

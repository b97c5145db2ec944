"""On which side of publication a date lies whose year or week is not told: a lexical reading of tense.

"will meet Monday" and "met Monday" differ only in the verb, so the nearest verb before the expression
decides, or where none stands before it in the sentence, the first after it.
"""

from __future__ import annotations

from onrecord.extract.timexes import words
from onrecord.extract.timexes.tokens import Tokens

_BE = frozenset({"is", "are", "re", "am", "m", "be"})
_ONSETS = frozenset({"starting", "beginning", "ending"})  # they tell a time only where no verb does
_SET_PAST = frozenset({"aside", "up", "off", "out", "back", "fire", "free", "foot"})
_PROLONGED = frozenset({"extension", "delay", "postponement", "extended", "delayed", "postponed", "moved", "prolonged"})
_NEAR = 8  # tokens in which the verb of an expression with "by" or "until" is looked for
_REACH = 28  # tokens looked at on either side


def direction(tokens: Tokens, first: int, end: int) -> int:
    """-1 for the past, +1 for the future, 0 where no verb tells."""
    before = tokens.at(first - 1)
    start, stop = tokens.sentence(first)
    back, ahead = range(first - 1, max(start, first - _REACH) - 1, -1), range(end, min(stop, end + _REACH))
    if before == "to" and tokens.at(first - 2) in _PROLONGED:
        return 1  # "an extension to January 31"
    if before == "by" and first - 1 == start and any(tokens.at(i) in ("was", "were") for i in ahead[:5]):
        return -1  # "By Saturday the hope was gone"
    through = before == "through" and "from" not in tokens.lower[max(start, first - 4) : first]
    if through or before in ("by", "until", "till", "before") or tokens.at(first - 2) in ("by", "until", "till"):
        return -1 if any(tokens.at(i) in ("had", "did") for i in (*back[:_NEAR], *ahead[:_NEAR])) else 1
    if before == "since":
        return -1
    owner = tokens.follows(end, ("'", "s"))
    if tokens.follows(first - 2, ("ahead", "of")) or (owner and before == "before"):
        return 1
    planned = owner and any(tokens.at(i) in words.PLANNED for i in ahead[2:7])
    if owner and not planned and before not in ("for", "at", "of"):
        return -1  # "Tuesday's declaration" is news, whatever the verb
    looks = (ahead, back) if _opens_clause(tokens, first) or (planned and not before.isalpha()) else (back, ahead)
    for i in (*looks[0], *looks[1]):
        if (cue := _cue(tokens, i)) != 0:
            return cue
    return 1 if {before, tokens.at(first - 2)} & _ONSETS else 0


def _opens_clause(tokens: Tokens, first: int) -> bool:
    """ "..., but in March a court ruled": the verb of a clause that begins here stands after."""
    i = first - 1
    if tokens.at(i) not in ("on", "in", "at", "early", "late"):
        return False
    return tokens.at(i - 1) in ("but", "and", "while", ";", "--", "that", "when", "although", "though")


def _cue(tokens: Tokens, i: int) -> int:
    word = tokens.at(i)
    if word == "to":
        return _infinitive(tokens, i)
    if tokens.follows(i + 1, ("'", "t")):
        return words.CONTRACTED.get(word, 0)
    if word in ("could", "would") and tokens.at(i + 1) == "not":
        return -1
    if word in ("plan", "plans", "hope", "hopes") and tokens.at(i + 1) not in ("to", "for", "on"):
        return 0
    if tokens.in_title(i, i + 1):
        return 0  # "Meet the Press"
    if word in words.FUTURE_CUES:
        return -1 if tokens.at(i - 1) in ("had", "been") and tokens.at(i - 2) != "has" else 1
    if word == "set" and (tokens.at(i + 1) in ("for", "to") or tokens.at(i - 1) in _BE):
        return 1
    if word == "set" and tokens.at(i + 1) in _SET_PAST and tokens.at(i - 1) not in _BE | {"to"}:
        return -1
    if word in words.SCHEDULED_PRESENT and tokens.at(i - 1) not in ("to", "a", "the", "not"):
        return 1
    if word in words.GATHERING and (tokens.at(i - 1).endswith("s") or tokens.at(i - 1) in ("they", "we", "both")):
        return 1
    if word in ("returns", "heads", "flies") and tokens.at(i + 1) in ("to", "home", "on", "from"):
        return 1
    if word == "ll" and tokens.at(i - 1) == "'":
        return 1
    if word == "d" and tokens.at(i - 1) == "'":
        return 1
    if tokens.no_verb(i) or tokens.at(i - 1) == "be":
        return 0  # "will be held": what stands before decides
    if word in words.PAST_CUES or (word in words.REPORTING and tokens.at(i - 1) not in _BE):
        return -1
    if len(word) > 4 and word.endswith("ed") and not word.startswith("un") and word not in words.NOT_PAST:
        return -1
    if word.endswith("ing") and tokens.at(i - 1) in _BE and len(word) > 5:
        return 1
    return 0


def _infinitive(tokens: Tokens, i: int) -> int:
    """ "agreed to meet" and "talks to begin" look ahead; "failed to meet", "to mark the entry" tell nothing."""
    following, before = tokens.at(i + 1), tokens.at(i - 1)
    if before in words.FUTURE_CUES:
        return _cue(tokens, i - 1)
    if before in ("is", "are") and following.isalpha() and following not in words.OPENINGS:
        return 1  # "the envoy is to report on Sunday"
    if following == "be" or before in words.LOOKS_AHEAD:
        return 1
    if following not in words.SCHEDULED:
        return 0
    return 0 if before.endswith("ed") or before in words.PAST_CUES else 1

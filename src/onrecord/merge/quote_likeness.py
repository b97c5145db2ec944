"""Whether two quotes tell the same words: by their runs of words, or by the telling words they share."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.ids import normalised

RUN = 4  # words in a row that are compared
SAME_RUNS = 0.5  # of the shorter quote's runs
SAME_WORDS = 0.5  # of the shorter one's telling words, by weight
_COMMON = frozenset(
    """a an the and or but if of to in on at by for from with as is are was were be been being am will would can could
    shall should may might must do does did done have has had having not no nor it its this that these those there here
    he she they them his her their him we our us i you your my me who whom which what when where while how why than then
    so such some any all both each other others more most also only very just about into over under after before again
    up out off down during through between against because until own same too s t re ve ll d m""".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """A quote's words, without their inflection; `content` those that tell something."""

    words: tuple[str, ...]
    content: frozenset[str]
    runs: frozenset[tuple[str, ...]]


def words_of(text: str) -> Words:
    plain = re.sub(r"'(s|re|ve|ll|d|m|t)\b", r" \1", normalised(text))
    words = tuple(_stem(w) for w in re.findall(r"\w+", plain))
    content = frozenset(w for w in words if w not in _COMMON and len(w) > 1)
    return Words(words, content, frozenset(words[i : i + RUN] for i in range(len(words) - RUN + 1)))


def _stem(word: str) -> str:
    """The word without the commonest endings, so that "demands" meets "demanded"."""
    for ending in (
        "ations",
        "ation",
        "ingly",
        "ments",
        "ment",
        "ions",
        "ion",
        "ings",
        "ing",
        "ies",
        "ied",
        "ed",
        "es",
        "ly",
        "s",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def alike(a: Words, b: Words, frequency: Mapping[str, int], *, strict: bool) -> bool:
    """Whether they tell the same. `strict`: where the speaker is not surely one, or the article is."""
    shorter = min(len(a.runs), len(b.runs))
    if shorter and len(a.runs & b.runs) >= SAME_RUNS * shorter and len(a.runs & b.runs) >= 2:
        return True
    shared = a.content & b.content
    telling = sum(_weight(w, frequency) for w in shared)
    least = min(sum(_weight(w, frequency) for w in x.content) for x in (a, b))
    if not least:
        return False
    return len(shared) >= (4 if strict else 3) and telling >= (0.7 if strict else SAME_WORDS) * least


def _weight(word: str, frequency: Mapping[str, int]) -> float:
    """The rarer a word is in the record's quotes, the more it tells."""
    return 1 / math.log(2 + frequency.get(word, 1))

"""Whether two quotes tell the same words: by their runs of words, or by the telling words they share."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from onrecord.ids import normalised

RUN = 4  # words in a row that are compared
SAME_RUNS = 0.5  # share of the shorter quote's runs
MANY = 6  # telling words that hardly two utterances share
RARE = 4  # quotes of the record that a word may stand in, to tell by itself
TELLING = math.log(1 + 10)  # what a word tells that a tenth of the quotes have
ECHO = 3  # runs that two outlets hardly print of two texts, whoever they say the words are from
LONG_ECHO = 6  # the same where they name two people, or where neither prints the words as the speaker's own
RUNS, FRAGMENT, WORDS = 3, 2, 1  # how sure it is: the same runs, words in marks, telling words
STEM = 6  # letters that tell a word: "negoti", "russia", "demand"
PARTY = ((2, 0.6), (4, 0.35))
"""Telling words and the share of the shorter quote's that two tellings of one party's utterance have in common."""
PERSON = (*PARTY, (3, 0.4))
_SURNAMED = re.compile(r"\b(?:[A-Z][\w.’'-]*\s+)+(?=[A-Z]\w)")
"""What stands before the last word of a name or an office with its name: two tellings may cut it differently."""
_NEGATIONS = re.compile(r"\b(?:not?|never|nobody|none|nothing|cannot|without)\b|n't\b|\bn'?t\b")


@dataclass(frozen=True, slots=True)
class Words:
    """A quote's words. `telling`: the stems of those that tell something; `fragments`: each stretch that the writer
    put in quotation marks."""

    telling: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    negated: bool = False
    fragments: tuple[Words, ...] = ()


def words_of(content: str, quoted: Sequence[str] = ()) -> Words:
    words, unnamed = _words(content), _SURNAMED.sub("", content)
    runs = frozenset(words[i : i + RUN] for i in range(len(words) - RUN + 1))
    return Words(
        _telling(words if unnamed == content else _words(unnamed)),
        runs,
        _NEGATIONS.search(normalised(content)) is not None,
        tuple(f for q in quoted if (f := words_of(q)).telling),
    )


def _words(content: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", normalised(content).replace("'", "")))


def _telling(words: Sequence[str]) -> frozenset[str]:
    alike = _meanings()
    return frozenset(alike.get(w, w[:STEM]) for w in words if len(w) > 2 and w not in common_words())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    return frozenset(w for line in _lists("common_words.txt") for w in line)


@lru_cache(maxsize=1)
def _meanings() -> Mapping[str, str]:
    """The stem of the first of those words that mean the same, by each of them."""
    return {word: line[0][:STEM] for line in reversed(_lists("same_meaning.txt")) for word in line}


def _lists(name: str) -> list[list[str]]:
    """The words of each line of a table."""
    content = files("onrecord.merge").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split() for line in content.splitlines() if not line.startswith("#")]


@dataclass(frozen=True)
class Rarity:
    """How often each telling word stands in the record's quotes, of `total` in all."""

    frequency: Mapping[str, int]
    total: int

    @cached_property
    def told_by(self) -> Mapping[str, float]:
        """What each word tells: the rarer, the more."""
        return {w: math.log(1 + self.total / n) for w, n in self.frequency.items()}

    def weight(self, words: frozenset[str]) -> float:
        return math.fsum(self.told_by[w] for w in words)  # exact, so that the order of a set does not matter

    def is_rare(self, word: str) -> bool:
        return self.frequency.get(word, 0) <= max(RARE, self.total // 10)


def alike(a: Words, b: Words, rarity: Rarity, *, strict: bool, one_person: bool = False) -> int:
    """How they tell the same: RUNS, FRAGMENT or WORDS; 0 if they do not. `strict`: where it is not sure
    that one voice speaks in both; `one_person`: where it is one person, not a party with its many voices."""
    if verbatim(a, b, 2):
        return RUNS
    if _same_fragment(a, b, rarity):
        return FRAGMENT
    if a.negated != b.negated:
        return 0
    shared = a.telling & b.telling
    if len(shared) < 2:
        return 0
    least = min(rarity.weight(a.telling), rarity.weight(b.telling))
    share = rarity.weight(shared) / least
    if strict:
        same = len(shared) >= 4 and share >= 0.6
    else:
        enough = PERSON if one_person else PARTY
        same = any(len(shared) >= words and share >= part for words, part in enough)
    return WORDS if same else 0


def verbatim(a: Words, b: Words, least: int) -> bool:
    """Whether they share `least` runs of words or more, and these are most of the shorter one."""
    shared = len(a.runs & b.runs)
    return shared >= least and shared >= SAME_RUNS * min(len(a.runs), len(b.runs))


def echoes(a: Words, b: Words, least: int) -> bool:
    """Whether they are one text by its words alone, whoever said it: `least` runs with telling words in them, or
    as many in a stretch that one of them has in marks."""
    if len(a.telling & b.telling) < 2:
        return False
    return verbatim(a, b, least) or any(
        len(f.runs) >= least and f.runs <= other.runs for one, other in ((a, b), (b, a)) for f in one.fragments
    )


def restates(a: Words, b: Words, rarity: Rarity) -> bool:
    """Whether two quotes of one voice share as many telling words as two utterances hardly ever do."""
    shared = a.telling & b.telling
    least = min(rarity.weight(a.telling), rarity.weight(b.telling))
    return a.negated == b.negated and len(shared) >= MANY and rarity.weight(shared) >= 0.4 * least


def introduces(a: Words, b: Words, rarity: Rarity) -> bool:
    """Whether a paraphrase and the quotation right after it share a word that few quotes of the record
    have, or several that tell as much."""
    shared = a.telling & b.telling
    return any(rarity.is_rare(w) for w in shared) or rarity.weight(shared) >= TELLING


def _same_fragment(a: Words, b: Words, rarity: Rarity) -> bool:
    """Whether a stretch that one has in marks stands in the other: two telling words, or one that few have."""
    for one, other in ((a, b), (b, a)):
        for told in (f.telling for f in one.fragments):
            if told <= other.telling and (len(told) > 1 or rarity.frequency.get(min(told), 0) <= RARE):
                return True
    return False

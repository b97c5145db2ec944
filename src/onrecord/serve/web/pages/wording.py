"""Variants of one utterance side by side: which of their words the fullest one does not have, or they leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.ids import normalised

ALIKE = 0.5
"""The share of a variant's words that the fullest one must have for their wordings to be compared."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of words; `differs` if the fullest variant says it otherwise (or, in it, if some variant lacks it)."""

    text: str
    differs: bool


def compared(variants: Sequence[str]) -> list[tuple[Word, ...]]:
    """Each variant's words in runs, told apart by whether all variants share them.

    Variants that tell the same in other words (a paraphrase) are not compared: nothing of them differs.
    """
    tokens = [re.findall(r"\S+\s*", v) for v in variants]
    keys = [[normalised(t) for t in words] for words in tokens]
    fullest = max(range(len(keys)), key=lambda n: (len(keys[n]), -n))
    common = set(range(len(keys[fullest])))
    same: list[set[int]] = []
    for other in keys:
        blocks = SequenceMatcher(None, keys[fullest], other, autojunk=False).get_matching_blocks()
        shared = {b.b + n for b in blocks for n in range(b.size)}
        if len(shared) < ALIKE * len(other):
            same.append(set(range(len(other))))
            continue
        same.append(shared)
        common &= {b.a + n for b in blocks for n in range(b.size)}
    same[fullest] = common
    return [_runs(words, shared) for words, shared in zip(tokens, same, strict=True)]


def _runs(words: Sequence[str], shared: set[int]) -> tuple[Word, ...]:
    runs: list[Word] = []
    for n, word in enumerate(words):
        differs = n not in shared
        if runs and runs[-1].differs == differs:
            runs[-1] = Word(runs[-1].text + word, differs)
        else:
            runs.append(Word(word, differs))
    return tuple(runs)

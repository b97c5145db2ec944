"""Word stems by Porter's rules (M. F. Porter: "An algorithm for suffix stripping", 1980), as ROUGE compares words."""

from __future__ import annotations

import re
from functools import lru_cache

_STEP2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
_STEP3 = (("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""))
_STEP4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti", "ous",
    "ive", "ize",
)  # fmt: skip
_VOWEL = "(?:[aeiou]|(?<=[^aeiou])y)"
_HAS_VOWEL = re.compile(_VOWEL)
_MEASURE = re.compile(rf"{_VOWEL}+(?:(?!{_VOWEL})[a-z])+")
_CVC = re.compile(rf"(?!{_VOWEL})[a-z]{_VOWEL}(?!{_VOWEL})[^wxy]$")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a lower-case word; what holds anything but the letters a to z stays as it is."""
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return word
    word = _participles(_plurals(word))
    if word.endswith("y") and _HAS_VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(_replaced(word, _STEP2), _STEP3)
    return _last_e(_bare(word))


def _measure(word: str) -> int:
    """How often a run of consonants follows a run of vowels."""
    return len(_MEASURE.findall(word))


def _plurals(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _participles(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    ending = next((e for e in ("ed", "ing") if word.endswith(e)), "")
    root = word[: len(word) - len(ending)]
    if not ending or not _HAS_VOWEL.search(root):
        return word
    if root.endswith(("at", "bl", "iz")):
        return root + "e"
    if len(root) > 1 and root[-1] == root[-2] and root[-1] not in "aeioulsz":
        return root[:-1]
    return root + "e" if _measure(root) == 1 and _CVC.search(root) else root


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    found = max((e for e in endings if word.endswith(e[0])), key=lambda e: len(e[0]), default=None)
    if found is None:
        return word
    root = word[: -len(found[0])]
    return root + found[1] if _measure(root) else word


def _bare(word: str) -> str:
    """The word without a last ending that leaves it long enough."""
    endings = [e for e in (*_STEP4, "ion") if word.endswith(e)]
    if not endings:
        return word
    root = word[: -len(max(endings, key=len))]
    if max(endings, key=len) == "ion" and not root.endswith(("s", "t")):
        return word
    return root if _measure(root) > 1 else word


def _last_e(word: str) -> str:
    if word.endswith("e"):
        root = word[:-1]
        if _measure(root) > 1 or (_measure(root) == 1 and not _CVC.search(root)):
            word = root
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word

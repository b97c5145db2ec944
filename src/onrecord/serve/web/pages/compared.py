"""Two texts word by word: what the later one took out of the earlier, and what it put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from onrecord.articles import Article
from onrecord.ids import normalised

LONG = 60  # words left out in a row that are only counted
STRAY = 3  # words in a row that two rewritten passages may have in common by chance

How = Literal["same", "ins", "del", "gap"]
Words = list[tuple[str, str]]
"""Each word as printed and as compared; a paragraph's end is a word of its own."""


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words: in both texts, put in, left out, or so many left out that `text` only counts them."""

    how: How
    text: str


def compared(earlier: Article, later: Article) -> tuple[tuple[Change, ...], ...]:
    """The later article's paragraphs in runs, with what it left out where that stood."""
    paragraphs: list[list[Change]] = [[]]
    for how, words in _runs(_words(earlier), _words(later)):
        count = sum(w != "\n" for w in words)
        if how == "del" and count > LONG:
            paragraphs[-1].append(Change("gap", f"{count} words"))
            continue
        for n, line in enumerate(_lines(words)):
            if n and how != "del":  # a paragraph that was joined to the next is one in the later text
                paragraphs.append([])
            if line:
                paragraphs[-1].append(Change(how, line))
    return tuple(tuple(p) for p in paragraphs if p)


def _words(article: Article) -> Words:
    out: Words = []
    for block in article.read_blocks():
        out += [(w, normalised(w) or w) for w in article.content[block.start : block.end].split()]
        out.append(("\n", "\n"))
    return out


def _runs(a: Words, b: Words) -> Iterator[tuple[How, list[str]]]:
    matcher = SequenceMatcher(None, [key for _, key in a], [key for _, key in b], autojunk=False)
    at_a = at_b = 0
    for i, j, size in matcher.get_matching_blocks():
        told = sum(key != "\n" for _, key in a[i : i + size])
        if size and told < STRAY and (i > at_a and j > at_b):
            continue  # left to the change around it
        if i > at_a:
            yield "del", [w for w, _ in a[at_a:i]]
        if j > at_b:
            yield "ins", [w for w, _ in b[at_b:j]]
        if size:
            yield "same", [w for w, _ in b[j : j + size]]
        at_a, at_b = i + size, j + size


def _lines(words: Sequence[str]) -> list[str]:
    """The words of each paragraph, joined; the last is empty where the run ends with a paragraph."""
    return [" ".join(line.split()) for line in re.split("\n", " ".join(words))]

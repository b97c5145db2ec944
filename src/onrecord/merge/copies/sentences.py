"""The sentences of an article as copies are compared by: their words, and how many the reporter wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.articles import Article
from onrecord.ids import normalised
from onrecord.sentences import cut
from onrecord.text import Span

RUN = 3  # words in a row by which sentences are compared
_MARKS = re.compile(r"[“”\"]|``|''")
_WORD = re.compile(r"\w*[^\W\d_]{2}\w*")
"""A word of letters: hours and figures in a form say nothing of who wrote it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a body paragraph. `prose` counts the words that stand outside quotation marks, `runs`
    are its words three by three."""

    span: Span
    words: tuple[str, ...]
    prose: int
    runs: frozenset[tuple[str, ...]]


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's body, in order, the dateline at its head left out.

    Cut by punctuation alone, since both sides of a comparison are cut alike.
    """
    out: list[Sentence] = []
    for block in article.read_blocks():
        if block.kind != "body":
            continue
        start = block.start
        if article.opening is not None and block.span.holds(article.opening):
            start = article.opening.end
        inside = False
        for span in cut(article.content, Span(start, block.end)):
            text = article.content[span.start : span.end]
            prose, inside = _prose(text, inside)
            words = words_of(text)
            if words:
                runs = frozenset(words[k : k + RUN] for k in range(len(words) - RUN + 1))
                out.append(Sentence(span, words, prose, runs))
    return tuple(out)


def words_of(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", normalised(text).replace("'", "")))


def _prose(text: str, inside: bool) -> tuple[int, bool]:
    """How many words stand outside double quotation marks, and whether the text ends inside of them."""
    count, at = 0, 0
    for mark in (*_MARKS.finditer(text), None):
        end = mark.start() if mark else len(text)
        if not inside:
            count += len(_WORD.findall(text, at, end))
        if mark:
            inside = mark.group() in ("“", "``") or (mark.group() == '"' and not inside)
            at = mark.end()
    return count, inside

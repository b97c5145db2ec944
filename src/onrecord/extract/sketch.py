"""The sketch of an article: a few numbers by which its copies are found without comparing texts.

Winnowing (Schleimer, Wilkerson, Aiken: "Winnowing", SIGMOD 2003), a MinHash taken locally: of every
WINDOW shingles in a row the least hash is kept, so that any run of WINDOW + SHINGLE - 1 words that
two articles share gives both the same number. A MinHash of the whole text measures how alike two
articles are altogether, and would miss the five paragraphs that one took over from the other.
"""

from __future__ import annotations

import hashlib
import re

from onrecord.articles import Article
from onrecord.ids import normalised

SHINGLE = 7  # words
WINDOW = 6  # shingles
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|``.*?(?:''|$)")


def sketch(article: Article) -> tuple[int, ...]:
    """The numbers of an article's body, ascending. What stands in quotation marks is left out: two
    reporters may have heard the same words."""
    words: list[str] = []
    for block in article.read_blocks():
        if block.kind == "body":
            start = block.start
            if article.opening is not None and block.span.holds(article.opening):
                start = article.opening.end
            prose = _QUOTED.sub(" ", article.content[start : block.end])
            words += re.findall(r"\w+", normalised(prose).replace("'", ""))
    hashes = [_hash(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]
    windows = range(max(1, len(hashes) - WINDOW + 1)) if hashes else ()
    return tuple(sorted({min(hashes[i : i + WINDOW]) for i in windows}))


def _hash(shingle: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(shingle).encode(), digest_size=6).digest(), "big")

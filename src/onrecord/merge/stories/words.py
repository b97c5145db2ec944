"""Articles as vectors of their words, and which of them are near each other."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.articles import Article

TELLING = 40
"""Words of an article, those that tell most, by which others near it are looked for."""
HUBS = 100
"""Articles that share a word, from which on it tells too little to look for others by."""
SHARED = 2
"""Such words that two articles share before they are compared."""
_WORD = re.compile(r"[^\W\d_][\w'’]{2,}")

Vector = Mapping[str, float]


def words_of(article: Article) -> Counter[str]:
    """The words of what is read of an article, of three letters or more, and how often each stands there."""
    read = (article.content[b.start : b.end].lower() for b in article.read_blocks())
    return Counter(word.rstrip("'’") for text in read for word in _WORD.findall(text))


def vectors_of(counted: Sequence[Mapping[str, int]]) -> list[Vector]:
    """One vector of length one for each article: the more often a word stands in it and the fewer others have it,
    the more it weighs; a word that no other has says nothing of what goes together."""
    carriers = Counter(word for words in counted for word in words)
    weight = {w: math.log((len(counted) + 1) / n) for w, n in carriers.items() if n > 1}
    return [_unit({w: (1 + math.log(n)) * weight[w] for w, n in words.items() if w in weight}) for words in counted]


def cosine(one: Vector, other: Vector) -> float:
    shorter, longer = sorted((one, other), key=len)
    return math.fsum(x * longer[w] for w, x in shorter.items() if w in longer)


def neighbours(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, float]]:
    """Pairs of articles that share some of their telling words, each once, with their cosine."""
    carriers: dict[str, list[int]] = defaultdict(list)
    for n, vector in enumerate(vectors):
        for word in sorted(vector, key=lambda w: (-vector[w], w))[:TELLING]:
            carriers[word].append(n)
    shared = Counter(pair for those in carriers.values() if len(those) <= HUBS for pair in combinations(those, 2))
    for m, n in sorted(pair for pair, count in shared.items() if count >= SHARED):
        yield m, n, cosine(vectors[m], vectors[n])


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(x * x for x in vector.values()))
    return {w: x / length for w, x in vector.items()} if length else {}

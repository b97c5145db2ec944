"""Which articles of a record are near one in topic."""

from __future__ import annotations

import heapq
import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from onrecord.articles import Article

_WORD = re.compile(r"[^\W_]{3,}")
_MOST_TIMES = 65535  # what an array of short numbers holds


class Likeness:
    """How near in topic the articles of a record are to those asked about: cosine of their rarer words, 0 to 1.

    Every article is counted, since that tells which words are rare; only what an asked one shares is kept.
    """

    def __init__(self, articles: Sequence[Article], asked: Collection[str], most: int) -> None:
        """`asked` are ids. Of those not asked about, only the `most` nearest to each are told."""
        numbers: defaultdict[str, int] = defaultdict(lambda: len(numbers))
        spread: Counter[int] = Counter()  # in how many articles each word stands
        counted: dict[str, tuple[array[int], array[int]]] = {}
        for article in articles:
            counts = Counter(_WORD.findall(article.content.lower()))
            words = array("L", map(numbers.__getitem__, counts))
            spread.update(words)
            counted[article.id] = words, array("H", (min(k, _MOST_TIMES) for k in counts.values()))
        n = len(counted)
        common = max(8, 0.25 * n)  # words of most articles tell nothing and cost most
        self._rarity = {w: math.log((n + 1) / k) for w, k in spread.items() if 1 < k <= common}
        self._asked, self._most = frozenset(asked), most
        self._vectors = {key: self._vector(*counted[key]) for key in sorted(self._asked)}
        shared = frozenset[int]().union(*self._vectors.values())
        self._keys = sorted(counted)
        self._index = {w: (array("L"), array("d")) for w in shared}  # of each word: which articles, how strongly
        for place, key in enumerate(self._keys):
            for w, x in (self._vectors.get(key) or self._vector(*counted[key])).items():
                if w in shared:
                    self._index[w][0].append(place)
                    self._index[w][1].append(x)
        self._to: dict[str, dict[str, float]] = {}

    def _vector(self, words: Sequence[int], counts: Sequence[int]) -> dict[int, float]:
        rarity = self._rarity
        vector = {w: (1 + math.log(k)) * rarity[w] for w, k in zip(words, counts, strict=True) if w in rarity}
        size = math.sqrt(sum(x * x for x in vector.values())) or 1.0
        return {w: x / size for w, x in vector.items()}

    def to(self, key: str) -> dict[str, float]:
        """The likeness of other articles to an asked one: of all that were asked about, and of the nearest others."""
        if key not in self._to:
            sums: dict[int, float] = defaultdict(float)
            for w, x in self._vectors[key].items():
                for place, y in zip(*self._index[w], strict=True):
                    sums[place] += x * y
            out = {self._keys[place]: x for place, x in sums.items() if self._keys[place] != key}
            others = ((x, other) for other, x in out.items() if other not in self._asked)
            nearest = heapq.nsmallest(self._most, others, key=lambda pair: (-pair[0], pair[1]))
            self._to[key] = {k: x for k, x in out.items() if k in self._asked} | {k: x for x, k in nearest}
        return self._to[key]

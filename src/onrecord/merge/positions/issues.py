"""Which matters are one issue: found by the terms that they share, weighed by how rare these are.

Candidates are pairs that share a term; an edge joins two whose likeness reaches LIKE; clusters grow by
average likeness inside the connected components, always the likeliest pair first and ties by place, so that
the order in which articles came does not matter.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

LIKE = 0.35
LONGEST_LABEL = 60
STEM = 5  # letters by which a word of a label is known for a term

Terms = tuple[str, ...]


def gather(matters: Sequence[Terms]) -> list[list[int]]:
    """Clusters of matters by index, each sorted, in the order of their first."""
    kinds = sorted(set(matters))  # the same terms are the same matter: one node, so that copies weigh nothing
    weights = _weights(kinds)
    edges = {pair: _likeness(kinds, weights, *pair) for pair in _candidates(kinds)}
    cluster_of = {n: k for k, c in enumerate(_average_link(len(kinds), edges)) for n in c}
    out: dict[int, list[int]] = defaultdict(list)
    place = {terms: n for n, terms in enumerate(kinds)}
    for n, terms in enumerate(matters):
        out[cluster_of[place[terms]]].append(n)
    return sorted(out.values())


def _weights(kinds: Sequence[Terms]) -> dict[str, float]:
    count = Counter(t for terms in kinds for t in terms)
    return {t: 1 + math.log(1 + len(kinds) / n) for t, n in count.items()}


def _candidates(kinds: Sequence[Terms]) -> set[tuple[int, int]]:
    holding: dict[str, list[int]] = defaultdict(list)
    for n, terms in enumerate(kinds):
        for t in terms:
            holding[t].append(n)
    return {(a, b) for ns in holding.values() for k, a in enumerate(ns) for b in ns[k + 1 :]}


def _likeness(kinds: Sequence[Terms], weights: dict[str, float], a: int, b: int) -> float:
    """Cosine of the weighted terms."""
    shared = sum(weights[t] ** 2 for t in set(kinds[a]) & set(kinds[b]))
    size = math.sqrt(sum(weights[t] ** 2 for t in kinds[a]) * sum(weights[t] ** 2 for t in kinds[b]))
    return shared / size if size else 0.0


def _average_link(size: int, edges: dict[tuple[int, int], float]) -> list[list[int]]:
    """Clusters joined while the average likeness between two of them reaches LIKE."""
    clusters = {n: [n] for n in range(size)}
    like = dict(edges)
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    while like:
        (a, b), best = max(like.items(), key=lambda kv: (kv[1], -kv[0][0], -kv[0][1]))
        if best < LIKE:
            break
        for c in near[a] | near[b]:
            if c in (a, b):
                continue
            ac, bc = like.pop(_pair(a, c), 0.0), like.pop(_pair(b, c), 0.0)
            na, nb = len(clusters[a]), len(clusters[b])
            like[_pair(a, c)] = (ac * na + bc * nb) / (na + nb)
            near[c].discard(b)
            near[c].add(a)
        near[a] = (near[a] | near.pop(b, set())) - {a, b}
        like.pop((a, b))
        clusters[a] += clusters.pop(b)
    return [sorted(c) for c in clusters.values()]


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def label_of(topics: Sequence[str], shared: Sequence[str]) -> str:
    """A short name: of the noun phrases that name the members' matters ("" for none) the one that holds most of the
    shared terms, then one of several words that recurs, then the one most like the rest.

    Where no member is named by a noun phrase, the terms that they share.
    """
    names = [_short(t) for t in topics]
    bags = [frozenset(n.lower().split()) for n in names]

    def rank(n: int) -> tuple[int, bool, float, int, str]:
        held = sum(any(w.startswith(t[:STEM]) for w in bags[n]) for t in shared)
        telling = len(bags[n]) > 1 and bags.count(bags[n]) > 1
        alike = sum(len(bags[n] & b) / len(bags[n] | b) for b in bags if b)
        return (-held, not telling, -alike, len(names[n]), names[n])

    named = [n for n in range(len(names)) if names[n]]
    if not named:
        return _short(" and ".join(shared[:2]))
    return names[min(named, key=rank)]


def _short(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip(" \"'“”‘’.,;:–—-")
    if len(words) > LONGEST_LABEL:
        words = words[: LONGEST_LABEL + 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return words[:1].upper() + words[1:]

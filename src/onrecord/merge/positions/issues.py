"""Which matters are one issue: candidates, edges, clusters.

Candidates share a term; an edge says how alike they are; clusters grow by average likeness, always the likeliest
pair first and ties by place, so that the order in which articles came does not matter.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.merge.positions.likeness import Edge, Terms, edges

LIKE = 0.42
WIDTH = 384  # of a vector


@dataclass(frozen=True, slots=True)
class Matter:
    """What a position is about: its terms, and its meaning as a vector of signed bytes (b"" where not known)."""

    terms: Terms
    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Matters of one issue by index, sorted; `joined` pairs of them with what joined each, None for equal terms."""

    members: tuple[int, ...]
    joined: tuple[tuple[int, int, Edge | None], ...]


def gather(matters: Sequence[Matter]) -> list[Cluster]:
    """The issues, in the order of their first matter. Matters of the same terms are one kind: copies weigh nothing."""
    kinds = sorted({m.terms for m in matters})
    of_kind: dict[Terms, list[int]] = defaultdict(list)
    for n, matter in enumerate(matters):
        of_kind[matter.terms].append(n)
    vectors = np.stack([_meaning([matters[n] for n in of_kind[k]]) for k in kinds]) if kinds else np.zeros((0, 0))
    out = []
    for cluster, used in _average_link(len(kinds), edges(kinds, vectors)):
        held = [of_kind[kinds[k]] for k in cluster]
        joined: list[tuple[int, int, Edge | None]] = [(ns[0], n, None) for ns in held for n in ns[1:]]
        joined += [(of_kind[kinds[e.a]][0], of_kind[kinds[e.b]][0], e) for e in used]
        out.append(Cluster(tuple(sorted(n for ns in held for n in ns)), tuple(joined)))
    return sorted(out, key=lambda c: c.members)


def _meaning(matters: Sequence[Matter]) -> NDArray[np.float64]:
    """The mean direction of the distinct vectors, of length one."""
    total = np.zeros(WIDTH)
    for vector in {m.vector for m in matters if m.vector}:
        total += np.frombuffer(vector, dtype=np.int8)  # whole numbers: their sum is exact in any order
    size = float(np.linalg.norm(total))
    return total / size if size else total


@dataclass(slots=True)
class _Growing:
    """A cluster that grows: its kinds, the edges that made it, and for each neighbour the sum of the likenesses
    between the two and the strongest edge."""

    kinds: list[int]
    used: list[Edge]
    near: dict[int, tuple[float, Edge]]


def _average_link(size: int, found: Sequence[Edge]) -> Iterator[tuple[list[int], list[Edge]]]:
    """Clusters joined while the average likeness between two of them reaches LIKE, no edge counting as none.

    The smaller neighbourhood moves into the larger. What waits in the heap may have become less alike since, never
    more, for then it was pushed again; so it is looked at once more when its turn comes.
    """
    clusters = {n: _Growing([n], [], {}) for n in range(size)}
    for e in found:
        clusters[e.a].near[e.b] = clusters[e.b].near[e.a] = (e.likeness, e)
    heap = [(-e.likeness, e.a, e.b) for e in found if e.likeness >= LIKE]
    heapq.heapify(heap)
    while heap:
        waited, a, b = heapq.heappop(heap)
        if a not in clusters or b not in clusters:
            continue
        now = _average(clusters, a, b)
        if now < -waited:
            if now >= LIKE:
                heapq.heappush(heap, (-now, a, b))
            continue
        kept, gone = (a, b) if len(clusters[a].near) >= len(clusters[b].near) else (b, a)
        for c in _join(clusters, kept, gone):
            if (alike := _average(clusters, kept, c)) >= LIKE:
                heapq.heappush(heap, (-alike, min(kept, c), max(kept, c)))
    for cluster in clusters.values():
        yield sorted(cluster.kinds), sorted(cluster.used, key=lambda e: (-e.likeness, e.a, e.b))


def _average(clusters: dict[int, _Growing], a: int, b: int) -> float:
    return round(clusters[a].near[b][0] / (len(clusters[a].kinds) * len(clusters[b].kinds)), 9)


def _join(clusters: dict[int, _Growing], kept: int, gone: int) -> list[int]:
    """Put one cluster into the other; the neighbours of which this may be more alike now."""
    one, other = clusters[kept], clusters.pop(gone)
    one.used += [*other.used, one.near.pop(gone)[1]]
    one.kinds += other.kinds
    del other.near[kept]
    for c, (total, strongest) in other.near.items():
        mine = one.near.get(c)
        if mine is not None:
            total += mine[0]
            strongest = min(mine[1], strongest, key=lambda e: (-e.likeness, e.a, e.b))
        one.near[c] = clusters[c].near[kept] = (total, strongest)
        del clusters[c].near[gone]
    return sorted(other.near)

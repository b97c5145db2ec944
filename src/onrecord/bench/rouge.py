"""Alignment ROUGE-1 of timelines, many to one ("align+ m:1", Martschat and Markert, EACL 2017).

Each day of one timeline is compared with the day of the other that costs least, the cost rising with the days
between and falling with the words shared; what is shared counts the less, the farther the days are apart. Words
are stemmed, common ones left out, as ROUGE 1.5.5 does with -m and -s (with this package's own list of them).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files

from onrecord.bench.porter import stem

Timeline = Mapping[str, Sequence[str]]
"""ISO day -> its sentences."""


def alignment(found: Timeline, told: Timeline) -> tuple[float, float]:
    """Precision and recall of the timeline found against the one that a person told."""
    return _one_way(found, told), _one_way(told, found)


def _one_way(timeline: Timeline, other: Timeline) -> float:
    """The share of a timeline's words that stand in the other on about the same day."""
    total = sum(sum(_counted(lines).values()) for lines in timeline.values())
    shared = 0.0
    for day, lines in timeline.items():
        if other:
            nearest = min(sorted(other), key=lambda d: _cost(day, lines, d, other[d]))
            common = (_counted(lines) & _counted(other[nearest])).total()
            shared += common / (_apart(day, nearest) + 1)
    return shared / total if total else 0.0


def _cost(day: str, lines: Sequence[str], other_day: str, others: Sequence[str]) -> float:
    mine, theirs = _plain(lines), _plain(others)
    alike = 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())
    return (1 - 1 / (_apart(day, other_day) + 1)) * (1 - alike)


def _apart(day: str, other: str) -> int:
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)


def _plain(lines: Sequence[str]) -> Counter[str]:
    return Counter(w for line in lines for w in line.split())


def _counted(lines: Sequence[str]) -> Counter[str]:
    words = (w for line in lines for w in re.findall(r"[a-z0-9$][a-z0-9]*", line.lower()))
    return Counter(stem(w) if len(w) > 3 else w for w in words if w not in _common_words())


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    content = files("onrecord.merge").joinpath("data", "common_words.txt").read_text(encoding="utf-8")
    return frozenset(w for line in content.splitlines() if not line.startswith("#") for w in line.split())

"""Which articles do not belong to the record, where it is fed by more than its own negotiation, and why not.

Nothing is set aside on a doubt: such an article names hardly anyone whom the record is about, and is unlike every
article that belongs to it. A function of the set of articles, the settings and the rulings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from math import fsum

from onrecord.articles import Article
from onrecord.merge.relevance.core import MANY, NEAR, Around, about_one, grown, marks, named, naming, same, talking
from onrecord.merge.stories.words import neighbours, vectors_of, words_of
from onrecord.readings import Reading
from onrecord.settings import Settings

FEW = 8
"""Articles too few to weigh words by: of them, one is set aside only if it names nobody whom the record is about."""
KNOWN = 0.2
"""Of what tells whom the record is about, the share that an article names if it may belong to it."""
TELLING = 0.5
"""What these tell on average, from which on an article that names but few of them is strange: where all articles
name them anyway, only one that names none is."""
FAR = 0.12
"""The cosine of two articles' words below which they have nothing to do with each other."""


def set_aside(
    readings: Sequence[tuple[Article, Reading]], settings: Settings, ruled: Mapping[str, bool]
) -> dict[str, str]:
    """The articles that do not belong to the record, by id, each with the reason in words.

    `ruled` tells, by id, of which articles an analyst said whether they belong: that is followed, and learned from.
    """
    order = sorted(readings, key=lambda r: (r[0].file, r[0].id))
    coverage = _Coverage(order, {p.id for p in settings.parties}, ruled)
    out = {a.id: "set aside by hand" for a, _ in order if ruled.get(a.id) is False}
    core = coverage.core()
    about = marks(coverage.names, core)
    for n, (article, _) in enumerate(order):
        if core and n not in core and article.id not in ruled:
            reason = coverage.against(n, core, about)
            if reason is not None:
                out[article.id] = reason
    return out


class _Coverage:
    """The articles by their places in a fixed order, with what is known of the record beforehand."""

    def __init__(
        self, order: Sequence[tuple[Article, Reading]], parties: Collection[str], ruled: Mapping[str, bool]
    ) -> None:
        self.articles = [a for a, _ in order]
        self.read = [r for _, r in order]
        self.names = [named(r) for r in self.read]
        self.told = naming(self.names, parties)
        self.kept = {n for n, a in enumerate(self.articles) if ruled.get(a.id) is True}
        self.refused = {n for n, a in enumerate(self.articles) if ruled.get(a.id) is False}

    def core(self) -> set[int]:
        """The articles that surely belong to the record; all of them where none is strange, none where it is not
        clear what the record is about."""
        seeds = self.kept | self.told
        if not seeds and len(self.read) < MANY:
            return set()
        about = marks(self.names, seeds or talking(self.read))
        if not self.refused and not any(self._is_strange(n, about) for n in range(len(self.read))):
            return set(range(len(self.read)))
        if not seeds:
            return about_one(self.read, self._same)
        return grown(seeds, self._same) if len(self.read) >= FEW else seeds

    def against(self, n: int, core: Collection[int], about: Mapping[str, float]) -> str | None:
        """Why an article does not belong to the record; None if it may."""
        alike, nearest = self._closest(n, core)
        unlike, refused = self._closest(n, self.refused)
        if unlike >= NEAR and unlike > alike and refused is not None:
            return f"like {refused.file}, which was set aside"
        if not self._is_strange(n, about) or (alike >= FAR and len(self.read) >= FEW):
            return None
        who = "hardly anyone" if self.names[n] & about.keys() else "nobody"
        why = f"names {who} whom the record is about"
        return f"{why}, and is unlike the rest: {nearest.file} is nearest to it" if nearest else why

    def _is_strange(self, n: int, about: Mapping[str, float]) -> bool:
        """Whether an article names too few of those whom the record is about."""
        if not about or n in self.told:
            return False
        known = self.names[n] & about.keys()
        if len(self.read) < FEW or fsum(about.values()) < TELLING * len(about):
            return not known
        return fsum(about[w] for w in known) < KNOWN * fsum(about.values())

    def _closest(self, n: int, group: Collection[int]) -> tuple[float, Article | None]:
        """How much an article is like one of a group at most, and like which."""
        those = [(x, -k) for k, x in self._around.get(n, {}).items() if k in group]
        alike, place = max(those, default=(0.0, 1))
        return alike, self.articles[-place] if those else None

    @cached_property
    def _around(self) -> Around:
        out: dict[int, dict[int, float]] = defaultdict(dict)
        for m, n, alike in neighbours(vectors_of([words_of(a) for a in self.articles])):
            out[m][n] = out[n][m] = alike
        return out

    @cached_property
    def _same(self) -> Mapping[int, Collection[int]]:
        return same(self._around, self.refused)

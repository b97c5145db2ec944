"""Keeps one article of a matter among unrelated news, and measures what becomes of the others.

    python benchmarks/relevance.py ../shared/data

Reads the articles of `stories` and `timex`; each story in turn is the record, everything else the noise. Prints how
many of its articles stay, and which share of the noise is set aside: among the other stories alone, where nothing
else is near, and among all articles.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from onrecord.articles import Article
from onrecord.bench.layouts import stories, timeml
from onrecord.errors import Refused
from onrecord.merge.relevance.find import set_aside
from onrecord.pipeline import read_text
from onrecord.readings import Reading
from onrecord.settings import Settings

Read = tuple[Article, Reading]


def main(data: Path) -> None:
    told: dict[str, list[Read]] = {}
    for document in stories(data / "stories").values():
        told.setdefault(document.story, []).append(_read(document.text, document.published))
    noise = []
    for folder in sorted((data / "timex").iterdir()):
        for name, dated in timeml(folder).items():
            try:
                noise.append(_read(dated.text, dated.published))
            except Refused as refusal:
                print(f"{name}: {refusal.reason}", file=sys.stderr)
    print("story\tamong\tkept of its own\tset aside of the others")
    for story in told:
        others = [read for name, those in told.items() if name != story for read in those]
        _measure(story, "stories", told[story], others)
        _measure(story, "all", told[story], others + noise)


def _measure(story: str, among: str, own: list[Read], others: list[Read]) -> None:
    kept: Mapping[str, bool] = {own[0][0].id: True}
    aside = set_aside([*own, *others], Settings(), kept)
    left = sum(article.id not in aside for article, _ in own)
    apart = sum(article.id in aside for article, _ in others)
    print(f"{story}\t{among}\t{left} of {len(own)}\t{apart} of {len(others)} = {apart / len(others):.3f}")


def _read(text: str, published: str | None) -> Read:
    read = read_text(text, published=published)
    return read.article, read.reading


if __name__ == "__main__":
    main(Path(sys.argv[1]))

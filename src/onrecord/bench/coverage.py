"""Coverage with the timelines that people made of it: FOLDER/articles.jsonl and FOLDER/timelines.jsonl.

A line of the first is one article, {"id", "time", "text"}; of the second one timeline, [[day, [sentence, ...]], ...].
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from onrecord.bench.layouts import nothing_in
from onrecord.errors import Stopped

Timeline = Mapping[str, tuple[str, ...]]
"""ISO day -> what is told of it, a sentence each; the days in order."""


class DatedArticle(NamedTuple):
    """An article with the day (ISO) on which it was published."""

    id: str
    published: str
    text: str


@dataclass(frozen=True)
class Assignment:
    """A set of articles, the same object for all its assignments, and one timeline that a person made of it."""

    articles: tuple[DatedArticle, ...]
    told: Timeline

    @property
    def lines(self) -> int:
        """How many sentences the timeline has for a day, on average."""
        return max(1, round(fmean(len(lines) for lines in self.told.values())))


def assignments(folder: Path) -> dict[str, Assignment]:
    """The timelines of a set, or of every set in a folder, by the name of the set and their number from 1.

    Raises Stopped if there is none.
    """
    sets = [folder] if (folder / "articles.jsonl").is_file() else sorted(folder.glob("*/"))
    out = {}
    for one in sets:
        if not (one / "articles.jsonl").is_file():
            continue
        articles = tuple(_article(line) for line in _lines(one / "articles.jsonl"))
        for n, line in enumerate(_lines(one / "timelines.jsonl"), 1):
            told = {day[:10]: tuple(s.strip() for s in sentences) for day, sentences in sorted(line) if sentences}
            if told:
                out[f"{one.name}-{n}"] = Assignment(articles, told)
    if not out:
        raise nothing_in(folder, "articles (articles.jsonl) with timelines (timelines.jsonl)", "articles.jsonl")
    return out


def _article(line: Any) -> DatedArticle:
    return DatedArticle(str(line["id"]), line["time"][:10], line["text"])


def _lines(path: Path) -> list[Any]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except OSError as e:
        raise Stopped(f"{path}: {e.strerror}") from None
    except ValueError:
        raise Stopped(f"{path}: is no JSON, one value a line") from None

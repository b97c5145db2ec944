"""Hides the dates of a share of dated articles and measures how well the rest of the record finds them.

    python benchmarks/dating.py ARTICLES [--hide 0.3] [--seeds 3] [--misses]

ARTICLES is a .jsonl with one {"id", "time": ISO day, "text"} a line, or a folder of .txt with their
days in their names. "near" is the share of the hidden articles whose day lies from one day before to
six days after the inferred one.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from datetime import date
from pathlib import Path

from onrecord.articles import Article, Block, Published
from onrecord.extract.timexes.find import find_timexes
from onrecord.merge.dating.articles import date_articles
from onrecord.readings import Reading


def article_of(key: str, text: str, day: str | None) -> Article:
    """A plain article whose every non-blank line is body."""
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("body", position, position + len(line)))
        position += len(line) + 1
    published = Published(day, "explicit", "given") if day else Published()
    return Article(key, key, key, text, tuple(blocks), published=published)


def load(articles: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The days and the texts by id."""
    if articles.is_dir():
        named = {f.stem: (f, re.search(r"\d{4}-\d\d-\d\d", f.stem)) for f in sorted(articles.glob("*.txt"))}
        dated = {key: (f, day[0]) for key, (f, day) in named.items() if day}
        return {k: d for k, (_, d) in dated.items()}, {k: f.read_text(encoding="utf-8") for k, (f, _) in dated.items()}
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    return {str(r["id"]): r["time"][:10] for r in rows}, {str(r["id"]): r["text"] for r in rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--hide", type=float, default=0.3)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    days, texts = load(args.articles)
    timexes = {k: find_timexes(t, [b.span for b in article_of(k, t, None).blocks]) for k, t in texts.items()}
    for seed in range(args.seeds):
        hidden = set(random.Random(seed).sample(sorted(days), round(args.hide * len(days))))
        readings = [
            (article_of(k, t, None if k in hidden else days[k]), Reading(k, timexes[k])) for k, t in texts.items()
        ]
        found = date_articles(readings)
        report(hidden, days, found, args.misses)


def report(hidden, days, found, misses) -> None:  # type: ignore[no-untyped-def]
    exact = near = inside = given = 0
    for key in sorted(hidden):
        published = found[key].published
        if published.value is None:
            continue
        given += 1
        off = (date.fromisoformat(days[key]) - date.fromisoformat(published.value)).days
        exact += off == 0
        near += -1 <= off <= 6
        low, high = published.not_before or published.value, published.not_after or published.value
        inside += low <= days[key] <= high
        if misses and not -1 <= off <= 6:
            print("OFF", off, key, days[key], published)
    print(
        f"{len(hidden)} hidden: {given} dated, exact {exact / len(hidden):.3f}, near {near / len(hidden):.3f}"
        f" ({near / max(1, given):.3f} of the dated), inside the bounds {inside / max(1, given):.3f}"
    )


if __name__ == "__main__":
    main()

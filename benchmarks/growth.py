"""What adding one article costs in a large record, beside an empty one, in the same run.

    python benchmarks/growth.py [--articles 50000] [--adds 20]

The large record is filled from 200 made-up articles that are really read: each further one is one of them
with its longer words replaced by others of the same length, so that its text, its sketch and its words in
the search index are its own while its reading stays true. The measured articles are read and added for
real, one `add` each, in turn to either record; the medians count. Peak memory is of a process that opens
the large record and adds to it, beside one that adds to an empty record.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from speed import SETTINGS, articles
from sqlalchemy import event

from onrecord.articles import Article, Capture
from onrecord.extract.sketch import sketch
from onrecord.pipeline import Record, reading_fingerprint
from onrecord.readings import Reading
from onrecord.settings import Settings

READ = 200  # articles that are really read
_LONG = re.compile(r"\b[a-z]{7,}\b")


def other_words(content: str, chance: Random) -> str:
    """The text with its longer words replaced, each by another of its length, the same one throughout."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    known: dict[str, str] = {}

    def instead(found: re.Match[str]) -> str:
        word = found.group()
        return known.setdefault(word, "".join(chance.choice(letters) for _ in word))

    return _LONG.sub(instead, content)


def variants(read: list[tuple[Article, Reading]], count: int) -> Iterator[tuple[Article, Reading]]:
    chance = Random(1907)
    for n in range(count):
        article, reading = read[n % len(read)]
        name = f"variant-{n:06}"
        made = replace(article, id=name, file=name, source=name, content=other_words(article.content, chance))
        yield made, replace(reading, article=name, sketch=sketch(made))


def fill(location: Path, source: Path, count: int) -> None:
    with Record.open(str(location)) as record:
        event.listen(record.store.engine, "connect", lambda c, _: c.execute("PRAGMA synchronous = OFF"))
        record.add([str(source)], settings=Settings.from_toml(SETTINGS))
        read, fingerprint = record.store.readings(), reading_fingerprint(record.store.settings())
        for article, reading in variants(read, count - len(read)):
            record.store.add(article, Capture(article.source, article.file, article.content.encode(), "text"))
            record.store.put_reading(reading, fingerprint)


def add_each(sources: list[Path], records: list[Path]) -> None:
    """Seconds of each `add` by record, and the peak of memory, as JSON."""
    seconds: dict[str, list[float]] = {str(r): [] for r in records}
    opened = {str(r): Record.open(str(r)) for r in records}
    for n, source in enumerate(sources):
        for name, record in opened.items():
            settings = Settings.from_toml(SETTINGS) if n == 0 else None  # the first loads the model and is not counted
            started = time.perf_counter()
            report = record.add([str(source)], settings=settings)
            seconds[name].append(time.perf_counter() - started)
            assert report.added, report.refused
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": [statistics.median(s[1:]) for s in seconds.values()], "megabytes": peak}))


def measured(sources: list[Path], *records: Path) -> tuple[list[float], float]:
    command = [sys.executable, __file__, "--child", *map(str, sources), "--records", *map(str, records)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
    return told["seconds"], told["megabytes"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--adds", type=int, default=20)
    parser.add_argument("--child", nargs="+", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--records", nargs="+", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        add_each(args.child, args.records)
        return
    with tempfile.TemporaryDirectory() as folder:
        made = list(articles(READ + args.adds + 1))
        base = Path(folder) / "base.jsonl"
        base.write_text("".join(json.dumps(a) + "\n" for a in made[:READ]), encoding="utf-8")
        sources = []
        for a in made[READ:]:
            sources.append(Path(folder) / f"{a['id']}.jsonl")
            sources[-1].write_text(json.dumps(a) + "\n", encoding="utf-8")
        large, empty, alone = (Path(folder) / name for name in ("large.db", "empty.db", "alone.db"))
        fill(large, base, args.articles)
        print(f"a record of {args.articles:,} articles, {large.stat().st_size / 1e6:,.0f} MB on disk; {args.adds} adds")
        _, peak_alone = measured(sources, alone)
        (in_empty, in_large), peak = measured(sources, empty, large)
        print(f"{'':14} {'s/article':>10} {'MB':>7}")
        print(f"{'empty record':14} {in_empty:10.3f} {peak_alone:7.0f}")
        print(f"{'large record':14} {in_large:10.3f} {peak:7.0f}")
        print(f"ratio {in_large / in_empty:.2f}")


if __name__ == "__main__":
    main()

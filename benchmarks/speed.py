"""Time and memory of `onrecord add` on 1,000 articles, beside bare spaCy on the same text in the same run.

    python benchmarks/speed.py [--articles N] [--repeat N]

The articles are made up from sentence patterns, the same on every run. Each measurement runs in a
process of its own, one after the other, so that memory is its own peak; seconds are of processor time,
and of several repeats the fastest counts. "spaCy" is `spacy.load(model).pipe(texts)` with nothing done
with the result.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SETTINGS = """
[[parties]]
id = "VAL"
name = "Valdoria"
aliases = ["Valdorian", "Estmark"]
capital = "Estmark"

[[parties]]
id = "KAR"
name = "Karsia"
aliases = ["Karsian", "Tolm"]
capital = "Tolm"

[[parties]]
id = "LEAGUE"
name = "Northern League"
kind = "alliance"
aliases = ["the League"]
"""
SIDES = (("Valdoria", "Valdorian"), ("Karsia", "Karsian"))
PEOPLE = (
    ("Mira Holt", "foreign minister"),
    ("Anton Rell", "deputy foreign minister"),
    ("Ines Tovar", "chief negotiator"),
    ("Pavel Orsic", "president"),
    ("Dana Quill", "spokeswoman"),
    ("Jorun Aske", "defence minister"),
)
MATTERS = (
    "the transit fee",
    "the patrols near the cape",
    "the monitoring mission",
    "the grain ships",
    "the pipeline",
    "the release of the crews",
    "the fishing zone",
    "the border crossing",
    "the power exports",
    "the old treaty",
)
PLACES = ("Lindhaven", "Port Sella", "Halden", "Geneva", "Vienna")
OUTLETS = ("The Courier", "Tribune", "Evening Dispatch", "Harbour News", "The Review", "Meridian")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "September", "October", "November")
PATTERNS = (
    "{side} and {other} will hold talks on {matter} in {place} on {month} {day}, {person}, the {adj} {office}, said.",
    "“We are ready to discuss {matter}, but not under pressure,” {last} told reporters in {place}.",
    "“{side} has made its offer, and it now waits for an answer on {matter},” the {office} said after the meeting.",
    "{side} demands that {other} give up {matter} before anything else is signed.",
    "{other} rejected the demand and offered to talk about {matter} early next week.",
    "If {other} does not move on {matter}, {side} will close the strait, {last} warned on {weekday}.",
    "{last} denied that {side} had broken off the talks, which were postponed from {month} {day}.",
    "According to the {adj} ministry, about {number} ships have waited since last month.",
    "The Northern League called on both sides to pull back from {matter} and proposed a meeting in {place}.",
    "Officials in {place} said that the delegations had agreed on part of the agenda, but not on {matter}.",
    "The dispute over {matter} goes back to {year}, when the two states signed a protocol that neither has kept.",
    "Traders in the port said they had lost {number} dollars a day, and that insurers would not wait until {month}.",
    "“Nobody should expect us to come back empty-handed,” {last} was quoted as saying by {outlet}.",
    "A ferry company that serves both coasts has taken on new staff in the hope that traffic will resume.",
    "The harbour was quiet on {weekday}, with a few dozen people waiting near the customs house for news.",
    "{last} said that a second round could take place in {month}, though no date has been set.",
)


def articles(count: int) -> Iterator[dict[str, str]]:
    """Made-up articles, each of some twenty sentences, over half a year."""
    chance = random.Random(20310504)
    for n in range(count):
        day = date(2031, 1, 6) + timedelta(days=n * 180 // count)
        paragraphs = []
        for _ in range(7):
            picked = chance.sample(PATTERNS, 3)
            paragraphs.append(" ".join(_filled(p, chance) for p in picked))
        title = f"{chance.choice(SIDES)[0]} and the dispute over {chance.choice(MATTERS)}, day {n + 1}"
        yield {
            "id": f"made-up-{n:05}",
            "title": title,
            "published": day.isoformat(),
            "outlet": chance.choice(OUTLETS),
            "text": "\n\n".join(paragraphs),
        }


def _filled(pattern: str, chance: random.Random) -> str:
    (side, adj), (other, _) = chance.sample(SIDES, 2)
    person, office = chance.choice(PEOPLE)
    return pattern.format(
        side=side, adj=adj, other=other, person=person, last=person.split()[-1], office=office,
        matter=chance.choice(MATTERS), place=chance.choice(PLACES), outlet=chance.choice(OUTLETS),
        month=chance.choice(MONTHS), day=chance.randint(1, 28), weekday=(date(2031, 1, 6)
        + timedelta(days=chance.randint(0, 6))).strftime("%A"), number=f"{chance.randint(2, 900) * 100:,}",
        year=chance.randint(1950, 2020),
    )  # fmt: skip


def bare(source: Path, _: Path) -> None:
    """The language pipeline alone."""
    from onrecord.enrich.parse import pipeline
    from onrecord.settings import Settings

    texts = [json.loads(line)["text"] for line in source.open(encoding="utf-8")]
    for _doc in pipeline(Settings().model).pipe(texts):
        pass


def add(source: Path, record: Path) -> None:
    """`onrecord add`."""
    from onrecord.pipeline import Record
    from onrecord.settings import Settings

    with Record.open(str(record)) as opened:
        opened.add([str(source)], settings=Settings.from_toml(SETTINGS))


def first_show(_: Path, record: Path) -> None:
    """The first look at the record: everything is merged."""
    from onrecord.pipeline import Record

    with Record.open(str(record)) as opened:
        opened.entries()


def next_show(source: Path, record: Path) -> None:
    """Another look: nothing has changed."""
    first_show(source, record)


def add_one(source: Path, record: Path) -> None:
    """One more article, the model loaded for it alone."""
    add(source.with_name("more.jsonl"), record)


def show_after(source: Path, record: Path) -> None:
    """The look after that: everything is merged again."""
    first_show(source, record)


MEASURED = {
    "spaCy": bare,
    "onrecord add": add,
    "first show": first_show,
    "next show": next_show,
    "add one more": add_one,
    "show after it": show_after,
}


def measured(name: str, source: Path, record: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one measurement, in a process of its own."""
    command = [sys.executable, __file__, "--child", name, str(source), str(record)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    told = json.loads(out.splitlines()[-1])
    return told["seconds"], told["megabytes"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        name, source, record = args.child
        started = time.process_time()
        MEASURED[name](Path(source), Path(record))
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": seconds, "megabytes": peak}))
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        *made, more = articles(args.articles + 1)
        source.write_text("".join(json.dumps(a) + "\n" for a in made), encoding="utf-8")
        source.with_name("more.jsonl").write_text(json.dumps(more) + "\n", encoding="utf-8")
        words = sum(len(a["text"].split()) for a in made)
        print(f"{len(made):,} articles, {words:,} words")
        print(f"{'':14} {'seconds':>8} {'articles/s':>11} {'MB':>7} {'beside spaCy':>13}")
        base = 0.0
        for name in MEASURED:
            runs = []
            for n in range(args.repeat):
                record = Path(folder) / (f"record-{n}.db" if name == "onrecord add" else "record-0.db")
                runs.append(measured(name, source, record))
            seconds, peak = min(r[0] for r in runs), max(r[1] for r in runs)
            base = base or seconds
            print(f"{name:14} {seconds:8.1f} {len(made) / seconds:11.1f} {peak:7.0f} {seconds / base:12.2f}x")


if __name__ == "__main__":
    main()

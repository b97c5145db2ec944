"""Scores temporal expressions on TimeML files, split into halves by document.

    python benchmarks/timex.py FOLDER_OF_TML [--half 0|1] [--predictions OUT] [--misses]

Value F1 as in TempEval-3: relaxed F1 times the share of right values among those that overlap.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from onrecord.dates import Timex, resolve
from onrecord.extract.timexes import find_timexes
from onrecord.text import Span


@dataclass(frozen=True)
class Document:
    name: str
    text: str
    published: str
    gold: list[tuple[int, int, str, str]]


def load(path: Path) -> Document:
    """One TimeML file: the TEXT element without tags, and its TIMEX3 as (start, end, type, value)."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    published = re.search(r'<DCT>.*?value="([^"]+)"', raw, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    assert published is not None, path
    assert body is not None, path
    out: list[str] = []
    open_, gold, position = [], [], 0
    for part in re.split(r"(<[^>]+>)", body.group(1)):
        if part.startswith("<TIMEX3"):
            open_.append((position, dict(re.findall(r'(\w+)="([^"]*)"', part))))
        elif part.startswith("</TIMEX3"):
            start, a = open_.pop()
            if position > start:
                gold.append((start, position, a.get("type", ""), a.get("value", "")))
        elif not (part.startswith("<") and part.endswith(">")):
            out.append(html.unescape(part))
            position += len(out[-1])
    return Document(path.stem, "".join(out), published.group(1)[:10], sorted(gold))


def paragraphs(text: str) -> list[Span]:
    """Stretches between blank lines."""
    return [Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]


def read(doc: Document) -> tuple[Timex, ...]:
    return resolve(find_timexes(doc.text, paragraphs(doc.text)), doc.published)


def pairs(gold: list[tuple[int, int, str, str]], found: tuple[Timex, ...]) -> list[tuple[int, int]]:
    """Overlapping pairs, one to one, equal spans first, then by overlap."""
    near = []
    for i, g in enumerate(gold):
        for j, t in enumerate(found):
            overlap = min(g[1], t.span.end) - max(g[0], t.span.start)
            if overlap > 0:
                near.append(((g[0], g[1]) == (t.span.start, t.span.end), overlap, i, j))
    out: list[tuple[int, int]] = []
    for _, _, i, j in sorted(near, key=lambda x: (not x[0], -x[1])):
        if all(i != a and j != b for a, b in out):
            out.append((i, j))
    return out


def half_of(name: str) -> int:
    return hashlib.md5(name.encode()).digest()[0] % 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    docs = [load(p) for p in sorted(args.folder.glob("*.tml"))]
    docs = [d for d in docs if args.half is None or half_of(d.name) == args.half]
    start = time.perf_counter()
    readings = {d.name: read(d) for d in docs}
    seconds = time.perf_counter() - start
    gold = found = strict = relaxed = valued = typed = 0
    for doc in docs:
        timexes = readings[doc.name]
        matched = pairs(doc.gold, timexes)
        gold, found, relaxed = gold + len(doc.gold), found + len(timexes), relaxed + len(matched)
        for i, j in matched:
            g, t = doc.gold[i], timexes[j]
            strict += (g[0], g[1]) == (t.span.start, t.span.end)
            valued += g[3] == (t.value or "")
            typed += g[2] == t.type
        if args.misses:
            show(doc, timexes, matched)
    both = gold + found
    print(
        f"{args.folder.name}: {len(docs)} documents, {gold} gold, {found} found, {len(docs) / seconds:.0f} articles/s"
    )
    print(
        f"strict F1 {2 * strict / both:.3f}  relaxed F1 {2 * relaxed / both:.3f}  type F1 {2 * typed / both:.3f}"
        f"  value F1 {2 * valued / both:.3f}"
    )
    if args.predictions:
        rows = {n: [[t.span.start, t.span.end, t.type, t.value or ""] for t in r] for n, r in readings.items()}
        prediction = {"system": "onrecord", "seconds": seconds, "docs": rows}
        args.predictions.write_text(json.dumps(prediction, indent=1), encoding="utf-8")


def show(doc: Document, timexes: tuple[Timex, ...], matched: list[tuple[int, int]]) -> None:
    """The differences of one document, one a line."""

    def around(start: int, end: int) -> str:
        text = doc.text
        return f"{text[max(0, start - 70) : start]}[[{text[start:end]}]]{text[end : end + 40]}".replace("\n", " ")

    hit_gold, hit_found = {i for i, _ in matched}, {j for _, j in matched}
    for i, g in enumerate(doc.gold):
        if i not in hit_gold:
            print("MISSED", doc.published, g[2], g[3], "|", around(g[0], g[1]))
    for j, t in enumerate(timexes):
        if j not in hit_found:
            print("EXTRA", doc.published, t.type, t.value, "|", around(t.span.start, t.span.end))
    for i, j in matched:
        g, t = doc.gold[i], timexes[j]
        if g[3] != t.value:
            print("VALUE", doc.published, g[3], "not", t.value, "|", around(t.span.start, t.span.end))


if __name__ == "__main__":
    sys.exit(main())

"""Main text and readers' comments of web pages, trafilatura beside onrecord, in one run.

    python benchmarks/pages.py DATA [--predictions FOLDER]

DATA holds `html/NAME.html` and `gold/NAME.txt`: the article, a line of punctuation and "COMMENTS", the
comments (the layout of the Dragnet set). Prints, for pages: F1 of the words of main text and comments,
averaged over pages; the share of the comments' words that stand in the main text; pages a second. For
the gold texts joined as plain text without markup: F1 by characters of what is read (headline and
body), over all pages and on average, and the share of the comments' characters that leaked into it.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import trafilatura

from onrecord.articles import READ_KINDS, Article, Capture
from onrecord.capture.encodings import encoding_of
from onrecord.clean.article import clean
from onrecord.clean.plain import plain_blocks
from onrecord.errors import Refused

SEPARATOR = re.compile(r"^!@.{2,10}\s+COMMENTS\s*$", re.M)
Parts = tuple[str, str]  # body, comments


def gold_of(folder: Path) -> dict[str, Parts]:
    out = {}
    for path in sorted(folder.glob("*.txt")):
        data = path.read_bytes()
        body, *rest = SEPARATOR.split(data.decode(encoding_of(data), "replace"), maxsplit=1)
        out[path.stem] = (body, rest[0] if rest else "")
    return out


def ours(data: bytes) -> Parts:
    try:
        article = clean(Capture("page", "page", data, "html", encoding_of(data)))
    except Refused:
        return "", ""
    return words_in(article, {*READ_KINDS, "dateline"}), words_in(article, {"comment"})


def words_in(article: Article, kinds: set[str]) -> str:
    return "\n".join(article.content[b.start : b.end] for b in article.blocks if b.kind in kinds)


def theirs(data: bytes, **options: bool) -> Parts:
    found = trafilatura.bare_extraction(data, with_metadata=False, **options)
    return (found.text or "", found.comments or "") if found else ("", "")


SYSTEMS: dict[str, Callable[[bytes], Parts]] = {
    "onrecord": ours,
    "trafilatura": theirs,
    "trafilatura, fast": lambda data: theirs(data, fast=True),
    "trafilatura, no comments, fast": lambda data: theirs(data, fast=True, include_comments=False),
}


def bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def f1(gold: Counter[str], said: Counter[str]) -> float:
    both = (gold & said).total()
    return 2 * both / (gold.total() + said.total()) if both else 0.0


def score(gold: dict[str, Parts], said: dict[str, Parts]) -> tuple[float, float, float]:
    """Mean F1 of the body, mean F1 of the comments (pages that have some), share leaked."""
    bodies, comments, leaked, aside = [], [], 0, 0
    for name, parts in gold.items():
        gold_body, gold_comments = map(bag, parts)
        body, own = map(bag, said[name])
        bodies.append(f1(gold_body, body))
        if gold_comments:
            comments.append(f1(gold_comments, own))
            only = gold_comments - gold_body
            leaked += (only & (body - gold_body)).total()
            aside += only.total()
    return sum(bodies) / len(bodies), sum(comments) / max(1, len(comments)), leaked / max(1, aside)


def plain(gold: dict[str, Parts]) -> tuple[float, float, float]:
    """Over the joined gold texts: F1 by characters of what is read, over all and on average; share leaked."""
    right = said = wanted = leaked = aside = 0
    means = []
    for body, comments in gold.values():
        text = f"{body}\n{comments}"
        read = [b for b in plain_blocks(text) if b.kind in {*READ_KINDS, "dateline"}]
        hit = sum(len(b.span) for b in read if b.start < len(body))
        out = sum(len(b.span) for b in read) - hit
        true = sum(len(s) for s in body.splitlines() if s.strip())
        right, said, wanted, leaked = right + hit, said + hit + out, wanted + true, leaked + out
        aside += sum(len(s) for s in comments.splitlines() if s.strip())
        means.append(2 * hit / (hit + out + true) if true else 1.0)
    return 2 * right / (said + wanted), sum(means) / len(means), leaked / max(1, aside)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--predictions", type=Path, help="folder for one JSON file a system")
    args = parser.parse_args()
    gold = gold_of(args.data / "gold")
    pages = {name: (args.data / "html" / f"{name}.html").read_bytes() for name in gold}
    print(f"{'system':32}{'body F1':>9}{'comments':>10}{'leak':>8}{'pages/s':>9}   ({len(gold)} pages)")
    for system, read in SYSTEMS.items():
        start = time.perf_counter()
        said = {name: read(data) for name, data in pages.items()}
        seconds = time.perf_counter() - start
        body, comments, leak = score(gold, said)
        print(f"{system:32}{body:9.3f}{comments:10.3f}{leak:8.3f}{len(pages) / seconds:9.1f}")
        if args.predictions:
            args.predictions.mkdir(parents=True, exist_ok=True)
            docs = {name: {"body": b, "comments": c} for name, (b, c) in said.items()}
            out = {"system": system, "seconds": seconds, "docs": docs}
            (args.predictions / f"{re.sub(r'[^a-z]+', '_', system)}.json").write_text(json.dumps(out))
    whole, mean, leak = plain(gold)
    print(f"plain text: characters F1 {whole:.3f} over all, {mean:.3f} on average; leaked {leak:.3f}")


if __name__ == "__main__":
    main()

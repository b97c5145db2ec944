"""How well reprints and takeovers are found: copies made of real articles by cutting and editing them.

    python benchmarks/copies.py FOLDER...

Every article of 120 words or more is reprinted once for each cut and rate of edits: the last 10 to 60 % of its
words are cut, and of the words left up to 10 % are replaced, dropped or joined by another. Then its first five
paragraphs are put into the midst of another article. "found" is the share of these copies that name their
original; "covered" the share of the words taken over that are known as taken; "own" the share of an article's own
words that are wrongly said to be taken. Last, how many of the articles themselves are called copies.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence

from onrecord.articles import Article, Capture
from onrecord.capture.sources import captures
from onrecord.clean.article import clean
from onrecord.errors import Refused
from onrecord.extract.sketch import sketch
from onrecord.merge.copies.find import Copied, find_copies
from onrecord.readings import Reading

CUTS = (0.1, 0.3, 0.6)
EDITS = (0.0, 0.01, 0.05, 0.1)
SHORTEST = 120  # words
TAKEN = 5  # paragraphs
HEADLINE = "A headline of the outlet's own"


def articles(folders: Sequence[str]) -> Iterator[Article]:
    for capture in captures(folders, lambda refused: print(refused, file=sys.stderr)):
        try:
            article = clean(capture)
        except Refused:
            continue
        if sum(len(p.split()) for p in paragraphs(article)) >= SHORTEST:
            yield article


def paragraphs(article: Article) -> list[str]:
    return [article.content[b.start : b.end] for b in article.read_blocks() if b.kind == "body"]


def printed(lines: Sequence[str]) -> Article:
    """The lines as another outlet's article."""
    text = "\n\n".join([HEADLINE, *lines])
    return clean(Capture("copy", "copy.txt", text.encode(), "text", encoding="utf-8"))


def copied(copy: Article, *others: Article) -> Copied:
    """What the copy is found to have taken; undated, so it counts as the later."""
    read = [(a, Reading(a.id, sketch=sketch(a))) for a in (copy, *others)]
    return find_copies(read).get(copy.id, Copied())


def reprint(article: Article, cut: float, rate: float, words: Sequence[str], chance: random.Random) -> Article:
    lines, left = [], (1 - cut) * sum(len(p.split()) for p in paragraphs(article))
    for line in paragraphs(article):
        if left > 0:
            lines.append(edited(line, rate, words, chance))
            left -= len(line.split())
    return printed(lines)


def edited(line: str, rate: float, words: Sequence[str], chance: random.Random) -> str:
    out: list[str] = []
    for word in line.split(" "):
        if chance.random() >= rate:
            out.append(word)
        else:
            out += chance.choice(([], [chance.choice(words)], [word, chance.choice(words)]))
    return " ".join(out)


def in_passages(copy: Article, found: Copied, line: str) -> int:
    """How many words of a line of the copy are known as taken."""
    start = copy.content.index(line)
    spans = [(max(p.span.start, start), min(p.span.end, start + len(line))) for p in found.passages]
    return sum(len(copy.content[a:b].split()) for a, b in spans if a < b)


def main() -> None:
    chance = random.Random(11)
    originals = list(articles(sys.argv[1:]))
    words = re.findall(r"[a-z]{3,}", " ".join(a.content for a in originals))
    print(f"{len(originals)} articles")
    for cut in CUTS:
        for rate in EDITS:
            named = 0
            shares = []
            for article in originals:
                copy = reprint(article, cut, rate, words, chance)
                found = copied(copy, article)
                named += found.copy_of == article.id
                shares.append(found.shared or 0)
            print(f"cut {cut:.0%}, edits {rate:.0%}: found {named / len(originals):.3f}, "
                  f"covered {sum(shares) / len(shares):.3f}")  # fmt: skip
    for rate in EDITS:
        takeover(originals, rate, words, chance)
    read = [(a, Reading(a.id, sketch=sketch(a))) for a in originals]
    called = {k: c for k, c in find_copies(read).items() if c.copy_of}
    print(f"called copies among the articles themselves: {len(called)}")
    files = {a.id: a.file for a in originals}
    for name, found in sorted(called.items()):
        print(f"  {files[name]}: {found.shared:.0%} from {files[found.copy_of or '']}")


def takeover(originals: Sequence[Article], rate: float, words: Sequence[str], chance: random.Random) -> None:
    """An outlet's own article with paragraphs of another in its midst."""
    taken = known = own = wrong = 0
    for n, article in enumerate(originals):
        host = originals[(n + len(originals) // 2) % len(originals)]
        lines = [line for p in paragraphs(article)[:TAKEN] if (line := edited(p, rate, words, chance).strip())]
        mine = [p.strip() for p in paragraphs(host)]
        copy = printed([*mine[:2], *lines, *mine[2:]])
        found = copied(copy, article)
        taken += sum(len(line.split()) for line in lines)
        known += sum(in_passages(copy, found, line) for line in lines)
        own += sum(len(line.split()) for line in mine)
        wrong += sum(in_passages(copy, found, line) for line in mine)
    print(f"{TAKEN} paragraphs taken over, edits {rate:.0%}: covered {known / taken:.3f}, own {wrong / own:.4f}")


if __name__ == "__main__":
    main()

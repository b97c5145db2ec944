"""Quotes and their speakers against labelled attributions.

    python -m benchmarks.quotes FOLDER [--first N] [--predictions OUT]

FOLDER holds text/*.txt and attributions/*.ann. A quote is right if it shares 0.3 (0.8) of the words of
the longer of the two with an attribution, one to one; with its speaker, if the words that name the
speaker also overlap. Printed: precision, recall, F1, F1 with the right speaker, articles per second.
`--predictions` writes the quotes as JSON: {"system", "seconds", "docs": {text: [{"content": [[start,
end], ...], "speaker": [start, end] or null}]}}.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from itertools import islice
from pathlib import Path

from benchmarks.attributions import articles, attributions
from onrecord.articles import Article
from onrecord.enrich.layers import enrich
from onrecord.extract.context import Context
from onrecord.extract.quotes import find_quotes
from onrecord.readings import Quote
from onrecord.settings import Settings

Words = frozenset[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=None, help="only the first N texts")
    parser.add_argument("--predictions", type=Path)
    args = parser.parse_args()
    next(iter(enrich(islice(articles(args.folder), 1), Settings())), None)  # the model is loaded before the clock runs
    started = time.perf_counter()
    found: dict[str, tuple[Article, tuple[Quote, ...]]] = {}
    for article, layers in enrich(islice(articles(args.folder), args.first), Settings()):
        found[article.id] = (article, find_quotes(Context(article, layers)))
    seconds = time.perf_counter() - started
    for least in (0.3, 0.8):
        print(f"overlap {least}: {figures(args.folder, found, least)}")
    print(f"{len(found)} articles, {len(found) / seconds:.1f} a second, the parse included")
    if args.predictions:
        docs = {name: [prediction(q) for q in quotes] for name, (_, quotes) in found.items()}
        args.predictions.write_text(json.dumps({"system": "onrecord", "seconds": seconds, "docs": docs}))


def figures(folder: Path, found: dict[str, tuple[Article, tuple[Quote, ...]]], least: float) -> str:
    gold = predicted = right = with_speaker = 0
    for name, (article, quotes) in found.items():
        words = [m.span() for m in re.finditer(r"\w+", article.content)]
        labelled = [(covered(words, a.content), covered(words, a.source)) for a in attributions(folder, name)]
        labelled = [a for a in labelled if a[0]]
        mine = [(covered(words, characters(q.content)), covered(words, characters([q.speaker_span]))) for q in quotes]
        gold, predicted = gold + len(labelled), predicted + len(mine)
        for i, j in paired([a[0] for a in labelled], [q[0] for q in mine], least):
            right += 1
            with_speaker += bool(labelled[i][1] & mine[j][1])
    p, r = right / max(1, predicted), right / max(1, gold)
    both = 2 * with_speaker / max(1, predicted + gold)
    return f"p {p:.3f} r {r:.3f} f1 {2 * right / max(1, predicted + gold):.3f} with speaker {both:.3f}"


def paired(a: list[Words], b: list[Words], least: float) -> list[tuple[int, int]]:
    """Pairs one to one, those that share most first."""
    scored = [(len(x & y) / max(len(x), len(y)), i, j) for i, x in enumerate(a) for j, y in enumerate(b) if x & y]
    out: list[tuple[int, int]] = []
    left, taken = set(range(len(a))), set()
    for score, i, j in sorted(scored, reverse=True):
        if score >= least and i in left and j not in taken:
            left.remove(i)
            taken.add(j)
            out.append((i, j))
    return out


def characters(spans) -> set[int]:  # type: ignore[no-untyped-def]
    return {i for s in spans if s is not None for i in range(s.start, s.end)}


def covered(words: list[tuple[int, int]], inside) -> Words:  # type: ignore[no-untyped-def]
    return frozenset(n for n, (first, last) in enumerate(words) if any(i in inside for i in range(first, last)))


def prediction(quote: Quote) -> dict[str, object]:
    speaker = quote.speaker_span
    return {
        "content": [[s.start, s.end] for s in quote.content],
        "speaker": [speaker.start, speaker.end] if speaker is not None else None,
    }


if __name__ == "__main__":
    main()

"""Where the types of acts go wrong, and what their probabilities are worth.

    python benchmarks/act_types.py PLV.tsv

The confusion table (rows: labelled, columns: found), and for each stretch of probability how many sentences had it
and how many of them were right. What the weights were learnt from is typed by weights learnt without it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import pairwise
from pathlib import Path

from onrecord.bench.events import Ours
from onrecord.bench.layouts import plover

BOUNDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plv", type=Path)
    documents = list(plover(parser.parse_args().plv).values())
    ours = Ours()
    ours.study(documents)
    found = list(ours.likely(documents))
    table = Counter((d.type, f.type) for d, f in zip(documents, found, strict=True))
    types = sorted({d.type for d in documents})
    print("| |" + "".join(f" {t[:4]} |" for t in types))
    print("|---|" + "---|" * len(types))
    for t in types:
        print(f"| {t} |" + "".join(f" {table[t, u] or ''} |" for u in types))
    print("\n| probability | sentences | mean | right |\n|---|---|---|---|")
    for low, high in pairwise(BOUNDS):
        inside = [(f, d) for f, d in zip(found, documents, strict=True) if low < f.probability <= high]
        if inside:
            mean = sum(f.probability for f, _ in inside) / len(inside)
            right = sum(f.type == d.type for f, d in inside) / len(inside)
            print(f"| {low:.2f}-{high:.2f} | {len(inside)} | {mean:.2f} | {right:.2f} |")


if __name__ == "__main__":
    main()

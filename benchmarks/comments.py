"""Fit the weights of `onrecord/clean/habits.py`: how readers write, how reporters write.

    python benchmarks/comments.py PAGES NEWS

PAGES holds `gold/NAME.txt` as for `benchmarks/plain.py`, NEWS plain articles (`*.txt`). Half of the
pages, chosen by a hash of their names, are fitted; the rest are kept for measuring. Prints the weights
(a logistic regression over lines, each class and each text weighing the same) and the share of lines
on the right side, on either half.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from plain import gold_of

from onrecord.clean.habits import HABITS, TRAITS, features, signature
from onrecord.clean.lines import kind_by_words

NAMES = ["bias", *(name for name, _, _ in HABITS), *TRAITS]
BLOG = 0.3  # the writers of these pages often sound like readers; reporters count for more
STEPS, RATE, RIDGE = 4000, 2.0, 0.002


def rows(text: str, label: int, weight: float) -> Iterator[tuple[np.ndarray, int, float]]:
    """Features, label and weight of each line of prose; a long text does not outweigh the others."""
    lines = [s for s in text.splitlines() if s.strip() and not kind_by_words(s) and not signature(s)]
    for line in lines:
        row = np.zeros(len(NAMES))
        row[0] = 1.0
        for name, value in features(line):
            row[NAMES.index(name)] = value
        yield row, label, weight / max(len(lines), 8)


def kept(name: str) -> bool:
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 2 == 0


def table(pages: Path, news: Path, held_out: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    found = []
    for name, (body, comments) in gold_of(pages / "gold").items():
        if kept(name) == held_out:
            found += [*rows(body, 0, BLOG), *rows(comments, 1, 1.0)]
    for path in sorted(news.glob("*.txt")):
        if kept(path.stem) == held_out:
            found += rows(path.read_text(encoding="utf-8"), 0, 1.0)
    x, y, w = (np.array(column) for column in zip(*found, strict=True))
    for label in (0, 1):
        w[y == label] /= w[y == label].sum()
    return x, y, w


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    theta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        error = w * (1 / (1 + np.exp(-x @ theta)) - y)
        theta -= RATE * (x.T @ error + RIDGE * np.r_[0, theta[1:]])
    return theta


def main() -> None:
    pages, news = map(Path, sys.argv[1:3])
    train = table(pages, news, held_out=False)
    theta = fit(*train)
    for name, weight in zip(NAMES, theta, strict=True):
        print(f"{name:20}{weight:6.2f}")
    for half, (x, y, w) in (("fitted", train), ("kept", table(pages, news, held_out=True))):
        right = ((x @ theta > 0) == y) * w
        print(f"{half}: reporters {right[y == 0].sum():.3f}, readers {right[y == 1].sum():.3f} on the right side")


if __name__ == "__main__":
    main()

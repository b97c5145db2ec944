"""Body told from readers' comments in plain text without any markup.

    python benchmarks/plain.py PAGES

PAGES holds `gold/NAME.txt`: the article, a line of signs and "COMMENTS", the comments. The two are joined as
plain text. Prints F1 by characters of what is read (headline and body), over all texts and on average, and
the share of the comments' characters that leaked into it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from onrecord.articles import READ_KINDS
from onrecord.capture.encodings import encoding_of
from onrecord.clean.plain import plain_blocks

SEPARATOR = re.compile(r"^!@.{2,10}\s+COMMENTS\s*$", re.M)  # two of the texts have it mistyped


def gold_of(folder: Path) -> dict[str, tuple[str, str]]:
    """Article and comments of each text."""
    out = {}
    for path in sorted(folder.glob("*.txt")):
        data = path.read_bytes()
        body, *rest = SEPARATOR.split(data.decode(encoding_of(data), "replace"), maxsplit=1)
        out[path.stem] = (body, rest[0] if rest else "")
    return out


def score(gold: dict[str, tuple[str, str]]) -> tuple[float, float, float]:
    right = said = wanted = leaked = aside = 0
    means = []
    for body, comments in gold.values():
        read = [b for b in plain_blocks(f"{body}\n{comments}") if b.kind in {*READ_KINDS, "dateline"}]
        hit = sum(len(b.span) for b in read if b.start < len(body))
        out = sum(len(b.span) for b in read) - hit
        true = sum(len(s) for s in body.splitlines() if s.strip())
        right, said, wanted, leaked = right + hit, said + hit + out, wanted + true, leaked + out
        aside += sum(len(s) for s in comments.splitlines() if s.strip())
        means.append(2 * hit / (hit + out + true) if true else 1.0)
    return 2 * right / (said + wanted), sum(means) / len(means), leaked / max(1, aside)


def main() -> None:
    whole, mean, leak = score(gold_of(Path(sys.argv[1]) / "gold"))
    print(f"characters F1 {whole:.3f} over all, {mean:.3f} on average; leaked {leak:.3f}")


if __name__ == "__main__":
    main()

"""Labelled attributions in brat's layout: FOLDER/text/*.txt and FOLDER/attributions/*.ann."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.articles import Article, Block


@dataclass(frozen=True)
class Attribution:
    """The characters of one labelled attribution's source, cue and content."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def articles(folder: Path) -> Iterator[Article]:
    """The texts in order, each non-blank line a block of the body."""
    for path in sorted((folder / "text").glob("*.txt")):
        content, blocks, position = path.read_bytes().decode("utf-8"), [], 0
        for line in content.split("\n"):
            if line.strip():
                start = position + len(line) - len(line.lstrip())
                blocks.append(Block("body", start, position + len(line.rstrip())))
            position += len(line) + 1
        yield Article(path.stem, path.name, str(path), content, tuple(blocks))


def attributions(folder: Path, stem: str) -> list[Attribution]:
    """What the first annotator marked in one text."""
    sheets = sorted(p for p in (folder / "attributions").iterdir() if p.name.startswith(stem + "_"))
    if not sheets:
        return []
    spans: dict[str, set[int]] = {}
    out = []
    for line in sheets[0].read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        body = rest.partition("\t")[0]
        if name.startswith("T") and " " in body:
            pieces = [piece.split() for piece in body.split(" ", 1)[1].split(";")]
            spans[name] = {i for first, last in pieces for i in range(int(first), int(last))}
        elif name.startswith("E"):
            roles: dict[str, set[int]] = defaultdict(set)
            for pair in body.split()[1:]:
                role, _, span = pair.partition(":")
                roles[role.rstrip("0123456789")] |= spans.get(span, set())
            if roles["Content"]:
                out.append(Attribution(*(frozenset(roles[r]) for r in ("Source", "Cue", "Content"))))
    return out

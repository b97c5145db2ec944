"""Labelled attributions in brat's layout: FOLDER/text/*.txt and FOLDER/attributions/*.ann."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from onrecord.articles import Article, Block
from onrecord.bench.layouts import nothing_in
from onrecord.bench.scores import Pair


class Attribution(NamedTuple):
    """The stretches of one labelled attribution: who says, by which words, what."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]


class Said(NamedTuple):
    """A quote that a system found: its content and the words that name its speaker, if they are known."""

    content: tuple[Pair, ...]
    speaker: Pair | None


@dataclass(frozen=True)
class AttributedText:
    """An article, each of its non-blank lines a block of the body, and its attributions."""

    article: Article
    attributions: tuple[Attribution, ...]


def attributed(folder: Path) -> dict[str, AttributedText]:
    """The labelled texts of a folder by stem, as their first annotator marked them. Raises Stopped if there is none."""
    sheets = sorted((folder / "attributions").glob("*.ann"))
    out = {}
    for path in sorted((folder / "text").glob("*.txt")):
        mine = [s for s in sheets if s.name.startswith(f"{path.stem}_")]
        if mine:
            out[path.stem] = AttributedText(_article(path), _attributions(mine[0]))
    if not out:
        raise nothing_in(folder, "texts (text/*.txt) with attributions (attributions/*.ann)", "attributions/*.ann")
    return out


def _article(path: Path) -> Article:
    content, blocks, position = path.read_bytes().decode("utf-8"), [], 0
    for line in content.split("\n"):
        if line.strip():
            start = position + len(line) - len(line.lstrip())
            blocks.append(Block("body", start, position + len(line.rstrip())))
        position += len(line) + 1
    return Article(path.stem, path.name, str(path), content, tuple(blocks))


def _attributions(sheet: Path) -> tuple[Attribution, ...]:
    """The events of a sheet that have a content: "T" lines are its spans, "E" lines name them by role."""
    spans: dict[str, list[Pair]] = {}
    out = []
    for line in sheet.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        body = rest.partition("\t")[0]
        if name.startswith("T") and " " in body:
            pieces = (piece.split() for piece in body.split(" ", 1)[1].split(";"))
            spans[name] = [(int(start), int(end)) for start, end in pieces]
        elif name.startswith("E"):
            roles: dict[str, list[Pair]] = defaultdict(list)
            for part in body.split()[1:]:
                role, _, span = part.partition(":")
                roles[role.rstrip("0123456789")] += spans.get(span, [])
            if roles["Content"]:
                out.append(Attribution(*(tuple(sorted(roles[r])) for r in ("Source", "Cue", "Content"))))
    return tuple(out)

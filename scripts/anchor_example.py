"""Anchor the example's annotated record again, after its articles or their cleaning changed.

    python scripts/anchor_example.py

Every span of `annotated.json` keeps its words; its offsets are set to where these words now stand in
the article's text (of several places, the one nearest to the old one). Words that are gone are named
on standard error and the file is left as it was.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import onrecord
from onrecord.capture.sources import captures
from onrecord.clean.article import clean

EXAMPLE = Path(onrecord.__file__).parent / "example"


def texts() -> dict[str, str]:
    """The cleaned text of each article of the example, by file."""
    found = {}
    for capture in captures([str(EXAMPLE / "coverage")], lambda refused: sys.exit(str(refused))):
        article = clean(capture)
        found[article.file] = article.content
    return found


def places(text: str, words: str) -> list[int]:
    out, at = [], text.find(words)
    while at >= 0:
        out.append(at)
        at = text.find(words, at + 1)
    return out


def anchor(item: Any, file: str, content: dict[str, str], gone: list[str]) -> None:
    """Set the offsets of every span below `item`; `file` is that of the nearest enclosing object."""
    if isinstance(item, list):
        for part in item:
            anchor(part, file, content, gone)
    elif isinstance(item, dict):
        file = item.get("file", file)
        if "start" in item and "text" in item:
            found = places(content.get(file, ""), item["text"])
            if found:
                start = min(found, key=lambda at: abs(at - item["start"]))
                item["start"], item["end"] = start, start + len(item["text"])
            else:
                gone.append(f"{file}: {item['text']!r}")
        for part in item.values():
            anchor(part, file, content, gone)


def main() -> None:
    path = EXAMPLE / "annotated.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    gone: list[str] = []
    anchor(record, "", texts(), gone)
    if gone:
        sys.exit("words that no article holds:\n" + "\n".join(gone))
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

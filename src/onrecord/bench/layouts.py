"""Labelled documents, and the layouts of files that they are read from.

    timex   FOLDER/*.tml                          TimeML
    pages   FOLDER/html/*.html, FOLDER/gold/*.txt the article, a line of signs and COMMENTS, the comments
    events  FILE.tsv                              a sentence a row, source and target marked by <s> and <t>
    stories FOLDER/manifest.json, FOLDER/*.txt    for each text its file, its event and its date, if known

Labelled attributions (quotes) are read by `brat.py`.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import Stopped
from onrecord.text import Span

PARTING = re.compile(r"^" + re.escape("!@#$%^&*()") + r"\s+COMMENTS\s*$", re.MULTILINE)
MARK = re.compile(r"<(/?)([st])>")
COLUMNS = ("marked_sentence", "gold_root")
SAME = {"DEMAND": "REQUEST", "RETREAT": "CONCEDE", "YIELD": "CONCEDE"}
"""Types that count as one."""


class Timex3(NamedTuple):
    """A temporal expression: its characters, its TIMEX3 type and value ("" if it has none)."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class DatedText:
    """A text, its publication date (ISO day) and its temporal expressions."""

    text: str
    published: str | None
    timexes: tuple[Timex3, ...]


class Parts(NamedTuple):
    """What a page says: its main text, and its readers' comments."""

    body: str
    comments: str = ""


@dataclass(frozen=True)
class Page:
    """A page as it was served, and its parts."""

    data: bytes
    parts: Parts


@dataclass(frozen=True)
class MarkedSentence:
    """A sentence, who acts in it and on whom (None where not marked), and the PLOVER type of the act."""

    text: str
    source: Span | None
    target: Span | None
    type: str


class StoryText(NamedTuple):
    """An article of a story, and the day (ISO) on which it was published, if known."""

    text: str
    published: str | None
    story: str


def timeml(folder: Path) -> dict[str, DatedText]:
    """The TimeML files of a folder by stem. Raises Stopped if there is none, or one that is none."""
    files = sorted(folder.glob("*.tml"))
    if not files:
        raise nothing_in(folder, "TimeML files (*.tml)", "*.tml")
    return {path.stem: _dated_text(path) for path in files}


def pages(folder: Path) -> dict[str, Page]:
    """The pages of a folder by name. Raises Stopped if there is none."""
    out = {}
    for path in sorted((folder / "gold").glob("*.txt")):
        name = path.name.split(".")[0]
        body, *rest = PARTING.split(_decoded(path.read_bytes()), maxsplit=1)
        try:
            data = (folder / "html" / f"{name}.html").read_bytes()
        except OSError as e:
            raise Stopped(f"{folder / 'html' / name}.html: {e.strerror}") from None
        out[name] = Page(data, Parts(body, rest[0] if rest else ""))
    if not out:
        raise nothing_in(folder, "pages (html/*.html) with their texts (gold/*.txt)", "gold/*.txt")
    return out


def plover(path: Path) -> dict[str, MarkedSentence]:
    """The rows of a table by the id in its first, nameless column or in `uid`, else by their number from 0.

    Raises Stopped if the file is no such table.
    """
    if path.is_dir():
        raise Stopped(f"{path}: is a folder; name a table in it (*.tsv)")
    try:
        with path.open(encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f, delimiter="\t"))
    except OSError as e:
        raise Stopped(f"{path}: {e.strerror}") from None
    except (UnicodeDecodeError, csv.Error):
        raise Stopped(f"{path}: is no table") from None
    if not rows or any(column not in rows[0] for column in COLUMNS):
        raise Stopped(f"{path}: holds no table with the columns {' and '.join(COLUMNS)}")
    return {
        row.get("") or row.get("uid") or str(n): _marked_sentence(row["marked_sentence"] or "", row["gold_root"] or "")
        for n, row in enumerate(rows)
    }


def stories(folder: Path) -> dict[str, StoryText]:
    """The articles that a manifest names, by file. Raises Stopped if there is none."""
    try:
        listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return {
            one["file"]: StoryText(_decoded((folder / one["file"]).read_bytes()), one.get("date"), str(one["event"]))
            for one in listed
        }
    except FileNotFoundError as e:
        if str(e.filename).endswith("manifest.json"):
            raise nothing_in(folder, "manifest of stories (manifest.json)", "manifest.json") from None
        raise Stopped(f"{e.filename}: {e.strerror}") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise Stopped(f"{folder / 'manifest.json'}: is no list of articles with their file and event") from None


def nothing_in(folder: Path, what: str, pattern: str) -> Stopped:
    """That a folder holds no data of the layout, and which of the folders in it do."""
    if not folder.exists():
        return Stopped(f"{folder}: does not exist")
    others = sorted(f.name for f in folder.glob("*/") if next(f.glob(pattern), None))
    hint = f"; there are some in its {' and '.join(others)}" if others else ""
    return Stopped(f"{folder}: holds no {what}{hint}")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _dated_text(path: Path) -> DatedText:
    raw = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    dated = re.search(r'<DCT>.*?\bvalue="([^"]+)"', raw, re.DOTALL)
    element = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    if element is None:
        raise Stopped(f"{path}: no TEXT element, so no TimeML")
    text, timexes, opened = "", [], []
    for tag, words in re.findall(r"(<[^>]+>)|([^<]+|<)", element[1]):
        text += html.unescape(words)
        if tag.startswith("<TIMEX3"):
            opened.append((len(text), dict(re.findall(r'(\w+)="([^"]*)"', tag))))
        elif tag.startswith("</TIMEX3"):
            start, said = opened.pop()
            if len(text) > start:  # an empty one marks nothing that could be found
                timexes.append(Timex3(start, len(text), said.get("type", ""), said.get("value", "")))
    return DatedText(text, dated[1][:10] if dated else None, tuple(sorted(timexes)))


def _marked_sentence(marked: str, kind: str) -> MarkedSentence:
    ends: dict[tuple[str, str], int] = {}
    text, position = "", 0
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        ends[mark[2], mark[1]] = len(text)
    text += marked[position:]
    spans = dict(_spans(text, ends))
    return MarkedSentence(text, spans.get("s"), spans.get("t"), SAME.get(kind, kind))


def _spans(text: str, ends: dict[tuple[str, str], int]) -> Iterator[tuple[str, Span]]:
    """The marked stretches without the blanks at their ends."""
    for letter in ("s", "t"):
        start, end = ends.get((letter, "")), ends.get((letter, "/"))
        if start is not None and end is not None and text[start:end].strip():
            words = text[start:end]
            yield letter, Span(end - len(words.lstrip()), start + len(words.rstrip()))

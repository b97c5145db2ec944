"""Files and folders: which are read, and what refuses to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from onrecord.capture.encodings import binary_reason
from onrecord.errors import Refused

Kind = Literal["html", "text", "jsonl", "feed"]
Refuse = Callable[[Refused], None]

LARGEST = 20 * 1024 * 1024
"""Bytes that one page or text may have: a hundred times the longest article."""

SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".xml", ".rss", ".atom"), "feed"),
}
DOCUMENTS = frozenset((".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".mht", ".mhtml", ".warc", ".gz", ".zip"))
"""What may well hold an article but cannot be read: named in a folder, not passed over in silence."""


def kind_of(path: Path, data: bytes) -> Kind | None:
    """How to read a file: by its suffix, else by how it begins; None for an .xml that is no feed."""
    kind = SUFFIXES.get(path.suffix.lower())
    start = data[:2048].decode("latin-1").replace("\0", "").lower()
    if kind == "feed":
        if "<html" in start:
            return "html"
        return "feed" if any(root in start for root in ("<rss", "<feed", "<rdf:rdf")) else None
    if kind is None:
        return "html" if "<html" in start or "<!doctype html" in start else "text"
    return kind


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises Refused: missing, empty, too large, binary, not allowed."""
    try:
        if not path.is_file():
            raise Refused(str(path), "no such file or folder" if not path.exists() else "not a regular file")
        size = path.stat().st_size
        if size > LARGEST:
            raise Refused(str(path), too_large(size))
        data = path.read_bytes()
    except OSError as e:
        raise Refused(str(path), f"cannot be read: {e.strerror or e}") from None
    check(data, str(path))
    return data


def check(data: bytes, source: str) -> None:
    """Raises Refused if the bytes hold no text."""
    if not data.strip():
        raise Refused(source, "empty")
    binary = binary_reason(data)
    if binary:
        raise Refused(source, f"{binary}, not a page or a text")


def too_large(size: int) -> str:
    return f"too large: {size / 1e6:.0f} MB, at most {LARGEST // 1024 // 1024} MB"


def walk(folder: Path, refuse: Refuse) -> Iterator[Path]:
    """The files below a folder that may be articles, sorted; hidden ones and a page's own parts left out."""
    seen: set[Path] = set()

    def below(here: Path) -> Iterator[Path]:
        try:
            real = here.resolve()
            if real in seen:  # a link back to a folder above, or to one already read
                return
            seen.add(real)
            entries = sorted(p for p in here.iterdir() if not p.name.startswith("."))
        except OSError as e:
            refuse(Refused(str(here), f"cannot be read: {e.strerror or e}"))
            return
        names = {p.name for p in entries}
        for path in entries:
            if path.is_dir():
                if not _parts_of_page(path.name, names):
                    yield from below(path)
            elif path.suffix.lower() in SUFFIXES or path.suffix == "":
                yield path
            elif path.suffix.lower() in DOCUMENTS:
                refuse(Refused(str(path), "not a page or a text that can be read"))

    yield from below(folder)


def _parts_of_page(folder: str, names: set[str]) -> bool:
    """`talks_files/` beside `talks.html`: a browser put the page's scripts and pictures there."""
    stem = folder.removesuffix("_files")
    return stem != folder and any(stem + suffix in names for suffix in (".html", ".htm"))

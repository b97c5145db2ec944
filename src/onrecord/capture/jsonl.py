"""JSONL: many articles in one file, one JSON object to a line."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.articles import Capture
from onrecord.capture.encodings import SAMPLE, encoding_of
from onrecord.capture.fields import known_fields, text_field
from onrecord.capture.files import LARGEST, Refuse, too_large
from onrecord.errors import Refused

MARKUP = re.compile(r"<(?:html|body|article|p|div|br|h[1-6])\b[^>]*>", re.I)


def lines_of(stream: BinaryIO, source: str, file: str, refuse: Refuse) -> Iterator[Capture]:
    """The articles of a JSONL stream; a line that holds none is refused by its number."""
    first = stream.read(SAMPLE)
    encoding = encoding_of(first)
    stream.seek(0)
    lines = io.TextIOWrapper(stream, encoding=encoding, errors="replace")
    number = 0
    while line := lines.readline(LARGEST + 1):
        number += 1
        where = f"{source}:{number}"
        if len(line) > LARGEST:
            refuse(Refused(where, too_large(len(line))))
            while line and not line.endswith("\n"):  # the rest of the line
                line = lines.readline(LARGEST)
            continue
        if line.strip():
            try:
                yield _capture(line, where, file)
            except Refused as e:
                refuse(e)


def _capture(line: str, where: str, file: str) -> Capture:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as e:
        raise Refused(where, f"not JSON: {e}") from None
    if not isinstance(record, dict):
        raise Refused(where, "not a JSON object")
    text = text_field(record)
    if text is None:
        raise Refused(where, "no text: give it as text, content, body or html")
    known = known_fields(record)
    # Named by its words and not by its line: the same article stays the same when lines are added.
    own = next((str(record[k]) for k in ("file", "id") if record.get(k)), "")
    name = own or f"{file}#{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return Capture(
        source=where,
        file=name,
        data=text.encode("utf-8", "replace"),
        media="html" if MARKUP.search(text[:20_000]) else "text",
        encoding="utf-8",
        url=known.get("url"),
        known=known,
    )

"""The entries last merged, by the day that they were asked for: showing a record does not merge it again.

A section lies in parts, since no database takes a value of a gigabyte, and a record of fifty thousand articles
comes to more.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_type_hints

from sqlalchemy import Connection, delete, insert, or_, select

from onrecord.entries import Entries
from onrecord.errors import FalseEvidence, NotARecord
from onrecord.record import tables
from onrecord.record.changes import evidence_of
from onrecord.record.coding import decode, encode

PART = 2000  # entries
QUICK = 1  # deflating: a seventh of the size; more would take longer than merging saves


def keep(connection: Connection, entries: Entries, as_of: str, fingerprint: str) -> None:
    """Keep the entries of a day ("" for all), and drop those of other fingerprints."""
    e = tables.entries
    connection.execute(delete(e).where(or_(e.c.fingerprint != fingerprint, e.c.as_of == as_of)))
    for section, part, content in _parts(entries):
        row = {"as_of": as_of, "section": section, "part": part, "fingerprint": fingerprint, "content": content}
        connection.execute(insert(e).values(row))


def kept(connection: Connection, as_of: str, fingerprint: str) -> Entries | None:
    """The entries that were kept for that day under that fingerprint, if there are any.

    What is damaged is not believed: it can be merged anew.
    """
    e = tables.entries.c
    query = select(e.section, e.content).where(e.as_of == as_of, e.fingerprint == fingerprint)
    kinds = get_type_hints(Entries)
    sections: dict[str, list[Any]] = defaultdict(list)
    try:
        for section, content in connection.execute(query.order_by(e.section, e.part)):
            sections[section] += decode(kinds[section], zlib.decompress(content).decode())
        return _believed(Entries(**{name: tuple(found) for name, found in sections.items()})) if sections else None
    except (NotARecord, FalseEvidence, KeyError, zlib.error):
        return None


def _parts(entries: Entries) -> Iterator[tuple[str, int, bytes]]:
    for section in (f.name for f in fields(entries)):
        every = getattr(entries, section)
        for part, start in enumerate(range(0, max(len(every), 1), PART)):
            yield section, part, zlib.compress(encode(every[start : start + PART]).encode(), QUICK)


def _believed(entries: Entries) -> Entries:
    """The entries, once all their evidence is seen to be the words of their articles."""
    texts = {a.article.id: a.article.text for a in entries.articles}
    for evidence in evidence_of(tuple(getattr(entries, f.name) for f in fields(entries))):
        texts[evidence.article].confirm(evidence)
    return entries

"""What a record keeps: articles, their readings, rulings. Every write is one transaction."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, Integer, Text, cast, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.schema import Table

from onrecord.articles import Article, Capture
from onrecord.entries import Entries
from onrecord.errors import FalseEvidence, Stopped
from onrecord.readings import Reading
from onrecord.record import merged, tables
from onrecord.record.coding import decode, encode
from onrecord.record.place import open_engine
from onrecord.record.search import Passage, forget, index, search
from onrecord.rulings import Ruling
from onrecord.settings import Settings
from onrecord.text import Span


class Store:
    """One record on disk. Open it with `Store.open`, and close it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._insert: Any = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert

    @classmethod
    def open(cls, location: str, *, create: bool = True) -> Store:
        """The record at a path or postgresql:// URL. Raises NotARecord or Stopped."""
        return cls(open_engine(location, create=create))

    def close(self) -> None:
        self.engine.dispose()

    # settings

    def settings(self) -> Settings:
        with self.engine.connect() as c:
            content = self._told(c, "settings")
        return decode(Settings, content) if content else Settings()

    def set_settings(self, settings: Settings) -> None:
        with self.engine.begin() as c:
            self._put(c, tables.meta, {"key": "settings", "value": encode(settings)}, "key")

    # articles

    def add(self, article: Article, capture: Capture) -> bool:
        """Keep an article and what it was made from. False if it is known; nothing changes then.

        Of captures that come to one article (two places, other blanks) the one that sorts first is
        shown, whichever came first.
        """
        row = {"id": article.id, "file": article.file, "source": article.source, "content": encode(article)}
        a = tables.articles
        with self.engine.begin() as c:
            added = (
                c.execute(self._insert(a).values(row).on_conflict_do_nothing().returning(a.c.id)).first() is not None
            )
            known = c.execute(select(a.c.file, a.c.source, a.c.content).where(a.c.id == article.id)).one()
            better = (row["file"], row["source"], row["content"]) < tuple(known)
            if better:
                c.execute(update(a).where(a.c.id == article.id).values(row))
                c.execute(delete(tables.readings).where(tables.readings.c.article == article.id))
                forget(c, article)
            if added or better:
                index(c, article)
                c.execute(self._insert(tables.unread).values(article=article.id).on_conflict_do_nothing())
                self._put(c, tables.captures, _capture_row(article.id, capture), "article", "source")
                self._changed(c)
        return added

    def articles(self) -> list[Article]:
        """All of them, by id."""
        with self.engine.connect() as c:
            rows = c.execute(select(tables.articles.c.content).order_by(tables.articles.c.id)).scalars()
            return [decode(Article, content) for content in rows]

    def article(self, article: str) -> Article:
        with self.engine.connect() as c:
            content = c.execute(select(tables.articles.c.content).where(tables.articles.c.id == article)).scalar_one()
        return decode(Article, content)

    def remove(self, article: str) -> None:
        """Take an article out with all that was made of it. Rulings on its entries stay, as orphans."""
        with self.engine.begin() as c:
            content = c.execute(select(tables.articles.c.content).where(tables.articles.c.id == article)).scalar()
            if content is None:
                raise Stopped(f"no article {article!r} in this record")
            forget(c, decode(Article, content))
            for t in (tables.unread, tables.readings, tables.captures):
                c.execute(delete(t).where(t.c.article == article))
            c.execute(delete(tables.articles).where(tables.articles.c.id == article))
            self._changed(c)

    def capture(self, article: Article) -> Capture:
        """What the article was made from, the bytes as they came."""
        t = tables.captures.c
        with self.engine.connect() as c:
            row = c.execute(select(t.capture, t.data).where(t.article == article.id, t.source == article.source)).one()
        return replace(decode(Capture, row.capture), data=zlib.decompress(row.data))

    # readings

    def unread(self, fingerprint: str) -> list[str]:
        """The ids of articles without a reading of this fingerprint, by their files."""
        a, u = tables.articles.c, tables.unread.c
        with self.engine.connect() as c:
            known = self._told(c, "reading") == fingerprint
        if not known:
            self._look_for_unread(fingerprint)
        with self.engine.connect() as c:
            return list(c.execute(select(a.id).where(a.id == u.article).order_by(a.file, a.id)).scalars())

    def _look_for_unread(self, fingerprint: str) -> None:
        """Look at all articles: the first time, and when the program or the settings are others."""
        a, r, u = tables.articles.c, tables.readings.c, tables.unread
        missing = select(a.id).where(a.id.not_in(select(r.article).where(r.fingerprint == fingerprint)))
        with self.engine.begin() as c:
            self._put(c, tables.meta, {"key": "reading", "value": fingerprint}, "key")
            c.execute(delete(u))
            c.execute(self._insert(u).from_select(["article"], missing).on_conflict_do_nothing())

    def put_reading(self, reading: Reading, fingerprint: str) -> None:
        """Keep a reading. `fingerprint` is that for which `unread` named the article."""
        row = {"article": reading.article, "fingerprint": fingerprint, "content": encode(reading)}
        with self.engine.begin() as c:
            self._put(c, tables.readings, row, "article")
            if self._told(c, "reading") == fingerprint:
                c.execute(delete(tables.unread).where(tables.unread.c.article == reading.article))
            self._changed(c)

    def readings(self) -> list[tuple[Article, Reading]]:
        """Each article that has a reading, with it, by id. Raises FalseEvidence for a damaged one."""
        a, r = tables.articles.c, tables.readings.c
        with self.engine.connect() as c:
            rows = c.execute(select(a.content, r.content.label("reading")).where(a.id == r.article).order_by(a.id))
            return [_confirmed(decode(Article, row.content), decode(Reading, row.reading)) for row in rows]

    def search(self, words: str, limit: int = 50) -> list[Passage]:
        """The paragraphs that hold all of the words, in any of their forms, the best first."""
        with self.engine.connect() as c:
            return search(c, words, limit)

    # rulings

    def rule(self, ruling: Ruling) -> None:
        with self.engine.begin() as c:
            c.execute(insert(tables.rulings).values(content=encode(ruling)))

    def rulings(self) -> tuple[Ruling, ...]:
        """In the order in which they were made."""
        with self.engine.connect() as c:
            rows = c.execute(select(tables.rulings.c.content).order_by(tables.rulings.c.number)).scalars()
            return tuple(decode(Ruling, content) for content in rows)

    # merged entries

    def state(self) -> str:
        """Changes whenever an article comes, goes, is shown under another name, or is read anew."""
        with self.engine.connect() as c:
            return self._told(c, "changes")

    def entries(self, as_of: str, fingerprint: str) -> Entries | None:
        """The entries last merged for that day, if nothing that they rest on has changed."""
        with self.engine.connect() as c:
            return merged.kept(c, as_of, fingerprint)

    def put_entries(self, entries: Entries, as_of: str, fingerprint: str) -> None:
        with self.engine.begin() as c:
            merged.keep(c, entries, as_of, fingerprint)

    def _told(self, connection: Connection, key: str) -> str:
        return connection.execute(select(tables.meta.c.value).where(tables.meta.c.key == key)).scalar() or ""

    def _changed(self, connection: Connection) -> None:
        """Count one more change; in the same transaction, so that none is missed."""
        value = tables.meta.c.value
        more = cast(cast(value, Integer) + 1, Text)
        statement = self._insert(tables.meta).values(key="changes", value="1")
        connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": more}))

    def _put(self, connection: Any, table: Table, row: Mapping[str, object], *key: str) -> None:
        statement = self._insert(table).values(row)
        other = {k: v for k, v in row.items() if k not in key}
        connection.execute(statement.on_conflict_do_update(index_elements=key, set_=other))


def _capture_row(article: str, capture: Capture) -> dict[str, object]:
    fields = encode(replace(capture, data=b""))
    return {"article": article, "source": capture.source, "capture": fields, "data": zlib.compress(capture.data)}


def _confirmed(article: Article, reading: Reading) -> tuple[Article, Reading]:
    for span in _spans(reading):
        if not 0 <= span.start < span.end <= len(article.content):
            raise FalseEvidence(f"{article.file}: its reading names characters {span.start}-{span.end}")
    return article, reading


def _spans(value: object) -> list[Span]:
    """Every span in a reading, however deep."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [s for v in value for s in _spans(v)]
    if hasattr(value, "__dataclass_fields__"):
        return [s for name in value.__dataclass_fields__ for s in _spans(getattr(value, name))]
    return []

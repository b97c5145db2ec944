"""Full-text search over the headline and body paragraphs of a record: FTS5 or tsvector, one function."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

from onrecord.articles import Article
from onrecord.text import Span

_SQLITE = text(
    'SELECT article, "start", "end" FROM passages WHERE passages MATCH :q'
    ' ORDER BY rank, article, CAST("start" AS INTEGER) LIMIT :n'
)
_POSTGRESQL = text(
    'SELECT article, "start", "end" FROM passages, plainto_tsquery(\'english\', :q) AS query'
    ' WHERE vector @@ query ORDER BY ts_rank(vector, query) DESC, article, "start" LIMIT :n'
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that was found."""

    article: str
    span: Span


def index(connection: Connection, article: Article) -> None:
    """Make the paragraphs of an article findable."""
    rows = [{"a": article.id, "s": b.start, "e": b.end, "w": article.text[b.span]} for b in article.read_blocks()]
    if rows:
        connection.execute(text('INSERT INTO passages (article, "start", "end", words) VALUES (:a, :s, :e, :w)'), rows)


def forget(connection: Connection, article: Article) -> None:
    """Take the paragraphs of an article out again."""
    connection.execute(text("DELETE FROM passages WHERE article = :a"), {"a": article.id})


def search(connection: Connection, words: str, limit: int) -> list[Passage]:
    """The paragraphs that hold all of the words, in any of their forms, the best first."""
    terms = re.findall(r"\w+", words)
    if not terms:
        return []
    if connection.dialect.name == "postgresql":
        rows = connection.execute(_POSTGRESQL, {"q": " ".join(terms), "n": limit})
    else:
        rows = connection.execute(_SQLITE, {"q": " ".join(f'"{t}"' for t in terms), "n": limit})
    return [Passage(row[0], Span(int(row[1]), int(row[2]))) for row in rows]

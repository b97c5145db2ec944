"""The tables of a record. Their history is in migrations/; these are what they come to."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""The record's settings; the fingerprint that its readings have (`reading`); and a number that grows with
every change of an article or a reading (`changes`)."""

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("file", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("content", Text, nullable=False),
)
"""Each article as JSON."""

captures = Table(
    "captures",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("source", Text, primary_key=True),
    Column("capture", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""What came from outside, as it came: the bytes deflated, everything else as JSON."""

readings = Table(
    "readings",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("content", Text, nullable=False),
)
"""The reading of each article, and what it was made with."""

unread = Table(
    "unread",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
)
"""The articles that have no reading of the fingerprint in `meta`: what is new, until it is read."""

rulings = Table(
    "rulings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("content", Text, nullable=False),
)
"""Append-only."""

entries = Table(
    "entries",
    metadata,
    Column("as_of", Text, primary_key=True),
    Column("section", Text, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""The entries last merged, by the day that they were asked for ("" for all) and in parts of deflated JSON, so that
showing a record does not merge it again. Anything here can be made anew."""

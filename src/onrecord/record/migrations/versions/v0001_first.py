"""The first tables of a record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "captures",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("source", sa.Text, primary_key=True),
        sa.Column("capture", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "rulings",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "entries",
        sa.Column("as_of", sa.Text, primary_key=True),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            'CREATE VIRTUAL TABLE passages USING fts5 (article UNINDEXED, "start" UNINDEXED, "end" UNINDEXED, words,'
            " tokenize = 'porter unicode61')"
        )
    else:
        op.execute(
            'CREATE TABLE passages (article TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,'
            " words TEXT NOT NULL, vector TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', words)) STORED,"
            ' PRIMARY KEY (article, "start"))'
        )
        op.execute("CREATE INDEX passages_vector ON passages USING GIN (vector)")

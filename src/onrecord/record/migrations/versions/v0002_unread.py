"""What is still to be read stands in a queue, so that adding an article looks at no other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "unread",
        sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
    )

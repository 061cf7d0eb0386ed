"""Sealed notes: which keys the database was written with, and where the audit record begins and ends."""

import sqlalchemy as sa
from alembic import op

revision = "e009"
down_revision = "e008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table (bot/storage/tables.py says what it holds)."""
    op.create_table(
        "integrity",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )

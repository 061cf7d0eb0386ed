"""Matters offered to a colleague."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table (bot/storage/tables.py says what it holds)."""
    op.create_table(
        "handovers",
        sa.Column("code_hash", sa.Text, primary_key=True),
        sa.Column("matter_id", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("tenant_id", sa.Text, nullable=False),
        sa.Column("conversation_id", sa.Text, sa.ForeignKey("conversations.id"), nullable=False),
        sa.Column("offered_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=False),
        sa.Column("taken", sa.Integer, nullable=False),
    )
    op.create_index("handovers_matter", "handovers", ["matter_id"])

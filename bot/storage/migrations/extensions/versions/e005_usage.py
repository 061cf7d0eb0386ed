"""How often answers were given and found unhelpful, by week."""

import sqlalchemy as sa
from alembic import op

revision = "e005"
down_revision = "e004"
branch_labels = None
depends_on = None

KEY = ("tenant_id", "week", "flow", "ref", "outcome", "feedback", "who")


def upgrade() -> None:
    """Make the table (bot/storage/tables.py says what it holds)."""
    columns = [sa.Column(name, sa.Text, primary_key=True) for name in KEY]
    op.create_table("usage", *columns, sa.Column("times", sa.Integer, nullable=False), sqlite_with_rowid=False)

"""Requests that wait and follow-ups that are open, for those who measure how long: the tables only grow."""

import sqlalchemy as sa
from alembic import op

revision = "e008"
down_revision = "e007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    _partial_index("requests_open", "requests", "asked_at", "state IN ('waiting', 'more_asked')")
    _partial_index("follow_ups_open", "follow_ups", "due_at", "state = 'open'")


def _partial_index(name: str, table: str, column: str, condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, [column], sqlite_where=where, postgresql_where=where)

"""How urgent each message of the outbox is, and the senders that live.

An older version of the bot, which still runs as the first new one starts, leaves messages without a priority: they
count as updates, and so stay in the order in which they were left.
"""

import sqlalchemy as sa
from alembic import op

revision = "e002"
down_revision = "e001"
branch_labels = None
depends_on = None

_WAITING = "state = 'waiting'"


def upgrade() -> None:
    """Add the column, the table and the indexes (bot/storage/tables.py says what they hold)."""
    op.add_column("outbox", sa.Column("priority", sa.Integer, nullable=False, server_default="2"))
    op.execute("UPDATE outbox SET priority = 1 WHERE verb = 'post' AND state = 'waiting'")
    op.execute("UPDATE outbox SET priority = 3 WHERE verb = 'remind' AND state = 'waiting'")
    op.create_table(
        "senders",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("beat", sa.BigInteger, nullable=False),
    )
    op.drop_index("outbox_waiting", "outbox")
    _partial_index("outbox_waiting", ["priority", "due_at", "id"], _WAITING)
    _partial_index("outbox_claimed", ["claimed_by"], "state = 'sending'")
    _partial_index("outbox_left", ["id"], "state = 'left'")


def _partial_index(name: str, columns: list[str], condition: str) -> None:
    op.create_index(name, "outbox", columns, sqlite_where=sa.text(condition), postgresql_where=sa.text(condition))

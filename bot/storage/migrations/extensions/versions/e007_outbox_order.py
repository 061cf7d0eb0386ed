"""Unsent messages of a conversation in the order in which they go, so that a claim sees at once what goes first."""

import sqlalchemy as sa
from alembic import op

revision = "e007"
down_revision = "e006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index anew with the priority in it."""
    unsent = sa.text("state IN ('waiting', 'sending')")
    op.drop_index("outbox_unsent", "outbox")
    op.create_index(
        "outbox_unsent",
        "outbox",
        ["conversation_id", "priority", "id"],
        sqlite_where=unsent,
        postgresql_where=unsent,
    )

"""The service address that a conversation had before the one it has now."""

import sqlalchemy as sa
from alembic import op

revision = "e011"
down_revision = "e010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, which is empty until an address changes."""
    op.add_column("conversations", sa.Column("former_url", sa.Text, nullable=False, server_default=""))

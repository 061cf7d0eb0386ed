"""What each matter is on its owner's list, so that the list is counted and paged without reading what is sealed."""

import sqlalchemy as sa
from alembic import op

revision = "e004"
down_revision = "e003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, which hold for no matter yet, and the indexes."""
    op.add_column("matters", sa.Column("listed", sa.Text, nullable=False, server_default=""))
    op.add_column("matters", sa.Column("listed_at", sa.BigInteger, nullable=False, server_default="0"))
    op.create_index("matters_listed", "matters", ["owner", "listed"])
    stale = sa.text("listed_at <> updated_at")
    op.create_index("matters_not_listed", "matters", ["owner"], sqlite_where=stale, postgresql_where=stale)

"""An index by which the oldest of the copied matters are found among all others."""

from alembic import op

revision = "e010"
down_revision = "e009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("matters_status", "matters", ["status", "updated_at"])

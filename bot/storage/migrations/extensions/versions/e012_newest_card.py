"""The newest card of a conversation without reading the others, and only copied matters by their status."""

import sqlalchemy as sa
from alembic import op

revision = "e012"
down_revision = "e011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index of cards, and make that of matters anew for the copied ones, which no turn has to write."""
    copied = sa.text("status = 'copied'")
    op.create_index("cards_newest", "cards", ["conversation_id", "created_at", "id"])
    op.drop_index("matters_status", "matters")
    op.create_index("matters_copied", "matters", ["updated_at"], sqlite_where=copied, postgresql_where=copied)

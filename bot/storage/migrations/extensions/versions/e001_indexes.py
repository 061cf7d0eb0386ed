"""Indexes for what is looked up by a person or by age, however much is stored."""

from alembic import op

revision = "e001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the indexes."""
    op.create_index("matters_updated", "matters", ["updated_at"])
    op.create_index("inbox_taken", "inbox", ["taken_at"])
    op.create_index("outbox_created", "outbox", ["created_at"])
    op.create_index("outbox_card", "outbox", ["card_id"])
    op.create_index("cards_created", "cards", ["created_at"])
    op.create_index("handovers_expires", "handovers", ["expires_at"])
    op.create_index("conversations_person", "conversations", ["tenant_id", "user_object_id"])
    op.drop_index("matters_owner", "matters")
    op.create_index("matters_owner", "matters", ["owner", "updated_at"])

"""Indexes by which a person is found whatever the case of their Entra id."""

import sqlalchemy as sa
from alembic import op

revision = "e003"
down_revision = "e002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the indexes."""
    op.create_index("conversations_any_case", "conversations", ["tenant_id", sa.text("lower(user_object_id)")])
    op.create_index("supervisors_any_case", "supervisors", [sa.text("lower(object_id)")])

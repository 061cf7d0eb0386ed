"""Channels whose members may all decide, and supervisors who are away."""

import sqlalchemy as sa
from alembic import op

revision = "e006"
down_revision = "e005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, which is off for every channel, and the table."""
    op.add_column("channels", sa.Column("members_decide", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "absences",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("deputy_id", sa.Text, nullable=False),
        sa.Column("deputy_name", sa.Text, nullable=False),
    )

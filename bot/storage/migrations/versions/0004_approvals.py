"""Channels with their supervisors, requests for a second pair of eyes, follow-ups, and reminders in the outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables (bot/storage/tables.py says what they hold)."""
    _channels()
    _supervisors()
    _requests()
    _follow_ups()


def _text(name: str, *constraints: sa.ForeignKey, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *constraints, nullable=False, primary_key=primary_key)


def _number(name: str, kind: type[sa.Integer] = sa.Integer) -> sa.Column[int]:
    return sa.Column(name, kind, nullable=False)


def _channels() -> None:
    op.create_table(
        "channels",
        _text("id", sa.ForeignKey("conversations.id"), primary_key=True),
        _text("tenant_id"),
        _text("team_id"),
        _text("name"),
        _text("set_by"),
        _number("set_at", sa.BigInteger),
        _number("gone"),
    )
    op.create_index("channels_tenant", "channels", ["tenant_id"])


def _supervisors() -> None:
    op.create_table(
        "supervisors",
        _text("channel_id", sa.ForeignKey("channels.id"), primary_key=True),
        _text("object_id", primary_key=True),
        _text("name"),
    )
    op.create_index("supervisors_object", "supervisors", ["object_id"])
    op.create_table(
        "workers_channels", _text("owner", primary_key=True), _text("channel_id", sa.ForeignKey("channels.id"))
    )


def _requests() -> None:
    before = ("tenant_id", "asker", "channel_id", "matter_id", "kind", "ref", "state")
    op.create_table(
        "requests",
        _text("id", primary_key=True),
        _number("number"),
        *map(_text, before),
        _number("after_the_fact"),
        _text("assigned_to"),
        _number("asked_at", sa.BigInteger),
        _number("answered_at", sa.BigInteger),
        _number("reminded"),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("requests_asker", "requests", ["asker"])
    op.create_index("requests_channel", "requests", ["channel_id", "state"])
    op.create_index("requests_matter", "requests", ["matter_id"])
    op.create_index("requests_number", "requests", ["tenant_id", "number"], unique=True)


def _follow_ups() -> None:
    before = ("tenant_id", "owner", "channel_id", "matter_id", "kind", "state")
    op.create_table(
        "follow_ups",
        _text("id", primary_key=True),
        *map(_text, before),
        _number("due_at", sa.BigInteger),
        _number("reminded"),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("follow_ups_owner", "follow_ups", ["owner", "state"])
    op.create_index("follow_ups_channel", "follow_ups", ["channel_id", "state", "due_at"])
    op.create_index("follow_ups_matter", "follow_ups", ["matter_id"])

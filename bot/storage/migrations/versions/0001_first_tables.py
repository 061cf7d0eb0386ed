"""The first tables: inbox keys, conversations, matters, cards, outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables (bot/storage/tables.py says what they hold)."""
    _inbox()
    _conversations()
    _matters()
    _cards()
    _outbox()


def _text(name: str, *constraints: sa.ForeignKey, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *constraints, nullable=nullable)


def _sealed(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("conversation_id", sa.Text, primary_key=True),
        sa.Column("activity_id", sa.Text, primary_key=True),
        sa.Column("taken_at", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )


def _conversations() -> None:
    names = ("scope", "service_url", "tenant_id", "bot_id", "user_id", "user_object_id")
    op.create_table("conversations", sa.Column("id", sa.Text, primary_key=True), *map(_text, names), _sealed("state"))


def _matters() -> None:
    op.create_table(
        "matters",
        sa.Column("id", sa.Text, primary_key=True),
        _text("owner"),
        _text("flow"),
        sa.Column("revision", sa.Integer, nullable=False),
        _text("guidance_version"),
        _text("status"),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("updated_at", sa.BigInteger, nullable=False),
        _sealed("content"),
    )
    op.create_index("matters_owner", "matters", ["owner"])


def _cards() -> None:
    op.create_table(
        "cards",
        sa.Column("id", sa.Text, primary_key=True),
        _text("conversation_id", sa.ForeignKey("conversations.id")),
        _text("matter_id"),
        _text("kind"),
        _text("activity_id"),
        sa.Column("created_at", sa.BigInteger, nullable=False),
    )
    op.create_index("cards_activity", "cards", ["conversation_id", "activity_id"])
    op.create_index("cards_matter", "cards", ["matter_id"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        _text("conversation_id", sa.ForeignKey("conversations.id")),
        _text("card_id", sa.ForeignKey("cards.id"), nullable=True),
        _text("verb"),
        _sealed("payload"),
        _text("state"),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        _text("last_error"),
        _text("claimed_by"),
        sa.Column("claimed_until", sa.BigInteger, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
    )
    _partial_index("outbox_unsent", ["conversation_id", "id"], "state IN ('waiting', 'sending')")
    _partial_index("outbox_waiting", ["id", "due_at"], "state = 'waiting'")


def _partial_index(name: str, columns: list[str], condition: str) -> None:
    op.create_index(name, "outbox", columns, sqlite_where=sa.text(condition), postgresql_where=sa.text(condition))

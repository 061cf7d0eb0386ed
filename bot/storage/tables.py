"""The tables. Columns called `content`, `state` (of a conversation) and `payload` are sealed by the codec; the others
hold ids, numbers and our own words. Times are whole microseconds since 1970, UTC."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnClause,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    literal_column,
)

metadata = MetaData()


def fixed(value: str | int) -> ColumnClause[Any]:
    """Write our own constant into the SQL as it stands: a partial index serves only a query that shows its condition,
    and what is given at run time stays what a turn brings."""
    return literal_column(f"'{value}'" if isinstance(value, str) else str(value))


WAITING, SENDING, DOUBTFUL = fixed("waiting"), fixed("sending"), fixed("doubtful")

inbox = Table(
    "inbox",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("activity_id", Text, primary_key=True),
    Column("taken_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("service_url", Text, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("bot_id", Text, nullable=False),
    Column("user_id", Text, nullable=False),
    Column("user_object_id", Text, nullable=False),
    Column("state", LargeBinary, nullable=False),
)

matters = Table(
    "matters",
    metadata,
    Column("id", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("flow", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("guidance_version", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("matters_owner", "owner"),
)

practice = Table(
    "practice",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tenant_id", Text, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("practice_tenant", "tenant_id"),
)

cards = Table(
    "cards",
    metadata,
    Column("id", Text, primary_key=True),
    Column("conversation_id", Text, ForeignKey("conversations.id"), nullable=False),
    Column("matter_id", Text, nullable=False),  # no foreign key: a card outlives a forgotten matter
    Column("kind", Text, nullable=False),
    Column("activity_id", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Index("cards_activity", "conversation_id", "activity_id"),
    Index("cards_matter", "matter_id"),
)

channels = Table(
    "channels",
    metadata,
    Column("id", Text, ForeignKey("conversations.id"), primary_key=True),
    Column("tenant_id", Text, nullable=False),
    Column("team_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("set_at", BigInteger, nullable=False),
    Column("gone", Integer, nullable=False),
    Index("channels_tenant", "tenant_id"),
)

supervisors = Table(
    "supervisors",
    metadata,
    Column("channel_id", Text, ForeignKey("channels.id"), primary_key=True),
    Column("object_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Index("supervisors_object", "object_id"),
)

workers_channels = Table(
    "workers_channels",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("channel_id", Text, ForeignKey("channels.id"), nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("asker", Text, nullable=False),
    Column("channel_id", Text, nullable=False),  # "" while no channel is set up: the request waits
    Column("matter_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("after_the_fact", Integer, nullable=False),
    Column("assigned_to", Text, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("answered_at", BigInteger, nullable=False),
    Column("reminded", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("requests_asker", "asker"),
    Index("requests_channel", "channel_id", "state"),
    Index("requests_matter", "matter_id"),
    Index("requests_number", "tenant_id", "number", unique=True),
)

follow_ups = Table(
    "follow_ups",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tenant_id", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("channel_id", Text, nullable=False),
    Column("matter_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("reminded", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("follow_ups_owner", "owner", "state"),
    Index("follow_ups_channel", "channel_id", "state", "due_at"),
    Index("follow_ups_matter", "matter_id"),
)

audit = Table(
    "audit",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("tenant", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Index("audit_reference", "reference"),
    Index("audit_at", "at"),
)

audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    Column("seal", Text, nullable=False),
)

handovers = Table(
    "handovers",
    metadata,
    Column("code_hash", Text, primary_key=True),  # the code itself is shown once and kept nowhere
    Column("matter_id", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("tenant_id", Text, nullable=False),
    Column("conversation_id", Text, ForeignKey("conversations.id"), nullable=False),
    Column("offered_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("taken", Integer, nullable=False),
    Index("handovers_matter", "matter_id"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("conversation_id", Text, ForeignKey("conversations.id"), nullable=False),
    Column("card_id", Text, ForeignKey("cards.id"), nullable=True),
    Column("verb", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", BigInteger, nullable=False),
    Column("last_error", Text, nullable=False),
    Column("claimed_by", Text, nullable=False),
    Column("claimed_until", BigInteger, nullable=False),
    Column("created_at", BigInteger, nullable=False),
)

_unsent = outbox.c.state.in_([WAITING, SENDING])
Index("outbox_unsent", outbox.c.conversation_id, outbox.c.id, sqlite_where=_unsent, postgresql_where=_unsent)
_waiting = outbox.c.state == WAITING
Index("outbox_waiting", outbox.c.id, outbox.c.due_at, sqlite_where=_waiting, postgresql_where=_waiting)

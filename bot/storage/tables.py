"""The tables. `content`, `payload` and the `state` of a conversation are sealed; the other columns hold ids, numbers
and our own words. Times are whole microseconds since 1970, UTC.

A table of records has a column for each field of its record: to add one, add the field and write a migration.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnClause,
    DefaultClause,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    literal_column,
    text,
)

from bot.storage.records import (
    Handover,
    StoredAbsence,
    StoredChannel,
    StoredFollowUp,
    StoredMatter,
    StoredPractice,
    StoredRequest,
    StoredSupervisor,
    record_table,
)

metadata = MetaData()


def fixed(value: str | int) -> ColumnClause[Any]:
    """Write a constant of ours into the SQL text: a partial index serves only a query that shows its condition.

    Parameters are left for what a turn brings.
    """
    return literal_column(f"'{value}'" if isinstance(value, str) else str(value))


EXTENSIONS_TABLE = "extensions"
"""Where Alembic notes which extensions were made, beside its own table for the other migrations."""

WAITING, SENDING, DOUBTFUL = fixed("waiting"), fixed("sending"), fixed("doubtful")
LEFT, GIVEN_UP = fixed("left"), fixed("given_up")

inbox = Table(
    "inbox",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("activity_id", Text, primary_key=True),
    Column("taken_at", BigInteger, nullable=False),
    Index("inbox_taken", "taken_at"),
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
    Column("former_url", Text, nullable=False, server_default=""),
    Column("state", LargeBinary, nullable=False),
    Index("conversations_person", "tenant_id", "user_object_id"),
    Index("conversations_any_case", "tenant_id", text("lower(user_object_id)")),
)

matters = record_table(
    metadata,
    "matters",
    StoredMatter,
    Index("matters_owner", "owner", "updated_at"),
    Index("matters_updated", "updated_at"),
    Index("matters_listed", "owner", "listed"),
)
_not_listed = matters.c.listed_at != matters.c.updated_at
_is_copied = matters.c.status == fixed("copied")
Index("matters_copied", matters.c.updated_at, sqlite_where=_is_copied, postgresql_where=_is_copied)
Index("matters_not_listed", matters.c.owner, sqlite_where=_not_listed, postgresql_where=_not_listed)

practice = record_table(metadata, "practice", StoredPractice, Index("practice_tenant", "tenant_id"))

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
    Index("cards_created", "created_at"),
    Index("cards_newest", "conversation_id", "created_at", "id"),
)

channels = record_table(
    metadata,
    "channels",
    StoredChannel,
    ForeignKeyConstraint(["id"], ["conversations.id"]),
    Index("channels_tenant", "tenant_id"),
)
channels.c.members_decide.server_default = DefaultClause("0")  # an older version leaves rows without it

absences = record_table(metadata, "absences", StoredAbsence)

supervisors = record_table(
    metadata,
    "supervisors",
    StoredSupervisor,
    ForeignKeyConstraint(["channel_id"], ["channels.id"]),
    Index("supervisors_object", "object_id"),
    Index("supervisors_any_case", text("lower(object_id)")),
    key=("channel_id", "object_id"),
)

workers_channels = Table(
    "workers_channels",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("channel_id", Text, ForeignKey("channels.id"), nullable=False),
)

requests = record_table(
    metadata,
    "requests",
    StoredRequest,
    Index("requests_asker", "asker"),
    Index("requests_channel", "channel_id", "state"),
    Index("requests_matter", "matter_id"),
    Index("requests_number", "tenant_id", "number", unique=True),
)
_is_open = requests.c.state.in_(["waiting", "more_asked"])
Index("requests_open", requests.c.asked_at, sqlite_where=_is_open, postgresql_where=_is_open)

follow_ups = record_table(
    metadata,
    "follow_ups",
    StoredFollowUp,
    Index("follow_ups_owner", "owner", "state"),
    Index("follow_ups_channel", "channel_id", "state", "due_at"),
    Index("follow_ups_matter", "matter_id"),
)
_is_due = follow_ups.c.state == "open"
Index("follow_ups_open", follow_ups.c.due_at, sqlite_where=_is_due, postgresql_where=_is_due)

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

handovers = record_table(
    metadata,
    "handovers",
    Handover,
    ForeignKeyConstraint(["conversation_id"], ["conversations.id"]),
    Index("handovers_matter", "matter_id"),
    Index("handovers_expires", "expires_at"),
    key=("code_hash",),
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
    Column("priority", Integer, nullable=False, server_default="2"),  # an older version leaves rows without one
    Index("outbox_created", "created_at"),
    Index("outbox_card", "card_id"),
)

_unsent = outbox.c.state.in_([WAITING, SENDING])
Index(
    "outbox_unsent",
    outbox.c.conversation_id,
    outbox.c.priority,
    outbox.c.id,
    sqlite_where=_unsent,
    postgresql_where=_unsent,
)
_waiting = outbox.c.state == WAITING
Index(
    "outbox_waiting",
    outbox.c.priority,
    outbox.c.due_at,
    outbox.c.id,
    sqlite_where=_waiting,
    postgresql_where=_waiting,
)
_sending = outbox.c.state == SENDING
Index("outbox_claimed", outbox.c.claimed_by, sqlite_where=_sending, postgresql_where=_sending)
_left = outbox.c.state == LEFT
Index("outbox_left", outbox.c.id, sqlite_where=_left, postgresql_where=_left)

usage = Table(
    "usage",
    metadata,
    Column("tenant_id", Text, primary_key=True),
    Column("week", Text, primary_key=True),  # the date of its Monday
    Column("flow", Text, primary_key=True),
    Column("ref", Text, primary_key=True),
    Column("outcome", Text, primary_key=True),
    Column("feedback", Text, primary_key=True),
    Column("who", Text, primary_key=True),  # a keyed digest, another one each week
    Column("times", Integer, nullable=False),
    sqlite_with_rowid=False,
)

senders = Table(
    "senders",
    metadata,
    Column("name", Text, primary_key=True),
    Column("beat", BigInteger, nullable=False),  # one more at each sign of life
)

integrity = Table(
    "integrity",
    metadata,
    Column("id", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

"""What comes out of storage and goes in: plain frozen values."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.incoming import Address

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where a conversation is answered, and what is remembered of it (JSON of primitives)."""

    address: Address
    state: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredMatter:
    """One matter of one worker. Times are aware and come back in UTC; `content` is JSON of primitives."""

    id: str
    owner: str
    flow: str
    revision: int
    guidance_version: str
    status: str
    created_at: datetime
    updated_at: datetime
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredCard:
    """One card, by ids only. `activity_id` is "" until the card was sent."""

    id: str
    conversation_id: str
    matter_id: str
    kind: str
    activity_id: str


@dataclass(frozen=True, slots=True)
class Handover:
    """A matter offered to a colleague of the same tenant. `conversation_id` is where its giver is answered."""

    code_hash: str
    matter_id: str
    owner: str
    tenant_id: str
    conversation_id: str
    offered_at: datetime
    expires_at: datetime
    taken: bool = False


def utc_now() -> datetime:
    """Return the present, aware, in UTC."""
    return datetime.now(UTC)


def to_microseconds(moment: datetime) -> int:
    """Return the whole microseconds since 1970; raises TypeError for a naive time."""
    return (moment - _EPOCH) // _MICROSECOND


def from_microseconds(stored: int) -> datetime:
    """Return the moment, aware, in UTC."""
    return _EPOCH + stored * _MICROSECOND

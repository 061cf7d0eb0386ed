"""Records: what is stored, as plain frozen values. Times are aware and come back in UTC.

A record's fields are the columns of its table, in the same order (see `tables.py`). `content` is JSON of primitives,
and is sealed. A record may be shared within a transaction: never change its `content` in place.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.incoming import Address


class Listed(StrEnum):
    """What a matter is on its owner's list; a play of practice is on none, nor is one with nothing answered."""

    OPEN = "open"
    ENDED = "ended"
    UNTOUCHED = "untouched"
    PLAY = "play"


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation: its address, and its state (JSON of primitives)."""

    address: Address
    state: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredMatter:
    """One matter of one worker.

    `listed`: what it is on its owner's list (`Listed`), as it was updated at `listed_at`. An older version that runs on
    the same database changes neither: where that is not `updated_at`, it has to be worked out again.
    """

    id: str
    owner: str
    flow: str
    revision: int
    guidance_version: str
    status: str
    created_at: datetime
    updated_at: datetime
    content: dict[str, Any]
    listed: str = ""
    listed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoredPractice:
    """One person's progress in practice. `id` is the owner key."""

    id: str
    tenant_id: str
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
    """A matter offered to a colleague of the same tenant.

    Of the code only the hash is stored. `conversation_id` is where the giver is answered.
    """

    code_hash: str
    matter_id: str
    owner: str
    tenant_id: str
    conversation_id: str
    offered_at: datetime
    expires_at: datetime
    taken: bool = False


@dataclass(frozen=True, slots=True)
class StoredChannel:
    """A channel in which supervisors are asked.

    `id` is its conversation; `gone`: the bot was removed from it. `members_decide`: it is a private channel, whose
    members may all decide.
    """

    id: str
    tenant_id: str
    team_id: str
    name: str
    set_by: str
    set_at: datetime
    gone: bool = False
    members_decide: bool = False


@dataclass(frozen=True, slots=True)
class StoredSupervisor:
    """A person who may decide in a channel, by Entra object id; the name is as Teams gave it."""

    channel_id: str
    object_id: str
    name: str


@dataclass(frozen=True, slots=True)
class StoredAbsence:
    """A supervisor who is away until `until`. `id` is the owner key; the deputy's fields are "" where there is none."""

    id: str
    until: datetime
    deputy_id: str
    deputy_name: str


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """A request for a second pair of eyes.

    `number` is random, and all of the request that a channel sees. `asker` is the matter's owner key. `channel_id` is
    "" while no channel is set up: the request waits. `content` holds what only the asker and the supervisor may read.
    """

    id: str
    number: int
    tenant_id: str
    asker: str
    channel_id: str
    matter_id: str
    kind: str
    ref: str
    state: str
    after_the_fact: bool
    assigned_to: str
    asked_at: datetime
    answered_at: datetime | None
    reminded: int
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredFollowUp:
    """Something still to be done, such as telling the family. It outlives the matter's text."""

    id: str
    tenant_id: str
    owner: str
    channel_id: str
    matter_id: str
    kind: str
    state: str
    due_at: datetime
    reminded: int
    content: dict[str, Any]


def utc_now() -> datetime:
    return datetime.now(UTC)


def to_microseconds(moment: datetime) -> int:
    """Return the whole microseconds since 1970; raises TypeError for a naive time."""
    return (moment - _EPOCH) // _MICROSECOND


def from_microseconds(stored: int) -> datetime:
    """Return the moment, aware, in UTC."""
    return _EPOCH + stored * _MICROSECOND

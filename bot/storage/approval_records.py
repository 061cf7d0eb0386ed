"""Channels, requests and follow-ups as they come out of storage and go in. Times are aware, in UTC."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class StoredChannel:
    """A channel in which supervisors are asked. `id` is its conversation; `gone`: the bot was removed from it."""

    id: str
    tenant_id: str
    team_id: str
    name: str
    set_by: str
    set_at: datetime
    gone: bool = False


@dataclass(frozen=True, slots=True)
class StoredSupervisor:
    """One who may decide in a channel, by Entra object id; the name is as Teams gave it."""

    channel_id: str
    object_id: str
    name: str


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """A request for a second pair of eyes.

    `number` is random, and all that stands in a channel. `asker` is the matter's owner key. `channel_id` is "" while no
    channel is set up. `content` (sealed) holds what only the asker and the supervisor may read.
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

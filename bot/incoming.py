"""What leaves the Bot Framework edge inwards: one small shape for every kind of activity."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Kind(StrEnum):
    """What happened."""

    MESSAGE = "message"
    CLICK = "click"
    JOINED = "joined"
    LEFT = "left"
    OTHER = "other"


class Scope(StrEnum):
    """Who can read the conversation."""

    PERSONAL = "personal"
    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Address:
    """Where and to whom: all that is needed to write back later.

    `user_object_id` is the person's Entra object id, "" when Teams did not send one.
    """

    conversation_id: str
    scope: Scope
    service_url: str
    tenant_id: str
    bot_id: str
    user_id: str
    user_object_id: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody mentioned in a message: Teams' id, the name that was shown, and the Entra object id once it is known."""

    user_id: str
    name: str
    object_id: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One activity, checked and stripped of everything the guide does not use.

    `text` is what was typed, without the bot's own mention and outer spaces. `verb` and `data` belong to a click, or to
    a message that a card's `Action.Submit` sent instead of text. `reply_to` is the activity whose card was clicked.
    `name`: who it is, as Teams shows them. `mentions`: those mentioned besides the bot. `team_id` and `team_name`: the
    team, in a channel.
    """

    kind: Kind
    activity_id: str
    address: Address
    text: str = ""
    verb: str = ""
    data: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    reply_to: str = ""
    name: str = ""
    mentions: tuple[Mention, ...] = ()
    team_id: str = ""
    team_name: str = ""

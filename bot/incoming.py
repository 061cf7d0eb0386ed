"""An incoming activity, in one shape for all kinds, as the Bot Framework edge passes it on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})


QUERY, FETCH, SUBMIT = "composeExtension/query", "composeExtension/fetchTask", "composeExtension/submitAction"
"""The calls of the message extension: a search, its dialog opened, and its dialog sent."""


class Kind(StrEnum):
    """The kind of an activity."""

    MESSAGE = "message"
    EDITED = "edited"
    RESTORED = "restored"
    DELETED = "deleted"
    CLICK = "click"
    JOINED = "joined"
    LEFT = "left"
    EXTENSION = "extension"
    OTHER = "other"


class Scope(StrEnum):
    """Who can read the conversation."""

    PERSONAL = "personal"
    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Address:
    """A conversation and the person in it: all that is needed to write back later.

    `user_object_id` is the person's Entra object id, "" when Teams did not send one. `former_url`: the service address
    before this one, "" for none.
    """

    conversation_id: str
    scope: Scope
    service_url: str
    tenant_id: str
    bot_id: str
    user_id: str
    user_object_id: str
    former_url: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person mentioned in a message: Teams' id, the name shown, and the Entra object id once it is known."""

    user_id: str
    name: str
    object_id: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One activity, validated, with only the fields that the guide uses.

    `text` is what was typed, without the bot's own mention and outer spaces. `verb` and `data` belong to a click, to a
    call of the message extension (its name and its value), or to a message that a card's `Action.Submit` sent instead
    of text. `reply_to` is the activity whose card was clicked, or the message that was edited, deleted or brought back.
    `name`: who it is, as Teams shows them. `mentions`: those mentioned besides the bot. `team_id` and `team_name`: the
    team, in a channel; `channel_name` and `channel_kind`, "private" and the like, where Teams says them.
    `left_channel`: the one channel that the bot has left; "" for the whole team. `has_file`: something beside words
    came with it. `is_quoting`: it quotes or forwards a message, whose words are not in `text`.
    `is_asked_elsewhere`: it was typed in the message extension's dialog.
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
    channel_name: str = ""
    channel_kind: str = ""
    left_channel: str = ""
    has_file: bool = False
    is_quoting: bool = False
    is_asked_elsewhere: bool = False

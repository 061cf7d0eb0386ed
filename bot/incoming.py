"""An incoming activity in one shape for all kinds, the press that it stands for, and the body of a press's reply."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import orjson
from msgspec import Struct

from dialogs.context import Press

_NOTHING: Mapping[str, object] = MappingProxyType({})
InvokeBody = dict[str, Any]
CARD = "application/vnd.microsoft.card.adaptive"
QUERY, FETCH, SUBMIT = "composeExtension/query", "composeExtension/fetchTask", "composeExtension/submitAction"
"""The calls of the message extension: a search, its dialog opened, and its dialog sent."""
OWN = frozenset({"m", "r", "card", "shown", "about", "verb"})
MOST_KEPT = 16_000
"""Bytes of all inputs together, as JSON, that a card can show again when they are too many for an answer."""
LONGEST_NOTE = 26_500
"""Bytes, as JSON, of a case note: its card holds nothing else but the earlier draft that is read back from it."""
NOTES = ("note", "before")

MOST_OF_A_CHARACTER = 6
"""Bytes that one can take as JSON."""
LONGEST_ID = 500
"""Characters; the longest is the list of the questions that a card showed."""


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


class Address(Struct, frozen=True):
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


class Mention(Struct, frozen=True):
    """A person mentioned in a message: Teams' id, the name shown, and the Entra object id once it is known."""

    user_id: str
    name: str
    object_id: str = ""


class Incoming(Struct, frozen=True):
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
    data: Mapping[str, object] = _NOTHING
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


def card_reply(card: dict[str, Any]) -> InvokeBody:
    """Replace the pressed card with this one."""
    return {"statusCode": 200, "type": CARD, "value": card}


def message_reply(text: str) -> InvokeBody:
    """Show a line of text beside the pressed card, which stays."""
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}


def to_press(incoming: Incoming) -> Press:
    """Return the press that a click sends; data of an unexpected type counts as absent."""
    data, inputs = incoming.data, filled_in(incoming.data)
    ids = {"m": "", "card": "", "about": "", "shown": ""}
    for name in ids:
        value = data.get(name)
        if isinstance(value, str) and value.isprintable() and len(value) <= LONGEST_ID:  # else no card of ours held it
            ids[name] = value
    revision = data.get("r")
    return Press(
        verb=incoming.verb,
        matter=ids["m"],
        revision=revision if isinstance(revision, int) else 0,
        card=ids["card"],
        about=ids["about"],
        shown=tuple(ids["shown"].split(",")) if data.get("shown") else (),
        inputs={} if excess(inputs) else inputs,
    )


def filled_in(data: Mapping[str, object]) -> dict[str, str]:
    """Return what a person filled in, of all that a press sent."""
    inputs: dict[str, str] = {}
    for name, value in data.items():
        if isinstance(value, str) and name not in OWN:
            inputs[name] = value
    return inputs


def excess(inputs: Mapping[str, str]) -> int:
    """Return how many characters were filled in when they are too many even to be shown again, else 0."""
    count = sum(map(len, inputs.values()))
    if count * MOST_OF_A_CHARACTER <= MOST_KEPT:
        return 0
    notes = [len(orjson.dumps(text)) for name, text in inputs.items() if name in NOTES]
    others = [len(orjson.dumps(text)) for name, text in inputs.items() if name not in NOTES]
    return count if sum(others) > MOST_KEPT or any(note > LONGEST_NOTE for note in notes) else 0

"""Pure converters: JSON bytes to an SDK `Activity`, that to `Incoming`, and an outgoing `Activity` to JSON.

Written by hand because the SDK's own serialisers cost milliseconds a turn and fail on what they do not expect.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import uuid4

import orjson

from bot.edge.message_text import PLAIN, has_file, is_quoting, read_text, seen
from bot.incoming import Address, Incoming, Kind, Mention, Scope
from bot.sdk import Activity, ChannelAccount, ConversationAccount

Json = dict[str, Any]
V = TypeVar("V")

LONGEST_NAME = 80
_LONGEST_ID = 1000
_DEEPEST = 100
_ODD = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")  # NUL, and perhaps half of an emoji
_IDS = {"id", "tenantId", "aadObjectId", "replyToId"}  # never mended: `_read` refuses one that is broken
CARD_ACTION = "adaptiveCard/action"
_SHARED = re.compile(r"^19:|@thread\.|@unq\.gbl\.spaces")
_SCOPES = {"personal": Scope.PERSONAL, "groupchat": Scope.GROUP, "channel": Scope.CHANNEL}
_ENDS = ("channelDeleted", "teamDeleted", "teamHardDeleted")
_CHANGES = {
    "messageUpdate": {"editMessage": Kind.EDITED, "": Kind.EDITED, "undeleteMessage": Kind.RESTORED},
    "messageDelete": {"softDeleteMessage": Kind.DELETED, "": Kind.DELETED},
}
_OUTGOING = {
    "type": "type",
    "text": "text",
    "text_format": "textFormat",
    "summary": "summary",
    "input_hint": "inputHint",
    "name": "name",
    "value": "value",
    "channel_data": "channelData",
}


class _Id(str):
    """The type of an identifier, in a shape."""


Shape = Mapping[str, tuple[str, type]]
"""The fields of an SDK object, each with its key in JSON and its type."""
_BY_ID: Shape = {"id": ("id", _Id)}
_SENDER: Shape = {**_BY_ID, "name": ("name", str), "aad_object_id": ("aadObjectId", _Id)}
_CONVERSATION: Shape = {
    **_BY_ID,
    "conversation_type": ("conversationType", _Id),
    "tenant_id": ("tenantId", _Id),
}
_ACTIVITY: Shape = {
    **_BY_ID,
    "type": ("type", _Id),
    "service_url": ("serviceUrl", _Id),
    "channel_id": ("channelId", _Id),
    "reply_to_id": ("replyToId", _Id),
    "text": ("text", str),
    "text_format": ("textFormat", str),
    "action": ("action", str),
    "name": ("name", str),
    "entities": ("entities", list),
    "attachments": ("attachments", list),
    "members_added": ("membersAdded", list),
    "members_removed": ("membersRemoved", list),
    "channel_data": ("channelData", dict),
}


class BadActivity(Exception):
    """The body is not a usable activity; the text says what is wrong and repeats none of it."""


def parse_activity(body: bytes) -> Any:
    """Return the `Activity` of a request's body, with the fields that the bot uses. Raises BadActivity."""
    source = load_json(body)
    if not isinstance(source, dict):
        raise BadActivity("the body is not an object")
    if body.count(b"{") + body.count(b"[") > _DEEPEST:
        check_depth(source)
    sender = _read(value_of(source, "from", dict), _SENDER)
    sender["aad_object_id"] = sender["aad_object_id"].strip()
    conversation = value_of(source, "conversation", dict)
    activity = Activity(
        **_read(source, _ACTIVITY),
        timestamp=str(source.get("timestamp") or ""),
        from_property=ChannelAccount(**sender),
        conversation=ConversationAccount(
            **_read(conversation, _CONVERSATION), is_group=conversation.get("isGroup") is True
        ),
        recipient=ChannelAccount(**_read(value_of(source, "recipient", dict), _BY_ID)),
        value=source.get("value"),
    )
    if not activity.type:
        raise BadActivity("type is missing")
    if not activity.conversation.id:
        raise BadActivity("conversation.id is missing")
    if activity.type in {"message", "invoke"} and not activity.from_property.id:
        raise BadActivity("from.id is missing")
    return activity


def address_of(reference: Any, bot: Any, user: Any, tenant_id: str) -> Address:
    """Return the address of an activity, or of the conversation that SDK code refers to, with its bot and its person.

    The id of a meeting, group or channel says who can read it, whatever its type says.
    """
    conversation = reference.conversation
    kind = (conversation.conversation_type or "").lower()
    if _SHARED.search(conversation.id):
        scope = Scope.CHANNEL if kind == "channel" else Scope.GROUP
    else:
        scope = _SCOPES.get(kind, Scope.GROUP) if kind or conversation.is_group else Scope.PERSONAL
    return Address(
        conversation_id=conversation.id,
        scope=scope,
        service_url=reference.service_url,
        tenant_id=tenant_id,
        bot_id=bot.id,
        user_id=user.id,
        user_object_id=user.aad_object_id or "",
    )


def tenants_of(activity: Any) -> tuple[str, str]:
    """Return the tenants that channelData and the conversation name, in small letters; "" where one names none."""
    named = value_of(value_of(activity.channel_data, "tenant", dict), "id", str), activity.conversation.tenant_id
    return named[0].lower(), named[1].lower()


def activity_to_json(activity: Any) -> Json:
    """Return the fields of an activity that the bot sends, ready for JSON."""
    written = {key: value for name, key in _OUTGOING.items() if (value := getattr(activity, name)) is not None}
    if activity.attachments:
        written["attachments"] = [
            {"contentType": each.content_type, "content": each.content} for each in activity.attachments
        ]
    return written


def to_incoming(activity: Any) -> Incoming:
    """Return the parts of an activity that the guide needs.

    An activity without an id gets one of ours: its second delivery cannot be recognised.
    """
    tenant_id = next(filter(None, tenants_of(activity)), "")
    address = address_of(activity, activity.recipient, activity.from_property, tenant_id)
    team, channel = value_of(activity.channel_data, "team", dict), value_of(activity.channel_data, "channel", dict)
    common = {
        "activity_id": activity.id or f"unnamed-{uuid4().hex}",
        "address": address,
        "reply_to": activity.reply_to_id,
        "name": " ".join(activity.from_property.name.split())[:LONGEST_NAME],
        "mentions": _mentions(activity.entities, activity.recipient.id) if activity.entities else (),
        "team_id": value_of(team, "id", str),
        "team_name": value_of(team, "name", str)[:LONGEST_NAME],
        "channel_name": value_of(channel, "name", str)[:LONGEST_NAME],
        "channel_kind": value_of(channel, "type", str)[:LONGEST_NAME],
    }
    is_form = activity.type == "message" and isinstance(activity.value, dict) and not activity.text.strip()
    value: Json = activity.value if isinstance(activity.value, dict) else {}
    if activity.type == "invoke" and activity.name != CARD_ACTION:
        return Incoming(Kind.EXTENSION, **common, verb=activity.name, data=value)
    if activity.type == "invoke" or is_form:
        # What is of another shape counts as absent, and the person is told so.
        action = value if is_form else value_of(value, "action", dict)
        data = {**(action if is_form else value_of(action, "data", dict))}
        for name, sent in data.items():
            if isinstance(sent, str) and not PLAIN.fullmatch(sent):
                data[name] = seen(sent)
        return Incoming(
            Kind.MESSAGE if is_form else Kind.CLICK, **common, verb=value_of(action, "verb", str), data=data
        )
    if activity.type == "message":
        text = _text_of(activity)
        has = bool(activity.attachments) and has_file(activity.attachments, alone=not text)
        quotes = is_quoting(activity.text, activity.attachments)
        return Incoming(Kind.MESSAGE, **common, text=text, has_file=has, is_quoting=quotes)
    if activity.type in _CHANGES and activity.id:
        return Incoming(_changed(activity), **{**common, **_which_change(activity)})
    return Incoming(_event(activity, address.scope), left_channel=_left_channel(activity), **common)


def _mentions(entities: list[Json], bot_id: str) -> tuple[Mention, ...]:
    """Return the people mentioned, each once, without the bot."""
    found: dict[str, Mention] = {}
    for entity in entities:
        mentioned = entity.get("mentioned") if entity.get("type") == "mention" else None
        user_id = _account_id(mentioned)
        if isinstance(mentioned, dict) and user_id not in ("", bot_id):
            name, object_id = value_of(mentioned, "name", str)[:LONGEST_NAME], value_of(mentioned, "aadObjectId", str)
            found.setdefault(user_id, Mention(user_id, name, object_id))
    return tuple(found.values())


def _text_of(activity: Any) -> str:
    bot_id, form = activity.recipient.id, activity.text_format
    return read_text(activity.text, activity.entities, activity.attachments, bot_id, form)


def _changed(activity: Any) -> Kind:
    return _CHANGES[activity.type].get(value_of(activity.channel_data, "eventType", str), Kind.OTHER)


def _which_change(activity: Any) -> Json:
    """Tell changes of one message apart, which all bear its id: each is taken once."""
    return {
        "activity_id": f"{activity.type}/{activity.id}/{activity.timestamp or uuid4().hex}",
        "reply_to": activity.id,
        "text": _text_of(activity),
    }


def _event(activity: Any, scope: Scope) -> Kind:
    """Tell an arrival from a departure. In a team, where other people come and go, only the bot's own count."""
    if activity.type == "installationUpdate":
        return {"add": Kind.JOINED, "add-upgrade": Kind.JOINED, "remove": Kind.LEFT}.get(activity.action, Kind.OTHER)
    if activity.type != "conversationUpdate":
        return Kind.OTHER
    if value_of(activity.channel_data, "eventType", str) in _ENDS:
        return Kind.LEFT
    added, removed = _ids(activity.members_added), _ids(activity.members_removed)
    if activity.recipient.id in added or (added and scope is Scope.PERSONAL):
        return Kind.JOINED
    return Kind.LEFT if activity.recipient.id in removed else Kind.OTHER


def _left_channel(activity: Any) -> str:
    """Return the one channel that was deleted, or that the bot was taken out of; "" where it is the whole team."""
    if activity.type != "conversationUpdate":
        return ""
    if value_of(activity.channel_data, "eventType", str) in _ENDS:
        return str(_read(value_of(activity.channel_data, "channel", dict), _BY_ID)["id"])
    channel = str(activity.conversation.id).partition(";")[0]
    return "" if channel == _read(value_of(activity.channel_data, "team", dict), _BY_ID)["id"] else channel


def _ids(members: list[Json]) -> set[str]:
    return {_account_id(member) for member in members} - {""}


def _account_id(account: object) -> str:
    found = account.get("id") if isinstance(account, dict) else None
    return found if isinstance(found, str) else ""


def load_json(body: bytes) -> Any:
    """Return the JSON of a body, without NUL, halves of an emoji and broken bytes. Raises BadActivity."""
    try:
        if not _ODD.search(body):
            return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    try:
        return _whole(json.loads(body.decode("utf-8-sig", "ignore")))
    except (ValueError, RecursionError):
        raise BadActivity("the body is not JSON") from None


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "ignore").decode()
    if isinstance(value, list):
        return [_whole(inner) for inner in value]
    if isinstance(value, dict):
        return {_whole(key): inner if key in _IDS else _whole(inner) for key, inner in value.items()}
    return value


def value_of(source: Mapping[str, Any], key: str, kind: type[V]) -> V:
    """Return a value of this type, an empty one when there is none, or something of another type."""
    value = source.get(key)
    return value if isinstance(value, kind) else kind()


def _read(source: Json, shape: Shape) -> Json:
    """Return the values that this shape names; what is absent or of another type is empty.

    An id is a string of sensible length without control characters. Raises BadActivity for any other: nobody could be
    answered by it.
    """
    values: Json = {}
    for name, (key, kind) in shape.items():
        value = source.get(key)
        if kind is _Id:
            value = "" if value is None else value
            if not isinstance(value, str) or len(value) > _LONGEST_ID or not value.isprintable():
                raise BadActivity(f"{key} is not usable")
        elif not isinstance(value, kind):
            value = kind()
        elif isinstance(value, list):
            value = [each for each in value if isinstance(each, dict)]
        values[name] = value
    return values


def check_depth(source: Json) -> None:
    """Raise BadActivity for nesting that Python's own recursion could not follow later."""
    level: list[Any] = [source]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return
    raise BadActivity("the body is nested too deeply")

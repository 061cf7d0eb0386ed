"""Pure converters: JSON bytes to an SDK `Activity`, that to `Incoming`, and an outgoing `Activity` to JSON.

Written by hand because the SDK's own serialisers cost milliseconds a turn and fail on what they do not expect.
"""

import json
import re
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import orjson

from bot.edge.message_text import PLAIN, has_file, is_quoting, read_text, seen
from bot.incoming import Address, Incoming, Kind, Mention, Scope
from bot.sdk import Activity, ChannelAccount, ConversationAccount

Json = dict[str, Any]

LONGEST_NAME = 80
_LONGEST_ID = 1000
_DEEPEST = 100
_ODD = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")  # NUL, and perhaps half of an emoji
_IDS = {"id", "tenantId", "aadObjectId", "replyToId"}  # never mended: `id_of` refuses one that is broken
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


class BadActivity(Exception):
    """The body is not a usable activity; the text says what is wrong and repeats none of it."""


def parse_activity(body: bytes) -> Any:
    """Return the `Activity` of a request's body, with the fields that the bot uses. Raises BadActivity."""
    source = load_json(body)
    if not isinstance(source, dict):
        raise BadActivity("the body is not an object")
    if body.count(b"{") + body.count(b"[") > _DEEPEST:
        check_depth(source)
    sender, conversation = object_of(source, "from"), object_of(source, "conversation")
    activity = Activity(
        type=id_of(source, "type"),
        id=id_of(source, "id"),
        timestamp=str(source.get("timestamp") or ""),
        service_url=id_of(source, "serviceUrl"),
        channel_id=id_of(source, "channelId"),
        from_property=ChannelAccount(
            id=id_of(sender, "id"), name=text_of(sender, "name"), aad_object_id=id_of(sender, "aadObjectId").strip()
        ),
        conversation=ConversationAccount(
            id=id_of(conversation, "id"),
            conversation_type=id_of(conversation, "conversationType"),
            is_group=conversation.get("isGroup") is True,
            tenant_id=id_of(conversation, "tenantId"),
        ),
        recipient=ChannelAccount(id=id_of(object_of(source, "recipient"), "id")),
        text=text_of(source, "text"),
        text_format=text_of(source, "textFormat"),
        entities=list_of(source, "entities"),
        attachments=list_of(source, "attachments"),
        members_added=list_of(source, "membersAdded"),
        members_removed=list_of(source, "membersRemoved"),
        action=text_of(source, "action"),
        reply_to_id=id_of(source, "replyToId"),
        name=text_of(source, "name"),
        value=source.get("value"),
        channel_data=object_of(source, "channelData"),
    )
    if not activity.type:
        raise BadActivity("type is missing")
    if not activity.conversation.id:
        raise BadActivity("conversation.id is missing")
    if activity.type in {"message", "invoke"} and not activity.from_property.id:
        raise BadActivity("from.id is missing")
    return activity


def address_of(activity: Any) -> Address:
    """Return the address of a received activity: its conversation and its sender."""
    return Address(
        conversation_id=activity.conversation.id,
        scope=_scope(activity.conversation),
        service_url=activity.service_url,
        tenant_id=next(filter(None, tenants_of(activity)), ""),
        bot_id=activity.recipient.id,
        user_id=activity.from_property.id,
        user_object_id=activity.from_property.aad_object_id,
    )


def destination_of(reference: Any, bot: Any, user: Any) -> Address:
    """Return the address that SDK code gave an activity or a conversation reference."""
    return Address(
        conversation_id=reference.conversation.id,
        scope=_scope(reference.conversation),
        service_url=reference.service_url,
        tenant_id=reference.conversation.tenant_id or "",
        bot_id=bot.id,
        user_id=user.id,
        user_object_id=user.aad_object_id or "",
    )


def tenants_of(activity: Any) -> tuple[str, str]:
    """Return the tenants that channelData and the conversation name, in small letters; "" where one names none."""
    named = text_of(object_of(activity.channel_data, "tenant"), "id"), activity.conversation.tenant_id
    return named[0].lower(), named[1].lower()


def activity_to_json(activity: Any) -> Json:
    """Return the fields of an activity that the bot sends, ready for JSON."""
    written = {key: value for name, key in _OUTGOING.items() if (value := getattr(activity, name)) is not None}
    if activity.attachments:
        written["attachments"] = [
            {"contentType": each.content_type, "content": each.content} for each in activity.attachments
        ]
    return written


def _scope(conversation: Any) -> Scope:
    """Return who can read the conversation. An id of a meeting, group or channel counts, whatever its type says."""
    if _SHARED.search(conversation.id):
        return Scope.CHANNEL if conversation.conversation_type.lower() == "channel" else Scope.GROUP
    if conversation.conversation_type:
        return _SCOPES.get(conversation.conversation_type.lower(), Scope.GROUP)
    return Scope.GROUP if conversation.is_group else Scope.PERSONAL


def to_incoming(activity: Any) -> Incoming:
    """Return the parts of an activity that the guide needs.

    An activity without an id gets one of ours: its second delivery cannot be recognised.
    """
    address = address_of(activity)
    common = {
        "activity_id": activity.id or f"unnamed-{uuid4().hex}",
        "address": address,
        "reply_to": activity.reply_to_id,
        "name": " ".join(activity.from_property.name.split())[:LONGEST_NAME],
        "mentions": _mentions(activity.entities, activity.recipient.id) if activity.entities else (),
        "team_id": text_of(object_of(activity.channel_data, "team"), "id"),
        "team_name": text_of(object_of(activity.channel_data, "team"), "name")[:LONGEST_NAME],
        "channel_name": text_of(object_of(activity.channel_data, "channel"), "name")[:LONGEST_NAME],
        "channel_kind": text_of(object_of(activity.channel_data, "channel"), "type")[:LONGEST_NAME],
    }
    if activity.type == "invoke" and activity.name != CARD_ACTION:
        value = activity.value if isinstance(activity.value, dict) else {}
        return Incoming(Kind.EXTENSION, **common, verb=activity.name, data=value)
    if activity.type == "invoke":
        # What is of another shape counts as absent, and the person is told so.
        action = object_of(activity.value, "action") if isinstance(activity.value, dict) else {}
        verb, data = text_of(action, "verb"), _filled_in(object_of(action, "data"))
        return Incoming(Kind.CLICK, **common, verb=verb, data=data)
    if activity.type == "message":
        return Incoming(Kind.MESSAGE, **common, **_message(activity))
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
            name, object_id = text_of(mentioned, "name")[:LONGEST_NAME], text_of(mentioned, "aadObjectId")
            found.setdefault(user_id, Mention(user_id, name, object_id))
    return tuple(found.values())


def _filled_in(data: Json) -> Json:
    """Return what a card sent, without characters that nobody sees."""
    filled = {**data}
    for name, value in data.items():
        if isinstance(value, str) and not PLAIN.fullmatch(value):
            filled[name] = seen(value)
    return filled


def _text_of(activity: Any) -> str:
    bot_id, form = activity.recipient.id, activity.text_format
    return read_text(activity.text, activity.entities, activity.attachments, bot_id, form)


def _message(activity: Any) -> Json:
    if isinstance(activity.value, dict) and not activity.text.strip():
        return {"verb": text_of(activity.value, "verb"), "data": _filled_in(activity.value)}
    text = _text_of(activity)
    return {
        "text": text,
        "has_file": has_file(activity.attachments, alone=not text),
        "is_quoting": is_quoting(activity.text, activity.attachments),
    }


def _changed(activity: Any) -> Kind:
    return _CHANGES[activity.type].get(text_of(activity.channel_data, "eventType"), Kind.OTHER)


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
    if text_of(activity.channel_data, "eventType") in _ENDS:
        return Kind.LEFT
    added, removed = _ids(activity.members_added), _ids(activity.members_removed)
    if activity.recipient.id in added or (added and scope is Scope.PERSONAL):
        return Kind.JOINED
    return Kind.LEFT if activity.recipient.id in removed else Kind.OTHER


def _left_channel(activity: Any) -> str:
    """Return the one channel that was deleted, or that the bot was taken out of; "" where it is the whole team."""
    if activity.type != "conversationUpdate":
        return ""
    if text_of(activity.channel_data, "eventType") in _ENDS:
        return id_of(object_of(activity.channel_data, "channel"), "id")
    channel = str(activity.conversation.id).partition(";")[0]
    return "" if channel == id_of(object_of(activity.channel_data, "team"), "id") else channel


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


def text_of(source: Mapping[str, Any], key: str) -> str:
    """Return a string, "" when there is none, or something of another type."""
    value = source.get(key)
    return value if isinstance(value, str) else ""


def id_of(source: Mapping[str, Any], key: str) -> str:
    """Return an identifier: a string of sensible length without control characters, "" when there is none.

    Raises BadActivity for anything else: nobody could be answered by it.
    """
    value = source.get(key)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > _LONGEST_ID or not value.isprintable():
        raise BadActivity(f"{key} is not usable")
    return value


def object_of(source: Mapping[str, Any], key: str) -> Json:
    """Return an object, {} when there is none, or something of another type."""
    value = source.get(key)
    return value if isinstance(value, dict) else {}


def list_of(source: Mapping[str, Any], key: str) -> list[Json]:
    """Return the objects of a list; what has another shape is as if it had not come."""
    value = source.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


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

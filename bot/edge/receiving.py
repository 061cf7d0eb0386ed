"""Conversion of an SDK `Activity` to `Incoming`."""

from typing import Any
from uuid import uuid4

from bot.edge.activities import address_of
from bot.edge.fields import BadActivity, Json, object_of, text_of
from bot.incoming import Incoming, Kind, Mention, Scope


def to_incoming(activity: Any) -> Incoming:
    """Return the parts of an activity that the guide needs. Raises BadActivity when a press is malformed.

    An activity without an id gets one of ours: its second delivery cannot be recognised.
    """
    address = address_of(activity)
    common = {
        "activity_id": activity.id or f"unnamed-{uuid4().hex}",
        "address": address,
        "reply_to": activity.reply_to_id,
        "name": " ".join(activity.from_property.name.split())[:LONGEST_NAME],
        "mentions": _mentions(activity.entities, activity.recipient.id),
        "team_id": text_of(object_of(activity.channel_data, "team"), "id"),
        "team_name": text_of(object_of(activity.channel_data, "team"), "name")[:LONGEST_NAME],
    }
    if activity.type == "invoke":
        return Incoming(Kind.CLICK, **common, **_click(activity.value))
    if activity.type == "message":
        return Incoming(Kind.MESSAGE, **common, **_message(activity))
    return Incoming(_event(activity, address.scope), **common)


LONGEST_NAME = 80


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


def _click(value: Any) -> Json:
    if not isinstance(value, dict):
        raise BadActivity("value must be an object")
    action = object_of(value, "action")
    if not action:
        raise BadActivity("value.action is missing")
    return {"verb": text_of(action, "verb"), "data": object_of(action, "data")}


def _message(activity: Any) -> Json:
    if isinstance(activity.value, dict) and not activity.text.strip():
        verb = activity.value.get("verb", "")
        return {"verb": verb if isinstance(verb, str) else "", "data": activity.value}
    return {"text": _without_mention(activity.text, activity.entities, activity.recipient.id)}


def _without_mention(text: str, entities: list[Json], bot_id: str) -> str:
    for entity in entities:
        if entity.get("type") == "mention" and _account_id(entity.get("mentioned")) == bot_id:
            mention = entity.get("text")
            return text.replace(mention, "", 1).strip() if isinstance(mention, str) else text.strip()
    return text.strip()


def _event(activity: Any, scope: Scope) -> Kind:
    """Tell an arrival from a departure. In a team, where other people come and go, only the bot's own count."""
    if activity.type == "installationUpdate":
        return {"add": Kind.JOINED, "add-upgrade": Kind.JOINED, "remove": Kind.LEFT}.get(activity.action, Kind.OTHER)
    if activity.type != "conversationUpdate":
        return Kind.OTHER
    added, removed = _ids(activity.members_added), _ids(activity.members_removed)
    if activity.recipient.id in added or (added and scope is Scope.PERSONAL):
        return Kind.JOINED
    return Kind.LEFT if activity.recipient.id in removed else Kind.OTHER


def _ids(members: list[Json]) -> set[str]:
    return {_account_id(member) for member in members} - {""}


def _account_id(account: object) -> str:
    found = account.get("id") if isinstance(account, dict) else None
    return found if isinstance(found, str) else ""

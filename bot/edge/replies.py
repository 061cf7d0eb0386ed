"""The bodies of the replies to a click."""

from typing import Any

InvokeBody = dict[str, Any]


def card_reply(card: dict[str, Any]) -> InvokeBody:
    """The card that takes the place of the clicked one."""
    return {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": card}


def message_reply(text: str) -> InvokeBody:
    """A line that is shown beside the clicked card; the card stays."""
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}

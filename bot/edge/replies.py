"""The bodies of the replies to a press."""

from typing import Any

InvokeBody = dict[str, Any]


def card_reply(card: dict[str, Any]) -> InvokeBody:
    """Replace the pressed card with this one."""
    return {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": card}


def message_reply(text: str) -> InvokeBody:
    """Show a line of text beside the pressed card, which stays."""
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}

"""One message on its way: what is sent for a row of the outbox, and what became of it."""

import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, Protocol

import orjson

from bot.edge.connector import MaybeSent, NotSent, Refused, Sent, Throttled
from bot.incoming import Address
from bot.storage.errors import StorageUnavailable
from bot.storage.outbox_table import ClaimedMessage, DeliveryResult, MessageState

# What a lock screen shows: never what a card says.
_SUMMARY = "Sharing Guide: one thing waiting"
_CARD = "application/vnd.microsoft.card.adaptive"
_LONGEST_WAIT_SECONDS = 60.0
_MOST_UPDATES = 8  # tries of an update that may or may not have arrived


class Outgoing(Protocol):
    """What is needed of a connector: it writes JSON with orjson, its calls end in time, or raise a SendError."""

    async def post(self, address: Address, activity: Mapping[str, Any]) -> Sent:
        """Post an activity and return what it was given."""

    async def put(self, address: Address, activity_id: str, activity: Mapping[str, Any]) -> None:
        """Replace an activity."""


ComesDue = Callable[[dict[str, Any]], Awaitable[None]]


async def deliver(connector: Outgoing, row: ClaimedMessage, comes_due: ComesDue) -> DeliveryResult:
    """Send the row, once, and say what became of it; raises nothing but cancellation. A reminder is handed on."""
    try:
        return await (_remind(row, comes_due) if row.is_reminder else _send(connector, row))
    except Throttled as error:
        return _again(row, error.retry_after_seconds * _jitter(1.0, 1.2) + 0.05, error)
    except StorageUnavailable as error:
        return _again(row, _backoff(0), error)
    except NotSent as error:
        return _again(row, _backoff(row.attempts), error)
    except Refused as error:
        return _refused(row, error)
    except Exception as error:
        return _unknown(row, error)


async def _remind(row: ClaimedMessage, comes_due: ComesDue) -> DeliveryResult:
    if row.payload is None:
        return DeliveryResult(row, MessageState.GIVEN_UP, "unreadable")
    await comes_due(orjson.loads(row.payload))
    return DeliveryResult(row, MessageState.SENT)


async def _send(connector: Outgoing, row: ClaimedMessage) -> DeliveryResult:
    if row.payload is None:
        return DeliveryResult(row, MessageState.GIVEN_UP, "unreadable")
    if row.is_post:
        sent = await connector.post(row.address, _activity(row, row.payload))
        return DeliveryResult(row, MessageState.SENT, activity_id=sent.activity_id)
    if not row.activity_id:
        return DeliveryResult(row, MessageState.GIVEN_UP, "never posted")
    await connector.put(row.address, row.activity_id, _activity(row, row.payload))
    return DeliveryResult(row, MessageState.SENT)


def _activity(row: ClaimedMessage, payload: bytes) -> dict[str, Any]:
    body = orjson.Fragment(payload)  # goes into the request as it is; reading a card here would only cost time
    if row.card_id is None:
        return {"type": "message", "text": body, "textFormat": "plain"}
    return {"type": "message", "attachments": [{"contentType": _CARD, "content": body}], "summary": _SUMMARY}


def _refused(row: ClaimedMessage, error: Refused) -> DeliveryResult:
    if error.status == 401:  # the bot's credential was refused, not the message
        return _again(row, _backoff(row.attempts), error)
    return DeliveryResult(row, MessageState.GIVEN_UP, str(error))


def _unknown(row: ClaimedMessage, error: Exception) -> DeliveryResult:
    """Judge a send of which nobody knows whether it arrived."""
    reason = str(error) if isinstance(error, MaybeSent) else type(error).__name__
    if row.is_post:
        return DeliveryResult(row, MessageState.DOUBTFUL, reason)
    if row.attempts + 1 >= _MOST_UPDATES:
        return DeliveryResult(row, MessageState.GIVEN_UP, reason)
    return _again(row, _backoff(row.attempts), reason)


def _again(row: ClaimedMessage, seconds: float, reason: object) -> DeliveryResult:
    return DeliveryResult(row, MessageState.WAITING, str(reason), again_in=timedelta(seconds=seconds))


def _backoff(attempts: int) -> float:
    return min(_LONGEST_WAIT_SECONDS, 2.0 ** min(attempts, 10)) * _jitter(0.5, 1.0)


def _jitter(least: float, most: float) -> float:
    return random.uniform(least, most)  # noqa: S311  so that not all come back at once; nothing secret

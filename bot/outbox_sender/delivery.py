"""The delivery of one message of the outbox, and its result."""

import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, Protocol

import orjson

from bot.edge.connector import MaybeSent, NotSent, Refused, Sent, Throttled
from bot.incoming import CARD, Address
from bot.storage.errors import StorageUnavailable
from bot.storage.messages import ClaimedMessage, DeliveryResult, MessageState

# What a lock screen shows: never what a card says.
_SUMMARY = "Sharing Guide: one thing waiting"
_LONGEST_WAIT_SECONDS = 60.0
_MOST_REFUSED = 6  # tries, some half a minute of them, of what Teams refuses for a moment
MOST_UPDATES = 60  # tries, about an hour of them, of an update that may or may not have arrived


class Outgoing(Protocol):
    """The calls of a connector that a delivery needs: each writes JSON with orjson, and ends in time or raises."""

    async def post(self, address: Address, activity: Mapping[str, Any]) -> Sent:
        """Post an activity and return what it was given."""

    async def put(self, address: Address, activity_id: str, activity: Mapping[str, Any]) -> None:
        """Replace an activity."""


OnDue = Callable[[dict[str, Any]], Awaitable[None]]


async def deliver(connector: Outgoing, message: ClaimedMessage, on_due: OnDue) -> DeliveryResult:
    """Send the message once and return the result; raises nothing but cancellation. A reminder goes to `on_due`."""
    try:
        return await (_remind(message, on_due) if message.is_reminder else _send(connector, message))
    except Throttled as error:
        return _retry(message, error.retry_after_seconds * _jitter(1.0, 1.2) + 0.05, error)
    except StorageUnavailable as error:
        return _retry(message, _backoff(0), error)
    except NotSent as error:
        return _retry(message, _backoff(message.attempts), error)
    except Refused as error:
        return _give_up_or_retry(message, error)
    except Exception as error:
        return _doubtful_or_retry(message, error)


async def _remind(message: ClaimedMessage, on_due: OnDue) -> DeliveryResult:
    if message.payload is None:
        return DeliveryResult(message, MessageState.GIVEN_UP, "unreadable")
    await on_due(orjson.loads(message.payload))
    return DeliveryResult(message, MessageState.SENT)


async def _send(connector: Outgoing, message: ClaimedMessage) -> DeliveryResult:
    if message.payload is None:
        return DeliveryResult(message, MessageState.GIVEN_UP, "unreadable")
    if message.is_post:
        sent = await connector.post(message.address, _activity(message, message.payload))
        return DeliveryResult(message, MessageState.SENT, activity_id=sent.activity_id)
    if not message.activity_id:
        return DeliveryResult(message, MessageState.GIVEN_UP, "never posted")
    await connector.put(message.address, message.activity_id, _activity(message, message.payload))
    return DeliveryResult(message, MessageState.SENT)


def _activity(message: ClaimedMessage, payload: bytes) -> dict[str, Any]:
    body = orjson.Fragment(payload)  # goes into the request as it is; reading a card here would only cost time
    if message.card_id is None:
        return {"type": "message", "text": body, "textFormat": "plain"}
    return {"type": "message", "attachments": [{"contentType": CARD, "content": body}], "summary": _SUMMARY}


def _give_up_or_retry(message: ClaimedMessage, error: Refused) -> DeliveryResult:
    if error.status == 401:  # the bot's credential was refused, not the message
        return _retry(message, _backoff(message.attempts), error)
    if error.is_passing and message.attempts + 1 < _MOST_REFUSED:
        return _retry(message, _backoff(message.attempts), error)
    return DeliveryResult(message, MessageState.GIVEN_UP, str(error))


def _doubtful_or_retry(message: ClaimedMessage, error: Exception) -> DeliveryResult:
    """Return the result of a send that may or may not have arrived."""
    reason = str(error) if isinstance(error, MaybeSent) else type(error).__name__
    if message.is_post:
        return DeliveryResult(message, MessageState.DOUBTFUL, reason)
    if message.attempts + 1 >= MOST_UPDATES:
        return DeliveryResult(message, MessageState.GIVEN_UP, reason)
    return _retry(message, _backoff(message.attempts), reason)


def _retry(message: ClaimedMessage, seconds: float, reason: object) -> DeliveryResult:
    return DeliveryResult(message, MessageState.WAITING, str(reason), again_in=timedelta(seconds=seconds))


def _backoff(attempts: int) -> float:
    return min(_LONGEST_WAIT_SECONDS, 2.0 ** min(attempts, 10)) * _jitter(0.5, 1.0)


def _jitter(least: float, most: float) -> float:
    return random.uniform(least, most)  # noqa: S311  so that not all come back at once; nothing secret

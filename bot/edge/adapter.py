"""The adapter: one SDK turn per activity, with the SDK's own clients, state and serialisers left out."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from msgspec import Struct

from bot import faults
from bot.edge.activities import CARD_ACTION, BadActivity, activity_to_json, address_of, to_incoming
from bot.edge.connector import Connector
from bot.incoming import FETCH, QUERY, SUBMIT, Address, Incoming
from bot.sdk import ActivityHandler, BotAdapter, ResourceResponse, TurnContext, bot_of

log = logging.getLogger(__name__)

Take = Callable[[Incoming], Awaitable[Mapping[str, Any] | None]]
_TAKEN = frozenset({CARD_ACTION, QUERY, FETCH, SUBMIT})
_REPLY = "guide.reply"


class InvokeReply(Struct, frozen=True):
    """The reply to an invoke: HTTP status and JSON body."""

    status: int
    body: Mapping[str, Any]


def _error(status: int, code: str, message: str) -> dict[str, Any]:
    return {
        "statusCode": status,
        "type": "application/vnd.microsoft.error",
        "value": {"code": code, "message": message},
    }


# Teams shows the message of an error reply only when it comes with HTTP 200.
_UNAVAILABLE = InvokeReply(200, _error(500, "unavailable", "That did not work just now. Please try again."))
_NOT_SUPPORTED = InvokeReply(501, _error(501, "notSupported", "The bot does not take this kind of request."))
_NOTHING = InvokeReply(200, {})


class GuideHandler(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
    """Passes every activity that matters to `take`, and leaves the reply to a press in the turn's state."""

    def __init__(self, take: Take) -> None:
        super().__init__()
        self._take = take

    async def on_message_activity(self, turn_context: Any) -> None:
        """Take a typed message, or the inputs of a card that were sent instead of text; and whatever is no invoke."""
        await self._take(to_incoming(turn_context.activity))

    on_message_update_activity = on_message_delete_activity = on_message_activity  # edited, brought back, deleted
    on_conversation_update_activity = on_installation_update = on_message_activity  # somebody came or went

    async def on_invoke_activity(self, turn_context: Any) -> None:
        """Take a press of a card's button or a call of the message extension, and refuse any other invoke.

        Teams' own feedback form is answered with nothing.
        """
        name = turn_context.activity.name
        if name in _TAKEN:
            reply = InvokeReply(200, await self._take(to_incoming(turn_context.activity)) or {})
        else:
            reply = _NOTHING if name == "message/submitAction" else _NOT_SUPPORTED
        turn_context.turn_state[_REPLY] = reply


class GuideAdapter(BotAdapter):  # type: ignore[misc]  # as above
    """Runs turns, and sends over the `Connector` what SDK code sends through a turn context."""

    def __init__(self, connector: Connector, take: Take) -> None:
        super().__init__()
        self._connector = connector
        self._handler = GuideHandler(take)

    async def process(self, activity: Any) -> InvokeReply | None:
        """Run one turn; only an invoke has a reply.

        Raises BadActivity, and whatever the turn of anything but an invoke raises: a person who clicked is told.
        """
        context = TurnContext(self, activity)
        try:
            await self.run_pipeline(context, self._handler.on_turn)
        except BadActivity:
            raise
        except Exception as error:
            if activity.type != "invoke":
                raise
            log.error("an invoke failed: %s", faults.describe(error))
            return _UNAVAILABLE
        reply: InvokeReply | None = context.turn_state.get(_REPLY)
        return reply

    async def send_activities(self, context: Any, activities: list[Any]) -> list[Any]:
        """Post each activity to the conversation it is addressed to. Raises the connector's SendError."""
        return [await self._send(each) for each in activities]

    async def update_activity(self, context: Any, activity: Any) -> Any:
        """Replace the activity with the same id. Raises the connector's SendError."""
        await self._connector.put(_addressed(activity), activity.id, activity_to_json(activity))
        return ResourceResponse(id=activity.id)

    async def delete_activity(self, context: Any, reference: Any) -> None:
        """Delete the activity that the reference names. Raises the connector's SendError."""
        address = address_of(reference, bot_of(reference), reference.user, reference.conversation.tenant_id or "")
        await self._connector.delete(address, reference.activity_id)

    async def _send(self, activity: Any) -> Any:
        sent = await self._connector.post(_addressed(activity), activity_to_json(activity))
        return ResourceResponse(id=sent.activity_id)


def _addressed(activity: Any) -> Address:
    tenant_id = activity.conversation.tenant_id or ""
    return address_of(activity, activity.from_property, activity.recipient, tenant_id)

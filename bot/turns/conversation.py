"""Takes turns, each in one transaction, and says so where the database is away."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.approvals.channel_commands import names_people
from bot.config.council import CouncilSettings
from bot.edge.replies import InvokeBody, message_reply
from bot.incoming import Address, Incoming, Kind, Scope
from bot.storage.errors import StorageUnavailable
from bot.storage.storage import Storage
from bot.turns.action_data import too_long
from bot.turns.turn import take_turn
from cards.words import render_text
from dialogs.engine.questions import LONGEST

log = logging.getLogger(__name__)

MOST_MENTIONED = 20

Say = Callable[[Address, str], Awaitable[None]]
WhoIs = Callable[[Address, str], Awaitable[str]]


class Conversations:
    """Takes turns. `wake` is called after a commit that left messages; `say` reaches a person without the database.

    `who_is` gives the Entra object id of someone whom Teams knows by another id.
    """

    def __init__(
        self, storage: Storage, council: CouncilSettings, wake: Callable[[], None], say: Say, who_is: WhoIs
    ) -> None:
        self._storage = storage
        self._council = council
        self._wake = wake
        self._say = say
        self._who_is = who_is

    async def take(self, incoming: Incoming) -> InvokeBody | None:
        """Take one activity. Returns the body of the reply to a click, None for anything else."""
        excess = too_long(incoming)
        if excess and incoming.kind is Kind.CLICK and incoming.verb != "danger":
            return message_reply(_too_long_words(excess))
        incoming = await self._known(incoming)
        try:
            reply = await self._storage.transact(
                lambda unit: take_turn(unit, incoming, self._council),
                conversation_id=incoming.address.conversation_id,
            )
        except StorageUnavailable as error:
            return await self._without_database(incoming, error)
        self._wake()
        return reply

    async def _known(self, incoming: Incoming) -> Incoming:
        """With the object ids of those mentioned, where a command in a channel is about them."""
        in_channel = incoming.kind is Kind.MESSAGE and incoming.address.scope is Scope.CHANNEL
        if not in_channel or not names_people(incoming.text):
            return incoming
        known = [
            replace(one, object_id=one.object_id or await self._who_is(incoming.address, one.user_id))
            for one in incoming.mentions[:MOST_MENTIONED]
        ]
        return replace(incoming, mentions=tuple(known))

    async def _without_database(self, incoming: Incoming, error: StorageUnavailable) -> InvokeBody | None:
        log.error("a turn was not taken: %s", error)
        if incoming.kind is Kind.CLICK:
            return message_reply(render_text("notices.try_again"))
        if incoming.kind is Kind.MESSAGE:
            await self._say(incoming.address, render_text("notices.try_again"))
        return None


def _too_long_words(count: int) -> str:
    return render_text("notices.too_long_message", count=f"{count:,}", most=f"{LONGEST:,}")

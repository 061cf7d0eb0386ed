"""The sender: takes what turns left in the outbox and sends it, in order within each conversation.

A post that may have arrived is never sent again: it is marked doubtful. An update may be repeated.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from bot.outbox_sender.delivery import ComesDue, Outgoing, deliver
from bot.outbox_sender.sender_name import drop_name, is_dead, take_name
from bot.storage.errors import StorageUnavailable
from bot.storage.outbox_table import ClaimedMessage, DeliveryResult, MessageState, OutboxTable
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork

logger = logging.getLogger(__name__)

_POLL_SECONDS = 1.0
_GATHER_SECONDS = 0.005  # what ends or is left within this time shares a transaction; nobody sees the delay
_LONGEST_SEND_SECONDS = 20.0  # a little more than a connector allows a call
_LEASE = timedelta(seconds=90)  # an older claim was left by a sender that is gone
_RECOVER_SECONDS = 30.0


GivenUp = Callable[[str], Awaitable[None]]


async def nothing_due(_: dict[str, Any]) -> None:
    """Nobody asked to be reminded of anything."""


async def nothing_lost(_: str) -> None:
    """Nobody is told."""


class Sender:
    """Sends in the background, to at most `parallel` conversations at a time. Several may share one database.

    `comes_due` takes what a turn asked to be reminded of; `given_up` hears of a card that could not be sent for good.
    """

    def __init__(
        self,
        storage: Storage,
        connector: Outgoing,
        *,
        parallel: int = 64,
        comes_due: ComesDue = nothing_due,
        given_up: GivenUp = nothing_lost,
    ) -> None:
        self._storage = storage
        self._connector = connector
        self._comes_due = comes_due
        self._given_up = given_up
        self._parallel = parallel
        self._name = ""
        self._awake = asyncio.Event()
        self._stopping = False
        self._unsure = False
        self._recover_at = 0.0
        self._sends: dict[int, asyncio.Task[None]] = {}  # by row, until what became of it is written down
        self._outcomes: list[DeliveryResult] = []
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to send, and settle what dead senders left."""
        self._name = take_name()
        self._running = asyncio.create_task(self._run(), name="outbox sender")
        self.wake()

    def wake(self) -> None:
        """Look at the outbox soon: call it on the event loop after a commit that left messages."""
        self._awake.set()

    async def stop(self) -> None:
        """Claim nothing more, let what is under way end, write it down, and return; takes no longer than a send may."""
        if self._running is None:
            return
        self._stopping = True
        self.wake()
        await asyncio.wait([self._running], timeout=_LONGEST_SEND_SECONDS)
        unfinished = [self._running, *self._sends.values()]
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        self._running = None
        drop_name(self._name)

    async def _run(self) -> None:
        while not self._stopping or self._sends:
            await self._something_to_do()
            try:
                await self._exchange()
                self._unsure = False
            except Exception as error:
                await self._after_failure(error)

    async def _something_to_do(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_POLL_SECONDS):
                await self._awake.wait()
        await asyncio.sleep(_GATHER_SECONDS)
        self._awake.clear()

    async def _exchange(self) -> None:
        """Write down what became of rows and claim the next ones, in one transaction; then send those."""
        outcomes, in_hand = self._outcomes[:], set(self._sends)
        room = 0 if self._stopping else self._parallel - len(in_hand) + len(outcomes)
        recovering = time.monotonic() >= self._recover_at

        def work(unit: UnitOfWork) -> list[ClaimedMessage]:
            table = OutboxTable(unit, self._name)
            table.keep(outcomes)
            if self._unsure:
                table.release(in_hand)
            if recovering:
                table.recover([name for name in table.senders() if is_dead(name)])
            return table.claim(room, _LEASE)

        claimed = await self._storage.transact(work)
        if recovering:
            self._recover_at = time.monotonic() + _RECOVER_SECONDS
        del self._outcomes[: len(outcomes)]
        for outcome in outcomes:
            del self._sends[outcome.message.id]
            _report(outcome)
        for row in claimed:
            self._sends[row.id] = asyncio.create_task(self._send(row))

    async def _send(self, row: ClaimedMessage) -> None:
        outcome = await deliver(self._connector, row, self._comes_due)
        if outcome.state is MessageState.GIVEN_UP and row.is_post and row.card_id:
            await self._tell(row.card_id)
        self._outcomes.append(outcome)
        if outcome.again_in is not None:
            asyncio.get_running_loop().call_later(outcome.again_in.total_seconds(), self.wake)
        self.wake()

    async def _tell(self, card_id: str) -> None:
        try:
            await self._given_up(card_id)
        except StorageUnavailable as error:
            logger.error("nobody could be told of card %s: %s", card_id, error)

    async def _after_failure(self, error: Exception) -> None:
        """The answer to a claim may be lost, so the next transaction asks which rows are ours; see `release`."""
        if not self._unsure:
            known = isinstance(error, StorageUnavailable)
            logger.error("the outbox cannot be read: %s", error, exc_info=None if known else error)
        self._unsure = True
        self.wake()
        await asyncio.sleep(_POLL_SECONDS)


def _report(outcome: DeliveryResult) -> None:
    if outcome.state in {MessageState.DOUBTFUL, MessageState.GIVEN_UP}:
        logger.warning("message %d is %s: %s", outcome.message.id, outcome.state, outcome.error)

"""The sender of the outbox: in order within each conversation.

A post that may have arrived is never sent again: it is marked doubtful. An update may be repeated.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from bot.outbox_sender.delivery import OnDue, Outgoing, deliver
from bot.outbox_sender.sender_name import is_process_dead, register_name, unregister_name
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


OnGivenUp = Callable[[str], Awaitable[None]]


async def ignore_due(_: dict[str, Any]) -> None:
    """Do nothing with a reminder that is due."""


async def ignore_given_up(_: str) -> None:
    """Tell nobody."""


class Sender:
    """Sends in the background, to at most `parallel` conversations at a time. Several may share one database.

    `on_due` is given the reminders that turns left; `on_given_up` the id of each card that cannot be sent.
    """

    def __init__(
        self,
        storage: Storage,
        connector: Outgoing,
        *,
        parallel: int = 64,
        on_due: OnDue = ignore_due,
        on_given_up: OnGivenUp = ignore_given_up,
    ) -> None:
        self._storage = storage
        self._connector = connector
        self._on_due = on_due
        self._on_given_up = on_given_up
        self._parallel = parallel
        self._name = ""
        self._awake = asyncio.Event()
        self._stopping = False
        self._unsure = False
        self._recover_at = 0.0
        self._sends: dict[int, asyncio.Task[None]] = {}  # by row, until its result is stored
        self._results: list[DeliveryResult] = []
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to send, and settle the rows of dead senders."""
        self._name = register_name()
        self._running = asyncio.create_task(self._run(), name="outbox sender")
        self.wake()

    def wake(self) -> None:
        """Look at the outbox soon: call it on the event loop after a commit that left messages."""
        self._awake.set()

    async def stop(self) -> None:
        """Claim nothing more, let sends under way end, store their results; takes no longer than a send may."""
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
        unregister_name(self._name)

    async def _run(self) -> None:
        while not self._stopping or self._sends:
            await self._wait_for_work()
            try:
                await self._store_and_claim()
                self._unsure = False
            except Exception as error:
                await self._after_failure(error)

    async def _wait_for_work(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_POLL_SECONDS):
                await self._awake.wait()
        await asyncio.sleep(_GATHER_SECONDS)
        self._awake.clear()

    async def _store_and_claim(self) -> None:
        """Store results and claim the next messages, in one transaction; then send those."""
        results, in_hand = self._results[:], set(self._sends)
        room = 0 if self._stopping else self._parallel - len(in_hand) + len(results)
        recovering = time.monotonic() >= self._recover_at

        def work(unit: UnitOfWork) -> list[ClaimedMessage]:
            table = OutboxTable(unit, self._name)
            table.keep(results)
            if self._unsure:
                table.release(in_hand)
            if recovering:
                table.recover([name for name in table.senders() if is_process_dead(name)])
            return table.claim(room, _LEASE)

        claimed = await self._storage.transact(work)
        if recovering:
            self._recover_at = time.monotonic() + _RECOVER_SECONDS
        del self._results[: len(results)]
        for result in results:
            del self._sends[result.message.id]
            _log_failure(result)
        for message in claimed:
            self._sends[message.id] = asyncio.create_task(self._send(message))

    async def _send(self, message: ClaimedMessage) -> None:
        result = await deliver(self._connector, message, self._on_due)
        if result.state is MessageState.GIVEN_UP and message.is_post and message.card_id:
            await self._report_given_up(message.card_id)
        self._results.append(result)
        if result.again_in is not None:
            asyncio.get_running_loop().call_later(result.again_in.total_seconds(), self.wake)
        self.wake()

    async def _report_given_up(self, card_id: str) -> None:
        try:
            await self._on_given_up(card_id)
        except StorageUnavailable as error:
            logger.error("nobody could be told of card %s: %s", card_id, error)

    async def _after_failure(self, error: Exception) -> None:
        """Note that the answer to a claim may be lost: the next transaction asks which rows are ours; see `release`."""
        if not self._unsure:
            known = isinstance(error, StorageUnavailable)
            logger.error("the outbox cannot be read: %s", error, exc_info=None if known else error)
        self._unsure = True
        self.wake()
        await asyncio.sleep(_POLL_SECONDS)


def _log_failure(result: DeliveryResult) -> None:
    if result.state in {MessageState.DOUBTFUL, MessageState.GIVEN_UP}:
        logger.warning("message %d is %s: %s", result.message.id, result.state, result.error)

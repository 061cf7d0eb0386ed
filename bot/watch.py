"""The watch over what the bot cannot mend by itself: whether it may send, and the day on which its credential ends."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import date, timedelta

from bot import faults
from bot.edge.connector import Connector, Trouble
from bot.edge.web import CannotServe
from bot.storage.errors import StorageUnavailable
from bot.storage.records import from_microseconds
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork

log = logging.getLogger(__name__)

LOOK_SECONDS = 15.0
SAY_AGAIN_SECONDS = 300.0
_WARN_BEFORE = timedelta(days=30)
LAST_DAYS = timedelta(days=7)


class Watch:
    """Looks after the token, says what is wrong at once and again every five minutes, and says when it is well again.

    `ends`: the day on which the credential ends, None where that is not known. `takes_nothing`: whether the database is
    read and nothing can be stored.
    """

    def __init__(
        self, storage: Storage, connector: Connector, ends: date | None, takes_nothing: Callable[[], bool]
    ) -> None:
        self._storage = storage
        self._takes_nothing = takes_nothing
        self._connector = connector
        self._ends = ends
        self._warned: date | None = None
        self._said: Trouble | None = None
        self._say_at = 0.0
        self._changed = asyncio.Event()
        self._has_looked = False
        self._running: asyncio.Task[None] | None = None
        connector.on_trouble = self._changed.set

    async def start(self) -> None:
        """Begin, with the first token."""
        self._running = asyncio.create_task(self._run(), name="watch")

    async def stop(self) -> None:
        """Look no more."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def check_ready(self) -> None:
        """Return when the bot can serve. Raises StorageUnavailable, or CannotServe where a person has to mend it."""
        await self._storage.check()
        if self._takes_nothing():
            raise CannotServe("the database takes nothing")
        if not self._has_looked:
            raise CannotServe("it was not asked yet whether there is a token")
        if self._connector.trouble and self._connector.trouble.lasting:
            raise CannotServe(f"cannot send: {self._connector.trouble.why}")

    async def _run(self) -> None:
        while True:
            try:
                await self._look()
            except Exception as error:
                log.error("the watch failed: %s", faults.describe(error))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._changed.wait()

    async def _look(self) -> None:
        await self._connector.check_token()
        self._has_looked = True
        self._changed.clear()
        await self._say(self._connector.trouble)
        self._warn_of_the_end(self._storage.now.date())

    async def _say(self, trouble: Trouble | None) -> None:
        now = asyncio.get_running_loop().time()
        if trouble == self._said and (trouble is None or now < self._say_at):
            return
        waiting = await self._waiting()
        if trouble is None:
            log.warning("can send again; %s", waiting)
        else:
            log.log(_level(trouble), "cannot send: %s; %s", trouble.why, waiting)
        self._said, self._say_at = trouble, now + SAY_AGAIN_SECONDS

    async def _waiting(self) -> str:
        """Say how many messages wait, and for how long the oldest has."""
        try:
            count, oldest = await self._storage.transact(UnitOfWork.backlog, within=5.0)
        except StorageUnavailable:
            return "the database does not say what waits"
        if not oldest:
            return "nothing waits"
        age = (self._storage.now - from_microseconds(oldest)) // timedelta(seconds=1)
        return f"waiting: {count}, the oldest for {age} s"

    def _warn_of_the_end(self, today: date) -> None:
        if self._ends is None or self._warned == today or self._ends - today > _WARN_BEFORE:
            return
        self._warned = today
        left = self._ends - today
        say: Callable[..., None] = log.error if left <= LAST_DAYS else log.warning
        say("the bot's secret or certificate ends on %s, in %d days: renew it", self._ends, left.days)


def _level(trouble: Trouble) -> int:
    return logging.ERROR if trouble.lasting else logging.WARNING

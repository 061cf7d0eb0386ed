"""What is kept no longer than the council says: old matters, and the traces of activities already dealt with."""

import asyncio
import logging
from datetime import timedelta

from bot.council import Council, for_cards
from bot.storage.errors import StorageUnavailable
from bot.storage.storage import Storage
from bot.storage.unit import Unit
from cards.drawing import draw
from dialogs.screens import Blank, Shown

log = logging.getLogger(__name__)

EVERY_SECONDS = 3600.0
TRACES_KEPT = timedelta(days=7)
"""How long an activity's id is remembered, and what became of a message: longer than Teams redelivers anything."""


class Retention:
    """Lets go, once an hour, of what is too old. `start` begins, `stop` ends."""

    def __init__(self, storage: Storage, council: Council) -> None:
        self._storage = storage
        self._council = council
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin, with what is too old already."""
        self._running = asyncio.create_task(self._run(), name="retention")

    async def stop(self) -> None:
        """Begin nothing more, and return."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                await self.let_go()
            except StorageUnavailable as error:
                log.warning("nothing was let go: %s", error)
            await asyncio.sleep(EVERY_SECONDS)

    async def let_go(self) -> int:
        """Let go of all that is too old now, in small transactions. Returns how many matters went."""
        await self._storage.transact(lambda unit: unit.purge(unit.now - TRACES_KEPT))
        gone = 0
        while more := await self._storage.transact(self._some):
            gone += more
        await self._storage.transact(self._settled)
        return gone

    def _some(self, unit: Unit) -> int:
        if self._council.retention_days is None:
            return 0
        old = unit.matters_before(unit.now - timedelta(days=self._council.retention_days))
        emptied = draw(Shown(Blank(deleted=True)), for_cards(self._council, unit.now), unit.now)
        for matter_id in old:
            for card in unit.cards_of(matter_id):
                unit.update_card(card.id, emptied)
            unit.forget_matter(matter_id)
        return len(old)

    def _settled(self, unit: Unit) -> None:
        """Follow-ups and requests outlive their matter's text while they are open, and then no longer than a matter."""
        if self._council.retention_days is not None:
            before = unit.now - timedelta(days=self._council.retention_days)
            unit.forget_follow_ups(before)
            unit.forget_requests(before)

"""What is kept no longer than the council says: old matters, and the traces of activities already dealt with."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any

from bot import faults
from bot.approvals.ending import EndOfText
from bot.config.council import CouncilSettings, council_for_cards
from bot.config.working_time import to_london_time
from bot.storage.errors import StorageUnavailable, Unreadable
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork
from bot.turns.card_in_front import TYPED_PARTS
from cards.rendering import render_card
from dialogs.approvals.request import Ended
from dialogs.approvals.screens import WorkersRequest
from dialogs.placement import OUTCOME
from dialogs.screens import Blank, Screen, Shown

log = logging.getLogger(__name__)

EVERY_SECONDS = 3600.0
TRACES_KEPT = timedelta(days=7)
"""How long an activity's id is remembered, and what became of a message: longer than Teams redelivers anything."""
CARDS_KEPT = timedelta(days=90)
"""How long the place of a card is remembered once nothing that it shows is still stored."""
_ALONE = "retention"
"""Used in place of a conversation's id, so that two instances never delete the same things at once."""


class Retention:
    """Lets go, once an hour, of what is too old. `start` begins, `stop` ends."""

    def __init__(self, storage: Storage, council: CouncilSettings) -> None:
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
                await self.delete_expired()
            except StorageUnavailable as error:
                log.warning("not all was let go: %s", error)
            except Exception as error:
                log.error("not all was let go: %s", faults.describe(error))
            await asyncio.sleep(EVERY_SECONDS)

    async def delete_expired(self) -> int:
        """Delete all that is too old by now, in small transactions. Returns how many matters were deleted.

        What cannot be read is said, and keeps nothing else.
        """
        await self._try(self._repeat(lambda unit: unit.purge(unit.now - TRACES_KEPT)))
        gone = sum([await self._try(self._matters(copied=copied)) for copied in (True, False)])
        await self._try(self._left_behind())
        await self._try(self._repeat(self._settled))
        await self._try(self._repeat(self._practice))
        await self._try(self._forget_typed())
        await self._try(self._repeat(lambda unit: unit.purge_cards(unit.now - CARDS_KEPT)))
        await self._try(self._repeat(lambda unit: unit.purge_conversations()))
        await self._storage.overwrite()
        return gone

    async def _try(self, doing: Awaitable[int]) -> int:
        try:
            return await doing
        except StorageUnavailable:
            raise
        except Exception as error:
            log.error("not all was let go: %s", faults.describe(error))
            return 0

    async def _repeat(self, work: Callable[[UnitOfWork], bool]) -> int:
        """Do it in one transaction after another while there is more; returns how often there was."""
        times = 0
        while await self._storage.transact(work, conversation_id=_ALONE):
            times += 1
        return times

    async def _matters(self, *, copied: bool) -> int:
        """Delete those of the kind that are too old, the oldest first; returns how many."""
        oldest, times = partial(self._oldest, copied=copied), 0
        while True:
            try:
                found = await self._storage.transact(oldest, conversation_id=_ALONE)
            except Unreadable as error:
                log.error("let go without what was asked of it: %s", error)
                found = await self._storage.transact(partial(oldest, ends_requests=False), conversation_id=_ALONE)
            if not found:
                return times
            times += 1

    def _oldest(self, unit: UnitOfWork, *, copied: bool, ends_requests: bool = True) -> bool:
        """Delete the oldest matter of its kind with what was asked of it, if it is too old; whether it was."""
        before = unit.now - timedelta(days=self._council.days_kept(copied=copied))
        old = unit.matters_before(before, copied=copied)
        for matter_id in [one for one in old[:1] if unit.hold_if_before(one, before)]:
            if ends_requests:
                self._end_requests(unit, matter_id, Ended.DELETED)
            for card in unit.cards_of(matter_id):
                unit.update_card(card.id, self._drawn(unit, Blank(deleted=True)), bulk=True)
            unit.delete_matter(matter_id)
        return bool(old)

    def _practice(self, unit: UnitOfWork) -> bool:
        return unit.purge_practice(unit.now - timedelta(days=self._council.practice_days))

    async def _forget_typed(self) -> int:
        """Delete what was typed and kept for a next turn that never came."""
        after = ""
        while True:
            forget = partial(UnitOfWork.forget_in_quiet, after=after, names=TYPED_PARTS)
            after = await self._storage.transact(forget, conversation_id=_ALONE)
            if not after:
                return 0

    async def _left_behind(self) -> int:
        """End what an earlier version left of matters whose text had ended, and what could not be read then."""
        after = ""
        while found := await self._storage.transact(partial(UnitOfWork.ended_matter, after=after)):
            end = partial(self._end_left_behind, after=after, found=found)
            await self._try(self._storage.transact(end, conversation_id=_ALONE))
            after = found[0]
        return 0

    def _end_left_behind(self, unit: UnitOfWork, *, after: str, found: tuple[str, bool]) -> int:
        if unit.ended_matter(after) == found:
            matter_id, copied = found
            self._end_requests(unit, matter_id, Ended.COPIED if copied else Ended.DELETED)
        return 0

    def _end_requests(self, unit: UnitOfWork, matter_id: str, how: Ended) -> None:
        """Nobody is at the bot to read it, so that each worker who still waited is told in their own chat."""

        def drawn(screen: Screen) -> dict[str, Any]:
            return self._drawn(unit, screen)

        for request in EndOfText(unit, drawn, "retention", how).of(matter_id):
            chat = unit.personal_conversation(request.tenant, request.asker.partition("/")[2])
            if chat:
                unit.post_card(unit.add_card(chat, request.id, OUTCOME), drawn(WorkersRequest(request, None)))

    def _drawn(self, unit: UnitOfWork, screen: Screen) -> dict[str, Any]:
        now = to_london_time(unit.now)
        return render_card(Shown(screen), council_for_cards(self._council, now), now)

    def _settled(self, unit: UnitOfWork) -> bool:
        """Follow-ups and requests outlive their matter's text while they are open, and then no longer than a matter."""
        if self._council.retention_days is not None:
            before = unit.now - timedelta(days=self._council.retention_days)
            unit.delete_settled_follow_ups(before)
            unit.delete_settled_requests(before)
        return False

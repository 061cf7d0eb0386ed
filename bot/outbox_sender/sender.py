"""The sender of the outbox: what a person waits for first, and in order within each conversation.

A post that may have arrived is never sent again: it is marked doubtful. An update may be repeated. A turn's own
messages come straight from memory after its commit; all others, and those of senders that died, are claimed from the
database.
"""

import asyncio
import contextlib
import logging
import secrets
import socket
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from msgspec.structs import replace

from bot.outbox_sender.delivery import OnDue, Outgoing, deliver
from bot.outbox_sender.lane import Lane
from bot.outbox_sender.pace import Pace
from bot.storage.conversation_rows import Left
from bot.storage.errors import StorageUnavailable
from bot.storage.messages import ClaimedMessage, DeliveryResult, LeftPost, MessageState, Priority
from bot.storage.outbox_table import OutboxTable
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork

logger = logging.getLogger(__name__)

LEASE_SECONDS = 10.0
_LOOKS = 10  # so often a sender gives a sign of life, and looks for those of others, in the time of a lease
_GATHER_SECONDS = 0.005  # what ends or is left within this time shares a transaction; nobody sees the delay
_GATHER_MORE_SECONDS = 0.03
_MANY = 4
_LONGEST_SEND_SECONDS = 20.0  # a little more than a connector allows a call
_PAUSE_SECONDS = 1.0
_HANGS_AFTER_SECONDS = 2.0  # a send that takes longer takes no room from others
_MOST_HANGING = 4096
_REMINDERS = 16
_BULK = 12  # not more than the pace lets go in half a second
_REMEMBERED = 10_000

Results = dict[str, tuple[DeliveryResult, ...]]
Rooms = dict[Priority, int]
OnUnsent = Callable[[ClaimedMessage, MessageState], Awaitable[None]]
OnLeft = Callable[[UnitOfWork, LeftPost, bytes | None], None]


async def ignore_due(_: dict[str, Any]) -> None:
    """Do nothing with a reminder that is due."""


async def ignore_unsent(_message: ClaimedMessage, _state: MessageState) -> None:
    """Tell nobody."""


def ignore_left(_unit: UnitOfWork, _post: LeftPost, _payload: bytes | None) -> None:
    """Leave it in doubt."""


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who hears of what happens to messages.

    `on_due` is given the reminders that turns left; `on_unsent` each post that was given up or is in doubt; `on_left`,
    in a transaction of its conversation, each post that a dead sender may have sent, with what it said if that still
    stands.
    """

    on_due: OnDue = ignore_due
    on_unsent: OnUnsent = ignore_unsent
    on_left: OnLeft = ignore_left


_NOBODY = Listeners()


@dataclass(slots=True)
class _Round:
    """What one look at the database brought."""

    claimed: list[ClaimedMessage] = field(default_factory=list)
    mine: list[tuple[int, str]] = field(default_factory=list)
    beats: dict[str, int] = field(default_factory=dict)
    older: list[str] = field(default_factory=list)
    left: list[LeftPost] = field(default_factory=list)


class OtherSenders:
    """Counts how often each sender was looked at in vain.

    Nothing hangs on clocks, process numbers or host names, which containers share: a sender that gave no sign of life
    through so many looks is dead. While the database is away nobody can look, so nobody is thought dead for that.
    """

    def __init__(self, looks: int) -> None:
        self._looks = looks
        self._seen: dict[str, tuple[int, int]] = {}

    def dead(self, beats: Mapping[str, int], myself: str) -> list[str]:
        """Return the senders that are dead, by the last sign of life of each."""
        seen = {name: self._seen.get(name, (beat, 0)) for name, beat in beats.items() if name != myself}
        self._seen = {
            name: (beats[name], times + 1 if last == beats[name] else 1) for name, (last, times) in seen.items()
        }
        return [name for name, (_, times) in self._seen.items() if times > self._looks]


class Sender:
    """Sends in the background. Several may share one database.

    At most `parallel` conversations are sent to at a time, not counting those that hang. `lease`: the seconds after
    which others take over from a sender that gives no sign of life.
    """

    def __init__(
        self,
        storage: Storage,
        connector: Outgoing,
        listeners: Listeners = _NOBODY,
        *,
        parallel: int = 512,
        lease: float = LEASE_SECONDS,
    ) -> None:
        self.name = f"{socket.gethostname()}~{secrets.token_hex(8)}:0:sender"
        self._storage = storage
        self._connector = connector
        self._listeners = listeners
        self._parallel = parallel
        self._lease = lease
        self._others = OtherSenders(_LOOKS)
        self._pace = Pace()
        self._lanes: dict[str, Lane] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._results: Results = {}  # by conversation, until they are stored
        self._posted: dict[str, str] = {}  # the activities of cards posted lately
        self._awake = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None
        self._gather = _GATHER_SECONDS
        self._is_claiming = True
        self._is_unsure = False
        self._is_stopping = False
        self._more_until = 0.0  # so long what ends may let something go that was left in the database
        self._look_at = 0.0
        self._holds_until = 0.0
        self._running: asyncio.Task[None] | None = None
        self._looking = asyncio.Lock()
        self._released: set[int] = set()  # the rows given back since the last look began

    async def start(self) -> None:
        """Begin to send."""
        self._running = asyncio.create_task(self._run(), name="outbox sender")
        self._storage.dispatcher = self
        self.wake()

    def wake(self) -> None:
        """Look at the outbox soon. Call it on the event loop."""
        self._is_claiming = True
        self._more_until = time.monotonic() + self._lease / _LOOKS
        self._soon(_GATHER_SECONDS)

    @property
    def is_failing(self) -> bool:
        """Whether the database took nothing from it the last time, such as one whose disk is full."""
        return self._is_unsure

    async def stop(self) -> None:
        """Begin nothing more, let sends under way end, store their results; takes no longer than a send may."""
        if self._running is None:
            return
        self._storage.dispatcher = None
        self._is_stopping = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST_SEND_SECONDS):
                async with self._looking:  # what is just being claimed is handed over, and so given back
                    pass
                while self._tasks:
                    await asyncio.wait(self._tasks)
        self._running.cancel()
        unfinished = [self._running, *self._tasks]
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        self._running = None
        with contextlib.suppress(StorageUnavailable):
            await self._storage.transact(self._end)
            self._forget(dict(self._results))

    def results_in(self, conversation_id: str) -> Iterable[DeliveryResult]:
        """Return the results in this conversation that are not known to be stored. Called on any thread."""
        return self._results.get(conversation_id, ())

    def take(self, conversation_id: str, left: Left) -> None:
        """Send what a transaction of this conversation left, after its commit."""
        if left.claimed:
            self._put(conversation_id, left.claimed)
        if left.waiting:
            self.wake()

    def has_posted(self, card_id: str) -> bool:
        """Tell whether it has posted the card lately."""
        return card_id in self._posted

    def lose(self, conversation_id: str) -> None:
        """Ask the database what is claimed in this conversation: nobody knows what a transaction left."""
        self._lane(conversation_id).to_mend = True

    def _put(self, conversation_id: str, messages: Iterable[ClaimedMessage]) -> None:
        lane = self._lane(conversation_id)
        lane.add(messages)
        if self._is_stopping or len(self._lanes) > _MOST_HANGING:
            lane.to_mend = True

    def _lane(self, conversation_id: str) -> Lane:
        """Return the lane of the conversation; a new one is begun."""
        lane = self._lanes.get(conversation_id)
        if lane is None:
            lane = self._lanes[conversation_id] = Lane(conversation_id)
            task = asyncio.create_task(self._empty(lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return lane

    async def _empty(self, lane: Lane) -> None:
        """Send what is in the lane, one after the other; where the order is no longer certain, make it so."""
        while True:
            while (message := lane.first()) and not lane.to_mend:
                if self._is_stopping or time.monotonic() > self._holds_until:
                    lane.to_mend = True
                elif seconds := self._wait(lane, message):
                    await asyncio.sleep(min(seconds, 0.05))  # a more urgent one may come meanwhile
                else:
                    lane.pop()
                    await self._send(lane, message)
            if not lane.to_mend:
                break
            await self._mend(lane)
        del self._lanes[lane.conversation_id]
        if time.monotonic() < self._more_until:
            self._is_claiming = True
            self._soon(_GATHER_SECONDS)

    def _wait(self, lane: Lane, message: ClaimedMessage) -> float:
        """Return the seconds that the lane's first message has to wait."""
        tenant = message.address.tenant_id
        if message.priority < Priority.BULK:
            return self._pace.wait(tenant, message.priority)
        if not lane.place:
            lane.place = self._pace.place(tenant)
        seconds = self._pace.wait(tenant, message.priority, lane.place)
        if not seconds:
            lane.place = 0.0
        return seconds

    async def _send(self, lane: Lane, message: ClaimedMessage) -> None:
        if message.card_id and not message.is_post and not message.activity_id:
            activity_id = self._posted.get(message.card_id, "")
            if message.fresh and not activity_id:
                lane.to_mend = True  # the database may know it
                return
            message = replace(message, activity_id=activity_id)
        lane.begun_at = time.monotonic()
        result = await deliver(self._connector, message, self._listeners.on_due)
        lane.begun_at = 0.0
        if result.error.startswith("throttled"):
            self._pace.throttled(message.address.tenant_id)
        if result.state is MessageState.WAITING:
            lane.retry, lane.to_mend = result, True
            return
        if message.is_post and result.state is not MessageState.SENT:
            await self._report(message, result.state)
        self._settle(result)
        if result.is_lost_card:
            lane.to_mend = True  # what was to fade with it stays

    async def _report(self, message: ClaimedMessage, state: MessageState) -> None:
        try:
            await self._listeners.on_unsent(message, state)
        except Exception as error:
            known = isinstance(error, StorageUnavailable)
            logger.error("nobody could be told of message %d: %s", message.id, error, exc_info=None if known else error)

    def _settle(self, result: DeliveryResult) -> None:
        card_id, conversation_id = result.message.card_id, result.message.address.conversation_id
        if result.activity_id and card_id:
            self._posted[card_id] = result.activity_id
            if len(self._posted) > _REMEMBERED:
                del self._posted[next(iter(self._posted))]
        self._results[conversation_id] = (*self._results.get(conversation_id, ()), result)
        self._soon(self._gather)

    async def _mend(self, lane: Lane) -> None:
        """Give back what is left in the lane: the database has its order, and it is claimed again from there."""

        def work(unit: UnitOfWork) -> set[int]:
            table = OutboxTable(unit, self.name)
            table.keep([*self.results_in(lane.conversation_id), *([lane.retry] if lane.retry else [])])
            return table.release(lane.conversation_id)

        while True:
            try:
                # The last of this conversation's transactions so far: what they left was handed over before it ends.
                released = await self._storage.transact(work, conversation_id=lane.conversation_id)
                break
            except StorageUnavailable:
                await asyncio.sleep(_PAUSE_SECONDS)
        retry = lane.retry
        self._released |= released
        lane.restart(released)
        if retry and retry.again_in is not None:
            asyncio.get_running_loop().call_later(retry.again_in.total_seconds(), self.wake)
        self.wake()

    def _soon(self, seconds: float) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._awake.set)

    async def _run(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._lease / _LOOKS):
                    await self._awake.wait()
            self._awake.clear()
            if self._timer:
                self._timer.cancel()
                self._timer = None
            try:
                async with self._looking:
                    await self._look()
            except Exception as error:
                await self._after_failure(error)

    async def _look(self) -> None:
        """Store results, claim what waits, and see who else lives: all in one transaction."""
        began = time.monotonic()
        looking = began >= self._look_at
        results = dict(self._results)
        rooms = self._rooms() if (looking or self._is_claiming) and not self._is_stopping else {}
        if not (looking or results or rooms or self._is_unsure):
            return
        self._is_claiming = False
        self._released.clear()
        found = await self._storage.transact(partial(self._work, results, rooms, looking))
        self._forget(results)
        self._hand(found)
        if looking:
            self._look_at = began + self._lease / _LOOKS
            self._holds_until = began + self._lease * 0.8
            await self._take_over(found)

    def _work(self, results: Results, rooms: Rooms, looking: bool, unit: UnitOfWork) -> _Round:
        table, found = OutboxTable(unit, self.name), _Round()
        table.keep(result for several in results.values() for result in several)
        if looking:
            found.beats, found.older, found.left = table.beat(), table.older(), table.left()
        if self._is_unsure:
            found.mine = table.claimed()
        found.claimed = table.claim(rooms)
        return found

    def _rooms(self) -> Rooms:
        """Return how many messages of each priority may be claimed. Sends that hang take no room from others."""
        hung = time.monotonic() - _HANGS_AFTER_SECONDS
        hanging = sum(0.0 < lane.begun_at < hung for lane in self._lanes.values())
        room = min(self._parallel - len(self._lanes) + hanging, _MOST_HANGING - len(self._lanes))
        most = {Priority.REMINDER: _REMINDERS, Priority.BULK: _BULK - self._bulk_in_hand()}
        return {priority: min(room, most.get(priority, room)) for priority in Priority}

    def _bulk_in_hand(self) -> int:
        firsts = [lane.first() for lane in self._lanes.values()]
        return sum(first is not None and first.priority == Priority.BULK for first in firsts)

    def _forget(self, stored: Results) -> None:
        """Forget the results that are stored."""
        self._gather = _GATHER_MORE_SECONDS if len(stored) >= _MANY else _GATHER_SECONDS
        for conversation_id, results in stored.items():
            remaining = self._results[conversation_id][len(results) :]
            if remaining:
                self._results[conversation_id] = remaining
            else:
                del self._results[conversation_id]
            for result in results:
                _log_failure(result)

    def _hand(self, found: _Round) -> None:
        self._is_unsure = False
        known = {message.id for message in found.claimed}
        for row, conversation_id in found.mine:
            if row not in known:
                self.lose(conversation_id)
        for message in found.claimed:
            if message.id in self._released:  # before this claim or after it: the database knows
                self.lose(message.address.conversation_id)
            else:
                self._put(message.address.conversation_id, [message])
        if found.claimed:
            self.wake()  # there may be more

    async def _take_over(self, found: _Round) -> None:
        """Take what senders that died had claimed, and have those told who may not have got a post of theirs."""
        dead = [*self._others.dead(found.beats, self.name), *found.older]
        if dead:
            logger.warning("taking over from %s", ", ".join(dead))
            await self._storage.transact(lambda unit: OutboxTable(unit, self.name).recover(dead))
            self._look_at = 0.0
            self.wake()
            found.left = await self._storage.transact(lambda unit: OutboxTable(unit, self.name).left())
        for post in found.left:
            await self._storage.transact(partial(self._look_at_left, post), conversation_id=post.conversation_id)

    def _look_at_left(self, post: LeftPost, unit: UnitOfWork) -> None:
        settled, payload = OutboxTable(unit, self.name).settle_left(post)
        if settled:
            self._listeners.on_left(unit, post, payload)

    def _end(self, unit: UnitOfWork) -> None:
        table = OutboxTable(unit, self.name)
        table.keep(result for several in self._results.values() for result in several)
        table.end()

    async def _after_failure(self, error: Exception) -> None:
        """Note that the answer to a claim may be lost: the next transaction asks which rows are ours."""
        if not self._is_unsure:
            known = isinstance(error, StorageUnavailable)
            logger.error("the outbox cannot be read: %s", error, exc_info=None if known else error)
        self._is_unsure = self._is_claiming = True
        await asyncio.sleep(_PAUSE_SECONDS)


def _log_failure(result: DeliveryResult) -> None:
    if result.state in {MessageState.DOUBTFUL, MessageState.GIVEN_UP}:
        logger.warning("message %d is %s: %s", result.message.id, result.state, result.error)

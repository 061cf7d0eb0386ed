"""Lives of requests, begun in a process that is killed from outside: a line for each step that has come back."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from bot.config.council import CouncilSettings
from bot.config.service_hosts import ServiceHosts
from bot.config.setting_types import WorkingHours
from bot.edge.connector import Connector, open_session
from bot.edge.credentials import NoCredentials
from bot.incoming import Incoming, Kind, Mention, Scope
from bot.matters import MatterRepository
from bot.outbox_sender.sender import Listeners, Sender
from bot.reminders import Reminders
from bot.storage import Cipher, Storage, UnitOfWork
from bot.turns.conversation import Conversations
from bot.turns.doubts import Doubts
from dialogs.engine.matter import Matter
from dialogs.flows.share.flow import FLOW as SHARE
from guidance.paragraphs import VERSION
from tests.bot.storage.shelf import address
from tests.cards.matters import HARM

CHANNEL, TENANT, ADMIN, BOSS = "19:channel@thread.tacv2", "tenant", "admin", "boss"
LIVES = 3
"""Requests that a run works on at the same time."""
LEASE = 0.5
"""Seconds; a run that was killed is taken over from soon."""
BEGINNING = datetime(2027, 3, 2, 10, 0, tzinfo=UTC)
COUNCIL = CouncilSettings(
    administrators=frozenset({ADMIN}), working_hours=WorkingHours(0, 6, time(0), time(23, 59)), remind_after_hours=1
)


class Clock:
    """A clock that is moved by hours; each run begins where the one before may have come to."""

    def __init__(self, run: int) -> None:
        self.now = BEGINNING + timedelta(hours=10 * run)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, hours: float) -> None:
        self.now += timedelta(hours=hours)


class Office:
    """Everyone at the bot, within one run."""

    def __init__(self, storage: Storage, conversations: Conversations, clock: Clock, origin: str, mark: Path) -> None:
        self.storage = storage
        self.clock = clock
        self._conversations = conversations
        self._origin = origin
        self._marks = mark

    async def set_up(self) -> None:
        """The channel, with its supervisor, who has a chat with the bot."""
        named = (Mention("29:boss", "M.A.", BOSS),)
        await self.take(ADMIN, CHANNEL, Kind.MESSAGE, text="approvals here")
        await self.take(ADMIN, CHANNEL, Kind.MESSAGE, text="supervisors add", mentions=named)
        await self.take(BOSS, f"a:{BOSS}", Kind.MESSAGE, text="hello")

    async def take(self, who: str, where: str, kind: Kind, **what: Any) -> None:
        """One turn."""
        scope = Scope.CHANNEL if where == CHANNEL else Scope.PERSONAL
        at = address(where, scope=scope, service_url=self._origin, user_object_id=who)
        activity = Incoming(kind, uuid4().hex, at, name=who, **what)
        await self._conversations.take(activity)

    async def press(self, who: str, verb: str, **data: object) -> None:
        await self.take(who, f"a:{who}", Kind.CLICK, verb=verb, data=data)

    async def begin(self, worker: str, matter_id: str) -> None:
        """A worker with a matter that has reached the answer: told before the parents know."""
        matter = Matter(matter_id, SHARE, VERSION).hold(HARM)

        def work(unit: UnitOfWork) -> None:
            unit.save_conversation(address(f"a:{worker}", service_url=self._origin, user_object_id=worker))
            MatterRepository(unit, f"{TENANT}/{worker}").save(matter)

        await self.storage.transact(work)

    async def request_of(self, matter_id: str) -> str:
        found = await self.storage.transact(lambda unit: unit.requests_of_matter(matter_id))
        return found[0].id

    def mark(self, step: str, matter_id: str) -> None:
        """This step's transaction has come back: it may never be lost."""
        with self._marks.open("a", encoding="ascii") as file:
            file.write(f"{step} {matter_id}\n")


async def agreed(office: Office, worker: str, request: str, seen: str = "0") -> str:
    await office.press(BOSS, "agree", about=request, reason="because", seen=seen)
    return "agreed"


async def not_agreed(office: Office, worker: str, request: str) -> str:
    await office.press(BOSS, "do_not_agree", about=request, reason="because")
    return "not_agreed"


async def withdrawn(office: Office, worker: str, request: str) -> str:
    await office.press(worker, "withdraw", about=request)
    return "withdrawn"


async def asked_back(office: Office, worker: str, request: str) -> str:
    await office.press(BOSS, "ask_back", about=request, reason="who saw it?")
    await office.press(worker, "answer_back", about=request, reply="I did")
    return await agreed(office, worker, request, seen="2")


async def reminded(office: Office, worker: str, request: str) -> str:
    for _ in range(2):
        office.clock.forward(2.2)
        await asyncio.sleep(random.uniform(0, 0.03))
    return await not_agreed(office, worker, request)


async def both_at_once(office: Office, worker: str, request: str) -> str:
    await asyncio.gather(agreed(office, worker, request), withdrawn(office, worker, request))
    return "settled"


ENDINGS: tuple[Callable[[Office, str, str], Awaitable[str]], ...] = (
    agreed,
    not_agreed,
    withdrawn,
    asked_back,
    reminded,
    both_at_once,
)


async def life(office: Office, run: int, number: int) -> None:
    """One request after another, from the worker's press to its end."""
    for turn in range(1000):
        worker = f"w{run}-{number}-{turn}"
        await office.begin(worker, worker)
        await office.press(worker, "ask_supervisor", m=worker, r=1)
        office.mark("asked", worker)
        ending = random.choice(ENDINGS)
        office.mark(await ending(office, worker, await office.request_of(worker)), worker)


def live(url: str, key: str, origin: str, marks: Path, run: int) -> None:
    """Begin them and go on until killed; the steps whose transactions have come back are added to the file `marks`."""
    asyncio.run(_live(url, key, origin, marks, run))


async def _live(url: str, key: str, origin: str, marks: Path, run: int) -> None:
    clock = Clock(run)
    storage = Storage.open(url, Cipher.from_keys(key), clock=clock)
    async with open_session() as session:
        connector = Connector(session, ServiceHosts.from_entries([origin]), NoCredentials())
        reminders = Reminders(storage, COUNCIL, connector)
        doubts = Doubts(storage, COUNCIL, connector)
        listeners = Listeners(reminders.handle_due, doubts.hear_unsent, doubts.look_at_left)
        sender = Sender(storage, connector, listeners, lease=LEASE)
        conversations = Conversations(storage, COUNCIL, connector)
        office = Office(storage, conversations, clock, origin, marks)
        await sender.start()
        await office.set_up()
        office.mark("begun", str(run))
        async with asyncio.TaskGroup() as lives:
            for number in range(LIVES):
                lives.create_task(life(office, run, number))

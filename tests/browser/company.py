"""A worker and a supervisor, each at a page of their own, with one bot whose clock the test moves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

from ops.playground import SUPERVISOR, WORKER, Playground
from ops.processes import free_port
from tests.browser.conftest import LiveBot, wait
from tests.browser.frames import Frame
from tests.browser.playground import Chat
from tests.browser.wire import Wire, card_of
from tests.scenarios.bots import EmptiedSqlite

TUESDAY = datetime(2027, 3, 2, 10, 0, tzinfo=UTC)
"""When every test begins: an ordinary working morning in London."""


@dataclass
class MovedClock:
    """The file that says how far ahead the bot's clock is."""

    file: Path
    moved_by: timedelta = timedelta(0)

    def __post_init__(self) -> None:
        self.begin_again()

    def begin_again(self) -> None:
        """It is Tuesday now."""
        self.moved_by = TUESDAY - datetime.now(UTC)
        self._write()

    def forward(self, **by: float) -> None:
        """Move it on, by hours or days."""
        self.moved_by += timedelta(**by)
        self._write()

    def _write(self) -> None:
        self.file.write_text(str(self.moved_by.total_seconds()), encoding="ascii")


@dataclass
class Machines:
    """The two playgrounds, the bot and its clock."""

    worker: Playground
    supervisor: Playground
    bot: LiveBot
    clock: MovedClock
    database: EmptiedSqlite

    def begin_again(self) -> None:
        """Start the bot again on that Tuesday, its database empty."""
        self.bot.stop()
        self.database.put_back()
        self.clock.begin_again()
        self.bot.start()


@asynccontextmanager
async def machines(folder: Path) -> AsyncIterator[Machines]:
    """All of it started, and all of it stopped."""
    bot_port = free_port()
    worker = Playground(bot_port, free_port(), folder / "worker", WORKER)
    supervisor = Playground(bot_port, free_port(), folder / "supervisor", SUPERVISOR)
    clock = MovedClock(folder / "seconds-ahead")
    settings = {
        "DATABASE_URL": f"sqlite:///{folder / 'sharing-guide.db'}",
        "ADMINISTRATORS": ",".join(one.configuration["currentUser"]["aadObjectId"] for one in (worker, supervisor)),
        "DANGEROUSLY_SHIFT_CLOCK": str(clock.file),
    }
    bot = LiveBot(bot_port, [worker.url, supervisor.url], settings, folder / "bot.log")
    everything = (bot, worker, supervisor)
    try:
        for one in everything:
            one.start()
        for one in everything:
            wait(one.program, one)
        yield Machines(worker, supervisor, bot, clock, EmptiedSqlite(settings["DATABASE_URL"]))
    finally:
        for one in everything:
            one.stop()


@dataclass
class Company:
    """Who takes part: the worker's chat, the supervisor's page, and the machines behind them."""

    worker: Chat
    supervisor: Chat
    machines: Machines

    @property
    def prompt(self) -> Frame:
        """The newest request in the supervisors' channel, as it came."""
        posted = self.supervisor.frames.since(0)
        return next(one for one in reversed(posted) if one.action == "createMessage" and "Open in my chat" in str(one))

    async def pressed_in_the_channel_by(self, person: str) -> str:
        """What someone else is answered who presses the newest request's button."""
        (action,) = card_of(self.prompt.message)["actions"]
        channel = self.machines.supervisor.configuration["team"]["channels"][0]["id"]
        thread = f"{channel};messageid={self.prompt.message_id}"
        async with Wire(self.machines.supervisor, person=person, conversation=thread) as theirs:
            reply = await theirs.press(self.prompt.message_id, action["verb"], action["data"])
        return str(reply["value"])

    async def delivered(self, activity: dict[str, Any]) -> str:
        """What the bot answers to an activity that the playground cannot make, sent to it as it is."""
        where = f"http://127.0.0.1:{self.machines.bot.port}/api/messages"
        async with aiohttp.ClientSession() as session, session.post(where, json=activity) as response:
            response.raise_for_status()
            return await response.text()

    def on(self, **by: float) -> None:
        """Move the bot's clock on. Both pages then show what came due once the bot has looked, within two seconds."""
        self.machines.clock.forward(**by)

"""The real app to talk to: wired by `service.serve` in this process, or `python app.py` in one of its own."""

import asyncio
import faulthandler
import functools
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import psycopg

from bot import service
from bot.config.settings import Settings
from bot.edge.connector import open_session
from bot.storage.records import to_microseconds, utc_now
from tests.bot.issuer import APP_ID, TENANT, Issuer
from tests.bot.storage.shelf import KEY
from tests.connector import FakeConnector
from tests.forked import enter, fork

OTHER_TENANT = "99999999-2222-4333-8444-555555555555"
ROOT = Path(__file__).parents[2]
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that a test moves."""

    now: datetime = TUESDAY

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


_UNSENT = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending') AND verb <> 'remind'"
_DUE = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending') AND verb = 'remind' AND due_at <= {now}"

_UNDER_WAY = "SELECT count(*) FROM outbox WHERE state = 'sending' OR (state = 'waiting' AND due_at <= {now})"


class Outbox:
    """What still waits to be sent, read from outside."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._connection = connected(database_url)

    def unsent(self) -> int:
        """Messages that wait."""
        return self._count(_UNSENT)

    def due(self, now: datetime) -> int:
        """Reminders that are due and were not looked at."""
        return self._count(_DUE.format(now=to_microseconds(now)))

    def under_way(self, now: datetime) -> int:
        """What is being sent or looked at, or would be at once."""
        return self._count(_UNDER_WAY.format(now=to_microseconds(now)))

    def _count(self, question: str) -> int:
        try:
            return self._asked(question)
        except Exception:  # the database was away meanwhile
            self.close()
            self._connection = connected(self._url)
            return self._asked(question)

    def _asked(self, question: str) -> int:
        row = self._connection.execute(question).fetchone()
        self._connection.rollback()
        return int(row[0])

    def close(self) -> None:
        self._connection.close()


def connected(database_url: str) -> Any:
    """A connection of the database's own driver."""
    if database_url.startswith("sqlite:///"):
        return sqlite3.connect(database_url.removeprefix("sqlite:///"))
    return psycopg.connect(database_url)


@dataclass
class Bot:
    """The running app, and what is around it: its database, the connector it writes to, who signs for Teams."""

    url: str
    database_url: str
    connector: FakeConnector
    issuer: Issuer
    session: aiohttp.ClientSession
    outbox: Outbox
    clock: Callable[[], datetime] = utc_now

    async def post(self, activity: Mapping[str, Any]) -> tuple[int, Any]:
        """Deliver an activity as Teams does; returns the status and the reply's JSON, None for an empty one."""
        headers = {"Authorization": f"Bearer {self.issuer.lasting_token(str(activity['serviceUrl']))}"}
        async with self.session.post(f"{self.url}/api/messages", json=activity, headers=headers) as response:
            body = await response.read()
            return response.status, orjson.loads(body) if body.startswith(b"{") else None

    async def settled(self, seconds: float = 120.0) -> None:
        """Wait until what has come due by the bot's clock was looked at, and what that left was sent."""
        async with asyncio.timeout(seconds):
            while self.outbox.due(self.clock()):  # noqa: ASYNC110  the database tells nobody
                await asyncio.sleep(0.02)
        await self.all_sent(seconds)

    async def all_sent(self, seconds: float = 120.0) -> None:
        """Wait until everything that the turns so far left has been sent."""
        async with asyncio.timeout(seconds):
            while self.outbox.unsent():  # noqa: ASYNC110  the database tells nobody
                await asyncio.sleep(0.003)


LEASE = float(os.environ.get("SOAK_LEASE", "2"))
"""Seconds. Shorter than the real one, so that what is due is looked for five times a second."""


def environment(database_url: str, connector: FakeConnector, issuer: Issuer, port: int) -> dict[str, str]:
    """The settings of a bot that serves two tenants, as they are in the environment."""
    return {
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "MicrosoftAppId": APP_ID,
        "MicrosoftAppPassword": "a client secret",
        "MicrosoftAppTenantId": TENANT,
        "ALLOWED_TENANTS": OTHER_TENANT,
        "ALLOWED_SERVICE_HOSTS": connector.origin,
        "BOT_OPENID_METADATA_URL": issuer.metadata_url,
        "BOT_TOKEN_URL": issuer.token_url,
        "DATABASE_URL": database_url,
        "STORAGE_KEY": KEY,
        "DUTY_PHONE": "020 7946 0001",
        "OUT_OF_HOURS_PHONE": "020 7946 0002",
    }


def ticking() -> Callable[[], datetime]:
    """A clock that is a microsecond on at each look: things keep their order, and it stays the same minute."""
    looks = count()
    return lambda: TUESDAY + timedelta(microseconds=next(looks))


@asynccontextmanager
async def running_bot(database_url: str, **settings: str) -> AsyncIterator[Bot]:
    """Serve in this process, by the same function as `python app.py`, with these settings added."""
    async with running_by(utc_now, database_url, settings) as bot:
        yield bot


@asynccontextmanager
async def running_by(
    clock: Callable[[], datetime], database_url: str, settings: Mapping[str, str]
) -> AsyncIterator[Bot]:
    """The same by a clock that the test moves."""
    async with surroundings(database_url) as bot:
        port = free_port()
        given = environment(database_url, bot.connector, bot.issuer, port) | dict(settings)
        serving = asyncio.create_task(service.serve(Settings.from_environment(given), clock, lease=LEASE))
        try:
            bot.url = f"http://127.0.0.1:{port}"
            await _ready(bot, serving)
            bot.outbox, bot.clock = Outbox(database_url), clock
            yield bot
            bot.outbox.close()
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)


@asynccontextmanager
async def surroundings(database_url: str) -> AsyncIterator[Bot]:
    """Everything but the app itself."""
    async with FakeConnector() as connector, Issuer() as issuer, open_session() as session:
        yield Bot("", database_url, connector, issuer, session, outbox=None)  # type: ignore[arg-type]


class Process:
    """`python app.py` in a process of its own, to be started and killed; the port and the database stay the same.

    `root`: the source that it runs from when it next starts.
    """

    def __init__(self, bot: Bot, **settings: str) -> None:
        self.root = ROOT
        self._bot = bot
        self._settings = settings
        self._port = free_port()
        self._log = tempfile.NamedTemporaryFile()  # noqa: SIM115  lives as long as this object
        self._pid: int | None = None
        self._ended: asyncio.Future[object]

    async def start(self) -> None:
        given = environment(self._bot.database_url, self._bot.connector, self._bot.issuer, self._port)
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "BOT_SDK") if name in os.environ}
        settings = {**kept, **given, "LOG_LEVEL": "DEBUG", **self._settings}
        wait: Callable[[], object]
        if self.root == ROOT:
            forked = fork(_serve, settings, self._log.name)
            self._pid, wait = forked.pid, forked.join
        else:
            older = self._older(settings)
            self._pid, wait = older.pid, older.wait
        self._ended = asyncio.ensure_future(asyncio.to_thread(wait))
        self._bot.url = f"http://127.0.0.1:{self._port}"
        await _ready(self._bot, self._ended)

    def _older(self, settings: Mapping[str, str]) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", _SERVE_OLDER, str(LEASE)]
        with Path(self._log.name).open("ab") as log:
            return subprocess.Popen(command, cwd=self.root, env=dict(settings), stderr=log)

    async def end(self, by: signal.Signals) -> None:
        """End it: by SIGTERM as an operator would, by SIGKILL as a power cut would."""
        assert self._pid is not None
        os.kill(self._pid, by)
        await self._ended
        self._pid = None

    async def restart(self, by: signal.Signals) -> None:
        await self.end(by)
        await self.start()

    def log(self) -> str:
        """All that it has logged, at every level, over all its lives."""
        return Path(self._log.name).read_text("utf-8")

    async def abandon(self) -> None:
        if self._pid is not None:
            await self.end(by=signal.SIGKILL)
        self._log.close()


_SERVE_OLDER = """
import functools, sys
import app
from bot import service
service.serve = functools.partial(service.serve, lease=float(sys.argv[1]))
sys.exit(app.run([]))
"""


def _serve(settings: Mapping[str, str], log: str) -> None:
    import app

    service.serve = functools.partial(service.serve, lease=LEASE)
    enter(ROOT, settings, err=log)
    if settings.get("PYTHONFAULTHANDLER"):
        faulthandler.enable()
    sys.exit(app.run([]))


def free_port() -> int:
    """A port that nobody has, from below those that the system gives out by itself meanwhile."""
    while True:
        port = random.randrange(20_000, 30_000)
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)):
                return port


async def _ready(bot: Bot, serving: "asyncio.Future[Any]") -> None:
    async with asyncio.timeout(60):
        while not await _answers(bot):
            if serving.done():
                raise RuntimeError(f"the bot did not start: {serving.result()}")
            await asyncio.sleep(0.01)


async def _answers(bot: Bot) -> bool:
    try:
        async with bot.session.get(f"{bot.url}/readyz") as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False

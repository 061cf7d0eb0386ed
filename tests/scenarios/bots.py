"""The bots that the scenarios talk to: started once for their settings and database, emptied for each test."""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, Self

from sqlalchemy import text

from bot.storage.databases import database_at
from bot.storage.tables import metadata
from tests.bot.storage.shelf import database_file
from tests.scenarios.running import Bot, running_by

TimeSource = Callable[[], datetime]


class Emptied(Protocol):
    """A database that can be put back to how it was before the first turn."""

    def put_back(self) -> None: ...


class EmptiedSqlite:
    """Copies the whole file back, page by page, so that triggers and numbers begin anew as well."""

    def __init__(self, database_url: str) -> None:
        self._path = database_file(database_url)
        self._before = sqlite3.connect(":memory:")
        with closing(sqlite3.connect(self._path)) as now:
            now.backup(self._before)

    def put_back(self) -> None:
        with closing(sqlite3.connect(self._path)) as now:
            now.execute("PRAGMA synchronous = OFF")  # no test cuts the power
            self._before.backup(now, sleep=0.001)


class EmptiedPostgreSql:
    """Deletes every row and writes again those that the migrations wrote; the audit's triggers sleep meanwhile."""

    def __init__(self, database_url: str) -> None:
        self._engine = database_at(database_url).engine
        with self._engine.connect() as connection:
            self._before: dict[str, list[dict[str, Any]]] = {
                name: [dict(row) for row in connection.execute(table.select()).mappings()]
                for name, table in metadata.tables.items()
            }

    def put_back(self) -> None:
        with self._engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for name, table in metadata.tables.items():
                connection.execute(table.delete())
                if self._before[name]:
                    connection.execute(table.insert(), self._before[name])


@dataclass
class _Kept:
    """A bot that goes on running. Its clock is that of the test that has it."""

    bot: Bot
    database: Emptied
    clock: TimeSource

    def now(self) -> datetime:
        return self.clock()


class Bots:
    """Use as `async with Bots(new_database) as bots`; `afresh` gives a bot that knows nothing of the tests before."""

    def __init__(self, new_database: Callable[[str], str]) -> None:
        self._new_database = new_database
        self._kept: dict[object, _Kept] = {}
        self._running = AsyncExitStack()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._running.aclose()

    async def afresh(self, kind: str, settings: Mapping[str, str], clock: TimeSource) -> Bot:
        """The bot with these settings on an empty database of this kind, by this clock."""
        key = (kind, frozenset(settings.items()))
        if key not in self._kept:
            self._kept[key] = await self._start(kind, settings, clock)
            return self._kept[key].bot
        kept = self._kept[key]
        await _quiet(kept.bot)
        kept.database.put_back()
        kept.bot.connector.forget()
        kept.clock = kept.bot.clock = clock
        return kept.bot

    async def _start(self, kind: str, settings: Mapping[str, str], clock: TimeSource) -> _Kept:
        url = self._new_database(kind)
        held: list[_Kept] = []
        bot = await self._running.enter_async_context(
            running_by(lambda: held[0].now() if held else clock(), url, settings)
        )
        bot.clock = clock
        held.append(_Kept(bot, EmptiedSqlite(url) if kind == "sqlite" else EmptiedPostgreSql(url), clock))
        return held[0]


async def _quiet(bot: Bot) -> None:
    """Wait until nothing of the test before is under way. A message that waits for its time is not."""
    async with asyncio.timeout(120):
        while bot.outbox.under_way(bot.clock()):  # noqa: ASYNC110  the database tells nobody
            await asyncio.sleep(0.003)

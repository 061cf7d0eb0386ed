"""The bot's storage: transactions on worker threads, in order of arrival within each conversation."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import TypeVar

from sqlalchemy.engine.interfaces import DBAPICursor

from bot.storage.databases import Database, database_at
from bot.storage.encryption import Codec
from bot.storage.migrate import migrate
from bot.storage.records import to_microseconds, utc_now
from bot.storage.transaction import Transaction
from bot.storage.unit_of_work import UnitOfWork
from bot.storage.worker import ConnectionWorker

T = TypeVar("T")


class Storage:
    """Open it once with `Storage.open`, and close it at the end."""

    def __init__(self, database: Database, codec: Codec, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._codec = codec
        self._clock = clock
        self._lanes = [ConnectionWorker(database) for _ in range(database.lanes)]

    @classmethod
    def open(cls, url: str, codec: Codec, *, clock: Callable[[], datetime] = utc_now) -> "Storage":
        """Open the database, bring its tables up to date, and make sure that the codec reads it.

        Blocks. Raises StorageUnavailable when it cannot be reached, Unreadable when its text was written with another
        key, StorageError for an address or a database that cannot be used.
        """
        database = database_at(url)
        migrate(database)
        storage = cls(database, codec, clock)
        try:
            storage._submit("", lambda unit: unit.check_key()).result()
        except BaseException:
            storage.close()
            raise
        return storage

    async def transact(self, work: Callable[[UnitOfWork], T], *, conversation_id: str = "") -> T:
        """Do the work in one transaction and return what it returns.

        Works given the same conversation run one after another, in order of arrival, and on PostgreSQL alone among all
        instances. What the work raises undoes it and is raised here. Raises StorageUnavailable when the database is
        gone: nothing was kept, unless the connection broke during the commit itself.
        """
        return await asyncio.wrap_future(self._submit(conversation_id, work))

    async def check(self) -> None:
        """Return when a transaction works; raises StorageUnavailable."""
        await self.transact(lambda unit: unit.conversation(""))

    def close(self) -> None:
        """Finish what was begun, and close the connections. Blocks."""
        for lane in self._lanes:
            lane.close()
        self._database.engine.dispose()

    def _submit(self, conversation_id: str, work: Callable[[UnitOfWork], T]) -> Future[T]:
        def in_unit(cursor: DBAPICursor) -> T:
            unit = UnitOfWork(self._transaction(cursor))
            result = work(unit)
            unit.flush()
            return result

        lane = self._lanes[hash(conversation_id) % len(self._lanes)]
        return lane.submit(conversation_id, in_unit)

    def _transaction(self, cursor: DBAPICursor) -> Transaction:
        database = self._database
        return Transaction(
            cursor,
            database.sql,
            database.outbox_sql,
            database.audit_sql,
            database.approval_sql,
            self._codec,
            to_microseconds(self._clock()),
        )

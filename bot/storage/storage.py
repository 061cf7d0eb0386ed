"""The bot's storage: transactions on worker threads, in order of arrival within each conversation."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy.engine.interfaces import DBAPICursor

from bot.storage.databases import Database, database_at
from bot.storage.encryption import Cipher
from bot.storage.errors import StorageError
from bot.storage.records import to_microseconds, utc_now
from bot.storage.transaction import Transaction
from bot.storage.unit_of_work import UnitOfWork
from bot.storage.worker import ConnectionWorker

T = TypeVar("T")

_MIGRATIONS = Path(__file__).parent / "migrations"


class Storage:
    """The open database. Open it once with `Storage.open`, and close it at the end."""

    def __init__(self, database: Database, cipher: Cipher, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._cipher = cipher
        self._clock = clock
        self._workers = [ConnectionWorker(database) for _ in range(database.workers)]

    @classmethod
    def open(cls, url: str, cipher: Cipher, *, clock: Callable[[], datetime] = utc_now) -> "Storage":
        """Open the database, bring its tables up to date, and check that the cipher can read it.

        Blocks. Raises StorageUnavailable when it cannot be reached, Unreadable when its text was written with another
        key, StorageError for an address or a database that cannot be used.
        """
        database = database_at(url)
        migrate(database)
        storage = cls(database, cipher, clock)
        try:
            storage._submit("", lambda unit: unit.check_key()).result()
        except BaseException:
            storage.close()
            raise
        return storage

    async def transact(self, work: Callable[[UnitOfWork], T], *, conversation_id: str = "") -> T:
        """Do the work in one transaction and return its result.

        Works given the same conversation run one after another, in order of arrival, and on PostgreSQL alone among all
        instances. An exception of the work rolls it back and is raised here. Raises StorageUnavailable when the
        database is gone: nothing was stored, unless the connection broke during the commit itself.
        """
        return await asyncio.wrap_future(self._submit(conversation_id, work))

    async def check(self) -> None:
        """Return when a transaction works; raises StorageUnavailable."""
        await self.transact(lambda unit: unit.conversation(""))

    def close(self) -> None:
        """Finish the transactions begun, and close the connections. Blocks."""
        for worker in self._workers:
            worker.close()
        self._database.engine.dispose()

    def _submit(self, conversation_id: str, work: Callable[[UnitOfWork], T]) -> Future[T]:
        def in_unit(cursor: DBAPICursor) -> T:
            now = to_microseconds(self._clock())
            unit = UnitOfWork(Transaction(cursor, self._database.sql, self._cipher, now))
            result = work(unit)
            unit.flush()
            return result

        worker = self._workers[hash(conversation_id) % len(self._workers)]
        return worker.submit(conversation_id, in_unit)


def migrate(database: Database) -> None:
    """Run the migrations that are missing in this database, all or none, one process at a time.

    Raises StorageUnavailable, or StorageError when the database was made by a newer version of the bot.
    """
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with database.unavailable(), database.engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError:
            raise StorageError("the database was made by another version of the bot") from None

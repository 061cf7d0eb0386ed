"""A thread with one connection, which runs transactions in order of arrival."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import TypeVar

from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.pool import PoolProxiedConnection

from bot.storage.databases import ConnectionLost, Database

T = TypeVar("T")


class ConnectionWorker:
    """Runs transactions on its own thread. The connection is opened when needed, and again when it was lost."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="storage")
        self._connection: PoolProxiedConnection | None = None

    def submit(self, conversation_id: str, work: Callable[[DBAPICursor], T]) -> Future[T]:
        """Run the work in a transaction after everything submitted before; commit, or roll back and raise."""
        return self._thread.submit(self._run, conversation_id, work)

    def close(self) -> None:
        """Finish what was submitted, then close the connection."""
        self._thread.submit(self._drop)
        self._thread.shutdown()

    def _run(self, conversation_id: str, work: Callable[[DBAPICursor], T]) -> T:
        with self._database.unavailable():
            connection, cursor = self._begin(conversation_id)
            try:
                # Closed on this thread: a cursor that is freed on another one makes SQLite refuse later statements.
                with closing(cursor):
                    result = work(cursor)
                connection.commit()
            except BaseException:
                self._roll_back(connection)
                raise
            return result

    def _begin(self, conversation_id: str) -> tuple[PoolProxiedConnection, DBAPICursor]:
        """Begin on the open connection; if it turns out to be lost, once more on a new one."""
        if self._connection is not None:
            try:
                return self._begin_on(self._connection, conversation_id)
            except ConnectionLost:
                self._drop()
        self._connection = self._database.connect()
        return self._begin_on(self._connection, conversation_id)

    def _begin_on(
        self, connection: PoolProxiedConnection, conversation_id: str
    ) -> tuple[PoolProxiedConnection, DBAPICursor]:
        cursor = connection.cursor()
        try:
            self._database.begin(connection, cursor, conversation_id)
        except BaseException:
            cursor.close()
            self._roll_back(connection)
            raise
        return connection, cursor

    def _roll_back(self, connection: PoolProxiedConnection) -> None:
        try:
            connection.rollback()
        except Exception:
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection = None

"""A thread with one connection, which runs transactions in order of arrival."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from typing import TypeVar

from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.pool import PoolProxiedConnection

from bot.storage.databases import ConnectionLost, Database
from bot.storage.errors import StorageUnavailable

T = TypeVar("T")

_MOST_DEADLOCKS = 3


class Commit:
    """Whether a transaction is committed or given up: whichever is asked for first, once and for good."""

    def __init__(self) -> None:
        self._decided = threading.Lock()
        self.given_up = False

    def begin(self) -> bool:
        """Return whether the transaction may be committed; from then on it can no longer be given up."""
        return self._decided.acquire(blocking=False)

    def give_up(self) -> bool:
        """Return whether the transaction is certain never to be committed."""
        if self._decided.acquire(blocking=False):
            self.given_up = True
        return self.given_up


class ConnectionWorker:
    """Runs transactions on its own thread. The connection is opened when needed, and again when it was lost."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="storage")
        self._connection: PoolProxiedConnection | None = None
        self._began_at: float | None = None

    def submit(self, conversation_id: str, work: Callable[[DBAPICursor], T], commit: Commit) -> Future[T]:
        """Run the work in a transaction after everything submitted before; commit, or roll back and raise."""
        return self._thread.submit(self._run, conversation_id, work, commit)

    def close(self) -> None:
        """Finish what was submitted, then close the connection."""
        self._thread.submit(self._drop)
        self._thread.shutdown()

    def break_off_after(self, seconds: float) -> None:
        """End a transaction that has taken longer than that: call it from another thread."""
        connection, began_at = self._connection, self._began_at
        if connection is not None and began_at is not None and time.monotonic() - began_at > seconds:
            self._database.break_off(connection)

    def _run(self, conversation_id: str, work: Callable[[DBAPICursor], T], commit: Commit) -> T:
        if commit.given_up:
            raise StorageUnavailable("the database was not free in time")
        self._began_at = time.monotonic()
        try:
            with self._database.unavailable():
                return self._repeated(conversation_id, work, commit)
        finally:
            self._began_at = None

    def _repeated(self, conversation_id: str, work: Callable[[DBAPICursor], T], commit: Commit) -> T:
        """Do the work, and do it again when a deadlock undid it."""
        for _ in range(_MOST_DEADLOCKS):
            try:
                return self._attempt(conversation_id, work, commit)
            except Exception as error:
                if not self._database.is_deadlock(error):
                    raise
        return self._attempt(conversation_id, work, commit)

    def _attempt(self, conversation_id: str, work: Callable[[DBAPICursor], T], commit: Commit) -> T:
        connection, cursor = self._begin(conversation_id)
        try:
            # Closed on this thread: a cursor that is freed on another one makes SQLite refuse later statements.
            with closing(cursor):
                result = work(cursor)
            if not commit.begin():
                raise StorageUnavailable("the database did not answer in time")
            self._database.commit(connection)
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

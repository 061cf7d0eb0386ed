"""The bot's storage: transactions on worker threads, in order of arrival within each conversation."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from typing import Any, Protocol, TypeVar

from msgspec import Struct, field
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.pool import PoolProxiedConnection

from bot.storage.conversation_rows import Left
from bot.storage.databases import ConnectionLost, Database, database_at
from bot.storage.encryption import Cipher
from bot.storage.errors import InDoubt, StorageUnavailable
from bot.storage.integrity import check_keys
from bot.storage.messages import DeliveryResult
from bot.storage.migrating import migrate
from bot.storage.outbox_table import OutboxTable
from bot.storage.records import to_microseconds, utc_now
from bot.storage.transaction import Transaction
from bot.storage.unit_of_work import UnitOfWork

T = TypeVar("T")

_MOST_DEADLOCKS = 3
_HANGS_AFTER_SECONDS = 12.0  # longer than a server lets a statement or a lock take: it is not going to answer
_LOOK_SECONDS = 1.0
_CHECK_SECONDS = 4.0


class Commit(Struct):
    """Whether a transaction is committed or given up: by whoever gets `decided` first, once and for good."""

    decided: Any = field(default_factory=threading.Lock)
    given_up: bool = False

    def give_up(self) -> bool:
        """Return whether the transaction is certain never to be committed."""
        if self.decided.acquire(blocking=False):
            self.given_up = True
        return self.given_up


class NotConnected(StorageUnavailable):
    """No connection could be opened, so that nothing was begun."""


class ConnectionWorker:
    """Runs transactions on its own thread. The connection is opened when needed, and again when it was lost.

    Where none can be opened, as the server takes no more, the work is lent to another of `workers` that has one or is
    just opening it.
    """

    def __init__(
        self, database: Database, cipher: Cipher, clock: Callable[[], datetime], workers: "Sequence[ConnectionWorker]"
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._clock = clock
        self._workers = workers
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="storage")
        self._connection: PoolProxiedConnection | None = None
        self._connecting = False
        self._began_at: float | None = None

    def submit(
        self, conversation_id: str, work: Callable[[UnitOfWork], T], commit: Commit, handing: "_Handing | None" = None
    ) -> Future[T]:
        """Run the work in a transaction after everything submitted before; commit, or roll back and raise."""
        return self._thread.submit(self._run, conversation_id, work, commit, handing)

    def close(self) -> None:
        """Finish what was submitted, then close the connection."""
        self._thread.submit(self._drop)
        self._thread.shutdown()

    def break_off_after(self, seconds: float) -> None:
        """End a transaction that has taken longer than that: call it from another thread."""
        connection, began_at = self._connection, self._began_at
        if connection is not None and began_at is not None and time.monotonic() - began_at > seconds:
            self._database.break_off(connection)

    def _run(
        self,
        conversation_id: str,
        work: Callable[[UnitOfWork], T],
        commit: Commit,
        handing: "_Handing | None",
        *,
        may_lend: bool = True,
    ) -> T:
        """Do the work, again when a deadlock undid it, and on another thread where this one cannot connect."""
        if commit.given_up:
            raise StorageUnavailable("the database was not free in time")
        self._began_at = time.monotonic()
        try:
            with self._database.unavailable():
                for _ in range(_MOST_DEADLOCKS):
                    try:
                        return self._attempt(conversation_id, work, commit, handing)
                    except Exception as error:
                        if not self._database.is_deadlock(error):
                            raise
                return self._attempt(conversation_id, work, commit, handing)
        except NotConnected:
            # Nobody lends to one that waits for another: it has no connection, and opens none meanwhile.
            others = self._workers if may_lend else ()
            for other in [one for one in others if one is not self and (one._connection or one._connecting)]:
                with contextlib.suppress(NotConnected):  # it has none either
                    lent = other._thread.submit(other._run, conversation_id, work, commit, handing, may_lend=False)
                    return lent.result()
            raise
        finally:
            self._began_at = None

    def _attempt(
        self, conversation_id: str, work: Callable[[UnitOfWork], T], commit: Commit, handing: "_Handing | None"
    ) -> T:
        connection, cursor = self._begin(conversation_id)
        try:
            # Closed on this thread: a cursor that is freed on another one makes SQLite refuse later statements.
            with closing(cursor):
                moment = self._clock()
                now = to_microseconds(moment)
                unit = UnitOfWork(Transaction(cursor, self._database.sql, self._cipher, moment, now))
                if handing:
                    handing.keep_results(unit)
                result = work(unit)
                if handing:
                    handing.write(unit)
                else:
                    unit.flush()
            if not commit.decided.acquire(blocking=False):
                raise StorageUnavailable("the database did not answer in time")
            self._database.commit(connection)
        except BaseException:
            self._roll_back(connection)
            raise
        return result

    def _begin(self, conversation_id: str) -> tuple[PoolProxiedConnection, DBAPICursor]:
        """Begin on the open connection; where there is none, or it turns out to be lost, on a new one."""
        is_new = self._connection is None
        while True:
            connection = self._connect() if self._connection is None else self._connection
            cursor = connection.cursor()
            try:
                self._database.begin(connection, cursor, conversation_id)
            except BaseException as error:
                cursor.close()
                self._roll_back(connection)
                if is_new or not isinstance(error, ConnectionLost):
                    raise
                self._drop()
                is_new = True
            else:
                return connection, cursor

    def _connect(self) -> PoolProxiedConnection:
        self._connecting = True
        try:
            with self._database.unavailable():
                self._connection = self._database.connect()
        except StorageUnavailable as error:
            raise NotConnected(str(error)) from error
        finally:
            self._connecting = False
        return self._connection

    def _roll_back(self, connection: PoolProxiedConnection) -> None:
        try:
            connection.rollback()
        except Exception:
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection = None


class Dispatcher(Protocol):
    """The sender of this process: it is handed what transactions leave."""

    name: str

    def results_in(self, conversation_id: str) -> Iterable[DeliveryResult]:
        """Return the results in this conversation that are not known to be stored. Called on any thread."""

    def take(self, conversation_id: str, left: Left) -> None:
        """Send what a transaction of this conversation left. Called on the event loop, after the commit."""

    def has_posted(self, card_id: str) -> bool:
        """Tell whether this process has posted the card lately. Called on the event loop."""

    def lose(self, conversation_id: str) -> None:
        """Ask the database what is claimed in this conversation: nobody knows what a transaction left."""


class _Handing:
    """What one transaction hands to the dispatcher once it has ended, in the order of the commits of a conversation."""

    def __init__(self, dispatcher: Dispatcher, conversation_id: str) -> None:
        self._dispatcher = dispatcher
        self._conversation_id = conversation_id
        self._left: Left | None = None

    def write(self, unit: UnitOfWork) -> None:
        self._left = unit.flush(self._dispatcher.name, self._conversation_id)

    def keep_results(self, unit: UnitOfWork) -> None:
        """Store what became of earlier messages: a card that can be pressed is known by its id."""
        self._left = None
        results = self._dispatcher.results_in(self._conversation_id) if self._conversation_id else ()
        if results:
            OutboxTable(unit, self._dispatcher.name).keep(results)

    def end(self, *, committed: bool) -> None:
        """Hand it over; called on the event loop."""
        left = self._left
        if left is None or not (left.claimed or left.waiting):
            return
        if committed:
            self._dispatcher.take(self._conversation_id, left)
        elif left.claimed:
            self._dispatcher.lose(self._conversation_id)


class Storage:
    """The open database. Open it once with `Storage.open`, and close it at the end."""

    def __init__(self, database: Database, cipher: Cipher, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self.dispatcher: Dispatcher | None = None
        workers: list[ConnectionWorker] = []
        workers += [ConnectionWorker(database, cipher, clock, workers) for _ in range(database.workers)]
        self._workers = workers
        self._closed = threading.Event()
        threading.Thread(target=self._watch, name="storage watch", daemon=True).start()

    @classmethod
    def open(cls, url: str, cipher: Cipher, *, clock: Callable[[], datetime] = utc_now) -> "Storage":
        """Open the database, once it is sure that the cipher has its keys, and bring its tables up to date.

        Blocks. Raises StorageUnavailable when it cannot be reached, WrongKey when its text was written with another
        key, StorageError for an address or a database that cannot be used.
        """
        database = database_at(url)
        check_keys(database, cipher)
        migrate(database)
        storage = cls(database, cipher, clock)
        try:
            storage._workers[0].submit("", UnitOfWork.open_record, Commit()).result()
        except BaseException:
            storage.close()
            raise
        return storage

    @property
    def now(self) -> datetime:
        """The time by the storage's clock, in UTC; it needs no database."""
        return self._clock()

    async def transact(
        self, work: Callable[[UnitOfWork], T], *, conversation_id: str = "", within: float | None = None
    ) -> T:
        """Do the work in one transaction and return its result. It may be begun again, so it only reads and writes.

        Works given the same conversation run one after another, in order of arrival, and on PostgreSQL alone among all
        instances. An exception of the work rolls it back and is raised here. Raises StorageUnavailable when the
        database is gone or does not answer `within` so many seconds: nothing is stored then, nor will be. Raises
        InDoubt when that cannot be said.
        """
        loop = asyncio.get_running_loop()
        commit, done = Commit(), loop.create_future()
        handing = _Handing(self.dispatcher, conversation_id) if self.dispatcher else None

        def ended(future: Future[T]) -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed: the process ends
                loop.call_soon_threadsafe(_end, future, done, handing)

        worker = self._workers[hash(conversation_id) % len(self._workers)]
        future = worker.submit(conversation_id, work, commit, handing)
        future.add_done_callback(ended)
        timer = loop.call_later(within, _give_up, commit, done) if within is not None else None
        try:
            result: T = await done
        except asyncio.CancelledError:
            if timer is None:
                future.cancel()
            raise
        finally:
            if timer:
                timer.cancel()
        return result

    async def check(self) -> None:
        """Return when a transaction works; raises StorageUnavailable."""
        await self.transact(lambda unit: unit.conversation(""), within=_CHECK_SECONDS)

    async def overwrite(self) -> None:
        """Leave nothing of what was deleted in the files of the database, as far as the bot has them in hand."""
        await asyncio.to_thread(self._database.overwrite)

    def close(self) -> None:
        """Finish the transactions begun, and close the connections. Blocks."""
        for worker in self._workers:
            worker.close()
        self._database.engine.dispose()
        self._closed.set()

    def _watch(self) -> None:
        """Break off the transactions that hang, until the storage is closed."""
        while not self._closed.wait(_LOOK_SECONDS):
            for worker in self._workers:
                worker.break_off_after(_HANGS_AFTER_SECONDS)


def _end(future: Future[T], done: "asyncio.Future[T]", handing: _Handing | None) -> None:
    """Hand over what a transaction left, and say how it ended to whoever still waits."""
    error = CancelledError() if future.cancelled() else future.exception()
    if handing:
        handing.end(committed=error is None)
    if not done.done():
        done.set_result(future.result()) if error is None else done.set_exception(error)


def _give_up(commit: Commit, done: "asyncio.Future[T]") -> None:
    """Say that it takes too long, unless it has just ended."""
    if done.done():
        return
    if commit.give_up():
        done.set_exception(StorageUnavailable("the database does not answer in time"))
    else:
        done.set_exception(InDoubt("a commit takes long"))

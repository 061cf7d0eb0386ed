"""The two databases, and where they differ: how one connects, and how a transaction begins."""

import contextlib
import os
import shutil
import socket
import sqlite3
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, NullPool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import PoolProxiedConnection

from bot.managed_identity import managed_identity
from bot.storage.errors import InDoubt, StorageError, StorageUnavailable
from bot.storage.statements import compiled_statements

_PRAGMAS = (
    "busy_timeout = 8000",  # as long as PostgreSQL waits for a lock
    "journal_mode = WAL",
    "synchronous = NORMAL",  # a killed process loses nothing; a power cut may lose the last moments, never more
    "wal_autocheckpoint = 4000",  # 16 MB: pages that many turns write are moved once
    "foreign_keys = ON",
    "secure_delete = ON",  # what was forgotten is overwritten, not only unlinked
)
# A server or network that is gone is noticed within seconds, and a frozen instance does not keep its locks.
_POSTGRESQL = {
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 8000,
    "application_name": "sharing-guide",
    "options": "-c lock_timeout=8000 -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000"
    " -c timezone=UTC",
}

_MAY_NOT = {"42501", "3F000"}
"""PostgreSQL's numbers for what a login may not do: no fault of ours, and whoever has the database mends it."""
_MAY_NOT_WRITE = """SELECT relname FROM pg_class
WHERE relnamespace = to_regnamespace(current_schema()) AND relkind = 'r' AND NOT (
    has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
    AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE')
) ORDER BY relname"""

_ENTRA_RESOURCE = "https://ossrdbms-aad.database.windows.net"
_TOKEN_SECONDS = 5.0


class ConnectionLost(Exception):
    """The connection is lost or its database replaced; a new connection may work."""


class Database(ABC):
    """A database: its connections, its compiled statements, and how many workers may use it at once."""

    workers: ClassVar[int]

    def __init__(self, url: URL, **options: Any) -> None:
        self.engine = create_engine(url, poolclass=NullPool, hide_parameters=True, **options)
        event.listen(self.engine, "begin", self._begin_migration)
        self.sql = compiled_statements(self.engine.dialect)
        self._driver = self.engine.dialect.loaded_dbapi
        self._faults = (self._driver.IntegrityError, self._driver.DataError, self._driver.ProgrammingError)

    def connect(self) -> PoolProxiedConnection:
        return self.engine.raw_connection()

    def overwrite(self) -> None:
        """Leave nothing of what was deleted in files that are the bot's own; a server's are its own."""
        return

    @abstractmethod
    def prepare(self) -> None:
        """Make what a first connection needs. Raises StorageUnavailable."""

    @property
    @abstractmethod
    def is_new(self) -> bool:
        """Whether there is surely no database yet."""

    @contextmanager
    def reading(self) -> Iterator[DBAPICursor]:
        """Read the database as it is at one moment: nothing of it can be changed, and nobody has to wait.

        Raises StorageUnavailable, or StorageError when the database lacks what is read.
        """
        try:
            with self.unavailable(), self._read_only() as connection, closing(connection.cursor()) as cursor:
                yield cursor
        except self._driver.ProgrammingError as error:
            raise StorageError("the database is of another version of the bot") from error

    @abstractmethod
    def tables(self, cursor: DBAPICursor) -> set[str]:
        """Return the names of the tables that there are."""

    @abstractmethod
    @contextmanager
    def _read_only(self) -> Iterator[Any]:
        """Connect, and begin to read as of one moment."""

    @abstractmethod
    def begin(self, connection: PoolProxiedConnection, cursor: DBAPICursor, conversation_id: str) -> None:
        """Begin a transaction that has its conversation to itself. Raises ConnectionLost."""

    def commit(self, connection: PoolProxiedConnection) -> None:
        """Commit. Raises InDoubt when the connection was lost meanwhile."""
        connection.commit()

    def refused(self, cursor: DBAPICursor, *, makes_tables: bool) -> str:
        """Return what this login may not do and the bot needs, "" for nothing. `makes_tables`: the next start does."""
        return ""

    def is_deadlock(self, error: BaseException) -> bool:
        """Tell whether the transaction was undone so that another one, which waited for it, could go on."""
        return False

    @abstractmethod
    def break_off(self, connection: PoolProxiedConnection) -> None:
        """End the call under way on this connection: call it from another thread."""

    @abstractmethod
    def _begin_migration(self, connection: Connection) -> None:
        """Lock the database, so that one process migrates at a time."""

    @contextmanager
    def unavailable(self) -> Iterator[None]:
        """Raise StorageUnavailable for errors of the database; those that our own faults cause go through."""
        try:
            yield
        except ConnectionLost as error:
            raise StorageUnavailable("the database is being replaced") from error
        except (DBAPIError, self._driver.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if isinstance(cause, self._faults) and getattr(cause, "sqlstate", "") not in _MAY_NOT:
                raise
            first_line = next(iter(str(cause).splitlines()), type(cause).__name__)
            raise StorageUnavailable(f"the database is not available: {first_line}") from error


class SqliteFile(Database):
    """A SQLite file: one writer at a time, so one worker; each transaction has the file to itself."""

    workers = 1

    def __init__(self, url: URL) -> None:
        if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
            raise StorageError("DATABASE_URL must name a file after sqlite:///")
        self._path = Path(url.database).absolute()
        self._name = str(self._path)
        super().__init__(url, creator=self._open, paramstyle="named")

    def prepare(self) -> None:
        """Create the database file if it is missing, readable by its owner only. Raises StorageUnavailable."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if not self._path.exists():
                self._path.touch(mode=0o600)
        except OSError as error:
            raise StorageUnavailable(f"the database file cannot be opened: {error.strerror}") from error

    @property
    def is_new(self) -> bool:
        """Whether there is no file yet, or an empty one."""
        try:
            return not self._path.stat().st_size
        except OSError:
            return True

    def tables(self, cursor: DBAPICursor) -> set[str]:
        """Return the names of the tables that there are."""
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in cursor.fetchall()}

    def overwrite(self) -> None:
        """Move what the log holds into the file, where it replaces what was deleted, and empty the log.

        While somebody reads or writes it is left for the next time.
        """
        with self.unavailable(), closing(self._open()) as connection:
            connection.execute("PRAGMA busy_timeout = 500")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _read_only(self) -> Iterator[sqlite3.Connection]:
        """Connect so that nothing beside the file is made either, nor needed where all may only be read."""
        log = self._path.with_name(f"{self._path.name}-wal")
        with ExitStack() as stack:
            if not log.exists():  # nobody has it open
                connection = _connected(self._path, "mode=ro&immutable=1")
            else:
                connection = _connected(self._path, "mode=ro")
                try:
                    connection.execute("SELECT 1 FROM sqlite_master")
                except sqlite3.OperationalError:
                    connection.close()
                    connection = _connected(_copied(stack, self._path, log), "mode=ro")
            stack.callback(connection.close)
            connection.execute("PRAGMA busy_timeout = 8000")
            connection.execute("BEGIN")
            yield connection

    def _open(self) -> sqlite3.Connection:
        # mode=rw: a file that was taken away is an error, not a new and empty database.
        connection = _connected(self._path, "mode=rw")
        try:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            self._file = self._path.stat()
        except BaseException:
            connection.close()
            raise
        return connection

    def begin(self, connection: PoolProxiedConnection, cursor: DBAPICursor, conversation_id: str) -> None:
        """Take the file's write lock, unless the file is no longer the one that was opened."""
        try:
            if not os.path.samestat(os.stat(self._name), self._file):  # noqa: PTH116  a Path takes twice as long
                raise ConnectionLost
        except OSError:
            raise ConnectionLost from None
        cursor.execute("BEGIN IMMEDIATE")

    def break_off(self, connection: PoolProxiedConnection) -> None:
        """Interrupt the statement; a wait for the lock ends by itself."""
        driver_connection: Any = connection.driver_connection
        with contextlib.suppress(self._driver.Error):
            driver_connection.interrupt()

    def _begin_migration(self, connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


class _EntraLogin:
    """A login to Azure Database for PostgreSQL as a managed identity: the password of a connection is a fresh token."""

    def __init__(self, client_id: str) -> None:
        self._client = managed_identity(client_id, _TOKEN_SECONDS)

    def give_password(self, _dialect: object, _record: object, _arguments: object, given: dict[str, Any]) -> None:
        """Put the token where the driver takes its password. Raises StorageUnavailable."""
        try:
            answer = self._client.acquire_token_for_client(resource=_ENTRA_RESOURCE)
            given["password"] = answer["access_token"]
        except Exception as error:
            raise StorageUnavailable("the managed identity got no token for the database") from error


def _connected(path: Path, how: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path))}?{how}"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)


def _copied(stack: ExitStack, path: Path, log: Path) -> Path:
    """Return a copy of the file and its log, until the stack ends: SQLite needs room beside a log to read it."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    for file in (path, log):
        shutil.copyfile(file, folder / file.name)
    return folder / path.name


class PostgreSql(Database):
    """A PostgreSQL server, perhaps with several instances of the bot on it."""

    workers = 4

    def __init__(self, url: URL) -> None:
        identity = str(url.query.get("identity", ""))
        url = url.difference_update_query(["identity"])
        super().__init__(url.set(drivername="postgresql+psycopg"), connect_args=_POSTGRESQL)
        if identity:
            event.listen(self.engine, "do_connect", _EntraLogin(identity).give_password)

    def prepare(self) -> None:
        """Make nothing: the server has the database."""

    @property
    def is_new(self) -> bool:
        """Say no: only the server knows."""
        return False

    def tables(self, cursor: DBAPICursor) -> set[str]:
        """Return the names of the tables that there are."""
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
        return {name for (name,) in cursor.fetchall()}

    def refused(self, cursor: DBAPICursor, *, makes_tables: bool) -> str:
        """Return what this login may not do and the bot needs, "" for nothing. `makes_tables`: the next start does."""
        cursor.execute("SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'")
        if cursor.fetchall() == [(True,)]:
            return "it may only be read"
        cursor.execute(_MAY_NOT_WRITE)
        if kept := [name for (name,) in cursor.fetchall()]:
            return f"its login may not read and write {', '.join(kept)}"
        cursor.execute("SELECT has_schema_privilege(current_schema(), 'CREATE')")
        if makes_tables and cursor.fetchall() != [(True,)]:
            return "its login may make no tables (GRANT CREATE on its schema)"
        return ""

    @contextmanager
    def _read_only(self) -> Iterator[PoolProxiedConnection]:
        try:
            connected = self.connect()
        except self._driver.ProgrammingError:
            raise StorageError("DATABASE_URL has an option that there is not") from None
        with closing(connected) as connection, closing(connection.cursor()) as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0")
            yield connection
            connection.rollback()

    def begin(self, connection: PoolProxiedConnection, cursor: DBAPICursor, conversation_id: str) -> None:
        """Lock the conversation, or run an empty query, so that a lost connection shows before any work."""
        try:
            if conversation_id:
                # Not the conversation's row, which its first turn has yet to write.
                cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 0))", (conversation_id,))
            else:
                cursor.execute("SELECT 1")
        except self._driver.Error as error:
            if self.engine.dialect.is_disconnect(error, connection, cursor):
                raise ConnectionLost from error
            if conversation_id and isinstance(error, self._driver.errors.LockNotAvailable):
                raise InDoubt("another process has the conversation") from error
            raise

    def commit(self, connection: PoolProxiedConnection) -> None:
        """Commit. Raises InDoubt when the connection was lost meanwhile."""
        try:
            connection.commit()
        except self._driver.Error as error:
            if self.engine.dialect.is_disconnect(error, connection, None):
                raise InDoubt("the connection was lost during a commit") from error
            raise

    def is_deadlock(self, error: BaseException) -> bool:
        """Tell whether the server undid the transaction, as it and another one waited for each other."""
        return isinstance(error, self._driver.errors.DeadlockDetected)

    def break_off(self, connection: PoolProxiedConnection) -> None:
        """Shut the connection's socket: a server that is stopped keeps it open and says nothing."""
        with contextlib.suppress(OSError, self._driver.Error), _socket_of(connection) as open_socket:
            open_socket.shutdown(socket.SHUT_RDWR)

    def _begin_migration(self, connection: Connection) -> None:
        connection.exec_driver_sql("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('sharing-guide'), hashtext('migration'))")


def _socket_of(connection: PoolProxiedConnection) -> socket.socket:
    """Return a second handle of the connection's socket, to be closed by the caller."""
    driver_connection: Any = connection.driver_connection
    return socket.socket(fileno=os.dup(driver_connection.fileno()))


_KINDS: dict[str, type[SqliteFile | PostgreSql]] = {
    "sqlite": SqliteFile,
    "postgres": PostgreSql,
    "postgresql": PostgreSql,
    "postgresql+psycopg": PostgreSql,
}


def database_at(address: str) -> Database:
    """Return the database at a DATABASE_URL; raises StorageError, which never shows the address."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise StorageError("DATABASE_URL is not a database address") from None
    if url.drivername not in _KINDS:
        raise StorageError("DATABASE_URL must begin with sqlite:/// or postgresql://")
    return _KINDS[url.drivername](url)

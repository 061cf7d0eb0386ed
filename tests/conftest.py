"""What several folders of tests share: the two databases."""

import gc
import shutil
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.counted import pytest_terminal_summary  # noqa: F401  a hook: pytest finds it here by its name

if TYPE_CHECKING:  # the tests of the rules need no database, and importing one takes a third of their start
    from tests.postgresql import PostgreSqlServer

# The states, journeys and cases that tests share are kept to the end: to look through them for garbage again and again
# takes a tenth of the whole time.
gc.set_threshold(200_000, 20, 20)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Let go of what was kept for other tests: Python looks through all of it several times as it ends."""
    for kept in gc.get_objects():
        if isinstance(kept, _lru_cache_wrapper):
            kept.cache_clear()


@pytest.fixture(scope="session")
def postgresql() -> "Iterator[PostgreSqlServer]":
    """One PostgreSQL server for the whole run; it starts when the first database is made."""
    from tests.postgresql import PostgreSqlServer

    server = PostgreSqlServer()
    yield server
    server.remove()


@pytest.fixture(scope="session")
def second_postgresql() -> "Iterator[PostgreSqlServer]":
    from tests.postgresql import PostgreSqlServer

    server = PostgreSqlServer()
    yield server
    server.remove()


@pytest.fixture
def own_postgresql(second_postgresql: "PostgreSqlServer") -> "Iterator[PostgreSqlServer]":
    """A server that a test may stop: bots that other tests keep running would miss the shared one."""
    yield second_postgresql
    second_postgresql.start()
    second_postgresql.go_on()


@pytest.fixture(scope="session")
def sqlite_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which the migrations made every table, to be copied."""
    from bot.storage.databases import database_at
    from bot.storage.migrating import migrate

    path = tmp_path_factory.mktemp("tables") / "guide.db"
    migrate(database_at(f"sqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_with_tables: Path) -> str:
    """A database with every table and nothing in them; the tests of the migrations begin without."""
    shutil.copy(sqlite_with_tables, tmp_path / "guide.db")
    return f"sqlite:///{tmp_path}/guide.db"


@pytest.fixture
def postgresql_url(postgresql: "PostgreSqlServer") -> str:
    """The same on PostgreSQL."""
    return postgresql.new_database(with_tables=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))

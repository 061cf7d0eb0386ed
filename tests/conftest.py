"""What several folders of tests share: the two databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.counted import pytest_terminal_summary  # noqa: F401  a hook: pytest finds it here by its name
from tests.postgresql import PostgreSqlServer


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSqlServer]:
    """One PostgreSQL server for the whole run."""
    server = PostgreSqlServer()
    yield server
    server.remove()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/guide.db"


@pytest.fixture
def postgresql_url(postgresql: PostgreSqlServer) -> str:
    return postgresql.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))

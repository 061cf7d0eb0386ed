import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event

from bot.storage import Cipher, Storage, StorageError, StorageUnavailable
from bot.storage.databases import database_at
from bot.storage.migrating import MIGRATIONS, alembic_for, is_newest, migrate
from bot.storage.tables import EXTENSIONS_TABLE, metadata
from tests.bot.storage.shelf import KEY, address, matter, opened
from tests.forked import fork
from tests.postgresql import PostgreSqlServer

EXTENSIONS = Path(__file__).parents[3] / "bot" / "storage" / "migrations" / "extensions" / "versions"

_OPEN = """
import sys
from bot.storage import Cipher, Storage
Storage.open(sys.argv[1], Cipher.from_keys(sys.argv[2])).close()
"""


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A file that there is not yet."""
    return f"sqlite:///{tmp_path}/guide.db"


@pytest.fixture
def postgresql_url(postgresql: PostgreSqlServer) -> str:
    """A database without tables."""
    return postgresql.new_database()


def test_the_migrations_make_the_tables_that_the_code_uses(database_url: str) -> None:
    with opened(database_url):
        pass
    database = database_at(database_url)
    with database.engine.connect() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [change for change in difference if EXTENSIONS_TABLE not in str(change)] == []


async def test_what_was_stored_is_there_after_opening_again(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_conversation(address()))
    with opened(database_url) as storage:
        assert await storage.transact(lambda unit: unit.conversation("a:1")) is not None


async def test_an_open_storage_says_that_it_works(storage: Storage) -> None:
    await storage.check()


def test_processes_that_start_at_once_on_a_new_database_all_open_it(database_url: str) -> None:
    processes = [fork(open_and_close, database_url, KEY) for _ in range(4)]
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0] * 4


def open_and_close(database_url: str, key: str) -> None:
    Storage.open(database_url, Cipher.from_keys(key)).close()


@pytest.mark.parametrize("statements", [3, 60, 93])
def test_a_migration_that_is_killed_is_made_whole_by_the_next_start(database_url: str, statements: int) -> None:
    process = fork(migrate_and_be_killed, database_url, statements)
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    with opened(database_url):
        assert is_newest(database_at(database_url))


def migrate_and_be_killed(database_url: str, after: int) -> None:
    database, made = database_at(database_url), count(1)

    def kill(*_: object) -> None:
        if next(made) == after:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(database.engine, "after_cursor_execute", kill)
    migrate(database)


async def test_a_database_that_a_newer_version_has_extended_is_served(database_url: str) -> None:
    """A rolling update: an instance of this version begins again on what a newer one has made."""
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    with database_at(database_url).engine.begin() as connection:
        connection.exec_driver_sql("UPDATE extensions SET version_num = 'e999'")
        connection.exec_driver_sql("ALTER TABLE matters ADD COLUMN later INTEGER NOT NULL DEFAULT 7")
        connection.exec_driver_sql("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    with opened(database_url) as storage:
        found = await storage.transact(lambda unit: unit.matter("m1"))
        assert found == matter()
        await storage.transact(lambda unit: unit.save_matter(matter("m2")))
    with database_at(database_url).engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM extensions").scalar() == "e999"


def test_the_version_before_extensions_finds_the_database_as_it_knows_it(database_url: str) -> None:
    """It goes by this number alone, and refuses any that is newer than its own."""
    with opened(database_url):
        pass
    with database_at(database_url).engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "0005"


ADDS = re.compile(r"op\.(create_table|create_index|drop_index|add_column|execute)\b")


def test_extensions_only_add() -> None:
    """An index may be made anew; a column has a default, so that older versions can go on writing rows."""
    for path in EXTENSIONS.glob("*.py"):
        text = path.read_text()
        assert len(ADDS.findall(text)) == text.count("op."), path
        assert text.count("op.add_column") == text.count("server_default"), path


def test_a_database_of_a_newer_version_is_refused(database_url: str) -> None:
    with opened(database_url):
        pass
    database = database_at(database_url)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'later'")
    with pytest.raises(StorageError, match="newer version"):
        Storage.open(database_url, Cipher.from_keys(KEY))


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_is_understood(postgresql_url: str, scheme: str) -> None:
    with opened(postgresql_url.replace("postgresql", scheme, 1)):
        pass


@pytest.mark.parametrize(
    "url", ["", "secret", "mysql://u:secret@h/d", "sqlite://", "sqlite:///:memory:", "http://secret", "postgres:secret"]
)
def test_other_addresses_are_refused_without_being_shown(url: str) -> None:
    with pytest.raises(StorageError, match=r"^DATABASE_URL") as caught:
        Storage.open(url, Cipher.from_keys(KEY))
    assert "secret" not in str(caught.value)


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/a/b/guide.db"):
        assert (tmp_path / "a" / "b" / "guide.db").stat().st_mode & 0o077 == 0


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("This is no database. " * 100)


def _below_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("a file")


@pytest.mark.parametrize("make", [_folder, _text, _below_a_file])
def test_a_path_that_cannot_be_a_database_is_said_to_be_so(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "var").mkdir()
    path = tmp_path / "var" / "guide.db"
    make(path)
    with pytest.raises(StorageUnavailable, match=r"^the database"):
        Storage.open(f"sqlite:///{path}", Cipher.from_keys(KEY))


def test_a_path_with_signs_of_an_address_is_only_a_path(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/50%25 # of.db"):
        assert len(list(tmp_path.glob("*# of.db"))) == 1


def test_the_tool_that_migrates_is_imported_only_where_something_is_missing(database_url: str) -> None:
    line = [sys.executable, "-c", f"{_OPEN}\nprint('alembic' in sys.modules)", database_url, KEY]
    said = [subprocess.run(line, capture_output=True, text=True, check=True).stdout.strip() for _ in range(2)]
    assert said == ["True", "False"]


def test_an_extension_that_is_missing_is_made_though_the_migrations_are_not(database_url: str) -> None:
    database = database_at(database_url)
    database.prepare()
    with database.engine.begin() as connection:
        command.upgrade(alembic_for(MIGRATIONS, connection), "head")
        command.upgrade(alembic_for(EXTENSIONS.parent, connection), "e003")
    test_the_migrations_make_the_tables_that_the_code_uses(database_url)

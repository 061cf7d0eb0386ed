import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.pool import PoolProxiedConnection

from bot.storage import Cipher, Storage, StorageUnavailable, UnitOfWork
from bot.storage.databases import PostgreSql, database_at
from bot.storage.tables import matters
from tests.bot.storage.shelf import KEY, database_file, matter, opened, rows, take
from tests.postgresql import PostgreSqlServer


async def test_a_stopped_server_is_noticed_at_once_and_used_again_when_back(own_postgresql: PostgreSqlServer) -> None:
    with opened(own_postgresql.new_database()) as storage:
        assert await storage.transact(take("1"), conversation_id="a:1")
        own_postgresql.stop()
        async with asyncio.timeout(30):
            for _ in range(2):
                with pytest.raises(StorageUnavailable, match=r"^the database is not available"):
                    await storage.transact(take("2"), conversation_id="a:1")
            with pytest.raises(StorageUnavailable):
                await storage.check()
        own_postgresql.start()
        assert await storage.transact(take("2"), conversation_id="a:1")
        assert not await storage.transact(take("1"), conversation_id="a:1")


async def test_connections_that_went_stale_between_turns_cost_no_turn(own_postgresql: PostgreSqlServer) -> None:
    with opened(own_postgresql.new_database()) as storage:
        for conversation in ("", *"abcdefgh"):
            await storage.transact(take("1"), conversation_id=conversation)
        own_postgresql.stop()
        own_postgresql.start()
        for conversation in ("", *"abcdefgh"):
            assert not await storage.transact(take("1"), conversation_id=conversation)


async def test_a_server_lost_within_a_turn_undoes_it(own_postgresql: PostgreSqlServer) -> None:
    def lose(unit: UnitOfWork) -> None:
        unit.claim_activity("a:1", "1")
        own_postgresql.stop()
        unit.claim_activity("a:1", "2")

    with opened(own_postgresql.new_database()) as storage:
        with pytest.raises(StorageUnavailable):
            await storage.transact(lose)
        own_postgresql.start()
        assert await storage.transact(take("1"))


def test_a_server_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match=r"^the database is not available"):
        Storage.open(f"postgresql://nobody:secret@/none?host={tmp_path}", Cipher.from_keys(KEY))


def _move(pattern: str, source: Path, target: Path) -> None:
    for file in source.glob(pattern):
        file.rename(target / file.name)


async def test_a_removed_file_is_an_error_and_not_a_new_database(tmp_path: Path, sqlite_url: str) -> None:
    with opened(sqlite_url) as storage:
        await storage.transact(take("1"))
        (tmp_path / "away").mkdir()
        _move("guide.db*", tmp_path, tmp_path / "away")
        with pytest.raises(StorageUnavailable, match=r"^the database"):
            await storage.transact(take("2"))
        with pytest.raises(StorageUnavailable):
            await storage.check()
        assert not database_file(sqlite_url).exists()
        _move("guide.db*", tmp_path / "away", tmp_path)
        assert await storage.transact(take("2"))
        assert not await storage.transact(take("1"))


async def test_a_file_put_in_place_of_another_is_opened(tmp_path: Path, sqlite_url: str) -> None:
    other = f"sqlite:///{tmp_path}/other.db"
    with opened(other) as storage:
        await storage.transact(take("in the other"))
    with opened(sqlite_url) as storage:
        (tmp_path / "away").mkdir()
        _move("guide.db*", tmp_path, tmp_path / "away")
        (tmp_path / "other.db").rename(tmp_path / "guide.db")
        assert not await storage.transact(take("in the other"))


async def test_a_file_that_another_process_keeps_locked_is_said_to_be_locked(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.databases._PRAGMAS", ("busy_timeout = 200",))
    with opened(sqlite_url) as storage:
        other = database_at(sqlite_url).connect()
        other.cursor().execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageUnavailable, match="locked"):
            await storage.transact(take("1"))
        other.rollback()
        other.close()
        assert await storage.transact(take("1"))


async def test_a_full_disk_is_not_swallowed_and_nothing_is_half_kept(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite itself is told that there is room for a few pages only: the same error by the same way."""
    with opened(sqlite_url):
        pass
    with closing(sqlite3.connect(database_file(sqlite_url))) as database:
        used = database.execute("PRAGMA page_count").fetchone()[0]
    monkeypatch.setattr("bot.storage.databases._PRAGMAS", (f"max_page_count = {used + 8}",))
    with opened(sqlite_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter("small")))

        def grow(unit: UnitOfWork) -> None:
            unit.save_matter(matter("before"))
            unit.save_matter(matter("big", content={"text": "x" * 100_000}))

        with pytest.raises(StorageUnavailable, match="full"):
            await storage.transact(grow)
        assert [row["id"] for row in rows(sqlite_url, matters)] == ["small"]
        await storage.transact(lambda unit: unit.save_matter(matter("another")))


async def test_while_the_only_connection_is_being_opened_the_others_wait_for_it(
    postgresql: PostgreSqlServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgresql.new_database(with_tables=True)
    connect, refused = PostgreSql.connect, Event()

    def connect_slowly(database: PostgreSql) -> PoolProxiedConnection:
        try:
            connection = connect(database)
        except psycopg.OperationalError:
            refused.set()
            raise
        assert refused.wait(30)
        return connection

    with psycopg.connect(url, autocommit=True) as server, login(server, url) as as_one, opened(as_one) as storage:
        server.execute("ALTER ROLE one CONNECTION LIMIT 1")
        server.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'one'")
        monkeypatch.setattr(PostgreSql, "connect", connect_slowly)
        works = [storage.transact(take(str(number)), conversation_id=f"a:{number}") for number in range(20)]
        assert all(await asyncio.gather(*works))


@contextmanager
def login(server: psycopg.Connection[Any], url: str) -> Iterator[str]:
    """Give the address of the database for a login of its own, named "one"."""
    server.execute("CREATE ROLE one LOGIN; GRANT ALL ON ALL TABLES IN SCHEMA public TO one")
    server.execute("GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO one")
    try:
        yield make_url(url).set(username="one").render_as_string(hide_password=False)
    finally:
        server.execute("DROP OWNED BY one; DROP ROLE one")

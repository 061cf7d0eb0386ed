"""The audit commands as they are run: standard output, standard error and the exit code."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from bot.audit import export
from bot.storage import UnitOfWork
from bot.storage.databases import database_at
from bot.storage.tables import audit, audit_head
from tests.bot.storage.shelf import KEY, opened, rows
from tests.bot.storage.test_audit import OTHER_KEY, tampered
from tests.bot.storage.test_keys import as_before_integrity, tables_of

APP = Path(__file__).parents[2] / "app.py"
DAYS = (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), datetime(2026, 7, 1, 23, 0, tzinfo=UTC))
"""One minute before midnight in London, in summer, and midnight."""


def run(where: Path, arguments: Iterable[str], under: Iterable[str] = (), **settings: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error; from a folder of no meaning."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [*under, sys.executable, str(APP), "audit", *arguments]
    ended = subprocess.run(command, capture_output=True, cwd=where, env=kept | settings, check=False)
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


def standing(at: datetime) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: at


@pytest.fixture
async def recorded(database_url: str) -> str:
    """A database with an entry on each of two days, on a reference of its own."""

    def one(unit: UnitOfWork) -> None:
        unit.record("object-id", "request_made", str(unit.now.minute), detail="3.9(a)")

    for moment in DAYS:
        with opened(database_url, clock=standing(moment)) as storage:
            await storage.transact(one)
    return database_url


def test_an_untouched_record_is_said_to_hold(recorded: str, tmp_path: Path) -> None:
    code, out, err = run(tmp_path, ["verify"], DATABASE_URL=recorded, STORAGE_KEY=KEY)
    assert (code, err) == (0, "")
    assert json.loads(out) == {"entries": 2, "last_seal": rows(recorded, audit_head)[0]["seal"], "faults": []}


def test_a_changed_record_exits_1_and_says_where(recorded: str, tmp_path: Path) -> None:
    tampered(recorded, update(audit).where(audit.c.number == 2).values(who="somebody else"))
    code, out, err = run(tmp_path, ["verify"], DATABASE_URL=recorded, STORAGE_KEY=KEY)
    assert (code, err) == (1, "")
    assert json.loads(out)["faults"] == ["entry 2: changed, or sealed with a key that is not here"]


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        ([], [1, 2]),
        (["--reference", "59"], [1]),
        (["--from", "2026-07-02"], [2]),
        (["--to", "2026-07-01"], [1]),
        (["--from", "2026-07-03"], []),
    ],
)
def test_an_export_is_lines_of_json(recorded: str, tmp_path: Path, arguments: list[str], numbers: list[int]) -> None:
    code, out, err = run(tmp_path, ["export", *arguments], DATABASE_URL=recorded, STORAGE_KEY=KEY)
    assert (code, err) == (0, "")
    assert [json.loads(line)["number"] for line in out.splitlines()] == numbers


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        (["verify"], {"DATABASE_URL": "sqlite:///nothing.db", "STORAGE_KEY": KEY}),
        (["verify"], {"DATABASE_URL": "nonsense", "STORAGE_KEY": KEY}),
        (["verify"], {"DATABASE_URL": "postgresql://127.0.0.1:1/x", "STORAGE_KEY": KEY}),
        (["verify"], {"DATABASE_URL": "postgresql://127.0.0.1:1/x"}),
        (["verify"], {}),
        (["export", "--from", "yesterday"], {"STORAGE_KEY": KEY}),
    ],
)
def test_what_cannot_be_read_leaves_one_line_and_exit_2(
    arguments: list[str], settings: dict[str, str], tmp_path: Path
) -> None:
    code, out, err = run(tmp_path, arguments, **settings)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert list(tmp_path.iterdir()) == [], "it made a database or a key"


def test_a_wrong_key_is_said_to_be_one_and_no_entry_is_suspected(recorded: str, tmp_path: Path) -> None:
    code, out, err = run(tmp_path, ["verify"], DATABASE_URL=recorded, STORAGE_KEY=OTHER_KEY)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "STORAGE_KEY is not the key of this database" in err


def test_a_seal_that_was_noted_is_looked_for(recorded: str, tmp_path: Path) -> None:
    noted = rows(recorded, audit)[0]["seal"]
    for seal, expected in ((noted, 0), (noted[:-1], 1)):
        assert run(tmp_path, ["verify", "--seal", seal], DATABASE_URL=recorded, STORAGE_KEY=KEY)[0] == expected


def test_the_key_may_be_in_a_file(recorded: str, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{OTHER_KEY}\n{KEY}\n")
    assert run(tmp_path, ["verify"], DATABASE_URL=recorded, STORAGE_KEY_FILE=str(tmp_path / "key"))[0] == 0


@pytest.mark.parametrize("has_log", [False, True], ids=["stopped", "in use"])
async def test_a_copy_that_may_only_be_read_is_verified_and_stays_as_it_is(
    sqlite_url: str, tmp_path: Path, has_log: bool
) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    with opened(sqlite_url) as storage:
        await storage.transact(lambda unit: unit.record("object-id", "request_made", "1"))
        if has_log:
            copied(tmp_path, copy)
    if not has_log:
        copied(tmp_path, copy)
    before = {file.name: file.read_bytes() for file in copy.iterdir()}
    code, out, err = run(tmp_path, ["verify"], READ_ONLY, DATABASE_URL=f"sqlite:///{copy}/guide.db", STORAGE_KEY=KEY)
    assert (code, json.loads(out)["entries"]) == (0, 1), err
    assert {file.name: file.read_bytes() for file in copy.iterdir()} == before


READ_ONLY = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--"] if os.geteuid() == 0 else []
"""Root without its powers may write no more than anyone else."""


def copied(source: Path, target: Path) -> None:
    for name in ("guide.db", "guide.db-wal"):
        if (source / name).exists():
            shutil.copyfile(source / name, target / name)
    for file in target.iterdir():
        file.chmod(0o444)
    target.chmod(0o555)


async def test_a_database_of_an_earlier_version_is_not_migrated(recorded: str, tmp_path: Path) -> None:
    as_before_integrity(recorded)
    code, out, _ = run(tmp_path, ["verify"], DATABASE_URL=recorded, STORAGE_KEY=KEY)
    assert (code, json.loads(out)["faults"]) == (
        1,
        ["the end of the record is not sealed: it was cut, or the bot never ran with this version"],
    )
    assert "integrity" not in tables_of(recorded)


async def test_the_bot_goes_on_while_an_export_is_read_slowly(recorded: str) -> None:
    entries = export(database_at(recorded), reference="", since=None, until=None)
    assert next(entries)["number"] == 1
    with opened(recorded) as storage:
        await storage.transact(lambda unit: unit.record("object-id", "request_made", "1"), within=1)
    assert [entry["number"] for entry in entries] == [2, 3]


def test_what_is_old_is_exported_then_pruned_and_the_rest_is_still_whole(recorded: str, tmp_path: Path) -> None:
    settings = {"DATABASE_URL": recorded, "STORAGE_KEY": KEY}
    first, second = rows(recorded, audit)
    prune = ["prune", "--to", "2026-07-01", "--file", str(tmp_path / "old.jsonl")]
    code, out, err = run(tmp_path, prune, **settings)
    assert (code, json.loads(out)["pruned"]) == (0, 1), err
    assert json.loads((tmp_path / "old.jsonl").read_text())["seal"] == first["seal"]
    assert [row["number"] for row in rows(recorded, audit)] == [2]
    code, out, _ = run(tmp_path, ["verify", "--seal", first["seal"]], **settings)
    assert (code, json.loads(out)) == (0, {"entries": 1, "last_seal": second["seal"], "faults": []})
    assert run(tmp_path, prune, **settings)[0] == 2, "it wrote over a file that was there"
    with database_at(recorded).engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(delete(audit))
    tampered(recorded, delete(audit).where(audit.c.number == 2))
    assert run(tmp_path, ["verify"], **settings)[0] == 1

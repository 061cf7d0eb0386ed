"""The audit commands as they are run: standard output, standard error and the exit code."""

import asyncio
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
from bot.audit_command import BadAudit, prune_record, verify_record
from bot.storage import UnitOfWork
from bot.storage.databases import database_at
from bot.storage.tables import audit, audit_head
from tests.bot.storage.shelf import KEY, opened, rows
from tests.bot.storage.test_audit import OTHER_KEY, tampered
from tests.bot.storage.test_keys import as_before_integrity, tables_of
from tests.forked import run_app

APP = Path(__file__).parents[2] / "app.py"
DAYS = (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), datetime(2026, 7, 1, 23, 0, tzinfo=UTC))
"""One minute before midnight in London, in summer, and midnight."""


def run(where: Path, arguments: Iterable[str], **settings: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error; from a folder of no meaning."""
    return run_app(where, ["audit", *arguments], settings)


def standing(at: datetime) -> Callable[[], datetime]:
    """A clock that does not move."""
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
    code, out, err = run_read_only(tmp_path, f"sqlite:///{copy}/guide.db")
    assert (code, json.loads(out)["entries"]) == (0, 1), err
    assert {file.name: file.read_bytes() for file in copy.iterdir()} == before


READ_ONLY = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--"] if os.geteuid() == 0 else []
"""Root without its powers may write no more than anyone else."""


def run_read_only(where: Path, database_url: str) -> tuple[int, str, str]:
    command = [*READ_ONLY, sys.executable, str(APP), "audit", "verify"]
    settings = {"PATH": os.environ["PATH"], "DATABASE_URL": database_url, "STORAGE_KEY": KEY}
    ended = subprocess.run(command, capture_output=True, text=True, cwd=where, env=settings, check=False)
    return ended.returncode, ended.stdout, ended.stderr


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
    assert (tmp_path / "old.jsonl").stat().st_mode & 0o077 == 0
    assert [row["number"] for row in rows(recorded, audit)] == [2]
    code, out, _ = run(tmp_path, ["verify", "--seal", first["seal"]], **settings)
    assert (code, json.loads(out)) == (0, {"entries": 1, "last_seal": second["seal"], "faults": []})
    assert run(tmp_path, prune, **settings)[0] == 2, "it wrote over a file that was there"
    with database_at(recorded).engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(delete(audit))
    tampered(recorded, delete(audit).where(audit.c.number == 2))
    assert run(tmp_path, ["verify"], **settings)[0] == 1


async def several_files(url: str, folder: Path) -> list[Path]:
    """A record of several days that was moved out in two goes, to files of 2 and of 2 entries, with 2 that stay."""
    for day in range(1, 7):
        with opened(url, clock=standing(datetime(2026, 7, day, 12, tzinfo=UTC))) as storage:
            await storage.transact(lambda unit: unit.record("object-id", "supervisor_removed", "19:x", detail="o-gone"))
    settings = {"DATABASE_URL": url, "STORAGE_KEY": KEY}
    files = [folder / f"{day}.jsonl" for day in (2, 4)]
    for day, file in zip((2, 4), files, strict=True):
        await asyncio.to_thread(prune_record, settings, last=f"2026-07-0{day}", file=str(file))
    return files


def lines_of(files: Iterable[Path]) -> list[str]:
    return [line for file in files for line in file.read_text().splitlines(keepends=True)]


async def test_a_seal_noted_before_a_pruning_is_found_beside_the_files(database_url: str, tmp_path: Path) -> None:
    files, settings = await several_files(database_url, tmp_path), {"DATABASE_URL": database_url, "STORAGE_KEY": KEY}
    noted, named = json.loads(lines_of(files)[0])["seal"], [str(file) for file in files]
    (fault,) = verify_record(settings, noted)["faults"]
    assert fault.endswith("or it is in a file that was pruned: --file")
    assert verify_record(settings, noted, named) == {
        "entries": 6,
        "last_seal": rows(database_url, audit_head)[0]["seal"],
        "faults": (),
    }
    with pytest.raises(BadAudit, match="No such file"):
        verify_record(settings, noted, [*named, "nothing.jsonl"])


Lines = list[str]
HARMED: dict[str, tuple[Callable[[Lines], Lines], str]] = {
    "changed": (lambda old: [old[0], old[1].replace("o-gone", "o-else"), *old[2:]], "entry 2: changed"),
    "cut at its end": (lambda old: old[:3], "the files end at entry 3, but the record was pruned up to 4"),
    "cut at its beginning": (lambda old: old[1:], "entry 1: missing"),
    "cut in the middle": (lambda old: [old[0], *old[2:]], "entry 2: missing"),
    "in another order": (lambda old: [old[1], old[0], *old[2:]], "missing"),
    "sealed anew": (lambda old: [old[0].replace(json.loads(old[0])["seal"], f"{'0' * 8}:00"), *old[1:]], "entry 1: ch"),
    "one put in twice": (lambda old: [old[0], *old], "entry 1: stands after entry 1"),
    "empty": (lambda old: [], "the files end at entry 0"),
}


@pytest.mark.parametrize("harm", HARMED)
async def test_what_is_done_to_a_file_shows(sqlite_url: str, tmp_path: Path, harm: str) -> None:
    files, settings = await several_files(sqlite_url, tmp_path), {"DATABASE_URL": sqlite_url, "STORAGE_KEY": KEY}
    change, fault = HARMED[harm]
    one = tmp_path / "one.jsonl"
    one.write_text("".join(change(lines_of(files))))
    assert any(fault in found for found in verify_record(settings, "", [str(one)])["faults"])


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"at": "2026-07-01T00:00:00+00:00", "number": "1"}', "\xff"])
async def test_a_file_that_is_none_is_refused_by_its_line(recorded: str, tmp_path: Path, line: str) -> None:
    (tmp_path / "old.jsonl").write_bytes(line.encode("latin-1"))
    settings = {"DATABASE_URL": recorded, "STORAGE_KEY": KEY}
    with pytest.raises(BadAudit, match=r"old\.jsonl: line 1 is not an entry of the record"):
        verify_record(settings, "", [str(tmp_path / "old.jsonl")])


def test_a_file_without_an_end_is_not_read_whole(recorded: str) -> None:
    settings = {"DATABASE_URL": recorded, "STORAGE_KEY": KEY}
    with pytest.raises(BadAudit, match=r"/dev/zero: line 1 is not an entry of the record"):
        verify_record(settings, "", ["/dev/zero"])

"""The audit commands as they are run: standard output, standard error and the exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.storage import UnitOfWork
from bot.storage.tables import audit, audit_head
from tests.bot.storage.shelf import KEY, opened, rows
from tests.bot.storage.test_audit import OTHER_KEY, tampered

APP = Path(__file__).parents[2] / "app.py"
DAYS = (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), datetime(2026, 7, 1, 23, 0, tzinfo=UTC))
"""One minute before midnight in London, in summer, and midnight."""


def run(where: Path, arguments: Iterable[str], **settings: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error; from a folder of no meaning."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, str(APP), "audit", *arguments]
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


def test_a_wrong_key_is_refused_or_named(recorded: str, tmp_path: Path) -> None:
    code, out, _ = run(tmp_path, ["verify"], DATABASE_URL=recorded, STORAGE_KEY=OTHER_KEY)
    assert code == 1
    assert len(json.loads(out)["faults"]) == 2

"""However much is stored, a turn finds its rows by an index: no statement reads through a table that grows."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg
import pytest

from bot.storage.databases import database_at
from bot.storage.tables import metadata
from tests.bot.storage.shelf import database_file

GROWING = {"matters", "requests", "follow_ups", "cards", "conversations", "inbox", "outbox", "handovers", "audit"}
BY_THE_HOUR = (
    # Retention's own, each no more than a piece at a time, and never within a turn.
    "DELETE FROM conversations",
    "DELETE FROM requests",
    "DELETE FROM follow_ups",
    "SELECT requests.matter_id, matters.id",
    # Monitoring's, every few seconds and only where it is asked for.
    "SELECT requests.asked_at \nFROM requests",
    "SELECT count(*) AS count_1 \nFROM follow_ups",
)


FEW = {
    str(index.name)
    for table in metadata.tables.values()
    for index in table.indexes
    if index.dialect_options["sqlite"]["where"] is not None
}
"""Indexes that hold only what is under way."""


def _is_of_few(step: str) -> bool:
    return step.partition(" INDEX ")[2].split(" ")[0] in FEW


class _Any(dict[str, Any]):
    """A value for every parameter."""

    def __missing__(self, name: str) -> str:
        return "1"


@contextmanager
def _by_sqlite(url: str) -> Iterator[Callable[[str], set[str]]]:
    """What is read from end to end; neither an index of few nor the first rows of an index is."""

    def scanned(statement: str) -> set[str]:
        names = dict.fromkeys(re.findall(r":(\w+)", statement), "1")
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", names)]
        whole = [step for step in plan if not ((" LIMIT " in statement and " INDEX " in step) or _is_of_few(step))]
        return set(re.findall(r"SCAN (\w+)", "\n".join(whole)))

    with closing(sqlite3.connect(database_file(url))) as connection:
        yield scanned


@contextmanager
def _by_postgresql(url: str) -> Iterator[Callable[[str], set[str]]]:
    """With sequential scans forbidden as far as may be, what still needs one has no index."""

    def scanned(statement: str) -> set[str]:
        plan = [row[0] for row in connection.execute(f"EXPLAIN {statement}", _Any())]
        return set(re.findall(r"Seq Scan on (\w+)", "\n".join(plan)))

    with psycopg.connect(url) as connection:
        connection.execute("SET enable_seqscan = off")
        yield scanned


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_no_statement_of_a_turn_reads_through_a_table_that_grows(request: pytest.FixtureRequest, kind: str) -> None:
    url = str(request.getfixturevalue(f"{kind}_url"))
    statements = database_at(url).sql
    with (_by_sqlite if kind == "sqlite" else _by_postgresql)(url) as scanned:
        slow = {text: found for text in statements.values() if (found := scanned(text) & GROWING)}
    assert {text: found for text, found in slow.items() if not text.startswith(BY_THE_HOUR)} == {}
    assert len(statements) > 50


def _steps_of_a_claim(url: str, backlog: int) -> int:
    """How many steps SQLite takes to find what may be sent, of so many new cards and redrawn ones of a conversation."""
    (claimable,) = (text for text in database_at(url).sql.values() if text.startswith("SELECT") and ":room" in text)
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    with closing(sqlite3.connect(database_file(url))) as connection:
        connection.execute("DELETE FROM outbox")
        connection.execute("INSERT OR IGNORE INTO conversations VALUES ('a:1', 'personal', '', '', '', '', '', '', '')")
        connection.executemany(
            "INSERT INTO outbox (conversation_id, verb, priority, payload, state, attempts, due_at, last_error,"
            " claimed_by, claimed_until, created_at) VALUES ('a:1', ?, ?, '', 'waiting', 0, 0, '', '', 0, 0)",
            [("fade", 2)] * backlog + [("post", 0)] * backlog,
        )
        connection.set_progress_handler(count, 10)
        connection.execute(claimable, {"now": 1, "priority": 0, "room": 64}).fetchall()
    return steps


def test_what_waits_in_a_conversation_makes_a_claim_no_dearer_for_each_message(sqlite_url: str) -> None:
    assert _steps_of_a_claim(sqlite_url, 400) < 6 * _steps_of_a_claim(sqlite_url, 100)


def _steps_to_the_newest_card(url: str, cards: int) -> int:
    """How many steps SQLite takes to find the newest of so many cards of a conversation."""
    (newest,) = (text for text in database_at(url).sql.values() if "ORDER BY cards.created_at DESC" in text)
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    with closing(sqlite3.connect(database_file(url))) as connection:
        connection.executemany(
            "INSERT INTO cards VALUES (?, 'a:1', '', 'main', ?, 1)", [(f"{n:09}", f"m{n}") for n in range(cards)]
        )
        connection.set_progress_handler(count, 1)
        assert connection.execute(newest, {"conversation_id": "a:1"}).fetchone()[0] == f"{cards - 1:09}"
    return steps


def test_the_newest_card_is_found_as_fast_among_many(sqlite_url: str) -> None:
    assert _steps_to_the_newest_card(sqlite_url, 500) == _steps_to_the_newest_card(sqlite_url, 5)

"""`python -m ops.bench.growth`: what a turn costs beside 1,000,000 stored matters and beside none, on both databases.

A sharing from the first word to its answer, then "my matters", is played in turns on a database with one matter and on
one with so many copies of it, each with its card, of other people (thirty each). For each turn the least of all rounds
is printed, and the whole: elapsed time, since PostgreSQL works in processes of its own. Nothing is sent.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, insert, literal, select, text, true

from bot.edge.activities import parse_activity
from bot.storage import Cipher, Storage
from bot.storage.databases import database_at
from bot.storage.tables import cards, conversations, matters
from ops.walk import KEY, activity, adapter_on, play
from tests.postgresql import PostgreSqlServer

_EACH = 30
"""Matters of one person."""
_TURNS_A_ROUND = 100
"""Ids of activities that a round leaves to itself; it plays fewer turns."""


class Timed:
    """The least time of each turn, in milliseconds, over all rounds."""

    def __init__(self) -> None:
        self.least: dict[str, float] = {}
        self._began = self._took = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._took = (time.perf_counter() - self._began) * 1000

    def line(self, what: str) -> str:
        """Keep what the turn took, if it is the least so far."""
        self.least[what] = min(self._took, self.least.get(what, self._took))
        return what


class _Side:
    """One database, and the bot on it."""

    def __init__(self, url: str) -> None:
        self.url, self.timed = url, Timed()
        self.storage = Storage.open(url, Cipher.from_keys(KEY))
        self._adapter = adapter_on(self.storage)

    async def round(self, number: int) -> None:
        first = number * _TURNS_A_ROUND
        await play(self._adapter, self.storage, self.timed, first)
        body = activity("message", first + _TURNS_A_ROUND - 1, text="my matters")
        with self.timed:
            await self._adapter.process(parse_activity(body))
        self.timed.line("my matters")


def _copied(column: ColumnElement[Any], number: ColumnElement[int], of: int) -> ColumnElement[Any]:
    """Return the column with a number to it, the same for so many copies; with 0, as it is."""
    return column.concat("~").concat(cast(number // of, Text)) if of else column


def fill(url: str, count: int) -> None:
    """Copy the one matter and card of a database so often, and its conversation for each person."""
    with database_at(url).engine.begin() as connection:
        for table, copies, ids in (
            (conversations, count // _EACH + 1, {"id": 1, "user_object_id": 1}),
            (matters, count, {"id": 1, "owner": _EACH}),
            (cards, count, {"id": 1, "conversation_id": _EACH, "matter_id": 1, "activity_id": 1}),
        ):
            numbers = select(literal(0).label("number")).cte(recursive=True)
            numbers = numbers.union_all(select(numbers.c.number + 1).where(numbers.c.number + 1 < copies))
            one = select(table).limit(1).subquery()
            values = [_copied(column, numbers.c.number, ids.get(column.name, 0)) for column in one.c]
            copied = select(*values).select_from(numbers.join(one, true()))
            connection.execute(insert(table).from_select(list(table.c), copied))
        connection.execute(text("ANALYZE"))


async def compare(name: str, empty: str, full: str, count: int, rounds: int) -> None:
    """Fill the second database, play the rounds on both in turns, and print the table."""
    small, large = _Side(empty), _Side(full)
    for side in (small, large):
        await side.round(1)
    fill(full, count)
    for number in range(2, rounds + 2):
        for side in (small, large) if number % 2 else (large, small):
            await side.round(number)
        if number == 2:  # the first beside all the rows reads them into memory
            small.timed.least.clear()
            large.timed.least.clear()
    small.storage.close()
    large.storage.close()
    print(f"\n{name}: milliseconds a turn beside one matter and {count:,}, the least of {rounds - 1}")
    for what, took in [*small.timed.least.items(), ("all of them", sum(small.timed.least.values()))]:
        beside = large.timed.least.get(what, sum(large.timed.least.values()))
        print(f"{what:28}{took:8.2f}{beside:8.2f}{beside / took:8.2f} times", flush=True)


def main(arguments: list[str]) -> int:
    """Measure both databases; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m ops.bench.growth", description="Measure turns beside many matters."
    )
    parser.add_argument("--matters", type=int, default=1_000_000, help="how many are stored (default 1,000,000)")
    parser.add_argument("--rounds", type=int, default=40, help="how often each turn is measured (default 40)")
    given = parser.parse_args(arguments)
    folder, postgresql = Path(tempfile.mkdtemp(prefix="growth-")), PostgreSqlServer()
    try:
        small, large = (f"sqlite:///{folder}/{name}.db" for name in ("small", "large"))
        asyncio.run(compare("SQLite", small, large, given.matters, given.rounds))
        small, large = postgresql.new_database(), postgresql.new_database()
        asyncio.run(compare("PostgreSQL", small, large, given.matters, given.rounds))
    finally:
        postgresql.remove()
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

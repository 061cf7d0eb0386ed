"""A database that is locked, gone or hanging: danger waits for nothing, and everyone hears something in time."""

import asyncio
import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.storage.databases import PostgreSql, SqliteFile
from bot.storage.errors import InDoubt
from bot.storage.tables import inbox
from bot.turns import conversation
from tests.bot.storage.shelf import rows
from tests.postgresql import PostgreSqlServer
from tests.scenarios.journeys import CARDS
from tests.scenarios.keeping import matters_kept
from tests.scenarios.reading import own
from tests.scenarios.running import Bot, connected, running_bot
from tests.scenarios.test_database_gone import move
from tests.scenarios.worker import Worker, at_once

SOAK = os.environ.get("SOAK_LOCKED")  # `make soak`: at full length
LONGEST_TO_TEAMS = 15
SOON = 4  # 2 s are promised; these machines are slow now and then


@dataclass
class Database:
    """A database that can be made unavailable, and available again."""

    url: str
    take_away: Callable[[], None]
    bring_back: Callable[[], None]


@contextmanager
def locked(url: str) -> Iterator[Database]:
    """Another process has a lock that every turn needs."""
    other = connected(url)
    lock = "BEGIN IMMEDIATE" if url.startswith("sqlite") else "LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE"
    yield Database(url, lambda: other.execute(lock), other.rollback)
    other.close()


def _locked_sqlite(request: pytest.FixtureRequest) -> Iterator[Database]:
    with locked(str(request.getfixturevalue("sqlite_url"))) as database:
        yield database


def _locked_postgresql(request: pytest.FixtureRequest) -> Iterator[Database]:
    with locked(str(request.getfixturevalue("postgresql_url"))) as database:
        yield database


def _gone_sqlite(request: pytest.FixtureRequest) -> Iterator[Database]:
    url, here = str(request.getfixturevalue("sqlite_url")), Path(request.getfixturevalue("tmp_path"))
    (here / "away").mkdir()
    yield Database(url, lambda: move(here, here / "away"), lambda: move(here / "away", here))


def _gone_postgresql(request: pytest.FixtureRequest) -> Iterator[Database]:
    server: PostgreSqlServer = request.getfixturevalue("own_postgresql")
    yield Database(server.new_database(with_tables=True), server.stop, server.start)


def _hanging_postgresql(request: pytest.FixtureRequest) -> Iterator[Database]:
    server: PostgreSqlServer = request.getfixturevalue("own_postgresql")
    yield Database(server.new_database(with_tables=True), server.hang, server.go_on)
    server.go_on()


WAYS = {
    "SQLite locked": _locked_sqlite,
    "SQLite gone": _gone_sqlite,
    "PostgreSQL locked": _locked_postgresql,
    "PostgreSQL gone": _gone_postgresql,
    "PostgreSQL hanging": _hanging_postgresql,
}


@pytest.fixture(params=WAYS)
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    yield from WAYS[request.param](request)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turns take less than they may."""
    monkeypatch.setattr(conversation, "TURN_SECONDS", 1.5)


async def test_danger_needs_no_database_and_nobody_hears_nothing(database: Database, quick: None) -> None:
    async with running_bot(database.url, WORKING_HOURS="Mon-Sun 00:00-23:59") as bot:
        presses, types, asks, new = (Worker(bot, name) for name in ("presses", "types", "asks", "new"))
        for worker in (presses, types, asks):
            await worker.say("share")
        database.take_away()
        began = time.monotonic()
        replied, _, (told_status, _) = await at_once(
            presses.deliver(presses.pressing("danger")),
            bot.post(types.activity(text="child in danger")),
            bot.post(asks.activity(text="hello")),
        )
        took = time.monotonic() - began
        assert took < SOON, took
        assert _acts_first(str(replied["value"]))
        assert _acts_first(str(types.chat.posts[-1].card))
        await _until(lambda: _acts_first(str(presses.chat.cards[-1].content)))
        assert told_status == 200
        assert asks.chat.texts == [own("notices.try_again")]
        assert (await bot.post(_joining(new)))[0] == 503
        database.bring_back()
        await _until(lambda: bool(new.chat.cards), seconds=20)
        assert presses.look().verbs in (["home"], ["carry_on", "danger_off"])
        await presses.press(presses.card.verbs[0])
        assert presses.card.name == CARDS[0]


def _acts_first(card: str) -> bool:
    return own("act_now.title") in card and "999" in card and "020 7946 0001" in card


def _joining(worker: Worker) -> Any:
    members = [{"id": worker.activity()["recipient"]["id"]}, {"id": f"29:{worker.name}"}]
    return worker.activity(type="conversationUpdate", text=..., membersAdded=members)


async def _until(true: Callable[[], bool], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110  the connector tells nobody which card it is
            await asyncio.sleep(0.02)


async def test_a_database_that_comes_back_in_time_makes_no_difference(sqlite_url: str) -> None:
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        with locked(sqlite_url) as database:
            database.take_away()
            asyncio.get_running_loop().call_later(0.5, database.bring_back)
            await worker.press("danger")
        assert worker.card.verbs == ["carry_on", "danger_off"]


async def test_danger_that_was_answered_without_the_database_is_kept_once_it_is_back(sqlite_url: str) -> None:
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        with locked(sqlite_url) as database:
            database.take_away()
            assert _card_verbs(await worker.deliver(worker.pressing("danger"))) == ["home"]
            database.bring_back()
        await _until(lambda: worker.look().verbs == ["carry_on", "danger_off"])
        await worker.press("carry_on")
        assert worker.card.elements[1]["style"] == "attention"


def _card_verbs(reply: Any) -> list[str]:
    return [action["verb"] for action in reply["value"]["actions"]]


@pytest.mark.parametrize("way", ["PostgreSQL hanging", "SQLite locked"])
async def test_every_turn_ends_before_teams_would_deliver_it_again(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    assert conversation.TURN_SECONDS + conversation.SAY_SECONDS < LONGEST_TO_TEAMS - 1
    if not SOAK:
        monkeypatch.setattr(conversation, "TURN_SECONDS", 1.5)
    longest = conversation.TURN_SECONDS + conversation.SAY_SECONDS + 1
    for database in WAYS[way](request):
        async with running_bot(database.url) as bot:
            workers = [Worker(bot, f"worker-{number}") for number in range(6)]
            for worker in workers:
                await worker.say("share")
            database.take_away()
            began = time.monotonic()
            presses = (worker.deliver(worker.pressing("next", child="P")) for worker in workers[:3])
            texts = (bot.post(worker.activity(text="hello")) for worker in workers[3:])
            *replied, _, _, _ = await at_once(*presses, *texts)
            assert time.monotonic() - began < longest
            assert {reply["value"] for reply in replied} == {own("notices.try_again")}
            assert all(worker.chat.texts == [own("notices.try_again")] for worker in workers[3:])
            database.bring_back()
            await asyncio.sleep(1)
            assert all(len(worker.chat.cards) == 1 for worker in workers)
            assert {row["revision"] for row in matters_kept(database.url)} == {1}
            await workers[0].say("hello")
            assert workers[0].card.name == CARDS[0]


async def test_what_was_said_not_to_be_taken_never_is(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "TURN_SECONDS", 0.3)
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        with locked(sqlite_url) as database:
            database.take_away()
            told = worker.activity(text="share")
            await bot.post(told)
            assert worker.chat.texts == [own("notices.try_again")]
            database.bring_back()
        await asyncio.sleep(0.3)
        assert rows(sqlite_url, inbox) == []
        await bot.post(told)
        await _until(lambda: len(worker.chat.cards) == 1)


async def test_a_delivery_that_comes_while_the_first_is_under_way_is_the_same_turn(sqlite_url: str) -> None:
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        text, press = worker.activity(text="hello"), worker.pressing("next", child="P")
        with locked(sqlite_url) as database:
            database.take_away()
            asyncio.get_running_loop().call_later(1, database.bring_back)
            first, second, *_ = await at_once(bot.post(press), bot.post(press), bot.post(text), bot.post(text))
        assert first == second
        await bot.all_sent()
        assert worker.chat.texts == []
        assert len(worker.chat.cards) == 2
        assert len(rows(sqlite_url, inbox)) == 3


async def test_a_commit_that_takes_long_is_never_said_to_be_lost(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()
    commit = SqliteFile.commit

    def slow(self: SqliteFile, connection: Any) -> None:
        assert let_go.wait(10)
        commit(self, connection)

    monkeypatch.setattr(conversation, "TURN_SECONDS", 0.3)
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        monkeypatch.setattr(SqliteFile, "commit", slow)
        await bot.post(worker.activity(text="share"))
        assert worker.chat.texts == [own("notices.slow")]
        let_go.set()
        await _until(lambda: bool(worker.chat.cards))
        assert len(rows(sqlite_url, inbox)) == 1


@pytest.mark.parametrize("stored", [True, False])
async def test_a_turn_whose_commit_was_lost_is_taken_once(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch, stored: bool
) -> None:
    async with running_bot(postgresql_url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        press = worker.pressing("next", child="P")
        _lose_next_commit_of_turn(monkeypatch, stored=stored)
        reply = await worker.deliver(press)
        assert reply["value"]["type"] == "AdaptiveCard"
        assert [row["revision"] for row in matters_kept(postgresql_url)] == [2]


def _lose_next_commit_of_turn(monkeypatch: pytest.MonkeyPatch, *, stored: bool) -> None:
    lost: list[bool] = []
    commit = PostgreSql.commit

    def losing(self: PostgreSql, connection: Any) -> None:
        is_turn = connection.cursor().execute("SELECT count(*) FROM inbox").fetchone()[0] == 2
        if not is_turn or lost:
            return commit(self, connection)
        lost.append(True)
        if stored:
            commit(self, connection)
        raise InDoubt("the connection was lost during a commit")

    monkeypatch.setattr(PostgreSql, "commit", losing)


async def test_a_conversation_that_another_instance_has_is_not_said_to_be_lost(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.databases._POSTGRESQL", {"options": "-c lock_timeout=300"})
    other = connected(postgresql_url)
    async with running_bot(postgresql_url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        other.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (worker.chat.conversation_id,))
        reply = await worker.deliver(worker.pressing("next", child="P"))
        assert reply["value"] == own("notices.slow")
    other.close()


async def test_the_loop_waits_for_no_database_though_garbage_is_collected(sqlite_url: str, quick: None) -> None:
    async with running_bot(sqlite_url) as bot:
        workers = [Worker(bot, f"worker-{number}") for number in range(8)]
        for worker in workers:
            await worker.say("share")
        with locked(sqlite_url) as database:
            database.take_away()
            seconds = 12 if SOAK else 2.5
            beside = await asyncio.create_subprocess_exec(
                sys.executable, "-c", _BESIDE, str(seconds), stdout=asyncio.subprocess.PIPE
            )
            lag = asyncio.create_task(_longest_lag(seconds))
            await at_once(*(_insist(bot, worker) for worker in workers))
            machine, _ = await beside.communicate()
            assert await lag < 0.05 + float(machine)
            database.bring_back()


_BESIDE = """
import sys, time
longest, until = 0.0, time.monotonic() + float(sys.argv[1])
while time.monotonic() < until:
    before = time.monotonic()
    time.sleep(0.01)
    longest = max(longest, time.monotonic() - before - 0.01)
print(longest)
"""
"""Prints how many seconds the machine alone let a process wait at most."""


async def _insist(bot: Bot, worker: Worker) -> None:
    for _ in range(2):
        await bot.post(worker.activity(text="hello"))


async def _longest_lag(seconds: float) -> float:
    """How long the loop stood still at most, less what the collection itself took."""
    longest, until = 0.0, time.monotonic() + seconds
    gc.freeze()
    try:
        while time.monotonic() < until:
            gc.collect()
            before = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - before - 0.01)
    finally:
        gc.unfreeze()
    return longest

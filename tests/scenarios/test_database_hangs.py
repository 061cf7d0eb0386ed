"""A database that is locked, gone or hanging: danger waits for nothing, and everyone hears something in time."""

import asyncio
import gc
import logging
import os
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.storage import databases, storage
from bot.storage.databases import PostgreSql, SqliteFile
from bot.storage.errors import InDoubt
from bot.storage.tables import inbox
from bot.turns import conversation
from bot.turns.conversation import Conversations
from tests.bot.storage.shelf import rows
from tests.counted import say
from tests.postgresql import PostgreSqlServer
from tests.scenarios.journeys import CARDS
from tests.scenarios.keeping import matters_kept
from tests.scenarios.reading import own
from tests.scenarios.running import Bot, connected, running_bot
from tests.scenarios.test_database_gone import move
from tests.scenarios.worker import Worker, at_once

SOAK = os.environ.get("SOAK_LOCKED")  # `make soak`: at full length
LONGEST_TO_TEAMS = 15
DANGER_SECONDS, TURN_SECONDS, SAY_SECONDS = (
    conversation.DANGER_SECONDS,
    conversation.TURN_SECONDS,
    conversation.SAY_SECONDS,
)
GUARD_SECONDS = 30
"""Who waits for the database itself, which says nothing for a minute, does not come within these."""


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
    with closing(other):
        yield Database(url, lambda: other.execute(lock), other.rollback)


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


@contextmanager
def taken_away(database: Database, *, danger: float = 0.2, turn: float = 1.0) -> Iterator[None]:
    """Take it away meanwhile. Turns wait for it less than they may, as long as it is away and this is no soak."""
    with pytest.MonkeyPatch.context() as patch:
        if not SOAK:
            patch.setattr(conversation, "DANGER_SECONDS", danger)
            patch.setattr(conversation, "TURN_SECONDS", turn)
        database.take_away()
        yield
    database.bring_back()


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine is no database that is away."""
    if not SOAK:
        for name in ("DANGER_SECONDS", "TURN_SECONDS", "SAY_SECONDS"):
            monkeypatch.setattr(conversation, name, GUARD_SECONDS)


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that hangs or is locked says nothing for a minute."""
    pragmas = [pragma for pragma in databases._PRAGMAS if "busy_timeout" not in pragma]
    monkeypatch.setattr(databases, "_PRAGMAS", ("busy_timeout = 60000", *pragmas))
    options = "-c lock_timeout=60000 -c statement_timeout=60000 -c timezone=UTC"
    monkeypatch.setattr(databases, "_POSTGRESQL", databases._POSTGRESQL | {"options": options})
    monkeypatch.setattr(storage, "_HANGS_AFTER_SECONDS", 60.0)


async def test_danger_needs_no_database_and_nobody_hears_nothing(database: Database, silent: None) -> None:
    assert DANGER_SECONDS <= 2
    async with running_bot(database.url, WORKING_HOURS="Mon-Sun 00:00-23:59") as bot:
        presses, types, asks, new = (Worker(bot, name) for name in ("presses", "types", "asks", "new"))
        for worker in (presses, types, asks):
            await worker.say("share")
        with taken_away(database):
            async with asyncio.timeout(GUARD_SECONDS):
                replied, _, (told_status, _) = await at_once(
                    presses.deliver(presses.pressing("danger")),
                    bot.post(types.activity(text="child in danger")),
                    bot.post(asks.activity(text="hello")),
                )
            assert _acts_first(str(replied["value"]))
            assert _acts_first(str(types.chat.posts[-1].card))
            await _until(lambda: _acts_first(str(presses.chat.cards[-1].content)))
            assert told_status == 200
            assert asks.chat.texts == [own("notices.try_again")]
            assert (await bot.post(_joining(new)))[0] == 503
        await _until(lambda: bool(new.chat.cards))
        assert presses.look().verbs in (["home"], ["carry_on", "danger_off"])
        await presses.press(presses.card.verbs[0])
        assert presses.card.name == CARDS[0]


def _acts_first(card: str) -> bool:
    return own("act_now.title") in card and "999" in card and "020 7946 0001" in card


def _joining(worker: Worker) -> Any:
    members = [{"id": worker.activity()["recipient"]["id"]}, {"id": f"29:{worker.name}"}]
    return worker.activity(type="conversationUpdate", text=..., membersAdded=members)


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(GUARD_SECONDS):
        while not true():  # noqa: ASYNC110  the connector tells nobody which card it is
            await asyncio.sleep(0.02)


async def test_a_database_that_comes_back_in_time_makes_no_difference(
    sqlite_url: str, silent: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, loop = SqliteFile.begin, asyncio.get_running_loop()
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        with locked(sqlite_url) as database:

            def begin_and_wait(self: SqliteFile, connection: Any, cursor: Any, conversation_id: str) -> None:
                if conversation_id:
                    loop.call_soon_threadsafe(database.bring_back)
                begin(self, connection, cursor, conversation_id)

            database.take_away()
            monkeypatch.setattr(SqliteFile, "begin", begin_and_wait)
            await worker.press("danger")
            monkeypatch.undo()
        assert worker.card.verbs == ["carry_on", "danger_off"]


async def test_danger_that_was_answered_without_the_database_is_kept_once_it_is_back(
    sqlite_url: str, silent: None
) -> None:
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        with locked(sqlite_url) as database, taken_away(database, turn=GUARD_SECONDS):
            assert _card_verbs(await worker.deliver(worker.pressing("danger"))) == ["home"]
        await _until(lambda: worker.look().verbs == ["carry_on", "danger_off"])
        await worker.press("carry_on")
        assert worker.card.elements[1]["style"] == "attention"


def _card_verbs(reply: Any) -> list[str]:
    return [action["verb"] for action in reply["value"]["actions"]]


@pytest.mark.parametrize("way", ["PostgreSQL hanging", "SQLite locked"])
async def test_every_turn_ends_before_teams_would_deliver_it_again(request: pytest.FixtureRequest, way: str) -> None:
    assert TURN_SECONDS + SAY_SECONDS < LONGEST_TO_TEAMS - 1
    request.getfixturevalue("silent")
    for database in WAYS[way](request):
        async with running_bot(database.url) as bot:
            workers = [Worker(bot, f"worker-{number}") for number in range(6)]
            for worker in workers:
                await worker.say("share")
            with taken_away(database):
                presses = (worker.deliver(worker.pressing("next", child="P")) for worker in workers[:3])
                texts = (bot.post(worker.activity(text="hello")) for worker in workers[3:])
                async with asyncio.timeout(GUARD_SECONDS):
                    *replied, _, _, _ = await at_once(*presses, *texts)
                assert {reply["value"] for reply in replied} == {own("notices.try_again")}
                assert all(worker.chat.texts == [own("notices.try_again")] for worker in workers[3:])
            for worker in workers:
                await worker.say("hello")  # comes after what was given up: turns of a conversation keep their order
                assert worker.card.name == CARDS[0]
                assert len(worker.chat.posts) == 2 + (worker in workers[3:])
            assert {row["revision"] for row in matters_kept(database.url)} == {1}


async def test_what_was_said_not_to_be_taken_never_is(sqlite_url: str) -> None:
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        told = worker.activity(text="share")
        with locked(sqlite_url) as database, taken_away(database, turn=0.3):
            await bot.post(told)
            assert worker.chat.texts == [own("notices.try_again")]
        other = Worker(bot, "other")
        await other.say("share")  # comes after it: a file has one writer
        assert [row["conversation_id"] for row in rows(sqlite_url, inbox)] == [other.chat.conversation_id]
        await bot.post(told)
        await _until(lambda: len(worker.chat.cards) == 1)


async def test_a_delivery_that_comes_while_the_first_is_under_way_is_the_same_turn(
    sqlite_url: str, silent: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, came = Conversations.take, asyncio.Semaphore(0)

    async def noted(self: Conversations, incoming: Any) -> Any:
        came.release()
        return await take(self, incoming)

    monkeypatch.setattr(Conversations, "take", noted)
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        await came.acquire()
        text, press = worker.activity(text="hello"), worker.pressing("next", child="P")
        with locked(sqlite_url) as database:
            database.take_away()
            posted = at_once(bot.post(press), bot.post(press), bot.post(text), bot.post(text))
            async with asyncio.timeout(GUARD_SECONDS), asyncio.TaskGroup() as group:
                answered = group.create_task(posted)
                for _ in range(4):
                    await came.acquire()
                database.bring_back()
        first, second, *_ = answered.result()
        assert first == second
        await bot.all_sent()
        assert worker.chat.texts == []
        assert len(worker.chat.cards) == 2
        assert len(rows(sqlite_url, inbox)) == 3


async def test_a_commit_that_takes_long_is_never_said_to_be_lost(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, let_go = threading.Event(), threading.Event()
    commit, give_up, loop = SqliteFile.commit, storage._give_up, asyncio.get_running_loop()

    def slow(self: SqliteFile, connection: Any) -> None:
        if _turns(connection) == 1 and not begun.is_set():
            begun.set()
            assert let_go.wait(GUARD_SECONDS)
        commit(self, connection)

    def give_up_the_commit(*given: Any) -> None:
        if begun.is_set():
            give_up(*given)
        else:
            loop.call_later(0.01, give_up_the_commit, *given)

    monkeypatch.setattr(conversation, "TURN_SECONDS", 0.3)
    monkeypatch.setattr(storage, "_give_up", give_up_the_commit)
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        monkeypatch.setattr(SqliteFile, "commit", slow)
        await bot.post(worker.activity(text="share"))
        assert worker.chat.texts == [own("notices.slow")]
        let_go.set()
        await _until(lambda: bool(worker.chat.cards))
        assert len(rows(sqlite_url, inbox)) == 1


def _turns(connection: Any) -> int:
    """How many turns were taken, the one under way among them."""
    with closing(connection.cursor()) as cursor:
        number: int = cursor.execute("SELECT count(*) FROM inbox").fetchone()[0]
        return number


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
        if _turns(connection) != 2 or lost:
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


class _Cursor(sqlite3.Cursor):
    """Notes which thread uses it, and which one frees it while it is open: that waits for the statement under way."""

    is_open = True

    def execute(self, *given: Any) -> "_Cursor":
        _note("execute")
        if _is_impatient:
            super().execute("PRAGMA busy_timeout = 50")
        super().execute(*given)
        return self

    def executemany(self, *given: Any) -> "_Cursor":
        _note("executemany")
        super().executemany(*given)
        return self

    def fetchone(self) -> Any:
        _note("fetchone")
        return super().fetchone()

    def fetchall(self) -> Any:
        _note("fetchall")
        return super().fetchall()

    def close(self) -> None:
        _note("close")
        self.is_open = False
        super().close()

    def __del__(self) -> None:
        if self.is_open:
            _note("free an open cursor")


class _Connection(sqlite3.Connection):
    """Notes which thread uses or frees it."""

    def cursor(self, *_: Any) -> Any:
        _note("cursor")
        return super().cursor(_Cursor)

    def commit(self) -> None:
        _note("commit")
        super().commit()

    def rollback(self) -> None:
        _note("roll back")
        super().rollback()

    def close(self) -> None:
        _note("close")
        super().close()

    def __del__(self) -> None:
        _note("free a connection")


_noted: list[tuple[str, str]] = []
_is_impatient: list[bool] = []
"""Not empty while statements wait for the file's lock no longer than a moment."""


def _note(what: str) -> None:
    _noted.append((threading.current_thread().name, what))


def _connected(path: Path, how: str) -> sqlite3.Connection:
    address = f"file:{path}?{how}"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, factory=_Connection)


@pytest.fixture
def only_by_hand() -> Iterator[None]:
    """Garbage is left for the test to collect, on the thread of the loop; no log keeps the errors of turns from it."""
    gc.disable()
    logging.disable()
    yield
    logging.disable(logging.NOTSET)
    gc.enable()


async def test_the_loop_touches_no_database_though_garbage_is_collected(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, only_by_hand: None
) -> None:
    """A cursor that is freed on the loop's thread waits until the lock is free, and everyone with it."""
    monkeypatch.setattr(databases, "_connected", _connected)
    async with running_bot(sqlite_url) as bot:
        _noted.clear()
        workers = [Worker(bot, f"worker-{number}") for number in range(3)]
        for worker in workers:
            await worker.say("share")
        gc.collect()
        with locked(sqlite_url) as database:
            database.take_away()
            _is_impatient.append(True)
            await at_once(*(bot.post(worker.activity(text="hello")) for worker in workers))
            _is_impatient.clear()
            gc.collect()
            database.bring_back()
        assert all(worker.chat.texts == [own("notices.try_again")] for worker in workers)
        assert {"execute", "commit", "roll back"} <= {what for _, what in _noted}
        assert [what for thread, what in _noted if thread == threading.current_thread().name] == []


@pytest.mark.skipif(not SOAK, reason="a limit in seconds, held in `make soak` alone")
async def test_the_loop_stands_still_for_no_longer_than_the_machine_lets_it(
    sqlite_url: str, request: pytest.FixtureRequest
) -> None:
    async with running_bot(sqlite_url) as bot:
        workers = [Worker(bot, f"worker-{number}") for number in range(8)]
        for worker in workers:
            await worker.say("share")
        with locked(sqlite_url) as database:
            database.take_away()
            beside = await asyncio.create_subprocess_exec(sys.executable, "-c", _BESIDE, stdout=asyncio.subprocess.PIPE)
            lag = asyncio.create_task(_longest_lag(12))
            await at_once(*(_insist(bot, worker) for worker in workers))
            machine = float((await beside.communicate())[0])
            say(request.node, f"the loop stood still for {1000 * await lag:.0f} ms, the machine {1000 * machine:.0f}")
            assert await lag < 0.05 + machine
            database.bring_back()


_BESIDE = """
import time
longest, until = 0.0, time.monotonic() + 12
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
        assert worker.chat.texts


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

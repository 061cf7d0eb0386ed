"""The database gone in the middle: the person is told, the log says why, and afterwards it goes on where it was."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from tests.postgresql import PostgreSqlServer
from tests.scenarios.journeys import HARM, MARK, marked
from tests.scenarios.reading import own
from tests.scenarios.running import running_bot
from tests.scenarios.worker import Worker

TRY_AGAIN = "notices.try_again"


@dataclass
class Database:
    """A database that can be taken away and brought back."""

    url: str
    take_away: Callable[[], None]
    bring_back: Callable[[], None]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        url = str(request.getfixturevalue("sqlite_url"))
        away = tmp_path / "away"
        away.mkdir()
        yield Database(url, lambda: move(tmp_path, away), lambda: move(away, tmp_path))
        return
    server: PostgreSqlServer = request.getfixturevalue("postgresql")
    yield Database(server.new_database(), server.stop, server.start)
    server.start()


def move(source: Path, target: Path) -> None:
    for file in source.glob("guide.db*"):
        file.rename(target / file.name)


async def test_the_person_is_told_and_the_log_says_why_and_nothing_personal(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with running_bot(database.url) as bot:
        worker = Worker(bot)
        await worker.say("share")
        await worker.go_on(marked(HARM), until="grounds")
        click = worker.pressing("next", harm_suffered="yes", harm_known=MARK, real_concern="yes")
        shown = worker.card.content
        database.take_away()
        told = await worker.deliver(click)
        assert told["value"] == own(TRY_AGAIN)
        status, _ = await bot.post(worker.activity(text=f"yes, {MARK}"))
        assert status == 200
        assert worker.chat.texts == [own(TRY_AGAIN)]
        async with bot.session.get(f"{bot.url}/readyz") as response:
            assert response.status == 503
        database.bring_back()
        assert worker.look().content == shown
        await worker.press("next", harm_suffered="yes", harm_known=MARK, real_concern="yes", concern_because=MARK)
        assert worker.card.title == own("headlines.yes_untold", them="the school nurse")
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert any("database" in line for line in said)
    assert MARK not in caplog.text


async def test_a_group_chat_is_answered_even_then(database: Database) -> None:
    async with running_bot(database.url) as bot:
        worker = Worker(bot)
        place = {"id": "19:group@thread.v2", "conversationType": "groupChat", "tenantId": worker.tenant}
        database.take_away()
        status, _ = await bot.post(worker.activity(text="share", conversation=place))
        assert status == 200
        assert bot.connector.texts(place["id"]) == [own(TRY_AGAIN)]
        database.bring_back()


async def heard(people: list[Worker]) -> tuple[int, int]:
    """Everyone types; once each has heard something: how many got a card, how many were told to try again."""
    posts, texts = [len(one.chat.posts) for one in people], [len(one.chat.texts) for one in people]
    await asyncio.gather(*(one.bot.post(one.activity(text="share")) for one in people))
    async with asyncio.timeout(60):
        while any(len(one.chat.posts) == before for one, before in zip(people, posts, strict=True)):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    told = [len(one.chat.texts) - before for one, before in zip(people, texts, strict=True)]
    return told.count(0), told.count(1)


async def test_with_one_connection_all_go_on_and_with_none_all_hear_so(
    postgresql: PostgreSqlServer, caplog: pytest.LogCaptureFixture
) -> None:
    url = postgresql.new_database(with_tables=True)
    as_few = make_url(url).set(username="few").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE ROLE few LOGIN")
        for kind in ("TABLES", "SEQUENCES"):
            server.execute(f"GRANT ALL ON ALL {kind} IN SCHEMA public TO few")
        try:
            async with running_bot(as_few) as bot:
                people = [Worker(bot, f"person-{number}") for number in range(12)]
                server.execute("ALTER ROLE few CONNECTION LIMIT 1")
                server.execute(CUT_OFF)
                assert await heard(people) == (12, 0)
                server.execute("ALTER ROLE few CONNECTION LIMIT 0")
                server.execute(CUT_OFF)
                assert await heard(people) == (0, 12)
                assert {text for one in people for text in one.chat.texts} == {own(TRY_AGAIN)}
                assert "too many connections" in caplog.text
                server.execute("ALTER ROLE few CONNECTION LIMIT 20")
                assert await heard(people) == (12, 0)
        finally:
            server.execute("DROP OWNED BY few; DROP ROLE few")


# Waits until each has ended: one that is about to still counts against the limit.
CUT_OFF = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'few'"

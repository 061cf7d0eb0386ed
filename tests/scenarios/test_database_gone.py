"""The database gone in the middle: the person is told, the log says why, and afterwards it goes on where it was."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

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

"""An expired secret: nobody hears nothing, and what waited goes out once it is renewed."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot import watch
from bot.edge import credentials
from tests.bot.issuer import TENANT
from tests.connector import Answer
from tests.scenarios.keeping import change
from tests.scenarios.running import TUESDAY, Bot, running_bot, running_by
from tests.scenarios.worker import Worker


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(credentials, "_ASK_AGAIN_SECONDS", 0.05)
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(watch, "SAY_AGAIN_SECONDS", 0.3)


async def status(bot: Bot, path: str) -> int:
    async with bot.session.get(f"{bot.url}{path}") as response:
        return response.status


async def until(holds: Any) -> None:
    async with asyncio.timeout(30):
        while not await holds():  # noqa: ASYNC110  the state tells nobody
            await asyncio.sleep(0.02)


def said(log: pytest.LogCaptureFixture, words: str) -> list[str]:
    return [one.getMessage() for one in log.records if words in one.getMessage() and one.name == "bot.watch"]


async def test_an_expired_secret_is_said_and_what_waited_goes_out_once_it_is_renewed(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with running_bot(sqlite_url) as bot:
        assert await status(bot, "/readyz") == 200
        bot.issuer.grant_status = 401
        bot.connector.answer_next(*[Answer(401)] * 2)
        worker = Worker(bot)
        code, _ = await bot.post(worker.activity(text="hello"))
        assert code == 200

        async def said_again() -> bool:
            return len(said(caplog, "cannot send")) >= 2 and await status(bot, "/readyz") == 503

        await until(said_again)
        assert await status(bot, "/healthz") == 200
        assert bot.connector.sent() == []
        lines = said(caplog, "cannot send")
        assert "AADSTS7000222: the client secret has expired" in lines[0]
        assert "waiting: 1, the oldest for" in lines[1]
        assert {one.levelname for one in caplog.records if one.name == "bot.watch"} == {"ERROR"}
        assert TENANT not in "".join(lines), "a sentence of the token service"

        bot.issuer.grant_status = 200

        async def ready() -> bool:
            return await status(bot, "/readyz") == 200

        await until(ready)
        await bot.all_sent()
        assert len(bot.connector.sent(worker.chat.conversation_id)) == 1
        assert len(said(caplog, "can send again")) == 1


async def test_a_token_service_that_is_away_mends_itself_and_nobody_is_called_unready(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with running_bot(sqlite_url) as bot:
        bot.issuer.grant_status = 503
        bot.connector.answer_next(Answer(401))
        await bot.post(Worker(bot).activity(text="hello"))

        async def told() -> bool:
            return bool(said(caplog, "cannot send"))

        await until(told)
        assert await status(bot, "/readyz") == 200
        assert next(one.levelname for one in caplog.records if one.name == "bot.watch") == "WARNING"


@pytest.mark.parametrize(("days", "level"), [(31, None), (30, "WARNING"), (7, "ERROR"), (-1, "ERROR")])
async def test_the_end_of_a_secret_is_said_once_a_day_from_a_month_before(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, days: int, level: str | None
) -> None:
    ends = TUESDAY.date() + timedelta(days=days)
    async with running_by(lambda: TUESDAY, sqlite_url, {"SECRET_EXPIRES": ends.isoformat()}) as bot:
        bot.issuer.grant_status = 503
        bot.connector.answer_next(Answer(401))
        await bot.post(Worker(bot).activity(text="hello"))

        async def looked_twice() -> bool:
            return len(said(caplog, "cannot send")) >= 2

        await until(looked_twice)
    found = [one.levelname for one in caplog.records if str(ends) in one.getMessage()]
    assert found == ([level] if level else [])


async def test_a_database_that_is_read_and_takes_nothing_makes_it_unready(sqlite_url: str) -> None:
    """As one whose disk is full, or that has become a standby."""
    async with running_bot(sqlite_url) as bot:
        change(sqlite_url, "CREATE TRIGGER f BEFORE UPDATE ON senders BEGIN SELECT RAISE(FAIL, 'full'); END")
        await until(lambda: is_answered(bot, 503))
        change(sqlite_url, "DROP TRIGGER f")
        await until(lambda: is_answered(bot, 200))


async def is_answered(bot: Bot, code: int) -> bool:
    return await status(bot, "/readyz") == code

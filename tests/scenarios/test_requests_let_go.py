"""What was put before a supervisor is let go with the matter that it was about, and the record of it stays."""

import pytest
from sqlalchemy import update

from bot.config.council import CouncilSettings
from bot.retention import Retention
from bot.storage.databases import database_at
from bot.storage.tables import matters, requests
from tests.bot.storage.shelf import opened as opened_storage
from tests.bot.storage.shelf import rows
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import SETTINGS, with_supervisor
from tests.scenarios.running import Bot, Clock
from tests.scenarios.test_approvals import asked, opened, recorded, supervisor
from tests.scenarios.worker import Worker

CLOCK = Clock


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


@pytest.fixture
def settings() -> dict[str, str]:
    return SETTINGS


async def let_go(bot: Bot, clock: Clock) -> list[str]:
    """The states of the requests that are kept once the council's days are over."""
    with opened_storage(bot.database_url, clock=clock) as storage:
        await Retention(storage, CouncilSettings(retention_days=30)).delete_expired()
    return [row["state"] for row in rows(bot.database_url, requests)]


async def agreed(bot: Bot, worker: Worker) -> Channel:
    channel = await with_supervisor(bot)
    await asked(worker)
    supervised = supervisor(bot)
    await opened(channel, supervised)
    await supervised.press("agree", reason="The harm is plain.")
    return channel


async def test_a_request_that_cannot_be_read_keeps_nothing_else_and_ends_once_it_can(
    bot: Bot, worker: Worker, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    await agreed(bot, worker)
    other = Worker(bot, "other")
    await asked(other)
    (content,) = {row["content"] for row in rows(bot.database_url, requests) if row["state"] == "waiting"}
    altered = update(requests).where(requests.c.content == content).values(content=b"x" * 40)
    with database_at(bot.database_url).engine.begin() as connection:
        connection.execute(altered)
    clock.forward(days=40)
    assert await let_go(bot, clock) == ["waiting"]
    assert rows(bot.database_url, matters) == []
    assert "let go without what was asked of it: requests/" in caplog.text
    with database_at(bot.database_url).engine.begin() as connection:
        connection.execute(update(requests).where(requests.c.content == b"x" * 40).values(content=content))
    assert await let_go(bot, clock) == ["gone"]


async def test_a_settled_request_goes_with_its_matter_and_the_record_stays(
    bot: Bot, worker: Worker, clock: Clock
) -> None:
    await agreed(bot, worker)
    clock.forward(days=29)
    assert await let_go(bot, clock) == ["agreed"]
    clock.forward(days=2)
    before = recorded(bot)
    assert await let_go(bot, clock) == []
    assert recorded(bot) == before
    assert ("agreed", "") in [(what, "") for what, _ in before]


async def test_while_its_matter_goes_on_it_stays(bot: Bot, worker: Worker, clock: Clock) -> None:
    await agreed(bot, worker)
    clock.forward(days=20)
    await worker.say("my matters")
    await worker.press("open")
    await worker.press("change", about="weigh")
    clock.forward(days=20)
    assert await let_go(bot, clock) != []


async def test_an_open_one_ends_with_its_matter_and_is_listed_until_the_days_are_over_again(
    bot: Bot, worker: Worker, clock: Clock
) -> None:
    await with_supervisor(bot)
    await asked(worker)
    clock.forward(days=29)
    assert await let_go(bot, clock) == ["waiting"]
    clock.forward(days=2)
    assert await let_go(bot, clock) == ["gone"]
    clock.forward(days=29)
    assert await let_go(bot, clock) == ["gone"]
    clock.forward(days=2)
    assert await let_go(bot, clock) == []


async def test_a_card_of_one_that_was_let_go_opens_nothing(bot: Bot, worker: Worker, clock: Clock) -> None:
    channel = await agreed(bot, worker)
    card = channel.cards[0]
    clock.forward(days=31)
    await let_go(bot, clock)
    if "open_request" in card.verbs:
        await channel.press(supervisor(bot), card, "open_request")
    await worker.say("my requests")
    assert "The harm is plain." not in worker.card.text

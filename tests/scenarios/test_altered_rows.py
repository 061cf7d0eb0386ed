"""A row that somebody altered, or a disk did, stops nobody: it counts as not there, and the log says so."""

import pytest
from sqlalchemy import ColumnElement, select, update

from bot.storage.databases import database_at
from bot.storage.tables import conversations, matters, metadata, requests
from tests.scenarios.following_up import SETTINGS, with_supervisor
from tests.scenarios.running import Bot, Clock
from tests.scenarios.test_approvals import asked, supervisor
from tests.scenarios.worker import Worker

CLOCK = Clock
OF_ONE: dict[str, tuple[str, ColumnElement[bool]]] = {
    "requests": ("content", requests.c.asker.like("%o-one")),
    "matters": ("content", matters.c.owner.like("%o-one")),
    "conversations": ("state", conversations.c.user_object_id == "o-one"),
}


@pytest.fixture
def settings() -> dict[str, str]:
    return SETTINGS


def alter(url: str, name: str) -> None:
    """Change the last byte of what is sealed in this person's row."""
    (column, of_one), table = OF_ONE[name], metadata.tables[name]
    with database_at(url).engine.begin() as connection:
        ((sealed,),) = connection.execute(select(table.c[column]).where(of_one)).fetchall()
        connection.execute(update(table).where(of_one).values({column: sealed[:-1] + bytes([sealed[-1] ^ 1])}))


@pytest.mark.parametrize("table", OF_ONE)
async def test_everyone_goes_on_beside_a_row_that_was_altered(
    bot: Bot, clock: Clock, table: str, caplog: pytest.LogCaptureFixture
) -> None:
    channel = await with_supervisor(bot)
    one, two = Worker(bot, "one"), Worker(bot, "two")
    await asked(one)
    await asked(two)
    alter(bot.database_url, table)
    for worker in (one, two, supervisor(bot)):
        for text in ("hello", "my matters", "danger"):
            assert (await bot.post(worker.activity(text=text)))[0] == 200
    said = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert said == [f"a row of {table} was altered, and is left out: `doctor` names it"]
    before = len(channel.cards)
    clock.forward(days=1)
    await bot.settled()
    assert len(channel.cards) > before, "the channel is reminded of what still waits"

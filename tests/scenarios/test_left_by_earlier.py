"""A database and the chats that an earlier version left: everyone goes on where they were.

`left_by_0_1.json.gz` was written at d2d878e (version 0.1, tables 0005), before modules and storage were put in order,
and holds rows; `left_by_a7917ec.tar.xz` holds a database of each kind as the version of that commit left it.
"""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import orjson
import pytest

from bot.storage import StoredMatter, UnitOfWork
from bot.storage.tables import matters
from tests.bot.storage.shelf import database_file, opened, rows
from tests.postgresql import PostgreSqlServer
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import SETTINGS, kept
from tests.scenarios.journeys import WHAT
from tests.scenarios.keeping import change
from tests.scenarios.leaving import Left, put_back, put_back_rows
from tests.scenarios.reading import Card
from tests.scenarios.running import Bot, running_by, ticking
from tests.scenarios.test_approvals import supervisor
from tests.scenarios.worker import Worker

ROWS = Path(__file__).with_name("left_by_0_1.json.gz")
DATABASES = Path(__file__).with_name("left_by_a7917ec.tar.xz")


@pytest.fixture
def database_url(each_kind: str, sqlite_url: str, postgresql: PostgreSqlServer) -> str:
    return sqlite_url if each_kind == "sqlite" else postgresql.new_database()


@pytest.fixture(params=["rows", "database"])
def left(request: pytest.FixtureRequest, each_kind: str, database_url: str) -> Left:
    if request.param == "database":
        whole = put_back(DATABASES, each_kind, database_url)
        change(database_url, "DELETE FROM inbox")  # the ids that are given out here begin anew
        change(database_url, "UPDATE cards SET activity_id = 'left-' || activity_id WHERE activity_id <> ''")
        return whole
    found: Left = orjson.loads(gzip.decompress(ROWS.read_bytes()))
    if each_kind == "sqlite":
        database_file(database_url).write_bytes(b"")
    put_back_rows(found, database_url)
    return found


@pytest.fixture
async def bot(database_url: str, left: Left) -> AsyncIterator[Bot]:
    async with running_by(ticking(), database_url, {**SETTINGS, "STORAGE_KEY": left["key"]}) as running:
        change(database_url, f"UPDATE conversations SET service_url = '{running.connector.url}'")
        yield running


def back(bot: Bot, left: Left, name: str) -> Worker:
    """This person, with the same card in front of them."""
    return Worker(bot, name, card=Card(*left["cards"][name][-1]))


async def test_an_answer_half_way_goes_on_from_the_card_that_stands_there(bot: Bot, left: Left) -> None:
    worker = back(bot, left, "halfway")
    before = worker.card.title
    await worker.press("next", **WHAT)
    assert worker.card.title != before
    await worker.press("back")
    assert worker.card.filled["lines"] == WHAT["lines"]


async def test_a_request_is_decided_from_the_prompt_that_stands_in_the_channel(bot: Bot, left: Left) -> None:
    channel, boss = Channel(bot), supervisor(bot)
    await channel.press(boss, Card(*left["cards"]["channel"][-1]), "open_request")
    boss.card = boss.chat.cards[-1]
    assert "coughing" in boss.card.text
    await boss.press("agree", reason="Both parts rest on what P said")
    assert "M.A. agreed" in Worker(bot, "waiting").chat.cards[-1].text


async def test_a_verdict_given_before_stands_in_the_note(bot: Bot, left: Left) -> None:
    worker = back(bot, left, "agreed")
    await worker.press("open")
    await worker.press("shared", shared_how="phone", look_again__date="2026-11-26")
    assert 'agreed: "Both parts rest on what P said"' in worker.card.filled["note"]


async def test_a_follow_up_is_settled(bot: Bot, left: Left) -> None:
    worker = back(bot, left, "shared")
    await worker.say("follow-ups")
    await worker.press("open_follow_up")
    await worker.press("follow_up_done", done_who="T,D", done_how="In person, at home", done_by="K.O.")
    assert kept(bot) == [("tell_family", "done")]


async def test_a_matter_offered_before_is_taken_over(bot: Bot, left: Left) -> None:
    colleague = Worker(bot, "colleague")
    await colleague.say(f"take over {left['code']}")
    assert colleague.card.says("notices.taken_over")


async def test_a_play_goes_on_with_the_progress_so_far(bot: Bot, left: Left) -> None:
    trainee = back(bot, left, "trainee")
    before = trainee.card.title
    await trainee.press("next", part_in_case="allocated", recipient="gp", need_to_know="yes")
    assert trainee.card.title != before
    await trainee.say("my progress")
    assert "3.2" in trainee.card.text


async def test_every_matter_is_read_and_written_as_it_was(database_url: str, left: Left) -> None:
    def read(unit: UnitOfWork) -> list[StoredMatter]:
        owners = sorted({row["owner"] for row in there})
        return [matter for owner in owners for matter in unit.matters_of(owner)]

    def write(unit: UnitOfWork) -> None:
        for matter in before:
            unit.save_matter(matter)

    with opened(database_url, keys=left["key"]) as storage:
        there = rows(database_url, matters)
        before = await storage.transact(read)
        await storage.transact(write)
        assert await storage.transact(read) == before
    assert len(before) == len(there) > 0

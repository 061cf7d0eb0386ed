"""The same on SQLite and on PostgreSQL."""

import pytest

from bot.storage.records import utc_now
from tests.scenarios.bots import TimeSource
from tests.scenarios.journeys import HARM, MARK, ROUTINE, YOURS
from tests.scenarios.keeping import everything_kept, matters_kept
from tests.scenarios.reading import own
from tests.scenarios.test_matters import talked_over
from tests.scenarios.worker import Worker, at_once


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


@pytest.fixture
def clock() -> TimeSource:
    """The machine's own."""
    return utc_now


@pytest.mark.parametrize("answers", [ROUTINE, HARM], ids=["routine", "harm"])
async def test_from_hello_to_the_note(worker: Worker, answers: dict[str, str]) -> None:
    await worker.join()
    await worker.press("start")
    await worker.go_on(answers)
    await worker.press("shared", shared_how="phone")
    assert worker.card.filled["note"].startswith("WHAT WAS SHARED")


async def test_letting_go_leaves_nothing_behind(worker: Worker) -> None:
    await talked_over(worker)
    await worker.press("copied")
    assert MARK not in everything_kept(worker.bot.database_url)


async def test_deleting_leaves_nothing_behind(worker: Worker) -> None:
    await talked_over(worker)
    await worker.say("my matters")
    await worker.press("delete")
    await worker.press("delete_yes")
    assert MARK not in everything_kept(worker.bot.database_url)
    assert [card for card in worker.chat.cards if MARK in str(card.content)] == []


async def test_a_double_click_and_a_redelivery_do_nothing_twice(worker: Worker) -> None:
    await worker.join()
    click = worker.pressing("start")
    await at_once(worker.deliver(click), worker.deliver({**click, "id": "its twin"}), worker.deliver(click))
    await worker.bot.all_sent()
    assert len(matters_kept(worker.bot.database_url)) == 1


async def test_two_devices_and_a_message_at_once_are_all_answered(worker: Worker) -> None:
    await worker.say("share")
    phone = worker.second_device()
    clicks = [person.deliver(person.pressing("next", **YOURS)) for person in (worker, phone)]
    first, second, typed = await at_once(*clicks, worker.bot.post(worker.activity(text="3.7")))
    await worker.bot.all_sent()
    assert [first["statusCode"], second["statusCode"], typed[0]] == [200, 200, 200]
    await worker.say("hello")
    assert worker.card.name == "what_and_why"


async def test_nobody_else_opens_a_matter(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    stranger = Worker(worker.bot, "stranger")
    await stranger.say("hello")
    await stranger.send(stranger.clicking("open", {"about": worker.card.matter}))
    assert stranger.card.title == own("matters.title")
    assert stranger.card.says("matters.none")

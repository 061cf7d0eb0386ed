"""Turns leave nothing to the garbage collector that it could free on another thread, and none fails as it runs hard."""

import asyncio
import gc
import os
from collections import Counter
from collections.abc import Iterator

import pytest

from bot.storage.transaction import Transaction
from bot.storage.unit_of_work import UnitOfWork
from bot.turns.context import TurnContext
from tests.scenarios.journeys import CARDS
from tests.scenarios.reading import own
from tests.scenarios.running import Bot
from tests.scenarios.worker import Worker, at_once

TURNS = int(os.environ.get("SOAK_TURNS", "240"))  # `make soak` asks for 60,000
PEOPLE = 8
AT_A_TIME = 800
"""Turns after which all that was sent is looked at."""


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


@pytest.fixture
def collecting_hard() -> Iterator[None]:
    """At nearly every object that is made; those from before are left out."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(20, 2, 2)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


async def test_a_turn_is_freed_as_it_ends(worker: Worker) -> None:
    await worker.say("share")
    gc.collect()
    gc.disable()
    try:
        for text in ("hello", "P", "my matters", "danger"):
            await worker.say(text)
        await worker.press("carry_on")
        async with asyncio.timeout(60):
            while in_use():  # noqa: ASYNC110  what the sender stores takes a transaction too, which ends by itself
                await asyncio.sleep(0.02)
    finally:
        left = in_use()
        gc.enable()
    assert left == {}


def in_use() -> Counter[type]:
    """What of turns there is in memory; with the collector off, what refers to itself stays for good."""
    return Counter(type(one) for one in gc.get_objects() if isinstance(one, UnitOfWork | Transaction | TurnContext))


async def test_no_turn_fails_while_the_collector_runs(bot: Bot, collecting_hard: None) -> None:
    people = [Worker(bot, f"worker-{number}") for number in range(PEOPLE)]
    await at_once(*(person.say("share") for person in people))
    posts: Counter[str] = Counter()
    for begun in range(0, TURNS, AT_A_TIME):
        for _ in range(begun, min(TURNS, begun + AT_A_TIME), PEOPLE):
            answers = await at_once(*(bot.post(person.activity(text="hello")) for person in people))
            assert {status for status, _ in answers} == {200}
        await bot.all_sent(60)
        for person in people:
            assert own("notices.try_again") not in person.chat.texts
            assert person.chat.cards[-1].name == CARDS[0]
            posts[person.name] += len(person.chat.posts)
        bot.connector.overlook()  # what the tests keep of the calls would be most of what there is to be collected
    assert set(posts.values()) == {TURNS // PEOPLE + 1}

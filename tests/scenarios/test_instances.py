"""Two instances on one database: one is killed, and both are replaced one after the other, while people go on."""

import asyncio
import itertools
import os
import signal
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import aiohttp
import pytest

from tests.scenarios.running import Bot, Outbox, Process, surroundings
from tests.scenarios.worker import Worker

PEOPLE = int(os.environ.get("SOAK_PEOPLE", "4"))
TEAMS_WAITS = 15.0
"""Seconds: the longest that anybody may be without an answer or a card."""


@dataclass
class Instances:
    """Two processes of the app; what one does not answer is delivered to the other, as a balancer does."""

    bots: tuple[Bot, Bot]
    running: tuple[Process, Process]
    longest: float = 0.0

    async def deliver(self, worker: Worker, text: str) -> None:
        began = time.monotonic()
        activity = worker.activity(text=text)
        for number in itertools.count():
            try:
                status, _ = await self.bots[number % 2].post(activity)
            except aiohttp.ClientError:
                status = 0
            if status == 200:
                break
            assert time.monotonic() - began < TEAMS_WAITS
            await asyncio.sleep(0.05)
        self.longest = max(self.longest, time.monotonic() - began)


@pytest.fixture
async def instances(request: pytest.FixtureRequest, each_kind: str) -> AsyncIterator[Instances]:
    url = str(request.getfixturevalue(f"{each_kind}_url"))
    async with surroundings(url) as bot:
        bots = (replace(bot), replace(bot))
        running = (Process(bots[0]), Process(bots[1]))
        try:
            for process in running:
                await process.start()
            outbox = bots[0].outbox = bots[1].outbox = Outbox(url)
            yield Instances(bots, running)
            outbox.close()
        finally:
            for process in running:
                await process.abandon()


async def _talk(instances: Instances, number: int, over: asyncio.Event) -> None:
    """Ask for one's matters again and again: each time a card comes, within the time that Teams waits."""
    worker = Worker(instances.bots[0], f"worker-{number}")
    while not over.is_set():
        before = len(worker.chat.posts)
        began = time.monotonic()
        await instances.deliver(worker, "help")
        while len(worker.chat.posts) == before:
            assert time.monotonic() - began < TEAMS_WAITS, "no card came"
            await asyncio.sleep(0.02)
        instances.longest = max(instances.longest, time.monotonic() - began)


async def test_nobody_waits_long_through_a_kill_and_a_rolling_update(instances: Instances) -> None:
    over = asyncio.Event()
    talks = [asyncio.create_task(_talk(instances, number, over)) for number in range(PEOPLE)]
    await asyncio.sleep(0.5)
    for process, by in ((0, signal.SIGKILL), (1, signal.SIGTERM)):
        await instances.running[process].restart(by)
        await asyncio.sleep(0.3)
    over.set()
    await asyncio.gather(*talks)
    assert instances.longest < TEAMS_WAITS

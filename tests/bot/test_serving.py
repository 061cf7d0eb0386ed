import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.incoming import Incoming
from tests.bot.edge import Edge, message, running_edge
from tests.bot.issuer import Issuer


@pytest.fixture
async def edge() -> AsyncIterator[Edge]:
    async with Issuer() as issuer, running_edge(issuer=issuer, authenticated=False) as running:
        yield running


async def status_of(session: aiohttp.ClientSession, url: str) -> int:
    async with session.get(url) as response:
        return response.status


async def gone() -> None:
    raise ConnectionError


@pytest.mark.parametrize(("ready", "expected"), [(None, 200), (gone, 503)])
async def test_readiness_is_the_checks_and_health_is_not(ready: Any, expected: int) -> None:
    options = {} if ready is None else {"ready": ready}
    async with Issuer() as issuer, running_edge(issuer=issuer, **options) as edge:
        assert await status_of(edge.session, f"{edge.url}/readyz") == expected
        assert await status_of(edge.session, f"{edge.url}/healthz") == 200
        assert issuer.fetches == 0


async def test_all_who_ask_at_once_whether_it_is_ready_share_one_look() -> None:
    looks, go_on = [], asyncio.Event()

    async def ready() -> None:
        looks.append(1)
        await go_on.wait()

    async with Issuer() as issuer, running_edge(issuer=issuer, ready=ready) as edge:
        asked = [asyncio.create_task(status_of(edge.session, f"{edge.url}/readyz")) for _ in range(20)]
        assert await status_of(edge.session, f"{edge.url}/healthz") == 200
        while not looks:  # noqa: ASYNC110  whoever is asked tells nobody
            await asyncio.sleep(0.01)
        go_on.set()
        assert await asyncio.gather(*asked) == [200] * 20
    assert len(looks) < 20


async def test_a_turn_under_way_ends_when_the_bot_stops() -> None:
    begun, done = asyncio.Event(), asyncio.Event()

    async def slow(incoming: Incoming) -> None:
        begun.set()
        await asyncio.sleep(0.3)
        done.set()

    async with Issuer() as issuer, aiohttp.ClientSession() as session:
        async with running_edge(issuer=issuer, authenticated=False) as edge:
            edge.turn = slow
            posted = asyncio.create_task(posted_status(session, edge.url))
            await begun.wait()
        assert done.is_set()
        assert await posted == 200


async def posted_status(session: aiohttp.ClientSession, url: str) -> int:
    async with session.post(f"{url}/api/messages", json=message()) as response:
        return response.status


async def test_a_turn_that_does_not_end_does_not_keep_the_bot_from_stopping() -> None:
    begun = asyncio.Event()

    async def endless(incoming: Incoming) -> None:
        begun.set()
        await asyncio.Event().wait()

    async with Issuer() as issuer, aiohttp.ClientSession() as session, asyncio.timeout(30):
        async with running_edge(issuer=issuer, authenticated=False, shutdown_seconds=0.2) as edge:
            edge.turn = endless
            posted = asyncio.create_task(posted_status(session, edge.url))
            await begun.wait()
        with pytest.raises(aiohttp.ClientError):
            await posted


async def test_a_turn_goes_on_when_the_caller_hangs_up(edge: Edge) -> None:
    begun, done = asyncio.Event(), asyncio.Event()

    async def slow(incoming: Incoming) -> None:
        begun.set()
        await asyncio.sleep(0.1)
        done.set()

    edge.turn = slow
    posted = asyncio.create_task(edge.post(message(), headers={}))
    await begun.wait()
    posted.cancel()
    await asyncio.wait_for(done.wait(), 30)

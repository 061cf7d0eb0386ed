"""What a caller can do with connections alone: hold them, send halves, send more than was said."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot.edge import connections, web
from tests.bot.edge import Edge, message, running_edge
from tests.bot.issuer import Issuer

SECRET = "Joe's mother drinks"
HALF = b"POST /api/messages HTTP/1.1\r\nHost: x\r\n"


@pytest.fixture
async def edge() -> AsyncIterator[Edge]:
    async with Issuer() as issuer, running_edge(issuer=issuer, authenticated=False, most=8) as running:
        yield running


async def sending(edge: Edge, data: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    host, _, port = edge.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(data)
    await writer.drain()
    return reader, writer


GUARD_SECONDS = 30


async def test_connections_that_send_half_a_head_silence_nobody(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 600)
    async with AsyncExitStack() as stack:
        for _ in range(40):
            _, writer = await sending(edge, HALF)
            stack.callback(writer.close)
        async with asyncio.timeout(GUARD_SECONDS):
            assert await edge.post(message(), headers={}) == (200, "")


async def test_a_flood_of_refusals_is_a_few_lines(edge: Edge, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    for _ in range(25):
        await edge.post({}, headers={})
        reader, writer = await sending(edge, b"SSH-2.0-x\r\n\r\n")
        await reader.read()
        writer.close()
    said = [line for line in caplog.messages if line.startswith("refused with 400")]
    assert len([line for line in said if "not HTTP" in line]) == 20
    assert len([line for line in said if "not HTTP" not in line]) == 20


async def test_a_request_under_way_is_not_the_one_to_go(edge: Edge) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(_: object) -> None:
        begun.set()
        await go_on.wait()

    edge.turn = slow
    posted = asyncio.create_task(edge.post(message(), headers={}))
    await begun.wait()
    async with AsyncExitStack() as stack:
        for _ in range(20):
            _, writer = await sending(edge, HALF)
            stack.callback(writer.close)
        await asyncio.sleep(0.05)
        go_on.set()
        assert await posted == (200, "")


@pytest.mark.parametrize(
    "begun", [b"", HALF, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /hea"], ids=["", "half", "next"]
)
async def test_a_head_that_does_not_come_ends_the_connection(
    edge: Edge, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.2)
    reader, writer = await sending(edge, begun)
    await asyncio.sleep(0.1)
    writer.write(b"lth")
    with contextlib.suppress(ConnectionError):  # that was written after the end
        async with asyncio.timeout(GUARD_SECONDS):
            await reader.read()
    writer.close()


async def test_a_body_that_does_not_come_is_answered(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_BODY_SECONDS", 0.1)
    head = HALF + b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    reader, writer = await sending(edge, head)
    async with asyncio.timeout(GUARD_SECONDS):
        assert b" 408 " in await reader.readline()
    writer.close()


@pytest.mark.parametrize(
    "data",
    [
        HALF + b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" + SECRET.encode() + b"\r\n\r\n",
        HALF + b"Authorization: Bearer " + SECRET.encode() + b"\r\n\x00bad: " + SECRET.encode() + b"\r\n\r\n",
        SECRET.encode() + b"\r\n\r\n",
        b"GET /" + SECRET.encode() + b" HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01" + SECRET.encode(),
        HALF + b"Content-Length: " + SECRET.encode() + b"\r\n\r\n",
        HALF + b"Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n" + SECRET.encode() + b"\r\n\r\n",
        HALF + b"X: " + SECRET.encode() * 8000 + b"\r\n\r\n",
    ],
    ids=["longer than said", "bad header", "no request", "bad path", "TLS", "bad length", "bad chunk", "too long"],
)
async def test_nothing_that_was_sent_reaches_the_log_or_the_answer(
    edge: Edge, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr(web, "_BODY_SECONDS", 0.3)
    with caplog.at_level(logging.DEBUG):
        reader, writer = await sending(edge, data)
        async with asyncio.timeout(GUARD_SECONDS):
            answer = await reader.read()
        writer.close()
    assert answer or data.startswith(b"\x16")
    assert SECRET[:5] not in caplog.text
    assert SECRET.encode() not in answer
    assert b"aiohttp" not in answer.lower()
    assert b"Server:" not in answer
    assert not [one for one in caplog.records if one.levelno > logging.INFO]


async def test_a_caller_that_goes_away_in_the_middle_of_a_body_is_no_fault(
    edge: Edge, caplog: pytest.LogCaptureFixture
) -> None:
    head = b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            _, writer = await sending(edge, head + b'{"type":')
            await asyncio.sleep(0.05)
            writer.transport.abort()
        await asyncio.sleep(0.05)
        assert await edge.post(message(), headers={}) == (200, "")
    assert caplog.records == []

"""The load and the local connector: raw protocols in one event loop, so that they hold nobody up."""

import asyncio
import json
import re
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any, cast

from ops.processes import ProgramError, free_port

CONNECTIONS = 16
_PATIENCE = 120.0
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_END = b"\r\n\r\n"
_MESSAGE = b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"


class HttpStream(asyncio.Protocol, ABC):
    """One kept-alive connection, cut into HTTP messages."""

    transport: asyncio.Transport
    _buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport, to write to."""
        self.transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Pass on every message that has arrived whole."""
        self._buffer += data
        while (end := self._buffer.find(_END)) >= 0:
            head, start = self._buffer[:end], end + len(_END)
            length = _LENGTH.search(head)
            stop = start + (int(length[1]) if length else 0)
            if len(self._buffer) < stop:
                return
            body, self._buffer = self._buffer[start:stop], self._buffer[stop:]
            self.message_received(head, body)

    @abstractmethod
    def message_received(self, head: bytes, body: bytes) -> None:
        """Act on one message."""


class Connector:
    """Answers each POST and PUT with an id, counts them, and keeps the last id and bodies of each conversation."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        self.service_url = f"{self.origin}/"
        self.posts = self.puts = 0
        self.last_at = 0.0
        self.given_ids: dict[str, str] = {}
        self._bodies: dict[str, dict[str, bytes]] = {"POST": {}, "PUT": {}}

    def take(self, method: str, path: str, body: bytes) -> bytes:
        """Count a call to .../v3/conversations/{id}/activities... and return its JSON answer."""
        self.last_at = time.monotonic()
        conversation = path.rpartition("/conversations/")[2].partition("/")[0].replace("%3A", ":")
        self._bodies[method][conversation] = body
        if method == "POST":
            self.posts += 1
            self.given_ids[conversation] = f"sent-{self.posts:08}"
        else:
            self.puts += 1
        return f'{{"id":"{self.given_ids.get(conversation, "")}"}}'.encode()

    def last_cards(self, method: str) -> list[dict[str, Any]]:
        """The card that came last in each conversation by this method."""
        bodies = [json.loads(body) for body in self._bodies[method].values()]
        return [body["attachments"][0]["content"] for body in bodies if body.get("attachments")]

    async def wait_for(self, posts: int, puts: int) -> None:
        """Wait until so many calls have arrived in all. Raises ProgramError when they do not."""
        end = time.monotonic() + _PATIENCE
        while self.posts < posts or self.puts < puts:
            if time.monotonic() > end:
                raise ProgramError(f"{posts} POST and {puts} PUT calls: not within {_PATIENCE:.0f} seconds.")
            await asyncio.sleep(0.01)

    def refuse_surplus(self, posts: int, puts: int) -> None:
        """Raises ProgramError when another number of calls arrived than the turns should leave."""
        if (self.posts, self.puts) != (posts, puts):
            raise ProgramError(f"Expected {posts} POST and {puts} PUT calls, but {self.posts} and {self.puts} arrived.")


class _Call(HttpStream):
    """A connection to the connector."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    def message_received(self, head: bytes, body: bytes) -> None:
        method, path, _ = head.split(b"\r\n", 1)[0].decode("ascii").split(" ")
        answer = self._connector.take(method, path, body)
        status = b"201 Created" if method == "POST" else b"200 OK"
        self.transport.write(b"HTTP/1.1 %b\r\n" % status + _MESSAGE % (len(answer), answer))


@asynccontextmanager
async def local_connector() -> AsyncIterator[Connector]:
    """Run a fresh connector."""
    connector = Connector(port := free_port())
    async with await asyncio.get_running_loop().create_server(lambda: _Call(connector), "127.0.0.1", port):
        yield connector


@dataclass(frozen=True, slots=True)
class Load:
    """One sending of turns: the moments of the first sending and the last answer, and the milliseconds between."""

    started: float
    answered: float
    latencies: Sequence[float]

    def median(self) -> float:
        """The milliseconds within which half of them were answered."""
        return median(self.latencies)

    def slowest_percent(self) -> float:
        """The milliseconds within which all but one in a hundred were answered."""
        return quantiles(self.latencies, n=100, method="inclusive")[-1] if len(self.latencies) > 1 else 0.0


class _Sender(HttpStream):
    """A connection to the server under test: it sends the next turn when the one before it is answered."""

    def __init__(self, next_turn: Callable[[], bytes | None], latencies: list[float]) -> None:
        self._next_turn = next_turn
        self._latencies = latencies
        self._sent_at = 0.0
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def send(self) -> None:
        """Send the next turn, or finish."""
        if (turn := self._next_turn()) is None:
            self.finished.set_result(None)
            return
        self._sent_at = time.monotonic()
        head = b"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        self.transport.write(head + _MESSAGE % (len(turn), turn))

    def message_received(self, head: bytes, body: bytes) -> None:
        self._latencies.append((time.monotonic() - self._sent_at) * 1000)
        status = head.split(b" ", 2)[1]
        if status.startswith(b"2"):
            self.send()
        else:
            self._fail(f"A turn was answered {status.decode()}.")

    def connection_lost(self, error: Exception | None) -> None:
        self._fail(f"A connection broke: {error or 'closed by the server'}.")

    def _fail(self, why: str) -> None:
        if not self.finished.done():
            self.finished.set_exception(ProgramError(why))


async def send_all(port: int, turns: Sequence[bytes], connections: int = CONNECTIONS) -> Load:
    """Send each turn once, over all connections. Raises ProgramError when one is refused or not answered."""
    latencies: list[float] = []
    waiting = iter(turns)
    connect = asyncio.get_running_loop().create_connection
    senders = [
        (await connect(lambda: _Sender(lambda: next(waiting, None), latencies), "127.0.0.1", port))[1]
        for _ in range(connections)
    ]
    try:
        started = time.monotonic()
        for sender in senders:
            sender.send()
        await _within(asyncio.gather(*(sender.finished for sender in senders)))
        return Load(started, time.monotonic(), latencies)
    finally:
        for sender in senders:
            sender.finished.cancel()
            sender.transport.close()


async def _within(work: Awaitable[object]) -> None:
    try:
        await asyncio.wait_for(work, _PATIENCE)
    except TimeoutError:
        raise ProgramError(f"Not every turn was answered within {_PATIENCE:.0f} seconds.") from None

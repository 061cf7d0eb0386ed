"""The calls to Teams: HTTP/1.1 over connections that are kept, and no more of it than they need.

aiohttp's client, by which everything else is fetched, takes four times the processor time, and most turns make two.
"""

import asyncio
import ssl
from collections import defaultdict, deque
from collections.abc import Mapping
from functools import cached_property
from types import TracebackType
from typing import Self

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser
from msgspec import Struct
from yarl import URL

# Shorter than the 5 s after which Node, and so the playground, hangs up: a POST written to a connection that is just
# being closed would be in doubt, and a doubtful POST is never sent again.
_KEEP_ALIVE_SECONDS = 4.0
# More than the conversations that are sent to at a time, so that sends which hang delay nobody; less than the 1,024
# files that a process usually may have open.
_MOST = 800

_Place = tuple[str, str, int]


class Unconnected(Exception):
    """There was no connection, so that nothing was sent."""


class Unanswered(Exception):
    """It may have been sent, and no whole answer came."""


class Answer(Struct, frozen=True):
    """The answer to a call. `headers`: by their names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Connection(asyncio.Protocol):
    """One connection, with at most one call under way."""

    _transport: asyncio.Transport

    def __init__(self, open_ones: "set[_Connection]") -> None:
        self.is_kept = True
        self.idle_since = 0.0
        self._open_ones = open_ones
        self._parser = HttpResponseParser(self)
        self._headers: dict[str, str] = {}
        self._body = b""
        self._lasts_to_the_end = False
        self._answer: asyncio.Future[Answer] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # that of a stream
        self._open_ones.add(self)

    def send(self, request: bytes) -> asyncio.Future[Answer]:
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._answer

    def close(self, why: str = "closed") -> None:
        self.is_kept = False
        self._transport.abort()
        self._fail(why)

    def data_received(self, data: bytes) -> None:
        if self._answer is None:  # nothing was asked
            self.close()
            return
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self.close(type(error).__name__)

    def on_message_begin(self) -> None:
        self.is_kept = self.is_kept and self._answer is not None  # else it says something unasked

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        self._lasts_to_the_end = self._headers.keys().isdisjoint(("content-length", "transfer-encoding"))

    def on_body(self, part: bytes) -> None:
        self._body += part

    def on_message_complete(self) -> None:
        status, headers, body = self._parser.get_status_code(), self._headers, self._body
        self._headers, self._body, self._lasts_to_the_end = {}, b"", False
        if status < 200:  # the answer is yet to come
            return
        self.is_kept = self.is_kept and self._parser.should_keep_alive()
        answer, self._answer = self._answer, None
        if answer is not None and not answer.done():
            answer.set_result(Answer(status, headers, body))

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_kept = False
        self._open_ones.discard(self)
        if exc is None and self._lasts_to_the_end:
            self.on_message_complete()
        self._fail(type(exc).__name__ if exc else "closed by the server")

    def _fail(self, why: str) -> None:
        answer, self._answer = self._answer, None
        if answer is not None and not answer.done():
            answer.set_exception(Unanswered(why))


class Calls:
    """Makes calls. `connect_seconds`: what a connection may take; `seconds`: what a call may take, with that."""

    def __init__(self, *, connect_seconds: float = 5.0, seconds: float = 15.0) -> None:
        self.connect_seconds, self.seconds = connect_seconds, seconds
        self._open: set[_Connection] = set()
        self._idle: defaultdict[_Place, deque[_Connection]] = defaultdict(deque)  # the one used last stands last
        self._sweep: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._sweep:
            self._sweep.cancel()
        for connection in [*self._open]:
            connection.close()

    async def call(self, method: str, url: URL, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        """Make a call. No redirect is followed. Raises Unconnected or Unanswered."""
        request = _written(method, url, headers, body)
        loop = asyncio.get_running_loop()
        place = (url.scheme, url.raw_host or "", url.port or 0)
        until = loop.time() + self.seconds
        connection = self._kept(place, loop.time()) or await self._connected(place)
        timer = loop.call_at(until, connection.close, "TimeoutError")
        try:
            answer = await connection.send(request)
        except asyncio.CancelledError:
            connection.close()
            raise
        finally:
            timer.cancel()
        self._keep(place, connection, loop)
        return answer

    def _kept(self, place: _Place, now: float) -> _Connection | None:
        idle = self._idle[place]
        while idle:
            connection = idle.pop()
            if connection.is_kept and now - connection.idle_since < _KEEP_ALIVE_SECONDS:
                return connection
            connection.close()
        return None

    def _keep(self, place: _Place, connection: _Connection, loop: asyncio.AbstractEventLoop) -> None:
        if not connection.is_kept:
            connection.close()
            return
        connection.idle_since = loop.time()
        self._idle[place].append(connection)
        if self._sweep is None:
            self._sweep = loop.call_later(_KEEP_ALIVE_SECONDS, self._close_idle, loop)

    def _close_idle(self, loop: asyncio.AbstractEventLoop) -> None:
        before = loop.time() - _KEEP_ALIVE_SECONDS
        for place, idle in [*self._idle.items()]:
            while idle and (not idle[0].is_kept or idle[0].idle_since <= before):
                idle.popleft().close()
            if not idle:
                del self._idle[place]
        self._sweep = loop.call_later(_KEEP_ALIVE_SECONDS, self._close_idle, loop) if self._idle else None

    async def _connected(self, place: _Place) -> _Connection:
        scheme, host, port = place
        if len(self._open) >= _MOST:
            raise Unconnected("as many connections as there may be are in use")
        try:
            async with asyncio.timeout(self.connect_seconds):
                _, connection = await asyncio.get_running_loop().create_connection(
                    lambda: _Connection(self._open),
                    host,
                    port,
                    ssl=self._tls if scheme == "https" else None,
                    happy_eyeballs_delay=0.25,
                )
        except (OSError, ValueError) as error:  # TimeoutError and ssl's errors are an OSError too
            raise Unconnected(type(error).__name__) from error
        return connection

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context()


def _written(method: str, url: URL, headers: Mapping[str, str], body: bytes | None) -> bytes:
    """Return the request as it goes over the wire. Raises Unconnected where a header would be more than one line."""
    lines = [f"{method} {url.raw_path_qs} HTTP/1.1", f"Host: {url.host_port_subcomponent}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body is not None:
        lines.append(f"Content-Length: {len(body)}")
    head = "\n".join(lines)
    if head.count("\n") != len(lines) - 1 or "\r" in head:
        raise Unconnected("a header that is not one line")
    return head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + (body or b"")

"""The connections of the web server: as many as there is room for, and none that keeps it waiting for a request."""

import asyncio
import logging
import resource
from typing import Any

from aiohttp import web
from aiohttp.http import HttpProcessingError

from bot import faults

log = logging.getLogger(__name__)

HEAD_SECONDS = 10.0
"""Within so many seconds a request's head has to be there, from the first byte of it or from the connection on."""
_MOST = 1024
_FEWEST = 16


def most_connections() -> int:
    """Return how many there may be: a quarter of the files that this process may have open, once that is raised."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        soft = hard
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return _MOST if soft == resource.RLIM_INFINITY else max(_FEWEST, min(_MOST, soft // 4))


class _NamelessResponse(web.Response):
    """An answer to a request that reached no route; it does not name the software."""

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall("Server", None)


class Connection(web.RequestHandler):
    """One connection. Nothing of what it sends reaches the log, and nothing says which software answers."""

    __slots__ = ("_connections", "_deadline")

    def __init__(self, connections: "Connections", *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._connections = connections
        self._deadline: asyncio.TimerHandle | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether no request of it is under way."""
        return self._current_request is None and not self._messages

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._connections.admit(self)
        self._await_head()

    def connection_lost(self, exc: BaseException | None) -> None:
        self._connections.forget(self)
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        heads = self._request_count
        super().data_received(data)
        if self._request_count > heads:
            self._stop_waiting()
            self._connections.touch(self)
        elif self.is_waiting:
            self._await_head()

    def _await_head(self) -> None:
        if self._deadline is None:
            self._deadline = asyncio.get_running_loop().call_later(HEAD_SECONDS, self.force_close)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer an invalid or failed request in one word; neither the answer nor the log repeats what was sent."""
        said = "not HTTP" if isinstance(exc, HttpProcessingError) else "a request failed"
        refusals = self._connections.refusals
        refusals.say(log, status, "refused with %d: %s (%s)", status, said, type(exc).__name__)
        if request.writer.output_size > 0:
            raise ConnectionError("an answer was begun already")
        response = _NamelessResponse(status=status, text=said)
        response.force_close()
        return response

    def log_exception(self, *_: Any, exc_info: BaseException | None = None, **__: Any) -> None:
        """Log of what kind it was: its message may hold what was sent."""
        log.error("a connection failed (%s)", type(exc_info).__name__)


class Connections:
    """Makes the protocol of each connection. Where there is no room, the one that waits longest goes."""

    def __init__(self, server: web.Server, most: int) -> None:
        self._server = server
        self._most = most
        self.refusals = faults.Ration()
        self._open: dict[Connection, None] = {}  # the one that was quiet longest comes first

    def __call__(self) -> Connection:
        return Connection(self, self._server, loop=asyncio.get_running_loop(), **self._server._kwargs)

    def admit(self, new: Connection) -> None:
        self._open[new] = None
        if len(self._open) > self._most:
            oldest = next((one for one in self._open if one.is_waiting), new)
            self.forget(oldest)
            oldest.force_close()

    def touch(self, connection: Connection) -> None:
        """Note that a request of it came."""
        if connection in self._open:
            self._open[connection] = self._open.pop(connection)

    def forget(self, connection: Connection) -> None:
        self._open.pop(connection, None)


class Site(web.TCPSite):
    """A listening address whose connections are limited."""

    def __init__(self, *arguments: Any, most: int, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._most = most

    async def start(self) -> None:
        await web.BaseSite.start(self)
        server = self._runner.server
        if server is None:
            raise RuntimeError("the runner was not set up")
        factory, loop = Connections(server, self._most), asyncio.get_running_loop()
        self._server = await loop.create_server(factory, self._host, self._port, backlog=self._backlog)

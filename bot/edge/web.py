"""The web server: one route for activities, two for monitoring."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from aiohttp import web

from bot import faults
from bot.edge import activities
from bot.edge.activities import BadActivity
from bot.edge.adapter import GuideAdapter, InvokeReply
from bot.edge.admission import Admission, NotAdmitted
from bot.edge.authentication import Caller, TokenCheck, Unauthenticated
from bot.edge.connections import Site, most_connections
from bot.edge.signing_keys import KeysUnavailable
from bot.edge.single_flight import SingleFlight
from bot.storage.errors import StorageUnavailable
from guidance import __version__

log = logging.getLogger(__name__)


class CannotServe(Exception):
    """The bot lives but is of no use until a person mends something; the text says what."""


LARGEST_BODY = 256 * 1024
_BODY_SECONDS = 10
_READY_SECONDS = 5
_SHUTDOWN_SECONDS = 15
_KEEP_ALIVE_SECONDS = 3600  # longer than a proxy keeps a connection that nobody uses
# A token too long for aiohttp's own limit would be answered 400; up to this length it gets its 401.
_LONGEST_HEADER = 64 * 1024

_STATUS: dict[type[Exception], int] = {
    BadActivity: 400,
    Unauthenticated: 401,
    NotAdmitted: 403,
    KeysUnavailable: 503,
    StorageUnavailable: 503,
}


def create_app(
    *,
    token_check: TokenCheck | None,
    admission: Admission,
    adapter: GuideAdapter,
    ready: Callable[[], Awaitable[None]],
) -> web.Application:
    """Build the application: POST /api/messages, GET /healthz, GET /readyz.

    `token_check` is None only in the unauthenticated development mode. `ready` raises when the bot cannot serve.
    """
    edge = _Edge(token_check, admission, adapter, ready)
    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_post("/api/messages", edge.messages)
    app.router.add_get("/healthz", edge.healthz)
    app.router.add_get("/readyz", edge.readyz)
    app.on_response_prepare.append(_name_no_software)
    return app


def create_runner(app: web.Application, *, shutdown_seconds: float = _SHUTDOWN_SECONDS) -> web.AppRunner:
    """Build the runner; its `cleanup` stops listening and lets turns under way end, for a bounded time."""
    return web.AppRunner(
        app,
        access_log=None,
        max_field_size=_LONGEST_HEADER,
        shutdown_timeout=shutdown_seconds,
        keepalive_timeout=_KEEP_ALIVE_SECONDS,
    )


class _Edge:
    def __init__(
        self,
        token_check: TokenCheck | None,
        admission: Admission,
        adapter: GuideAdapter,
        ready: Callable[[], Awaitable[None]],
    ) -> None:
        self._token_check = token_check
        self._admission = admission
        self._adapter = adapter
        self._ready = SingleFlight(ready)  # anybody may ask, and each look is a transaction
        self._why_not_ready = ""
        self._refusals = faults.Ration()

    async def messages(self, request: web.Request) -> web.Response:
        """Take one activity, or answer in one line why not."""
        try:
            return _answer(await self._take(request))
        except tuple(_STATUS) as refusal:
            return self._refusal(refusal)
        except web.HTTPException:
            raise
        except Exception as error:
            log.error("a turn failed: %s", faults.describe(error))
            return web.Response(status=500, text="the bot failed")

    def _refusal(self, error: Any) -> web.Response:
        status = next(status for kind, status in _STATUS.items() if isinstance(error, kind))
        self._refusals.say(log, status, "refused with %d: %s", status, error)
        headers = {}
        if isinstance(error, Unauthenticated):
            headers["WWW-Authenticate"] = "Bearer"
        if isinstance(error, KeysUnavailable):
            headers["Retry-After"] = str(math.ceil(error.retry_after))
        text = "not taken just now" if isinstance(error, StorageUnavailable) else str(error)
        return web.Response(status=status, text=text, headers=headers)

    async def _take(self, request: web.Request) -> InvokeReply | None:
        caller = await self._caller(request)
        activity = activities.parse_activity(await _body(request))
        self._admission.check(activity, caller)
        return await self._adapter.process(activity)

    async def _caller(self, request: web.Request) -> Caller | None:
        if self._token_check is None:
            return None
        return await self._token_check.caller(request.headers.get("Authorization"))

    async def healthz(self, request: web.Request) -> web.Response:
        """Answer that the process lives, and which release it is."""
        return web.Response(text=f"ok {__version__}")

    async def readyz(self, request: web.Request) -> web.Response:
        """Answer whether the bot can serve."""
        try:
            async with asyncio.timeout(_READY_SECONDS):
                await self._ready.run()
        except Exception as error:
            self._say_ready(str(error) if isinstance(error, CannotServe) else type(error).__name__)
            return web.Response(status=503, text="not ready")
        self._say_ready("")
        return web.Response(text="ready")

    def _say_ready(self, why_not: str) -> None:
        """Log a change, and not every question."""
        if why_not != self._why_not_ready:
            log.warning("not ready: %s", why_not) if why_not else log.info("ready")
            self._why_not_ready = why_not


async def _name_no_software(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.popall("Server", None)


async def _body(request: web.Request) -> bytes:
    if request.content_type != "application/json" or "Content-Encoding" in request.headers:
        raise web.HTTPUnsupportedMediaType(text="send plain application/json")
    if request.content.is_eof():  # it came with the head
        return await request.read()
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            return await request.read()
    except (TimeoutError, ConnectionError):  # too slow, or the caller went away: no fault of the bot's
        raise web.HTTPRequestTimeout(text="the body did not arrive") from None


def _answer(reply: InvokeReply | None) -> web.Response:
    if reply is None:
        return web.Response()
    return web.Response(status=reply.status, body=orjson.dumps(reply.body), content_type="application/json")


async def listen(runner: web.AppRunner, host: str, port: int, *, most: int = 0) -> None:
    """Start listening, to `most` connections at a time, or as many as there is room for. Raises OSError."""
    await runner.setup()
    await Site(runner, host, port, most=most or most_connections()).start()

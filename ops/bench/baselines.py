"""What the bot is set against, each a server of its own: `python -m ops.bench.baselines KIND PORT [DATABASE]`.

`stock` is the stock SDK's echo bot as its samples write it: no authentication, no state. `post`, `post-and-put` and
`put` are raw aiohttp handlers that check and keep nothing and send one small card. `durable` sends what a typed turn
sends, at its size, once a commit holds it: the least that a bot which loses nothing could be.
"""

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson
import psycopg
from aiohttp import ClientSession, TCPConnector, web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Sharing Guide"}]}
_REPLY = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": _CARD}
_SESSION = web.AppKey("session", ClientSession)
_NEW_CARD, _OLD_CARD, _STATE = ({**_CARD, "speak": "x" * size} for size in (3200, 600, 1500))
"""As large as the cards of a typed turn, and as what is kept of a matter, are on average."""
_TABLES = (
    "CREATE TABLE inbox (id TEXT PRIMARY KEY)",
    "CREATE TABLE state (conversation TEXT PRIMARY KEY, sealed BYTEA)",
    "CREATE TABLE outbox (id TEXT PRIMARY KEY, conversation TEXT, sealed BYTEA)",
)
_KEEP_INBOX = "INSERT INTO inbox VALUES (%s)"
_KEEP_STATE = "INSERT INTO state VALUES (%s, %s) ON CONFLICT (conversation) DO UPDATE SET sealed = excluded.sealed"
_KEEP_OUTBOX = "INSERT INTO outbox VALUES (%s, %s, %s)"

Turn = Callable[[ClientSession, dict[str, Any]], Awaitable[web.Response]]


class NoCredentials:
    """The samples' configuration without an app: authentication is off."""

    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class EchoBot(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
    """Says what it was told."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Echo the text."""
        await turn_context.send_activity(MessageFactory.text(f"Echo: {turn_context.activity.text}"))


def stock() -> web.Application:
    """The stock SDK's server."""
    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(NoCredentials())), EchoBot()

    async def messages(request: web.Request) -> Any:
        return await adapter.process(request, bot)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    return app


def raw(turn: Turn) -> web.Application:
    """A server that does nothing but this turn."""

    async def messages(request: web.Request) -> web.Response:
        return await turn(request.app[_SESSION], await request.json())

    app = web.Application()
    app.cleanup_ctx.append(_session)
    app.router.add_post("/api/messages", messages)
    return app


async def post(session: ClientSession, activity: dict[str, Any]) -> web.Response:
    """One call: the reply."""
    async with session.post(_url(activity), json={"type": "message", "text": activity.get("text")}) as answer:
        await answer.json()
    return web.Response()


async def post_and_put(session: ClientSession, activity: dict[str, Any]) -> web.Response:
    """The two calls of a typed turn: a new card, and what is left of the old one."""
    async with session.post(_url(activity), json=_message(activity)) as answer:
        given = (await answer.json())["id"]
    return await _put(session, activity, given)


async def put(session: ClientSession, activity: dict[str, Any]) -> web.Response:
    """The call of a click: the card in its place; the same card goes back as the answer."""
    await _put(session, activity, activity["replyToId"])
    return web.json_response(_REPLY)


async def _put(session: ClientSession, activity: dict[str, Any], over: str) -> web.Response:
    async with session.put(f"{_url(activity)}/{over}", json=_message(activity)) as answer:
        await answer.json()
    return web.Response()


class Durable:
    """A turn that is committed, all of it sealed, before its two calls are made."""

    def __init__(self, database: str) -> None:
        self._mark = "?" if database.startswith("sqlite") else "%s"
        self._cipher = AESGCM(bytes(32))
        self._thread = ThreadPoolExecutor(1)
        self._connection = self._thread.submit(_connected, database).result()

    async def turn(self, session: ClientSession, activity: dict[str, Any]) -> web.Response:
        """Keep the turn, then make the calls."""
        new, old = (orjson.dumps(_message(activity, card)) for card in (_NEW_CARD, _OLD_CARD))
        await asyncio.get_running_loop().run_in_executor(self._thread, self._keep, activity, new, old)
        json_type = {"Content-Type": "application/json"}
        async with session.post(_url(activity), data=new, headers=json_type) as answer:
            given = orjson.loads(await answer.read())["id"]
        async with session.put(f"{_url(activity)}/{given}", data=old, headers=json_type) as answer:
            await answer.read()
        return web.Response()

    def _keep(self, activity: dict[str, Any], new: bytes, old: bytes) -> None:
        turn, conversation = activity["id"], activity["conversation"]["id"]
        cursor = self._connection.cursor()
        for statement, *values in (
            (_KEEP_INBOX, turn),
            (_KEEP_STATE, conversation, self._sealed(orjson.dumps(_STATE))),
            (_KEEP_OUTBOX, f"{turn}-1", conversation, self._sealed(new)),
            (_KEEP_OUTBOX, f"{turn}-2", conversation, self._sealed(old)),
        ):
            cursor.execute(statement.replace("%s", self._mark), values)
        self._connection.commit()
        cursor.close()

    def _sealed(self, plain: bytes) -> bytes:
        nonce = os.urandom(12)
        return nonce + self._cipher.encrypt(nonce, plain, None)


def _connected(database: str) -> Any:
    if database.startswith("sqlite"):
        connection: Any = sqlite3.connect(database.removeprefix("sqlite:///"))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    else:
        connection = psycopg.connect(database)
    for table in _TABLES:
        connection.execute(table)
    connection.commit()
    return connection


def _url(activity: dict[str, Any]) -> str:
    return f"{activity['serviceUrl']}v3/conversations/{activity['conversation']['id']}/activities"


def _message(activity: dict[str, Any], card: dict[str, Any] = _CARD) -> dict[str, Any]:
    attached = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
    return {"type": "message", "recipient": activity["from"], "attachments": [attached]}


async def _session(app: web.Application) -> AsyncIterator[None]:
    async with ClientSession(connector=TCPConnector(limit=100)) as session:
        app[_SESSION] = session
        yield


def main(kind: str, port: str, database: str = "") -> None:
    """Serve until stopped."""
    turns: dict[str, Turn] = {"post": post, "post-and-put": post_and_put, "put": put}
    application = stock() if kind == "stock" else raw(Durable(database).turn if kind == "durable" else turns[kind])
    web.run_app(application, host="127.0.0.1", port=int(port), access_log=None, print=None)


if __name__ == "__main__":
    main(*sys.argv[1:])

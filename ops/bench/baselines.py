"""What the bot is set against, each a server of its own: `python -m ops.bench.baselines KIND PORT`.

`stock` is the stock SDK's echo bot as its samples write it: no authentication, no state. The others are raw aiohttp
handlers that check and keep nothing and send one small card: the least that a bot with these calls could be.
"""

import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from aiohttp import ClientSession, TCPConnector, web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

_CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Sharing Guide"}]}
_ATTACHED = {"contentType": "application/vnd.microsoft.card.adaptive", "content": _CARD}
_REPLY = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": _CARD}
_SESSION = web.AppKey("session", ClientSession)

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


def _url(activity: dict[str, Any]) -> str:
    return f"{activity['serviceUrl']}v3/conversations/{activity['conversation']['id']}/activities"


def _message(activity: dict[str, Any]) -> dict[str, Any]:
    return {"type": "message", "recipient": activity["from"], "attachments": [_ATTACHED]}


async def _session(app: web.Application) -> AsyncIterator[None]:
    async with ClientSession(connector=TCPConnector(limit=100)) as session:
        app[_SESSION] = session
        yield


if __name__ == "__main__":
    raw_turns: dict[str, Turn] = {"post": post, "post-and-put": post_and_put, "put": put}
    application = stock() if sys.argv[1] == "stock" else raw(raw_turns[sys.argv[1]])
    web.run_app(application, host="127.0.0.1", port=int(sys.argv[2]), access_log=None, print=None)

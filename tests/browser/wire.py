"""The playground without its page: the HTTP and WebSocket that the page uses, in milliseconds instead of seconds."""

import asyncio
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self

import aiohttp

from ops.playground import Playground

_ADAPTIVE = "application/vnd.microsoft.card.adaptive"


class Wire:
    """One person at one playground; `posts` and `updates` come from `next`, in the order they arrive.

    In the personal chat of the one at the keyboard, unless another person or conversation is named.
    """

    def __init__(self, playground: Playground, *, person: str = "", conversation: str = "") -> None:
        self._playground = playground
        self.conversation: str = conversation or playground.configuration["personalChat"]["id"]
        everyone = [playground.configuration["currentUser"], *playground.configuration["users"]]
        self._person: str = next(one["id"] for one in everyone if one["name"] == (person or playground.person))
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Listen first: the playground refuses the bot's messages while nobody does."""
        self._http = await self._open.enter_async_context(aiohttp.ClientSession(self._playground.url))
        stream = self._http.ws_connect("/_ws_conversation/v1/conversations/stream")
        self._stream = await self._open.enter_async_context(stream)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.aclose()

    async def open(self) -> None:
        """Open the conversation, as the page does: the bot is told that it and the person were added."""
        await self._post(f"/_debug/conversation/{self.conversation}/installation", {})

    async def say(self, text: str) -> None:
        """Send a message as the person at the keyboard."""
        message = {"type": "text", "text": text, "textFormat": "plain", "from": {"id": self._person}}
        await self._post(f"/_conversation/v1/conversations/{self.conversation}/messages", message)

    async def press(self, message_id: str, verb: str, data: dict[str, Any]) -> dict[str, Any]:
        """Press an Action.Execute of a message's card, drawn or not; returns the reply as the page gets it."""
        action = {"type": "Action.Execute", "title": verb, "verb": verb, "data": data}
        return await self._post(
            "/_conversation/v1/invoke",
            {
                "name": "adaptiveCard/action",
                "value": {"action": action},
                "from": {"id": self._person},
                "conversation": {"id": self.conversation},
                "replyToId": message_id,
            },
        )

    async def next(self, action: str = "createMessage", seconds: float = 60) -> dict[str, Any]:
        """The next message ("createMessage") or update ("updateMessage"), others passed over."""
        async with asyncio.timeout(seconds):
            while True:
                frame = await self._stream.receive_json()
                if frame.get("action") == action:
                    message: dict[str, Any] = frame["message"]
                    return message

    async def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        async with self._http.post(path, json=body) as response:
            response.raise_for_status()
            answer: Any = await response.json(content_type=None) if await response.read() else {}
            return answer if isinstance(answer, dict) else {}


def card_of(message: dict[str, Any]) -> dict[str, Any]:
    """The card that a message carries. Raises LookupError when it carries none."""
    for attachment in message.get("attachments") or []:
        if attachment["contentType"] == _ADAPTIVE:
            card: dict[str, Any] = attachment["content"]
            return card
    raise LookupError("the message carries no card")

"""What the playground tells its page, as it tells it: messages, updates, typing."""

import asyncio
import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Page, WebSocket

_STREAM = "/_ws_conversation/v1/conversations/stream"
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass(frozen=True)
class Frame:
    action: str  # createMessage | updateMessage
    message_id: str
    message: dict[str, Any]


class Frames:
    """Every frame of a page since it was opened."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._seen: list[Frame] = []
        self._arrived = asyncio.Event()
        page.on("websocket", self._follow)

    def __len__(self) -> int:
        return len(self._seen)

    def forget(self) -> None:
        self._seen.clear()

    def since(self, mark: int) -> list[Frame]:
        return self._seen[mark:]

    async def wait_for(self, what: str, mark: int, wanted: Callable[[Frame], bool], seconds: float = 60) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not any(map(wanted, self.since(mark))):
                    await self._next()
        except TimeoutError:
            raise AssertionError(f"not so within {seconds:.0f} seconds: {what}") from None

    async def quiet(self, seconds: float = 0.15) -> None:
        """Wait until nothing arrives for a moment, and what has arrived is drawn.

        A card's update redraws it and empties what was typed in it meanwhile, so nothing is typed before this.
        """
        with contextlib.suppress(TimeoutError):
            while True:
                await asyncio.wait_for(self._next(), seconds)
        await self._page.evaluate(_PAINTED)

    async def _next(self) -> None:
        self._arrived.clear()
        await self._arrived.wait()

    def _follow(self, socket: WebSocket) -> None:
        if _STREAM in socket.url:
            socket.on("framereceived", self._take)

    def _take(self, payload: str | bytes) -> None:
        frame = json.loads(payload)
        if frame.get("action") in {"createMessage", "updateMessage"}:
            message = frame["message"]
            self._seen.append(Frame(frame["action"], str(message.get("messageId", "")), message))
            self._arrived.set()

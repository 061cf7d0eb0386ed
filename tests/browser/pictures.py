"""The README's pictures, made by the tests that come past them."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path

from ops.paths import ROOT
from tests.browser.playground import Chat

# The page mixes fonts where the machine lacks Microsoft's, and shows but one side of the card's own frame.
_EVEN = """
.ac-adaptiveCard * {font-family: 'Segoe UI', 'Liberation Sans', Arial, sans-serif !important}
.ac-adaptiveCard {border: 1px solid #d1d1d1 !important}
"""


_COLUMN = (340, 48, 880, 808)
"""Where the cards are on the page, left, top, right and bottom."""


class Pictures:
    """The README's pictures, drawn anew by `UPDATE_PICTURES=1 python -m pytest tests/browser`."""

    wanted = os.environ.get("UPDATE_PICTURES") == "1"
    scale = 2 if wanted else 1

    async def take(self, chat: Chat, name: str) -> None:
        """Draw the last card alone into docs/pictures; does nothing unless it is wanted."""
        if self.wanted:
            await chat.page.add_style_tag(content=_EVEN)
            await chat.screenshot(ROOT / "docs" / "pictures" / f"{name}.png", card=True)

    @asynccontextmanager
    async def film(self, chat: Chat, name: str) -> AsyncIterator[None]:
        """Draw the conversation before and after each press into one moving picture; nothing unless it is wanted."""
        if not self.wanted:
            yield
            return
        frames, turn = [], chat.turn
        await chat.page.add_style_tag(content=_EVEN)

        async def shoot() -> None:
            await chat.page.wait_for_timeout(400)
            frames.append(await chat.page.screenshot())

        async def filmed(act: Callable[[], Awaitable[None]], *, updated: bool = True) -> None:
            await shoot()
            await turn(act, updated=updated)
            await shoot()

        chat.turn = filmed  # type: ignore[method-assign]
        yield
        chat.turn = turn  # type: ignore[method-assign]
        _save(frames, ROOT / "docs" / "pictures" / f"{name}.gif")


def _save(frames: list[bytes], path: Path) -> None:
    """Save 20 seconds of the chat's column, each frame for as long, as one GIF."""
    from PIL import Image

    drawn = [Image.open(BytesIO(frame)).convert("RGB") for frame in frames]
    small = [one.resize((1400, 900), Image.Resampling.LANCZOS).crop(_COLUMN) for one in drawn]
    colours = [one.quantize(64, dither=Image.Dither.NONE) for one in small]
    colours[0].save(path, save_all=True, append_images=colours[1:], duration=20_000 // len(colours), loop=0)

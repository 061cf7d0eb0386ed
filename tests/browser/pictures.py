"""The README's pictures, made by the tests that come past them."""

import os

from ops.paths import ROOT
from tests.browser.playground import Chat

# The page mixes fonts where the machine lacks Microsoft's, and shows but one side of the card's own frame.
_EVEN = """
.ac-adaptiveCard * {font-family: 'Segoe UI', 'Liberation Sans', Arial, sans-serif !important}
.ac-adaptiveCard {border: 1px solid #d1d1d1 !important}
"""


class Pictures:
    """The README's pictures, drawn anew by `UPDATE_PICTURES=1 python -m pytest tests/browser`."""

    wanted = os.environ.get("UPDATE_PICTURES") == "1"
    scale = 2 if wanted else 1

    async def take(self, chat: Chat, name: str) -> None:
        """Draw the last card alone into docs/pictures; does nothing unless it is wanted."""
        if self.wanted:
            await chat.page.add_style_tag(content=_EVEN)
            await chat.screenshot(ROOT / "docs" / "pictures" / f"{name}.png", card=True)

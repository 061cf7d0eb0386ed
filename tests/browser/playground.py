"""One person's page of Agents Playground: `Chat` is what they see and do, `Card` (card.py) a card in it."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Page, Response, expect

from ops.playground import Playground
from tests.browser.card import Card
from tests.browser.frames import Frame, Frames

_EVERY_CARD = ".ac-preview-panel > .ac-adaptiveCard"  # not those that Action.ShowCard opens inside
_CARDS = f"{_EVERY_CARD}:not([data-earlier])"
_EDITOR = "[role=textbox][data-lexical-editor]"
_HEADERS = "[aria-label='Message header']:not([data-earlier])"
_PASS_BY = f"() => document.querySelectorAll(`{_CARDS}, {_HEADERS}`).forEach(one => one.dataset.earlier = 'yes')"
_CARD_REPLY = "application/vnd.microsoft.card.adaptive"
# The conversation scrolls in a pane of its own: this is how much taller the page must be to draw all of it.
_HIDDEN_HEIGHT = """() => Math.max(0, ...[...document.querySelectorAll('*')]
    .filter(one => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY))
    .filter(one => one.querySelector('.ac-adaptiveCard'))
    .map(one => one.scrollHeight - one.clientHeight))"""
_MESSAGES = """headers => headers.map(header => ({
    author: header.querySelector("[aria-label='Message author']")?.innerText ?? "",
    text: header.parentElement.innerText.slice(header.innerText.length).trim(),
    has_card: header.parentElement.querySelector(".ac-adaptiveCard") !== null,
}))"""


@dataclass(frozen=True)
class Message:
    author: str  # "" for the person at the keyboard
    text: str
    has_card: bool


class Chat:
    """A conversation, as the person at the keyboard has it. `turns` counts what they sent and pressed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.frames = Frames(page)
        self.turns = 0
        self._elsewhere = False

    async def open(self, url: str) -> None:
        """Open the page on the personal chat, with nothing of before; the bot is told that it was added."""
        self.frames.forget()
        self.turns = 0
        self._elsewhere = False
        await self.page.goto(url, wait_until="commit")
        await self.page.locator(_EDITOR).wait_for()
        await self.page.get_by_role("button", name="Hide log panel").click()
        await self.frames.quiet()

    async def begin_again(self, playground: Playground) -> None:
        """Pass by all that is on the page, and have the bot told again that it was added; its welcome comes below."""
        if self._elsewhere:
            await self.go_to("Personal Chat")
        await self.page.evaluate(_PASS_BY)
        self.frames.forget()
        self.turns = 0
        personal = playground.configuration["personalChat"]["id"]
        await self.page.request.post(f"{playground.url}/_debug/conversation/{personal}/installation", data={})
        await self.frames.wait_for("the welcome", 0, lambda frame: frame.action == "createMessage")
        await self.frames.quiet()

    async def go_to(self, conversation: str) -> None:
        """Go to "Personal Chat", a group chat or a channel by its name."""
        self._elsewhere = conversation != "Personal Chat"
        await self.page.get_by_role("treeitem").filter(has_text=conversation).click()
        await self.page.locator(_EDITOR).first.wait_for()

    async def send(self, text: str, *, answered: bool = True) -> None:
        """Type and send a message (newlines and all), and wait for the bot to post something and fall quiet."""
        await self._type_and_send(text, answered=answered)

    async def post(self, text: str, *, mention: str = "Sharing Guide", answered: bool = True) -> None:
        """Send a message that @mentions the bot: in a channel or a group chat it sees no other."""
        await self.page.locator(_EDITOR).first.click()
        await self.page.keyboard.type(f"@{mention[:4]}")
        await self.page.get_by_role("menuitem").filter(has_text=mention).click()
        await self._type_and_send(f" {text}", answered=answered)

    async def turn(self, act: Callable[[], Awaitable[None]], *, updated: bool = True) -> None:
        """Do what sends an Action.Execute; wait for the reply and, when it is a card, for the message's update."""
        mark = len(self.frames)
        async with self.page.expect_response(_is_invoke) as answer:
            await act()
        self.turns += 1
        response = await answer.value
        clicked = json.loads(response.request.post_data or "{}").get("replyToId")
        if updated and response.ok and (await response.json()).get("type") == _CARD_REPLY:
            await self.frames.wait_for("the message is updated too", mark, lambda frame: _updates(frame, clicked))
        await self.frames.quiet()

    def card(self, position: int = -1) -> Card:
        """A card by its place on the page, counted from 0 or, the last being -1, from the end."""
        cards = self.page.locator(_CARDS)
        return Card(self, cards.last if position == -1 else cards.nth(position))

    async def cards(self) -> int:
        """How many cards are on the page."""
        return await self.page.locator(_CARDS).count()

    async def ever_shown(self) -> int:
        """How many cards are on the page, those passed by as well."""
        return await self.page.locator(_EVERY_CARD).count()

    async def has_cards(self, number: int) -> None:
        """Wait until there are this many cards."""
        await expect(self.page.locator(_CARDS)).to_have_count(number)

    async def messages(self) -> list[Message]:
        """Every message of a personal or group chat, oldest first; a card's text is what is drawn of it."""
        found = await self.page.locator(_HEADERS).evaluate_all(_MESSAGES)
        return [Message(**message) for message in found]

    async def posts(self) -> list[str]:
        """Every post of a channel with its replies, as drawn, newest first."""
        return await self.page.get_by_role("group").filter(has=self.page.locator(_EDITOR)).all_inner_texts()

    async def screenshot(self, path: Path, *, card: bool = False) -> Path:
        """Draw all of the conversation, or its last card alone, to a PNG; returns the path."""
        path.parent.mkdir(parents=True, exist_ok=True)
        size = self.page.viewport_size or {"width": 1400, "height": 900}
        hidden = int(await self.page.evaluate(_HIDDEN_HEIGHT))
        await self.page.set_viewport_size({"width": size["width"], "height": size["height"] + hidden})
        drawn = self.card().locator if card else self.page
        await drawn.screenshot(path=path)
        await self.page.set_viewport_size(size)
        return path

    # The last card is nearly always the one that is meant.

    async def text(self) -> str:
        return await self.card().text()

    async def shows(self, text: str) -> None:
        await self.card().shows(text)

    async def buttons(self) -> list[str]:
        return await self.card().buttons()

    async def press(self, name: str, *, which: int = 0) -> None:
        await self.card().press(name, which=which)

    async def click(self, name: str) -> None:
        await self.card().click(name)

    async def choose(self, label: str, option: str) -> None:
        await self.card().choose(label, option)

    async def tick(self, label: str, *options: str) -> None:
        await self.card().tick(label, *options)

    async def fill(self, label: str, text: str) -> None:
        await self.card().fill(label, text)

    async def value(self, label: str) -> str:
        return await self.card().value(label)

    async def _type_and_send(self, text: str, *, answered: bool) -> None:
        mark = len(self.frames)
        await self.page.locator(_EDITOR).first.click()
        await self.page.keyboard.insert_text(text)
        async with self.page.expect_response(lambda response: response.url.endswith("/messages")):
            await self.page.keyboard.press("Enter")
        self.turns += 1
        if answered:
            await self.frames.wait_for("the bot answers", mark, lambda frame: frame.action == "createMessage")
        await self.frames.quiet()


def _is_invoke(response: Response) -> bool:
    return response.url.endswith("/_conversation/v1/invoke")


def _updates(frame: Frame, message_id: str) -> bool:
    return frame.action == "updateMessage" and frame.message_id == message_id

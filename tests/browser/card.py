"""One card on the page, read and worked as a person would: by the labels and names that are drawn.

A label or an option may be given by its beginning, where only one begins so; a button is named in full.

What the playground (0.2.28) does with cards, found by trying:
- A card reply to Action.Execute replaces the card where it is. Without an update it leaves a strip under the card,
  "Your response was sent to the app"; the update takes it away, and it also empties whatever was typed in the card
  since the reply: the bot must send the update at once.
- `application/vnd.microsoft.error` shows its message in a red strip under the card, `...activity.message` in a grey
  one. Both draw the card anew from its JSON: everything typed, chosen or ticked in it is lost. So what cannot be
  taken is answered with a card that holds what was given. HTTP 500 shows nothing, and loses nothing.
- Buttons stay pressable while a reply is awaited: a double click is two invokes.
- An invalid input shows its errorMessage and stops every Execute and Submit that takes inputs: nothing is sent. Give
  Back, Stop and the like `associatedInputs: "none"`.
- Of a card's actions, and of each ActionSet, six are drawn; the rest, and those of mode "secondary", are behind "...".
  A long button title is cut off, not wrapped. Toggled elements appear in place; Action.ShowCard opens a card inside.
- A multi-line input keeps newlines and spaces, shows four lines and scrolls; `height: stretch` changes nothing.
- TextBlock and FactSet are Markdown (links, bold, lists; single newlines join; raw HTML tags vanish, headings do not
  work). TextRun, labels, choice titles, placeholders, button titles and input values are not. TextRun keeps newlines.
- Expanded choices are radios in a radiogroup with the label; the name of a checkbox is "label title". Values arrive as
  strings, several joined by commas; empty ones are left out.
- A date is typed as "19 March 2026" and arrives as 2026-03-19; a time as 13:40.
"""

import re
from typing import TYPE_CHECKING

from playwright.async_api import Locator, expect

if TYPE_CHECKING:
    from tests.browser.playground import Chat

_NAMES = """all => all
    .filter(one => one.checkVisibility() && !one.closest("[class*=fui-Input], [class*=fui-Combobox]"))
    .map(one => one.ariaLabel || one.innerText.trim())"""


class Card:
    """A card in a chat; found afresh at each call, so it follows its replacements."""

    def __init__(self, chat: "Chat", locator: Locator) -> None:
        self.chat = chat
        self.locator = locator

    async def text(self) -> str:
        """Everything that is drawn and can be read, without what is in the inputs."""
        await self.locator.wait_for()
        return await self.locator.inner_text()

    async def shows(self, text: str) -> None:
        """Wait until this text is on the card; fail if it never is."""
        await expect(self.locator).to_contain_text(text, use_inner_text=True)

    async def buttons(self) -> list[str]:
        """The names of everything that can be pressed and is drawn, links included; not the parts of an input."""
        await self.locator.wait_for()
        found: list[str] = await self.locator.get_by_role("button").evaluate_all(_NAMES)
        return found

    async def press(self, name: str, *, which: int = 0, updated: bool = True) -> None:
        """Press an Action.Execute and wait for the reply and, when that is a card, for the message's update.

        `which` tells buttons of one name apart, counted from 0.
        """
        await self.chat.turn(lambda: self.click(name, which=which), updated=updated)

    async def click(self, name: str, *, which: int = 0) -> None:
        """Press what stays on the page (ToggleVisibility, ShowCard), or what an invalid input will stop."""
        button = self.locator.get_by_role("button", name=name, exact=True)
        more = self.locator.get_by_role("button", name="More options", exact=True)
        await button.or_(more).first.wait_for()
        if await button.count():
            await button.nth(which).click()
            return
        await self._click_hidden(name, more)

    async def _click_hidden(self, name: str, more: Locator) -> None:
        page = self.locator.page
        hidden = page.get_by_role("menuitem", name=name, exact=True)
        for dots in await more.all():
            await dots.click()
            await page.get_by_role("menuitem").first.wait_for()
            if await hidden.count():
                await hidden.click()
                return
            await page.keyboard.press("Escape")
        raise AssertionError(f"no button {name!r} on the card: {await self.buttons()}")

    async def choose(self, label: str, option: str) -> None:
        """Choose one, from radio buttons or from a list."""
        control = await self._labelled(label)
        if await control.get_attribute("role") == "radiogroup":
            await (await self._labelled(option, control)).check()
            return
        await control.click()
        offered = self.locator.page.get_by_role("option")
        await offered.first.wait_for()
        exact = offered.filter(has_text=re.compile(rf"^\s*{re.escape(option)}\s*$"))
        begins = offered.filter(has_text=re.compile(rf"^\s*{re.escape(option)}"))
        await (exact if await exact.count() else begins).click()

    async def tick(self, label: str, *options: str) -> None:
        """Tick these, leaving the others as they are."""
        control = await self._labelled(label)
        for option in options:
            await (await self._labelled(option, control)).check()

    async def untick(self, label: str, *options: str) -> None:
        """Take the tick from these."""
        control = await self._labelled(label)
        for option in options:
            await (await self._labelled(option, control)).uncheck()

    async def chosen(self, label: str) -> list[str]:
        """The options chosen or ticked under this label."""
        inputs = (await self._labelled(label)).locator("input")
        checked = "all => all.filter(one => one.checked).map(one => one.labels[0].innerText.trim())"
        titles: list[str] = await inputs.evaluate_all(checked)
        return titles

    async def fill(self, label: str, text: str) -> None:
        """Type into a text, date ("19 March 2026") or time ("13:40") input, replacing what is there."""
        control = await self._labelled(label)
        await control.fill(text)
        if await control.get_attribute("role") == "combobox":
            await control.press("Enter")
            await control.page.keyboard.press("Escape")

    async def value(self, label: str) -> str:
        """What is in a text, date or time input or in a closed list, newlines and all."""
        return await (await self._labelled(label)).input_value()

    async def toggle(self, title: str) -> None:
        """Switch an Input.Toggle over."""
        await self.locator.get_by_role("checkbox", name=title, exact=True).click()

    async def notice(self) -> str:
        """The text of the strip under the card: an error, a notice, or "" when there is none."""
        frame = self.locator.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' fai-OutputCard ')][1]")
        strip = frame.get_by_role("button", name="Dismiss Invoke Message").locator("xpath=preceding-sibling::span")
        return await strip.inner_text() if await strip.count() else ""

    async def _labelled(self, label: str, within: Locator | None = None) -> Locator:
        """The control, or the option of one, whose label is this or, there being none, the only one to begin with it.

        Not by its accessible name: an error message and the mark of a required input become part of that.
        """
        labels = (within or self.locator).locator("label")
        begins = labels.filter(has_text=re.compile(rf"^\s*{re.escape(label)}"))
        await begins.first.wait_for()
        exact = labels.filter(has_text=re.compile(rf"^\s*{re.escape(label)}( \*)?\s*$"))
        control = await (exact if await exact.count() else begins).get_attribute("for")
        return self.locator.locator(f"[id='{control}']")

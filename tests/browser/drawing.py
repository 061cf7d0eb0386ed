"""Drawing a card as Teams would: Microsoft's renderer with Teams' own host settings, at phone and desktop widths.

`python -m tests.browser.drawing card.json folder` writes a PNG a width and theme, and says what does not fit.
"""

import asyncio
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.async_api import Browser, Page, async_playwright

from ops.paths import CHROMIUM, NODE_PACKAGES

WIDTHS = (320, 450)
THEMES = ("light", "dark")
_MARGIN = 8

_RENDERER = NODE_PACKAGES / "adaptivecards" / "dist" / "adaptivecards.min.js"
_MARKDOWN = NODE_PACKAGES / "markdown-it" / "dist" / "markdown-it.min.js"
_HOSTS = NODE_PACKAGES / "adaptivecards-designer" / "lib" / "hostConfigs"
_STYLES = NODE_PACKAGES / "adaptivecards-designer" / "dist" / "containers"
# What Teams does and the renderer alone does not: actions go on to a second row.
_TEAMS = "body {font-family: 'Segoe UI', sans-serif} .ac-actionSet {flex-wrap: wrap; row-gap: 8px}"
_GROUNDS = {"light": "#f5f5f5", "dark": "#1f1f1f"}

# Cards know bold, italics, lists and links, and no other Markdown. Each card stands in a section of its own.
_DRAW = """({cards, host, width}) => {
    const markdown = markdownit("zero").enable(["emphasis", "link", "list", "escape", "entity"]);
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        result.outputHtml = markdown.render(text);
        result.didProcess = true;
    };
    const main = document.querySelector("main");
    main.style.width = `${width}px`;
    main.replaceChildren(...Object.entries(JSON.parse(cards)).map(([name, card]) => {
        const drawn = new AdaptiveCards.AdaptiveCard(), section = document.createElement("section");
        drawn.hostConfig = new AdaptiveCards.HostConfig(host);
        drawn.parse(card);
        section.dataset.card = name;
        section.append(drawn.render());
        return section;
    }));
}"""
# A thing that scrolls inside itself, as a box for text does, is not too wide for the card.
_TOO_WIDE = """() => [...document.querySelectorAll("main, main *")]
    .filter(one => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
    .filter(one => !["TEXTAREA", "INPUT"].includes(one.tagName))
    .map(one => [one.closest("section")?.dataset.card || "", one.className || one.tagName, one.innerText.slice(0, 60)])
    .map(([card, kind, said]) => `${card}: ${kind}: ${said}`)"""
AT_ONCE = 100
"""Cards that are on a page together where nothing is pressed: to lay out and to read a page costs far more."""


@dataclass(frozen=True)
class Drawing:
    """One card at one width in one theme: its picture, and what is wider than its place."""

    width: int
    theme: str
    picture: bytes
    too_wide: tuple[str, ...]


class DrawingBoard:
    """Draws one card after another, at every width in every theme; nothing that is pressed on them does anything."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[str, Page] = {}

    async def __aenter__(self) -> Self:
        for theme in THEMES:
            self._pages[theme] = await self._browser.new_page(locale="en-GB")
            await _lay_out(self._pages[theme], theme)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for page in self._pages.values():
            await page.close()

    async def draw(self, card: dict[str, Any]) -> list[Drawing]:
        return [await self._draw(card, width, theme) for width in WIDTHS for theme in THEMES]

    async def too_wide(self, cards: Mapping[str, dict[str, Any]]) -> list[str]:
        """What is wider than its place on any card, at any width; themes differ in colours and heights alone."""
        found: list[str] = []
        for some in batched(cards, AT_ONCE):
            page = await self.show_all(some)
            for width in WIDTHS:
                await self._page(width, THEMES[0])
                await page.evaluate("width => document.querySelector('main').style.width = `${width}px`", width)
                lines: list[str] = await page.evaluate(_TOO_WIDE)
                found += [f"{width} {line}" for line in lines]
        return found

    async def show(self, card: dict[str, Any], width: int = WIDTHS[0], theme: str = THEMES[0]) -> Page:
        """Draw a card once and leave it on its page, to be looked at and worked there."""
        return await self.show_all({"": card}, width, theme)

    async def show_all(
        self, cards: Mapping[str, dict[str, Any]], width: int = WIDTHS[0], theme: str = THEMES[0]
    ) -> Page:
        """Draw cards one below another and leave them on their page, to be looked at there."""
        page = await self._page(width, theme)
        # As one string: Playwright would wrap each value of each card, which takes longer than drawing them.
        await page.evaluate(_DRAW, {"cards": json.dumps(cards), "host": host_config(theme), "width": width})
        return page

    async def _page(self, width: int, theme: str) -> Page:
        page = self._pages[theme]
        await page.set_viewport_size({"width": width + 2 * _MARGIN, "height": 200})
        return page

    async def _draw(self, card: dict[str, Any], width: int, theme: str) -> Drawing:
        page = await self.show(card, width, theme)
        too_wide: list[str] = await page.evaluate(_TOO_WIDE)
        return Drawing(width, theme, await page.screenshot(full_page=True), tuple(too_wide))


def batched(cards: Mapping[str, dict[str, Any]], size: int) -> Iterator[dict[str, dict[str, Any]]]:
    """Return the cards, so many at a time."""
    names = list(cards)
    for start in range(0, len(names), size):
        yield {name: cards[name] for name in names[start : start + size]}


@cache
def host_config(theme: str) -> Any:
    """Return Teams' own settings of the renderer."""
    return json.loads((_HOSTS / f"microsoft-teams-{theme}.json").read_text(encoding="utf-8"))


def style_sheet(theme: str) -> Path:
    return _STYLES / f"teams-container-{theme}.css"


async def _lay_out(page: Page, theme: str) -> None:
    await page.set_content("<!doctype html><meta charset=utf-8><main></main>")
    await page.add_style_tag(path=style_sheet(theme))
    await page.add_style_tag(content=f"{_TEAMS} body {{background: {_GROUNDS[theme]}; margin: {_MARGIN}px}}")
    await page.add_script_tag(path=_MARKDOWN)
    await page.add_script_tag(path=_RENDERER)


async def _drawn(card: dict[str, Any]) -> list[Drawing]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM)
        async with DrawingBoard(browser) as board:
            drawings = await board.draw(card)
        await browser.close()
        return drawings


def main(card_file: Path, folder: Path) -> int:
    """Draw a card from a file into a folder; returns 1 when something does not fit."""
    drawings = asyncio.run(_drawn(json.loads(card_file.read_text(encoding="utf-8"))))
    folder.mkdir(parents=True, exist_ok=True)
    for line in _written(drawings, folder, card_file.stem):
        print(line)  # noqa: T201  a command line
    return 1 if any(drawing.too_wide for drawing in drawings) else 0


def _written(drawings: list[Drawing], folder: Path, name: str) -> Iterator[str]:
    for drawing in drawings:
        path = folder / f"{name}-{drawing.width}-{drawing.theme}.png"
        path.write_bytes(drawing.picture)
        yield str(path)
        yield from (f"  too wide: {what}" for what in drawing.too_wide)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m tests.browser.drawing card.json folder")
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

"""The drawings in docs/flows are read by Mermaid itself: none of them has a fault."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from ops.paths import NODE_PACKAGES, ROOT

MERMAID = NODE_PACKAGES / "mermaid" / "dist" / "mermaid.min.js"
PAGES = sorted((ROOT / "docs" / "flows").glob("*.md"))
_READ = "text => mermaid.parse(text).then(() => '', fault => String(fault.message))"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def reader(browser: Browser) -> AsyncIterator[Page]:
    """A page on which Mermaid reads a drawing and says what is wrong with it."""
    page = await browser.new_page()
    await page.set_content("<!doctype html><meta charset=utf-8>")
    await page.add_script_tag(path=MERMAID)
    yield page
    await page.close()


def drawings(page: Path) -> list[str]:
    """The drawings that are in a page."""
    return re.findall(r"```mermaid\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
async def test_the_drawing_of_the_flow_can_be_read(page: Path, reader: Page) -> None:
    found = drawings(page)
    assert found
    assert [fault for drawing in found if (fault := await reader.evaluate(_READ, drawing))] == []


async def test_a_drawing_with_a_fault_is_found_out(reader: Page) -> None:
    assert await reader.evaluate(_READ, "flowchart TD\n  a[what (is) this?] -->")

"""Every card drawn by Microsoft's renderer: what fits, what a screen reader hears, what a keyboard reaches."""

import json
from functools import cache
from typing import Any

import pytest
from playwright.async_api import Page, expect

from dialogs.screens import Shown, Welcome
from guidance.paragraphs import paragraph
from practice.rendering import draw
from tests.browser.drawing import AT_ONCE, DrawingBoard, batched
from tests.cards.drawn import every_card
from tests.cards.in_view import in_view, words_in_view
from tests.cards.matters import NOW
from tests.cards.states import FULL, every_state
from tests.cards.test_budgets import every_bare

Json = dict[str, Any]

_NAMED = 'one => one.ariaLabel || one.innerText || one.labels?.[0]?.innerText || ""'
# Where the keyboard is: what it is called and where it stands; null outside the card.
_AT = f"""() => {{
    const one = document.activeElement, place = one.getBoundingClientRect();
    const at = {{tag: one.tagName, label: ({_NAMED})(one), top: place.top + scrollY, left: place.left}};
    return one.closest("main") ? at : null;
}}"""
# What it should come to: all that can be worked, but of radio buttons the first, as the arrow keys reach the others.
_WORKABLE = f"""() => {{
    const all = [...document.querySelectorAll("main :is(a, button, input, textarea, select)")];
    const first = one => all.find(other => other.type === "radio" && other.name === one.name) === one;
    return all.filter(one => one.checkVisibility() && (one.type !== "radio" || first(one))).map({_NAMED});
}}"""
_SPOKEN = {"textbox", "checkbox", "radio", "combobox", "button", "link", "Date", "InputTime"}
WORKED = (
    "welcome, 1 kept",
    "asking you_and_them",
    "asking what_and_why",
    "asking weigh",
    "asking tell_first",
    "asking shared",
    "answer: harm",
    "answer: tell first",
    "note: harm",
    "let go: told",
    "my matters, asked to delete",
    "words for the parents before, ring and write and text",
)


def card_of(state: str) -> Json:
    return draw(every_state()[state], FULL, NOW)


def opened(part: Any) -> Any:
    """A card with all that a press on it would show."""
    if isinstance(part, dict):
        return {name: opened(value) for name, value in part.items() if name != "isVisible"}
    return [opened(one) for one in part] if isinstance(part, list | tuple) else part


@cache
def every_part() -> dict[str, Json]:
    """Every card, opened, without what an earlier one already showed: a part is as wide wherever it is.

    What is said above a welcome is on one card, all of it.
    """
    drawn = {name: every_card()[name] for name, shown in every_state().items() if not shown.asides}
    asides = tuple(aside for shown in every_state().values() for aside in shown.asides)
    drawn["all that is said above a card"] = draw(Shown(Welcome(), asides), FULL, NOW)
    return without_seen({name: opened(card) for name, card in drawn.items()})


def without_seen(cards: dict[str, Json]) -> dict[str, Json]:
    """The cards with only those parts that no earlier one has; a card with nothing of its own is left out."""
    seen: set[str] = set()
    own = {
        name: card | {part: _unseen(card[part], seen) for part in ("body", "actions")} for name, card in cards.items()
    }
    return {name: card for name, card in own.items() if card["body"] or card["actions"]}


def _unseen(parts: list[Json], seen: set[str]) -> list[Json]:
    written = {json.dumps(part): part for part in parts}
    new = [part for text, part in written.items() if text not in seen]
    seen.update(written)
    return new


async def test_nothing_on_any_card_is_wider_than_its_place(board: DrawingBoard) -> None:
    assert await board.too_wide(every_part()) == []


async def test_every_input_and_button_is_named_to_a_screen_reader(board: DrawingBoard) -> None:
    unheard = []
    to_work = {name: only_workable(card) for name, card in every_part().items() if workable(card)}
    for cards in batched(to_work, AT_ONCE):
        if not are_all_named(await spoken(await board.show_all(cards)), cards):
            alone = [(name, await spoken(await board.show(card))) for name, card in cards.items()]
            unheard += [name for name, heard in alone if not are_all_named(heard, {name: cards[name]})]
    assert unheard == []


def are_all_named(heard: list[tuple[str, str]], cards: Json) -> bool:
    return len(heard) >= workable(list(cards.values())) and all(said for _, said in heard)


async def test_an_input_without_a_name_is_noticed(board: DrawingBoard) -> None:
    nameless = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "Input.Text", "id": "x"}]}
    assert not are_all_named(await spoken(await board.show_all({"one": nameless})), {"one": nameless})


def only_workable(part: Json) -> Json:
    """A card or container without the parts in which there is nothing to work: to read a page out costs by its length.

    What an input is called is its own label's, wherever it is.
    """
    inner = {
        name: [only_workable(one) for one in part[name] if workable(one)] for name in ("body", "items") if name in part
    }
    return part | inner


def workable(part: Any) -> int:
    """How many inputs and buttons there are."""
    if isinstance(part, dict):
        own = str(part.get("type", "")).startswith(("Input.", "Action."))
        return own + sum(workable(inner) for name, inner in part.items() if name != "fallback")
    return sum(map(workable, part)) if isinstance(part, list) else 0


async def spoken(page: Page) -> list[tuple[str, str]]:
    """The role and name of everything that can be worked, as the browser tells it to a screen reader."""
    session = await page.context.new_cdp_session(page)
    root = (await session.send("DOM.getDocument", {"depth": 0}))["root"]["nodeId"]
    found = []
    for role in _SPOKEN:  # each by itself: the whole tree holds every word of the page, and takes longer to send
        tree = await session.send("Accessibility.queryAXTree", {"nodeId": root, "role": role})
        found += [(role, node["name"]["value"].strip()) for node in tree["nodes"] if not node["ignored"]]
    await session.detach()
    return found


@pytest.mark.parametrize("state", WORKED)
async def test_tab_reaches_every_input_and_button_in_reading_order(board: DrawingBoard, state: str) -> None:
    page = await board.show(opened(card_of(state)))
    stops = await tabbed(page)

    assert [stop["label"] for stop in stops] == await page.evaluate(_WORKABLE)
    places = [(round(stop["top"]), stop["left"]) for stop in stops]
    assert places == sorted(places)


async def tabbed(page: Page) -> list[Json]:
    """Every place that Tab comes to, one after another; the parts of a date or a time as one."""
    stops: list[Json] = []
    for _ in range(200):
        await page.keyboard.press("Tab")
        stop = await page.evaluate(_AT)
        if stops and (stop is None or stop in stops[:-1]):
            return stops
        if stop and stop["tag"] != "DIV" and stop not in stops[-1:]:
            stops.append(stop)
    raise AssertionError("Tab never leaves the card")


@pytest.mark.parametrize("key", ["Enter", "Space"])
async def test_a_key_opens_your_answers_and_closes_them_again(board: DrawingBoard, key: str) -> None:
    page = await board.show(card_of("answer: told"))
    answers = page.get_by_role("button", name="Change", exact=True).first
    await page.get_by_role("button", name="Your answers").focus()
    await expect(answers).to_be_hidden()
    await page.keyboard.press(key)
    await expect(answers).to_be_visible()
    await page.keyboard.press(key)
    await expect(answers).to_be_hidden()


async def test_a_key_on_a_reference_shows_what_that_paragraph_says(board: DrawingBoard) -> None:
    page = await board.show(card_of("answer: told"))
    await page.get_by_role("button", name="Why?").focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="What 3.7 says").focus()
    await page.keyboard.press("Enter")

    await expect(page.get_by_text(paragraph("3.7").text)).to_be_visible()


async def test_space_ticks_and_the_arrows_choose(board: DrawingBoard) -> None:
    page = await board.show(card_of("asking tell_first"))
    await page.get_by_role("checkbox", name="A court has ordered it").focus()
    await page.keyboard.press("Space")
    await expect(page.get_by_role("checkbox", name="A court has ordered it")).to_be_checked()

    page = await board.show(card_of("asking weigh"))
    await page.get_by_role("radio", name="They need it").first.focus()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("radio", name="Too much, trim it").first).to_be_checked()


SCREEN = {320: 1260, 450: 1130}
"""Pixels that a card is high at most before anything on it is opened: on a telephone, and on a laptop."""
_HEIGHTS = """() => [...document.querySelectorAll("section")]
    .map(one => [one.dataset.card, Math.round(one.getBoundingClientRect().height)])"""


async def test_no_card_is_far_higher_than_a_screen_before_anything_is_opened(board: DrawingBoard) -> None:
    """The highest of each kind, but where every question of a card has a fault."""
    kinds: dict[type, dict[str, Json]] = {}
    for name, (shown, card) in every_bare().items():
        if "all faults" not in name:
            kinds.setdefault(type(shown.screen), {})[name] = card
    highest = {
        name: cards[name]
        for cards in kinds.values()
        for name in sorted(cards, key=lambda one: -_height(cards[one]))[:3]
    }
    too_high = []
    for width, most in SCREEN.items():
        page = await board.show_all(highest, width)
        too_high += [(height, name, width) for name, height in await page.evaluate(_HEIGHTS) if height > most]
    assert not too_high, too_high


def _height(card: Json) -> int:
    """About how high a card is, in lines."""
    inputs = [one for one in in_view(card) if one["type"].startswith("Input.")]
    rows = sum(one["type"] == "ActionSet" for one in in_view(card))
    boxes = sum(6 if one.get("isMultiline") else 3 + len(one.get("choices", ())) for one in inputs)
    return int(words_in_view(card) // 6 + boxes + 3 * rows)

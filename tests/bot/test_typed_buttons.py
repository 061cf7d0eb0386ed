"""Every button can be typed as it is, on each card that shows it, and then does what its press does."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from bot.incoming import Address, Incoming, Kind, Scope, to_press
from bot.turns.card_in_front import button_typed, filled_in, remembered
from dialogs.context import Press
from tests.cards.drawn import every_card

HERE = Address("a:1", Scope.PERSONAL, "https://example.org/", "t", "b", "u", "o")
Json = Any


def elements(part: Json) -> Iterator[dict[str, Json]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from elements(inner)
    if isinstance(part, list):
        for inner in part:
            yield from elements(inner)


def pressed(card: Json, button: Json) -> Press:
    """What a client sends: the button's data with all that is in the inputs, but for the note."""
    filled = {one["id"]: one["value"] for one in elements(card) if "Input." in one.get("type", "") and one.get("value")}
    kept = {name: value for name, value in filled.items() if name not in ("note", "before")}
    return to_press(Incoming(Kind.CLICK, "1", HERE, verb=button["verb"], data={**kept, **button["data"]}))


def typed(text: str, card: Json, front: Json) -> Press | None:
    found = button_typed(text, front)
    data = {**filled_in(card), **found[1]} if found else {}
    return to_press(Incoming(Kind.MESSAGE, "1", HERE, verb=found[0], data=data)) if found else None


def as_people_type(title: str) -> tuple[str, ...]:
    curly = title.replace("'", "\u2019")
    return (
        title,
        title.lower(),
        title.upper(),
        f" {title}. ",
        curly,
        title.replace("\u2026", "..."),
        title.rstrip("?"),
    )


def test_every_button_of_every_card_is_its_press() -> None:
    found = set()
    different = {json.dumps((remembered(card), filled_in(card))): (name, card) for name, card in every_card().items()}
    for name, card in different.values():
        front = remembered(card)
        by_title: defaultdict[str, list[Press]] = defaultdict(list)
        for button in (one for one in elements(card) if one.get("type") == "Action.Execute"):
            if pressed(card, button) not in by_title[button["title"]]:
                by_title[button["title"]].append(pressed(card, button))
        for title, presses in by_title.items():
            found.add(title)
            for number, press in enumerate(presses, start=1):
                which = f" {number}" if len(presses) > 1 else ""
                for text in as_people_type(title) if not which else (title,):
                    assert typed(f"{text}{which}", card, front) == press, (name, title)
    assert len(found) > 100


@pytest.mark.parametrize(
    "text", ["", "nexts", "not next", "next please do", "I've shared it?", "open", "open 0", "open 9"]
)
def test_no_other_text_is_a_button(text: str) -> None:
    buttons = [{"type": "Action.Execute", "title": "Open", "verb": "open", "data": {"about": one}} for one in "ab"]
    more: list[Json] = [
        {"type": "Action.Execute", "title": title, "verb": "v", "data": {}} for title in ("Next", "I've shared it")
    ]
    assert button_typed(text, remembered({"actions": [*buttons, *more]})) is None


def test_nothing_that_a_person_wrote_is_remembered() -> None:
    card = {
        "body": [{"type": "Input.Text", "id": "why", "value": "P coughs"}],
        "actions": [{"type": "Action.Execute", "title": "About P", "verb": "v", "data": {"m": "1"}}],
    }
    assert "P" not in str(remembered(card))
    assert filled_in(card) == {"why": "P coughs"}

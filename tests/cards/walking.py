"""Walking over a drawn card."""

from collections.abc import Iterator
from typing import Any

import orjson

Json = dict[str, Any]

INPUTS = ("Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Time")


_kept: dict[int, list[Json]] = {}


def keep(card: Json) -> Json:
    """Return the card, which many tests look at and none changes: it is walked over once for all of them."""
    _kept[id(card)] = elements(card)
    return card


def elements(part: object) -> list[Json]:
    """Every element and action of a card, itself included, from the top down, but no action's fallback."""
    if id(part) in _kept:
        return [*_kept[id(part)]]
    found: list[Json] = []
    _collect(part, found)
    return found


def _collect(part: object, found: list[Json]) -> None:
    if isinstance(part, dict):
        if "type" in part:
            found.append(part)
        for name, value in part.items():
            if name != "fallback" and isinstance(value, dict | list):
                _collect(value, found)
    elif isinstance(part, list):
        for one in part:
            _collect(one, found)


def of_type(card: Json, *types: str) -> list[Json]:
    """Every element of these types."""
    return [element for element in elements(card) if element["type"] in types]


def executes(card: Json) -> list[Json]:
    """Every button that takes a turn."""
    return of_type(card, "Action.Execute")


def rows_of_actions(card: Json) -> list[list[Json]]:
    """The actions at the foot of the card, and those of each set in its body."""
    return [card.get("actions", []), *(one["actions"] for one in of_type(card, "ActionSet"))]


def texts(part: object, kind: str = "", key: str = "") -> Iterator[tuple[str, str, str]]:
    """Every text of a card with the type of the element that it is in and the key it is under."""
    if isinstance(part, str):
        yield kind, key, part
    if isinstance(part, list):
        for one in part:
            yield from texts(one, kind, key)
    if isinstance(part, dict):
        inner = str(part.get("type", f"{kind}.{key}"))
        for name, value in part.items():
            yield from texts(value, inner, name)


def read_out(card: Json) -> str:
    """All that a person reads on the card: its paragraphs, what its inputs are called, and what they hold."""
    shown = ("text", "label", "title", "value", "placeholder")
    paragraphs = [_paragraph(one) for one in of_type(card, "RichTextBlock")]
    rest = [text for kind, key, text in texts(card) if key in shown and not kind.startswith(("TextRun", "Action"))]
    return "\n".join([*paragraphs, *rest])


def _paragraph(block: Json) -> str:
    return "".join(str(run["text"]) for run in block["inlines"])


def size_of(card: Json) -> int:
    """The bytes that the card takes on the wire."""
    return len(orjson.dumps(card))


def without_fallbacks(part: Any) -> Any:
    """Return a card or a part of it without what old clients press instead of each `Action.Execute`."""
    kind = type(part)
    if kind is dict:
        return {name: without_fallbacks(inner) for name, inner in part.items() if name != "fallback"}
    return [without_fallbacks(inner) for inner in part] if kind in (list, tuple) else part

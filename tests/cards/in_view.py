"""What is in view on a card before anything on it is opened: words, buttons, rows of buttons."""

from collections.abc import Iterator
from typing import Any

from tests.cards.walking import Json


def in_view(part: Any) -> Iterator[Json]:
    """Return every element and action that is on the card while nothing is opened, from the top down."""
    if isinstance(part, list):
        for one in part:
            yield from in_view(one)
    elif isinstance(part, dict) and part.get("isVisible") is not False:
        if "type" in part:
            yield part
        for name, value in part.items():
            if name not in ("fallback", "selectAction"):
                yield from in_view(value)


def words_in_view(card: Json) -> int:
    """Return how many words are read before anything is opened; what is in boxes to fill in is not counted."""
    return len(" ".join(text for one in in_view(card) for text in _texts(one)).split())


def _texts(one: Json) -> Iterator[str]:
    kind = one["type"]
    if kind == "TextBlock" and one.get("color") != "Attention":
        yield one["text"]
    elif kind == "RichTextBlock":
        yield "".join(run["text"] for run in one["inlines"])
    elif kind.startswith("Input."):
        yield from (one.get("label", ""), "" if one.get("value") else one.get("placeholder", ""))
        if one.get("style") != "compact":
            yield from (choice["title"] for choice in one.get("choices", ()))
    elif kind.startswith("Action."):
        yield one.get("title", "")


def actions_in_view(card: Json) -> list[Json]:
    """Return the buttons that can be pressed before anything is opened."""
    return [one for one in in_view(card) if one["type"].startswith("Action.")]


def rows(part: Any) -> Iterator[list[Json]]:
    """Return every row of buttons, those in sections that are still to be opened as well."""
    if isinstance(part, list):
        for one in part:
            yield from rows(one)
    elif isinstance(part, dict):
        if part.get("actions"):
            yield part["actions"]
        for value in part.values():
            yield from rows(value)

"""The buttons of the card in front, remembered with the conversation, so that each can be typed as it stands."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dialogs.text.clauses import normalise, without_emoji

MOST_FILLED_IN = 4_000
"""Characters of a card's inputs that are remembered with its buttons; a case note is more, and is kept elsewhere."""
NOT_REMEMBERED = ("note", "before")


def remembered(drawn: Mapping[str, Any]) -> dict[str, Any]:
    """Return the presses of a card by what its buttons say, and what stands in its inputs."""
    by_title: dict[str, list[dict[str, Any]]] = {}
    for button in _elements(drawn):
        press = {"verb": button.get("verb"), "data": button.get("data")}
        known = by_title.setdefault(_folded(str(button.get("title"))), []) if _is_button(button) else [press]
        if press not in known:
            known.append(press)
    filled = {
        element["id"]: str(element["value"])
        for element in _elements(drawn)
        if str(element.get("type")).startswith("Input.")
        and element.get("value")
        and element["id"] not in NOT_REMEMBERED
    }
    small = sum(map(len, filled.values())) <= MOST_FILLED_IN
    return {"presses": by_title, "inputs": filled if small else {}}


def button_typed(text: str, front: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Return the verb and the data of the press that a text stands for, by what a button says; None for any other.

    Of several that say the same, a number says which: "open 2".
    """
    presses = front.get("presses", {})
    said = _folded(without_emoji(text))
    found = presses.get(said) or presses.get(f"{said}?") or []
    numbered = re.fullmatch(r"(.+?) \(?(\d{1,2})\)?", said)
    if not found and numbered:
        several = presses.get(numbered.group(1), [])
        place = int(numbered.group(2))
        found = several[place - 1 : place] if len(several) > 1 and place else []
    return (found[0]["verb"], {**front.get("inputs", {}), **found[0]["data"]}) if len(found) == 1 else None


def _folded(title: str) -> str:
    """What a button says, without what people leave out when they type it: capitals, dots, the colon before a gap."""
    plain = normalise(title.replace("\u2026", " ").replace("...", " ")).lower()
    return re.sub(r"[\s.!,;:\"']+$", "", re.sub(r"^[\s\"']+", "", plain))


def _is_button(element: Mapping[str, Any]) -> bool:
    return element.get("type") == "Action.Execute"


def _elements(part: Any) -> Iterator[Mapping[str, Any]]:
    """Yield each element of a card, from the top."""
    if isinstance(part, Mapping):
        yield part
        for inner in part.values():
            yield from _elements(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _elements(inner)

"""From a click's data, which anyone may forge, to a press with nothing in it but short strings."""

from collections.abc import Mapping

import orjson

from bot.incoming import Incoming
from dialogs.context import Press

OWN = frozenset({"m", "r", "card", "shown", "about", "verb"})
MOST_KEPT = 16_000
"""Bytes of all inputs together, as JSON, that a card can show again when they are too many for an answer."""
LONGEST_NOTE = 26_500
"""Bytes, as JSON, of a case note: it stands alone on its card, but for the earlier draft that is read back from it."""
NOTES = ("note", "before")

MOST_OF_A_CHARACTER = 6
"""Bytes that one can take as JSON."""
LONGEST_ID = 500
"""Characters; the longest is the list of the questions that a card showed."""


def to_press(incoming: Incoming) -> Press:
    """The press that this click stands for; data of another type than expected counts as absent."""
    data = incoming.data
    revision = data.get("r")
    return Press(
        verb=incoming.verb,
        matter=_text(data, "m"),
        revision=revision if isinstance(revision, int) else 0,
        card=_text(data, "card"),
        about=_text(data, "about"),
        shown=tuple(_text(data, "shown").split(",")) if data.get("shown") else (),
        inputs={} if too_long(incoming) else _inputs(data),
    )


def too_long(incoming: Incoming) -> int:
    """How many characters were filled in when they are too many even to be shown again, else 0."""
    inputs = _inputs(incoming.data)
    if sum(map(len, inputs.values())) * MOST_OF_A_CHARACTER <= MOST_KEPT:
        return 0
    notes = {name: inputs.pop(name) for name in NOTES if name in inputs}
    if sum(map(_size, inputs.values())) > MOST_KEPT or any(_size(note) > LONGEST_NOTE for note in notes.values()):
        return sum(map(len, (*inputs.values(), *notes.values())))
    return 0


def _inputs(data: Mapping[str, object]) -> dict[str, str]:
    return {name: value for name, value in data.items() if name not in OWN and isinstance(value, str)}


def _size(text: str) -> int:
    return len(orjson.dumps(text))


def _text(data: Mapping[str, object], name: str) -> str:
    """An id of ours, "" for anything that no card of ours can have held."""
    value = data.get(name)
    return value if isinstance(value, str) and value.isprintable() and len(value) <= LONGEST_ID else ""

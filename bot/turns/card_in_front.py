"""What is remembered of the card in front until the next turn, so that it can be typed: its buttons and its notice.

Nothing of what a person wrote is among the buttons: ids, and digests of what they say.
"""

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec.structs import asdict, replace

from bot.incoming import NOTES
from dialogs.context import Press
from dialogs.identifier_notice import ANSWERS, answers_to
from dialogs.screens import LooksLike, Shown
from dialogs.text.clauses import normalise, without_emoji
from dialogs.understanding.commands import match_command

Presses = dict[str, list[dict[str, Any]]]
_BEFORE, _AFTER = " \"'", " .!,;:\"'"
"""What people leave out at the beginning of what a button says, and at its end."""
UNFOLD = "unfold"
"""What a button does that opens a section of its card, when it is typed: the card comes with that section open."""
_ASKED_BY_THEMSELVES = re.compile(r"close_|box_|ask$")
"""Sections with questions: their buttons are words of the dialogue, which asks them on a card of their own."""
_HOLDS = ("actions", "columns", "items", "body")  # from the foot up: the last that waits comes first
TYPED_PARTS = ("notice", "unplaced")
"""Of what is remembered of a conversation, the parts that hold what was typed, until the next turn."""
REMEMBERED = ("verb", "matter", "revision", "card", "about", "inputs")
"""What is remembered of a press; the texts of one that waits are among it, since "keep it" can be typed."""


def remembered(drawn: Mapping[str, Any]) -> Presses:
    """Return the presses of a card by a digest of what their buttons say."""
    presses: Presses = {}
    for button in _elements(drawn):
        kind = button.get("type")
        if kind == "Action.Execute":
            press = {"verb": button.get("verb"), "data": button.get("data")}
        elif kind == "Action.ToggleVisibility" and (section := _section_of(button)):
            press = {"verb": UNFOLD, "data": {"about": section}}
        else:
            continue
        known = presses.setdefault(_digest_of_title(str(button.get("title"))), [])
        if press not in known:
            known.append(press)
    return presses


def _section_of(button: Mapping[str, Any]) -> str:
    """Return the section that a button opens, "" where the dialogue asks its questions on a card of their own."""
    for name in button.get("targetElements", ()):
        if not _ASKED_BY_THEMSELVES.match(name):
            return str(name)
    return ""


def button_typed(text: str, presses: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Return the verb and the data of the press that a text stands for, by what a button says; None for any other.

    Of several that say the same, a number says which: "open 2".
    """
    said = _folded(without_emoji(text))
    found = presses.get(_digest(said)) or presses.get(_digest(f"{said}?")) or []
    numbered = re.fullmatch(r"(.+?) \(?(\d{1,2})\)?", said)
    if not found and numbered:
        several = presses.get(_digest(numbered.group(1)), [])
        place = int(numbered.group(2))
        found = several[place - 1 : place] if len(several) > 1 and place else []
    return (found[0]["verb"], found[0]["data"]) if len(found) == 1 else None


def filled_in(drawn: Mapping[str, Any]) -> dict[str, str]:
    """Return the values of a card's inputs, as a press would send them; a case note is left out."""
    inputs = (element for element in _elements(drawn) if str(element.get("type")).startswith("Input."))
    return {one["id"]: str(one["value"]) for one in inputs if one.get("value") and one["id"] not in NOTES}


def _folded(title: str) -> str:
    """Return a title without what people leave out when they type it: capitals, dots, the colon before a gap."""
    plain = normalise(title.replace("\u2026", " ").replace("...", " ")).lower()
    return plain.lstrip(_BEFORE).rstrip(_AFTER)


@lru_cache(maxsize=2048)
def _digest_of_title(title: str) -> str:
    return _digest(_folded(title))


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _elements(part: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return each part of a card and each of its actions, from the top."""
    found, waiting = [], [part]
    while waiting:
        one = waiting.pop()
        found.append(one)
        for name in _HOLDS:
            if name in one:
                waiting += one[name][::-1]
    return found


def to_state(shown: Shown) -> dict[str, Any]:
    """Return the presses that answer the notice above this screen, by what can be typed for them; empty without one."""
    notice = next((aside for aside in shown.asides if isinstance(aside, LooksLike)), None)
    if notice is None:
        return {}
    presses = answers_to(notice)
    return {name: {part: asdict(press)[part] for part in REMEMBERED} for name, press in presses.items()}


def answered(text: str, remembered: Mapping[str, Any]) -> Press | None:
    """Return the press that this text stands for while a notice is shown; None for any other text."""
    said = match_command(text, ANSWERS) if remembered else None
    return Press(**remembered[said]) if said and said in remembered else None


def as_it_was_held(notice: LooksLike, remembered: Mapping[str, Any]) -> LooksLike:
    """Return the notice of a press that was delivered again, with the request that waits for its answer, if any."""
    keeps = remembered.get("keep_it", {})
    return replace(notice, held=keeps.get("card", ""), about=keeps.get("about", ""))

"""The notice that stands above the card in front, as it is remembered of a conversation until the next turn."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from dialogs.context import Press
from dialogs.held_actions import ANSWERS, answers_to
from dialogs.screens import LooksLike, Shown
from dialogs.understanding.commands import match_command

REMEMBERED = ("verb", "matter", "revision", "card", "about", "inputs")
"""What is remembered of a press; the texts of one that waits are among it, since "keep it" can be typed."""


def to_state(shown: Shown) -> dict[str, Any]:
    """The presses that answer the notice above this screen, by what can be typed for them; empty without a notice."""
    notice = next((aside for aside in shown.asides if isinstance(aside, LooksLike)), None)
    presses = answers_to(notice) if notice else {}
    return {name: {part: asdict(press)[part] for part in REMEMBERED} for name, press in presses.items()}


def answered(text: str, remembered: Mapping[str, Any]) -> Press | None:
    """The press that this text stands for while a notice stands; None for any other text."""
    said = match_command(text, ANSWERS) if remembered else None
    return Press(**remembered[said]) if said and said in remembered else None


def as_it_was_held(notice: LooksLike, remembered: Mapping[str, Any]) -> LooksLike:
    """The notice of a press that was delivered again, with the request that waits for its answer, if one does."""
    keeps = remembered.get("keep_it", {})
    return replace(notice, held=keeps.get("card", ""), about=keeps.get("about", ""))

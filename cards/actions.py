"""Buttons. Their data holds what the card was drawn from, never content."""

from typing import Any, Literal

from cards.elements import Execute, OpenUrl, OwnWords, Toggle
from cards.words import render_text
from dialogs.engine.matter import Matter

Style = Literal["positive", "destructive"]


def button(
    verb: str,
    matter: Matter | None = None,
    *,
    title: OwnWords | None = None,
    tooltip: OwnWords | None = None,
    style: Style | None = None,
    **ids: Any,
) -> Execute:
    """A button with the words of its verb, or with `title`. `ids` go into its data."""
    shown = title or render_text(f"buttons.{verb}")
    return Execute(title=shown, tooltip=tooltip, verb=verb, data=action_data(matter, **ids), style=style)


def action_data(matter: Matter | None, **fields: Any) -> dict[str, Any]:
    """The matter and revision that a card was drawn from, with further ids."""
    of_matter = {"m": matter.id, "r": matter.revision} if matter else {}
    return {**of_matter, **fields}


IN_PRACTICE = "practice"


def danger_button(matter: Matter | None, *, practice: bool = False) -> Execute:
    """On every card: act first. On one of practice it says so, and is about no matter."""
    if practice or (matter and matter.practice):
        return button("danger", style="destructive", about=IN_PRACTICE)
    return button("danger", matter, style="destructive")


def toggle_button(title: str, *ids: str, **values: Any) -> Toggle:
    """A button that shows or hides parts of the card."""
    return Toggle(title=render_text(f"buttons.{title}", **values), target_elements=ids)


def link_buttons(title: str, url: str) -> tuple[OpenUrl, ...]:
    """A button that opens a page of the council's; none where it is not set."""
    return (OpenUrl(title=render_text(f"buttons.{title}"), url=url),) if url else ()

"""Buttons. Their data holds ids and revisions, never content."""

from typing import Any, Literal

from cards.elements import Action, Buttons, Execute, OpenUrl, OwnWords, Part, Toggle
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
    """Return a button titled by its verb's words, or by `title`. `ids` go into its data."""
    shown = title or render_text(f"buttons.{verb}")
    data = {"m": matter.id, "r": matter.revision, **ids} if matter else ids
    return Execute(title=shown, tooltip=tooltip, verb=verb, data=data, style=style)


IN_PRACTICE = "practice"


def danger_button(matter: Matter | None, *, practice: bool = False) -> Execute:
    """Return the "act first" button of every card. On a card of practice it says so and names no matter."""
    if practice or (matter and matter.practice):
        return button("danger", style="destructive", about=IN_PRACTICE)
    return button("danger", matter, style="destructive")


def no_help_button(about: str, matter: Matter | None = None) -> Execute:
    """Return the quiet "This didn't help". `about`: of what, as `dialogs/feedback.py` names it."""
    return button("no_help", matter, about=about)


def page_buttons(verb: str, first: int, page: int, count: int, *, back: str) -> list[Part]:
    """Return buttons to the next and the last page of a list, if there are any; `back` names the latter's words."""
    ways: list[Action] = []
    if first + page < count:
        ways.append(button(verb, title=render_text("buttons.show_more"), about=str(first + page)))
    if first:
        ways.append(button(verb, title=render_text(back), about=str(first - page)))
    return [Buttons(actions=tuple(ways))] if ways else []


def toggle_button(title: str, *ids: str, **values: Any) -> Toggle:
    return Toggle(title=render_text(f"buttons.{title}", **values), target_elements=ids)


def link_buttons(title: str, url: str) -> tuple[OpenUrl, ...]:
    """Return a button that opens a page of the council's, or nothing if its address is not set."""
    return (OpenUrl(title=render_text(f"buttons.{title}"), url=url),) if url else ()

"""What the worker can do now if the matter can't wait and the answer is not a yes. Nothing goes ahead on a no."""

from typing import Any

from cards.elements import Box, Part, TextBlock
from cards.layout import bulleted_list
from cards.people import Council, duty_number, label_values
from cards.words import render_paragraphs, render_text
from dialogs.engine.answers import DISAGREED
from dialogs.engine.matter import Matter, goes_on
from dialogs.screens import TheAnswer

AUTHORS_STEPS = {"author_written_consent", "discuss_with_author", "legal_advice"}
"""4.1 to 4.3  What stands in the way of someone else's words alone."""


def alternatives_box(screen: TheAnswer, council: Council) -> list[Part]:
    """Return the box above the answer, once the worker has said that it can't wait."""
    if not screen.cannot_wait:
        return []
    said = render_paragraphs("approvals.instead.lines", **_buttons(screen), **_people(screen.matter, council))
    title = TextBlock(text=render_text("approvals.instead.title"), weight="Bolder")
    return [Box(items=(title, *bulleted_list(said)), style="attention")]


def _buttons(screen: TheAnswer) -> dict[str, Any]:
    """Return the titles of the buttons that help on this answer, empty for those that it does not have."""
    matter, request = screen.matter, screen.looked_at.request
    onward = next((other for other in goes_on(matter) if (matter.flow.name, other.to) == ("document", "share")), None)
    return {
        "danger": render_text("buttons.danger"),
        "known": render_text("buttons.hand_on.document_share", **label_values(matter)) if onward else "",
        "leave_out": bool(AUTHORS_STEPS & set(screen.decision.outstanding_before_go_ahead)) and not onward,
        "answers": render_text("buttons.your_answers"),
        "ask": render_text("buttons.ask_supervisor"),
        "can_ask": screen.looked_at.kind is not None,
        "waiting": request.number if request and request.is_open else "",
    }


def _people(matter: Matter, council: Council) -> dict[str, Any]:
    return {
        "disagrees": DISAGREED in matter.values,
        "allocated": matter.values.get("part_in_case") != "allocated",
        "supervisor": council.supervisor,
        "number": duty_number(council),
        "working": council.working_now,
    }

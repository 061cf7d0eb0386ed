"""What can be done now where it can't wait and the answer is no yes; nothing of it goes ahead on a no."""

from typing import Any

from cards.elements import Box, Part, Run, TextBlock, rich
from cards.people import Council, duty_number, label_values
from cards.words import render_paragraphs, render_text
from dialogs.engine.answers import disagreed
from dialogs.engine.matter import Matter
from dialogs.engine.valid_actions import goes_on
from dialogs.screens import TheAnswer

AUTHORS_STEPS = {"author_written_consent", "discuss_with_author", "legal_advice"}
"""4.1 to 4.3  What stands in the way of someone else's words alone."""


def alternatives_box(screen: TheAnswer, council: Council) -> list[Part]:
    """The box above the answer, once the worker has said that it can't wait."""
    if not screen.cannot_wait:
        return []
    said = render_paragraphs("approvals.instead.lines", **_buttons(screen), **_people(screen.matter, council))
    title = TextBlock(text=render_text("approvals.instead.title"), weight="Bolder")
    lines = (rich((Run(text="\u2022 "), *runs), spacing="Small") for runs in said)
    return [Box(items=(title, *lines), style="attention")]


def _buttons(screen: TheAnswer) -> dict[str, Any]:
    """The buttons of this answer that are of use, by the words on them; empty for those that it does not have."""
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
        "disagrees": disagreed(matter.values),
        "allocated": matter.values.get("part_in_case") != "allocated",
        "supervisor": council.supervisor,
        "number": duty_number(council),
        "working": council.working_now,
    }

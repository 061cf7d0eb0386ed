"""The presenter of information received: the note, with what is still missing above it."""

from cards.flows.receive.note import details, heading
from cards.flows.receive.note_status import above_the_note, headline, no_steps
from cards.flows.receive.template_context import filled
from cards.presenter import FlowPresenter, WelcomePlace

PRESENTER = FlowPresenter(
    headline=headline,
    steps=no_steps,
    filled=filled,
    note=details,
    note_heading=heading,
    note_parts=above_the_note,
    welcome=WelcomePlace("ask", 2),
)

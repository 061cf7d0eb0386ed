"""The presenter of the first conversation with parents."""

from cards.flows.first_contact.checklist import above_the_note, headline, steps, still_open
from cards.flows.first_contact.letters import leaflet
from cards.flows.first_contact.note import details, heading
from cards.flows.first_contact.template_context import filled
from cards.presenter import FlowPresenter, WelcomePlace

PRESENTER = FlowPresenter(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    note_heading=heading,
    pages={"leaflet": leaflet},
    note_parts=above_the_note,
    still_open=still_open,
    welcome=WelcomePlace("ask", 3),
)

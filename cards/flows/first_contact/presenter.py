"""The presenter of the first conversation with parents."""

from cards.elements import Part, rich
from cards.flows.first_contact.checklist import above_the_note, headline, steps, still_open
from cards.flows.first_contact.note import details, heading
from cards.flows.first_contact.template_context import filled, for_the_visit
from cards.letters import letter_box, render_letter
from cards.people import Council, label_values
from cards.presenter import FlowPresenter, Page, WelcomePlace
from cards.words import render_paragraphs, render_text
from dialogs.engine.matter import Matter
from guidance.decision import Decision


def leaflet(matter: Matter, _: Decision, council: Council) -> Page:
    """A text to print or send, with the link to the privacy notice where the council has set it."""
    values = for_the_visit(matter, council)
    body: list[Part] = [rich(runs, spacing="Small") for runs in render_paragraphs("wording.leaflet_hints", **values)]
    body += letter_box("leaflet", render_letter("first_contact/leaflet", **values))
    return Page(render_text("wording.leaflet", **label_values(matter)), tuple(body))


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

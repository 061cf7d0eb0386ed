"""The leaflet to leave with the family."""

from cards import words
from cards.elements import Part, rich
from cards.flows.first_contact.template_context import for_the_visit
from cards.letters import write
from cards.people import Council, names
from cards.presenter import Page
from cards.text_boxes import to_send
from dialogs.engine.matter import Matter
from guidance.decision import Decision


def leaflet(matter: Matter, _: Decision, council: Council) -> Page:
    """A text to print or send, with the link to the privacy notice where the council has set it."""
    values = for_the_visit(matter, council)
    body: list[Part] = [rich(runs, spacing="Small") for runs in words.say_each("wording.leaflet_hints", **values)]
    body += to_send("leaflet", write("first_contact/leaflet", **values))
    return Page(words.label("wording.leaflet", **names(matter)), tuple(body))

"""The leaflet to leave with the family."""

from cards import words
from cards.elements import Part, rich
from cards.face import Page
from cards.first_contact.filled import for_the_visit
from cards.people import Council, names
from cards.texts import to_send
from cards.writing import write
from dialogs.matter import Matter
from guidance.decision import Decision


def leaflet(matter: Matter, _: Decision, council: Council) -> Page:
    """A text to print or send, with the link to the privacy notice where the council has set it."""
    values = for_the_visit(matter, council)
    body: list[Part] = [rich(runs, spacing="Small") for runs in words.say_each("wording.leaflet_hints", **values)]
    body += to_send("leaflet", write("first_contact/leaflet", **values))
    return Page(words.label("wording.leaflet", **names(matter)), tuple(body))

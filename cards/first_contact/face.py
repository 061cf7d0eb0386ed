"""The face of the first conversation with parents."""

from cards.face import Face
from cards.first_contact.checklist import above_the_note, headline, steps, still_open
from cards.first_contact.filled import filled
from cards.first_contact.note import details, heading
from cards.first_contact.pages import leaflet

FIRST_CONTACT_FACE = Face(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    note_heading=heading,
    pages={"leaflet": leaflet},
    note_parts=above_the_note,
    still_open=still_open,
)

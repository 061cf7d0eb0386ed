"""The face of information received: the note, with what is still missing above it."""

from cards.face import Face
from cards.receive.filled import filled
from cards.receive.note import details, heading
from cards.receive.noted import above_the_note, headline, no_steps

RECEIVE_FACE = Face(
    headline=headline,
    steps=no_steps,
    filled=filled,
    note=details,
    note_heading=heading,
    note_parts=above_the_note,
)

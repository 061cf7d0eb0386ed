"""The face of a document that someone else wrote."""

from cards.document.ledger import ledger_box
from cards.document.note import details, heading, noted
from cards.document.pages import author, holding, legal, parents, so_far
from cards.document.reasons import filled
from cards.document.steps import headline, steps
from cards.face import Face
from cards.share.reasons import tensions

DOCUMENT_FACE = Face(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    noted=noted,
    note_heading=heading,
    pages={"author": author, "legal": legal, "holding": holding, "parents": parents, "so_far": so_far},
    tensions=tensions,
    below=ledger_box,
    long=True,
)

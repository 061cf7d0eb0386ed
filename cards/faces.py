"""The face of every flow, by the flow's name."""

from collections.abc import Mapping

from cards import words
from cards.authority.face import AUTHORITY_FACE
from cards.case_summary.face import CASE_SUMMARY_FACE
from cards.document.face import DOCUMENT_FACE
from cards.elements import OwnWords
from cards.face import Face
from cards.first_contact.face import FIRST_CONTACT_FACE
from cards.gather.face import GATHER_FACE
from cards.people import names
from cards.receive.face import RECEIVE_FACE
from cards.share.face import SHARE_FACE
from dialogs.matter import Matter
from guidance.decision import Decision

FACES: Mapping[str, Face] = {
    "share": SHARE_FACE,
    "gather": GATHER_FACE,
    "document": DOCUMENT_FACE,
    "receive": RECEIVE_FACE,
    "first_contact": FIRST_CONTACT_FACE,
    "authority": AUTHORITY_FACE,
    "case_summary": CASE_SUMMARY_FACE,
}


def face_of(matter: Matter) -> Face:
    """The face of the matter's flow."""
    return FACES[matter.flow.name]


def headline(matter: Matter, decision: Decision) -> OwnWords:
    """The answer in one plain sentence."""
    key = f"headlines.{face_of(matter).headline(matter, decision)}"
    return words.label(words.in_flow(matter.flow.name, key), **names(matter))

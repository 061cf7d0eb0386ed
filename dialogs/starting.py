"""What a first message asks for: the flow, and what it says already of its questions."""

from dialogs.answers import Values
from dialogs.asked_once import PART_IN_CASE
from dialogs.desk import Desk
from dialogs.document.flow import DOCUMENT
from dialogs.document.starting import said as document_said
from dialogs.flow import Flow
from dialogs.matter import Matter
from dialogs.new import new_matter
from dialogs.questions import Question
from dialogs.share.flow import SHARE
from dialogs.share.questions import RECIPIENT
from dialogs.speech import says

ON_THE_PHONE = (
    r"(?:someone|somebody)(?:'s| is)? on the (?:phone|line)|on the phone(?: now)?"
    r"|(?:they|school|police) (?:are|is) ringing"
)
SHARING = r"share|sharing|tell|disclose|pass on|speak to|talk to|ring|let .+ know|give|send|inform"


def started(desk: Desk, text: str) -> Matter | None:
    """A fresh matter of the flow that the text asks for, with what it says; None when it asks for none."""
    of_document = document_said(text)
    if "document" in of_document:
        return begun(desk, DOCUMENT, of_document)
    phone = says(text, ON_THE_PHONE)
    said = said_at_first(text, RECIPIENT, PART_IN_CASE)
    if not (phone or said or says(text, SHARING)):
        return None
    return begun(desk, SHARE, said, on_phone=phone)


def begun(desk: Desk, flow: Flow, said: Values, *, on_phone: bool = False) -> Matter:
    """A fresh matter in which this was said already."""
    matter = new_matter(desk, flow, on_phone=on_phone)
    return matter.hold(said) if said else matter


def said_at_first(text: str, *questions: Question) -> Values:
    """What a first message says of these questions; the rest is asked."""
    found = {question.name: question.read_text(text, {}, first=False) for question in questions}
    return {name: said.value for name, said in found.items() if said is not None}

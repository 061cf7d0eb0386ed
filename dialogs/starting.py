"""What a first message asks for: the flow, and what it says already of its questions."""

from dialogs.answers import Values
from dialogs.asked_once import PART_IN_CASE
from dialogs.authority.flow import AUTHORITY
from dialogs.case_summary.flow import CASE_SUMMARY
from dialogs.desk import Desk
from dialogs.flow import Flow
from dialogs.matter import Matter
from dialogs.new import new_matter
from dialogs.phrases import either
from dialogs.questions import Question
from dialogs.share.flow import SHARE
from dialogs.share.questions import RECIPIENT
from dialogs.speech import says

ON_THE_PHONE = (
    r"(?:someone|somebody)(?:'s| is)? on the (?:phone|line)|on the phone(?: now)?"
    r"|(?:they|school|police) (?:are|is) ringing"
)
ASKED = either(
    r"(?:may|can|should|do|must) i (?:answer|reply)",
    r"(?<!i )(?<!we )(?:asking|asks|asked) (?:us|me|for|about)",
    r"wants? (?:to know|information|details)",
    "request for information",
)
"""Someone asks us for something."""
ASKING_NOW = r"(?:they|s?he|someone|somebody)(?:'re|'s| are| is) asking"
"""As is said of someone who is waiting for an answer."""
SUMMARY = either(
    r"(?:draft|write|make|add|update|fill in) (?:[\w']+ ){0,4}case summary",
    "case summary entry",
    "entry in the case summary",
)
"""The entry is to be written, and not the summary given to someone."""
SHARING = r"share|sharing|tell|disclose|pass on|speak to|talk to|ring|let .+ know|give|send|inform"


def started(desk: Desk, text: str) -> Matter | None:
    """A fresh matter of the flow that the text asks for, with what it says; None when it asks for none.

    Someone on the phone who neither asks nor is to be told anything has no flow yet.
    """
    if says(text, SUMMARY):
        return begun(desk, CASE_SUMMARY, {})
    phone = says(text, ON_THE_PHONE)
    said = said_at_first(text, RECIPIENT, PART_IN_CASE)
    if says(text, ASKED):
        return begun(desk, AUTHORITY, said, on_phone=phone or says(text, ASKING_NOW))
    if phone or not (said or says(text, SHARING)):
        return None
    return begun(desk, SHARE, said)


def begun(desk: Desk, flow: Flow, said: Values, *, on_phone: bool = False) -> Matter:
    """A fresh matter in which this was said already."""
    matter = new_matter(desk, flow, on_phone=on_phone)
    return matter.hold(said) if said else matter


def said_at_first(text: str, *questions: Question) -> Values:
    """What a first message says of these questions; the rest is asked."""
    found = {question.name: question.read_text(text, {}, first=False) for question in questions}
    return {name: said.value for name, said in found.items() if said is not None}

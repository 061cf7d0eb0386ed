"""A fresh matter of the flow that a first message asks for."""

from dialogs.answers import Values
from dialogs.desk import Desk
from dialogs.flow import Flow
from dialogs.flows import FLOWS
from dialogs.matter import Matter
from dialogs.new import new_matter
from dialogs.phone import ASKING
from dialogs.speech import says
from dialogs.starting.meant import called, known, meant


def started(desk: Desk, text: str) -> Matter | None:
    """A fresh matter of the one flow that the text asks for, with what it says; None when it asks for none, or two."""
    flows = known(meant(text))
    if len(flows) != 1:
        return None
    on_phone = flows[0] == ASKING and says(text, ASKING_NOW)
    return begun(desk, FLOWS[flows[0]], said_at_first(flows[0], text), on_phone=on_phone)


ASKING_NOW = r"(?:they|s?he|someone|somebody|a caller|the caller)(?:'re|'s| are| is) asking"
"""As is said of someone who is waiting for an answer."""


def begun(desk: Desk, flow: Flow, said: Values, *, on_phone: bool = False) -> Matter:
    """A fresh matter in which this was said already."""
    matter = new_matter(desk, flow, on_phone=on_phone)
    return matter.hold(said) if said else matter


def said_at_first(flow: str, text: str) -> Values:
    """What a first message says of the questions that the flow asks; the rest is asked."""
    asked = {question.name for question in FLOWS[flow].questions()}
    return {name: value for name, value in called(flow).said(text).items() if name in asked}

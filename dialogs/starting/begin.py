"""A fresh matter of the flow that a first message asks for."""

from dialogs.answers import Values
from dialogs.desk import Desk
from dialogs.flow import Flow
from dialogs.flows import FLOWS
from dialogs.matter import Matter
from dialogs.new import new_matter
from dialogs.starting.meant import called, known, meant


def started(desk: Desk, text: str) -> Matter | None:
    """A fresh matter of the one flow that the text asks for, with what it says; None when it asks for none, or two."""
    flows = known(meant(text))
    return begun(desk, FLOWS[flows[0]], said_at_first(flows[0], text)) if len(flows) == 1 else None


def begun(desk: Desk, flow: Flow, said: Values) -> Matter:
    """A fresh matter in which this was said already."""
    matter = new_matter(desk, flow)
    return matter.hold(said) if said else matter


def said_at_first(flow: str, text: str) -> Values:
    """What a first message says of the questions that the flow asks; the rest is asked."""
    asked = {question.name for question in FLOWS[flow].questions()}
    return {name: value for name, value in called(flow).said(text).items() if name in asked}

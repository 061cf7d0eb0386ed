"""A fresh matter of the flow that a first message asks for."""

from dialogs.context import DialogContext
from dialogs.creation import new_matter
from dialogs.engine.answers import Values
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from dialogs.phone_call import ASKING
from dialogs.text.clauses import says
from dialogs.understanding.intents.matching import match_flows


def started(desk: DialogContext, text: str) -> Matter | None:
    """A fresh matter of the one flow that the text asks for, with what it says; None when it asks for none, or two."""
    flows = match_flows(text)
    if len(flows) != 1:
        return None
    on_phone = flows[0] == ASKING and says(text, ASKING_NOW)
    return begun(desk, FLOWS[flows[0]], said_at_first(flows[0], text), on_phone=on_phone)


ASKING_NOW = r"(?:they|s?he|someone|somebody|a caller|the caller)(?:'re|'s| are| is) asking"
"""As is said of someone who is waiting for an answer."""


def begun(desk: DialogContext, flow: Flow, said: Values, *, on_phone: bool = False) -> Matter:
    """A fresh matter in which this was said already."""
    matter = new_matter(desk, flow, on_phone=on_phone)
    return matter.hold(said) if said else matter


def said_at_first(flow: str, text: str) -> Values:
    """What a first message says of the questions that the flow asks; the rest is asked."""
    asked = {question.name for question in FLOWS[flow].questions()}
    return {name: value for name, value in FLOWS[flow].first_message.said(text).items() if name in asked}

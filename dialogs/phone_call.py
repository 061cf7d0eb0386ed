"""Someone is on the phone: whether they ask or tell is said first, and what was filled in goes along.

What is typed below that card, before anything else, is about the call.
"""

from dialogs.context import DialogContext, Press, Result
from dialogs.engine.answers import Values
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Phase
from dialogs.engine.questions import Fault
from dialogs.flows.registry import FLOWS
from dialogs.flows.shared_questions import RUNG_BACK
from dialogs.screens import Aside, OnThePhone, Shown
from dialogs.text import clauses

PHONE = "phone"
"""The name of the screen, as the buttons that lead to it and away from it carry it."""
ASKING, TELLING = "authority", "receive"
THEY_TELL = (
    r"(?:wants?|ringing|calling|rung|needs?|trying) (?:us )?to (?:tell|report|say|let (?:us|me) know|pass)"
    r"|reporting|telling (?:us|me)|worried|concern(?:s|ed)?"
)
THEY_ASK = r"wants?|wanting|asks?|asking|needs?|needing|after|request(?:s|ing)?|demanding|chasing"


def rings(context: DialogContext) -> Result:
    """The screen for a call. What was being done is kept, and no longer what is typed to."""
    left = context.current is not None and context.current.phase is not Phase.COPIED
    asides = (Aside("notice", "kept"),) if left else ()
    return Result(Shown(OnThePhone(ASKING, TELLING if TELLING in FLOWS else ""), asides), None)


def begun_by_call(call: str) -> str:
    """Return the flow that a call asks for, by what was typed of it; "" where it may be either."""
    if clauses.says(call, THEY_TELL):
        return TELLING if TELLING in FLOWS else ""
    return ASKING if clauses.says(call, THEY_ASK) else ""


def said_on_the_phone(press: Press, flow: Flow) -> Values:
    """Return what was filled in on the screen for a call, as far as this flow asks for it."""
    if press.card != PHONE or RUNG_BACK not in list(flow.questions()):
        return {}
    try:
        value = RUNG_BACK.read_inputs(press.inputs, {})
    except Fault:
        return {}
    return {RUNG_BACK.name: value} if value else {}

"""Information received at every point of its flow, for cards to be drawn from."""

from dialogs.engine.matter import Matter
from dialogs.flows.receive.flow import FLOW as RECEIVE
from dialogs.screens import Asking, Shown
from guidance.paragraphs import VERSION
from tests.cards.flow_states import FlowStates
from tests.cards.matters import MATTER_ID, Given

CAME_IN: Given = {
    "child": "P",
    "from_whom": "R.L.",
    "from_job": "health visitor, Northside clinic",
    "they_said": "P has missed two check-ups. T told me that D is back in the flat.",
    "came_how": "phone",
    "came_when": "2026-03-11T13:20",
}
WHOLE: Given = {
    **CAME_IN,
    "rung_back": "yes",
    "limit": "none",
    "limit_says": "",
    "came_with": "none",
    "my_view": "",
}
"""All that 3.13 asks for is noted, nobody set a limit and nothing goes on."""
LIMITED: Given = {
    **WHOLE,
    "limit": "yes",
    "limit_says": "Don't tell D where this came from",
    "my_view": "I am worried for T",
}
TO_PASS_ON: Given = {**WHOLE, "came_how": "email", "came_with": "pass_on"}
NO_NAME: Given = {
    **WHOLE,
    "from_whom": "",
    "from_job": "",
    "they_said": "",
    "rung_back": "not_yet",
    "limit": "unsure",
    "came_with": "unsure",
}
"""A call with almost nothing known of it."""

ON_THE_PHONE = Matter(MATTER_ID, RECEIVE, VERSION, on_phone=True)

RECEIVE_STATES = FlowStates(
    flow=RECEIVE,
    before={"came_in": {}, "limits": CAME_IN},
    answers={
        "whole": ("received", WHOLE),
        "limited": ("received", LIMITED),
        "to pass on": ("received", TO_PASS_ON),
        "no name": ("received_in_part", NO_NAME),
    },
    notes={
        "whole": WHOLE,
        "a limit": LIMITED,
        "a document to pass on": TO_PASS_ON,
        "no name yet": NO_NAME,
        "only an agency": {**WHOLE, "from_whom": "the school", "from_job": "", "rung_back": "no_call"},
        "a job only": {**WHOLE, "from_whom": "", "limit": "yes"},
        "a document to keep": {**WHOLE, "came_how": "letter", "came_with": "keep"},
    },
    filled_in={**LIMITED, "came_with": "pass_on"},
    came_from="a1B2c3D4e5F6",
    extra=(("receive: asking on the phone", Shown(Asking(ON_THE_PHONE, ON_THE_PHONE.position))),),
)

"""Information received: two cards, then the note."""

from dialogs.engine.flow import Ask, Flow, Step
from dialogs.flows.receive import conditions as when
from dialogs.flows.receive import questions as ask
from dialogs.flows.receive.facts import facts
from dialogs.flows.receive.first_message import FIRST_MESSAGE
from dialogs.flows.receive.transitions import HANDS_ON
from dialogs.flows.shared_questions import CHILD, RUNG_BACK

FLOW = Flow(
    name="receive",
    cards=(
        Step(
            "came_in",
            (
                Ask(CHILD),
                Ask(ask.FROM_WHOM),
                Ask(ask.FROM_JOB),
                Ask(ask.THEY_SAID),
                Ask(ask.CAME_HOW),
                Ask(ask.CAME_WHEN),
            ),
        ),
        Step(
            "limits",
            (
                Ask(RUNG_BACK, when.by_phone),
                Ask(ask.LIMIT),
                Ask(ask.LIMIT_SAYS),
                Ask(ask.CAME_WITH),
                Ask(ask.MY_VIEW),
            ),
        ),
    ),
    closing=(),
    facts=facts,
    hands_on=HANDS_ON,
    note_at_once=True,
    dated="came_when",
    kept=("child", "came_when"),
    first_message=FIRST_MESSAGE,
)

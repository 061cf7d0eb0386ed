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
    steps=(
        Step(
            "came_in",
            (
                Ask("", CHILD),
                Ask("3.13", ask.FROM_WHOM),
                Ask("", ask.FROM_JOB),
                Ask("3.13", ask.THEY_SAID),
                Ask("", ask.CAME_HOW),
                Ask("", ask.CAME_WHEN),
            ),
        ),
        Step(
            "limits",
            (
                Ask("", RUNG_BACK, when.by_phone),
                Ask("3.13", ask.LIMIT),
                Ask("3.13", ask.LIMIT_SAYS),
                Ask("4.1", ask.CAME_WITH),
                Ask("", ask.MY_VIEW),
            ),
        ),
    ),
    closing=(),
    facts=facts,
    transitions=HANDS_ON,
    note_at_once=True,
    dated="came_when",
    kept=("child", "came_when"),
    first_message=FIRST_MESSAGE,
)

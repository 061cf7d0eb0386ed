"""Information received: two cards, then the note."""

from dialogs.asked_once import CHILD, RUNG_BACK
from dialogs.flow import Ask, Card, Flow
from dialogs.receive import conditions as when
from dialogs.receive import questions as ask
from dialogs.receive.facts import facts
from dialogs.receive.going_on import HANDS_ON

RECEIVE = Flow(
    name="receive",
    cards=(
        Card(
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
        Card(
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
)

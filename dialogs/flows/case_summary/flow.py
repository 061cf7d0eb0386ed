"""The entry in the case summary: one card, and the entry is drafted."""

from dialogs.engine.flow import Ask, Flow, Step
from dialogs.flows.case_summary import questions as ask
from dialogs.flows.case_summary.facts import facts
from dialogs.flows.case_summary.first_message import FIRST_MESSAGE
from dialogs.flows.shared_questions import CHILD

FLOW = Flow(
    name="case_summary",
    steps=(
        Step(
            "summary_entry",
            (
                Ask("", CHILD),
                Ask("3.10", ask.MAY_LINES),
                Ask("3.10", ask.MAY_TO),
                Ask("3.10", ask.MAY_NOT_LINES),
                Ask("3.10", ask.SAYS_OTHERWISE),
                Ask("3.10", ask.SEEN_WHERE),
            ),
        ),
    ),
    closing=(),
    facts=facts,
    note_at_once=True,
    decided_by="authority",
    first_message=FIRST_MESSAGE,
)

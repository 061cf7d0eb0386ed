"""May I answer this caller? Whose it is to give out (3.10); then, for those who may, the questions of a sharing."""

from dataclasses import replace

from dialogs.engine.flow import Ask, SizeLimit, Step
from dialogs.flows.authority import conditions as when
from dialogs.flows.authority import questions as ask
from dialogs.flows.authority.actions import DRAFTS, HANDS_ON
from dialogs.flows.authority.facts import facts
from dialogs.flows.authority.first_message import FIRST_MESSAGE
from dialogs.flows.authority.invalidation import touched
from dialogs.flows.share.cards import SHARING, STAFF_CARD, closing
from dialogs.flows.share.flow import FLOW as SHARE
from dialogs.flows.share.questions import NEED_TO_KNOW, RECIPIENT
from dialogs.flows.shared_questions import CHILD, PART_IN_CASE, RUNG_BACK

FLOW = replace(
    SHARE,
    name="authority",
    steps=(
        Step(
            "caller",
            (
                Ask("", CHILD),
                Ask("3.10", PART_IN_CASE),
                Ask("3.7", RECIPIENT),
                Ask("", RUNG_BACK),
                Ask("3.10", ask.CASE_SUMMARY_SAYS),
                Ask("3.7", NEED_TO_KNOW),
            ),
        ),
        STAFF_CARD,
        *SHARING,
    ),
    closing=closing(facts),
    facts=facts,
    ends_early=when.nothing_more_matters,
    invalidated=touched,
    texts=DRAFTS,
    transitions=HANDS_ON,
    room=SizeLimit(before=16_650),
    first_message=FIRST_MESSAGE,
)

"""Sharing with a third party: the questions, in the order of section 3."""

from dialogs.engine.flow import Ask, Flow, Step
from dialogs.engine.letter_review import lines_shared, looks
from dialogs.flows.follow_ups_opened import of_sharing
from dialogs.flows.share import conditions as when
from dialogs.flows.share import questions as ask
from dialogs.flows.share.actions import DRAFTS, WAYS, shown_ways
from dialogs.flows.share.cards import SHARING, STAFF_CARD, closing
from dialogs.flows.share.copied_answers import AGAIN, ANOTHER
from dialogs.flows.share.facts import facts
from dialogs.flows.share.first_message import FIRST_MESSAGE
from dialogs.flows.share.invalidation import touched
from dialogs.flows.share.transitions import HANDS_ON
from dialogs.flows.shared_questions import CHILD, PART_IN_CASE

FLOW = Flow(
    name="share",
    steps=(
        Step(
            "you_and_them",
            (Ask("", CHILD), Ask("3.10", PART_IN_CASE), Ask("3.7", ask.RECIPIENT), Ask("3.7", ask.NEED_TO_KNOW)),
        ),
        STAFF_CARD,
        *SHARING,
    ),
    closing=closing(facts),
    facts=facts,
    ends_early=when.nothing_more_matters,
    invalidated=touched,
    actions=WAYS,
    shown_actions=shown_ways,
    texts=DRAFTS,
    transitions=HANDS_ON,
    dated="shared_when",
    kept=(
        "child",
        "part_in_case",
        "recipient",
        "outcome",
        "shared_when",
        "look_again",
        "told_items",
        "told_since",
        "told_each",
        "told_when",
    ),
    told=frozenset({"lines", "shorter", "why", "used_for"}),
    looks=looks(lines_shared, "why", "used_for"),
    follow_ups=of_sharing,
    another=ANOTHER,
    again=AGAIN,
    first_message=FIRST_MESSAGE,
)

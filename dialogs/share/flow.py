"""Sharing with a third party: the questions, in the order of section 3."""

from dialogs.answers import Values
from dialogs.asked_once import CHILD, PART_IN_CASE
from dialogs.flow import Ask, Card, Flow
from dialogs.follow_ups.opened import of_sharing
from dialogs.share import conditions as when
from dialogs.share import questions as ask
from dialogs.share.cards import (
    AUTHOR,
    CLOSER_LOOK,
    GROUNDS,
    PARENTS_KNOW,
    TELL_FIRST,
    TOLD_SINCE,
    WEIGH,
    WHAT_AND_WHY,
)
from dialogs.share.facts import facts
from dialogs.share.touched import touched
from dialogs.share.ways import DRAFTS, WAYS, shown_ways
from guidance.decide import decide


def shared_against_the_answer(values: Values) -> bool:
    """It was shared though the answer was "not yet": the worker says why, in their own words."""
    return values.get("outcome") == "shared" and not decide(*facts(values)).may_go_ahead_now


SHARE = Flow(
    name="share",
    cards=(
        Card("you_and_them", (Ask(CHILD), Ask(PART_IN_CASE), Ask(ask.RECIPIENT), Ask(ask.NEED_TO_KNOW))),
        WHAT_AND_WHY,
        AUTHOR,
        WEIGH,
        CLOSER_LOOK,
        PARENTS_KNOW,
        TELL_FIRST,
        GROUNDS,
    ),
    closing=(
        TOLD_SINCE,
        Card(
            "shared",
            (
                Ask(ask.SHARED_WHEN, when.closed_as("shared")),
                Ask(ask.SHARED_HOW, when.closed_as("shared")),
                Ask(ask.SHARED_WITH, when.closed_as("shared")),
                Ask(ask.SHARED_DIFFERENT, when.closed_as("shared")),
                Ask(ask.PARENTS_SAID, when.closed_as("shared")),
                Ask(ask.CHILD_VIEW, when.shared_untold),
                Ask(ask.DEPARTED_BECAUSE, shared_against_the_answer),
                Ask(ask.LOOK_AGAIN, when.shared_untold),
            ),
        ),
        Card("passed_on", (Ask(ask.PASSED_ON_TO, when.closed_as("passed_on")),)),
        Card("not_shared", (Ask(ask.NOT_SHARED_BECAUSE, when.closed_as("not_shared")),)),
    ),
    facts=facts,
    ends_early=when.nothing_more_matters,
    touched=touched,
    ways=WAYS,
    shown_ways=shown_ways,
    drafts=DRAFTS,
    dated="shared_when",
    kept=("child", "recipient", "outcome", "shared_when", "look_again", "told_items", "told_when"),
    told=frozenset({"lines", "shorter", "why", "used_for"}),
    follow_ups=of_sharing,
)

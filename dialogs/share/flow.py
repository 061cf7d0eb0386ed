"""Sharing with a third party: the questions, in the order of section 3."""

from dialogs.asked_once import CHILD, PART_IN_CASE
from dialogs.flow import Ask, Card, Flow
from dialogs.follow_ups.opened import of_sharing
from dialogs.looks import lines_shared, looks
from dialogs.share import conditions as when
from dialogs.share import questions as ask
from dialogs.share.beyond import HANDS_ON
from dialogs.share.cards import SHARING, STAFF_CARD, closing
from dialogs.share.carried import AGAIN, ANOTHER
from dialogs.share.facts import facts
from dialogs.share.touched import touched
from dialogs.share.ways import DRAFTS, WAYS, shown_ways

SHARE = Flow(
    name="share",
    cards=(
        Card("you_and_them", (Ask(CHILD), Ask(PART_IN_CASE), Ask(ask.RECIPIENT), Ask(ask.NEED_TO_KNOW))),
        STAFF_CARD,
        *SHARING,
    ),
    closing=closing(facts),
    facts=facts,
    ends_early=when.nothing_more_matters,
    touched=touched,
    ways=WAYS,
    shown_ways=shown_ways,
    drafts=DRAFTS,
    hands_on=HANDS_ON,
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
)

"""May I answer this caller? Whose it is to give out (3.10); then, for those who may, the questions of a sharing."""

from dataclasses import replace

from dialogs.asked_once import CHILD, PART_IN_CASE, RUNG_BACK
from dialogs.authority import conditions as when
from dialogs.authority import questions as ask
from dialogs.authority.facts import facts
from dialogs.authority.touched import touched
from dialogs.authority.ways import DRAFTS, HANDS_ON
from dialogs.flow import Ask, Card, Room
from dialogs.share.cards import SHARING, STAFF_CARD, closing
from dialogs.share.flow import SHARE
from dialogs.share.questions import NEED_TO_KNOW, RECIPIENT

AUTHORITY = replace(
    SHARE,
    name="authority",
    cards=(
        Card(
            "caller",
            (
                Ask(CHILD),
                Ask(PART_IN_CASE),
                Ask(RECIPIENT),
                Ask(RUNG_BACK),
                Ask(ask.CASE_SUMMARY_SAYS),
                Ask(NEED_TO_KNOW),
            ),
        ),
        STAFF_CARD,
        *SHARING,
    ),
    closing=closing(facts),
    facts=facts,
    ends_early=when.nothing_more_matters,
    touched=touched,
    drafts=DRAFTS,
    hands_on=HANDS_ON,
    room=Room(before=16_650),
)

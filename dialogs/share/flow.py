"""Sharing with a third party: the questions, in the order of section 3."""

from dialogs.answers import Values
from dialogs.flow import Ask, Card, Flow
from dialogs.share import conditions as when
from dialogs.share import questions as ask
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
        Card("you_and_them", (Ask(ask.CHILD), Ask(ask.PART_IN_CASE), Ask(ask.RECIPIENT), Ask(ask.NEED_TO_KNOW))),
        Card(
            "what_and_why",
            (
                Ask(ask.RECIPIENT_NAMED, when.needs_naming),
                Ask(ask.LINES),
                Ask(ask.WHY),
                Ask(ask.USED_FOR),
                Ask(ask.SOMEONE_ELSES),
            ),
        ),
        Card(
            "author",
            (
                Ask(ask.AUTHOR_AGREED, when.someone_elses_words),
                Ask(ask.AUTHOR_TALK, when.someone_elses_words),
                Ask(ask.LAWFUL_DOUBT, when.someone_elses_words),
            ),
        ),
        Card("weigh", (Ask(ask.WEIGHTS),)),
        Card(
            "closer_look",
            (
                Ask(ask.SHORTER, when.some_to_trim),
                Ask(ask.LINE_RELEVANT, when.some_unsure),
                Ask(ask.LINE_NECESSARY, when.some_unsure),
                Ask(ask.LINE_PROPORTIONATE, when.some_unsure),
            ),
        ),
        Card("parents_know", (Ask(ask.TOLD_ITEMS),)),
        Card(
            "tell_first",
            (Ask(ask.REASONS, when.not_told), Ask(ask.PARENTS, when.not_told), Ask(ask.CONTACT, when.not_told)),
        ),
        Card(
            "grounds",
            (
                Ask(ask.HARM_SUFFERED, when.reason_given("risk", "unsure")),
                Ask(ask.HARM_KNOWN, when.reason_given("risk", "unsure")),
                Ask(ask.REAL_CONCERN, when.reason_given("risk", "unsure")),
                Ask(ask.CONCERN_BECAUSE, when.reason_given("risk", "unsure")),
                Ask(ask.CRIME_BECAUSE, when.reason_given("crime")),
                Ask(ask.NOT_PRACTICABLE_BECAUSE, when.reason_given("not_practicable")),
                Ask(ask.COURT_COVERS, when.reason_given("court")),
                Ask(ask.KINDS, when.reason_given("risk", "crime", "not_practicable", "court")),
            ),
        ),
    ),
    closing=(
        Card("told_since", (Ask(ask.TOLD_WHEN, when.told_since), Ask(ask.TOLD_HOW, when.told_since))),
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
)

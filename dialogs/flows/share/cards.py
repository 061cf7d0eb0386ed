"""The cards of a sharing that other flows ask as well, in the order of section 3."""

from collections.abc import Callable, Mapping
from typing import Any

from dialogs.engine.answers import Values, disagreed
from dialogs.engine.flow import Ask, Step, only_when
from dialogs.flows.share import conditions as when
from dialogs.flows.share import questions as ask
from dialogs.flows.shared_questions import CONTACT, PARENTS, STAFF
from guidance.decide import may_go_ahead

WHAT_AND_WHY = Step(
    "what_and_why",
    (
        Ask("3.7", ask.RECIPIENT_NAMED, when.needs_naming),
        Ask("3.7", ask.LINES),
        Ask("3.5(b)", ask.WHY),
        Ask("3.5(c)", ask.USED_FOR),
        Ask("4.1", ask.SOMEONE_ELSES),
    ),
)
STAFF_CARD = Step("staff", (Ask("3.10", STAFF, when.authorised),))
COURT_FIRST = Step("court_first", (Ask("3.9(d)", ask.COURT_ORDERED, when.court_in_question),))
AUTHOR = Step(
    "author",
    (
        Ask("4.1", ask.AUTHOR_AGREED, when.someone_elses_words),
        Ask("4.2", ask.AUTHOR_TALK, when.someone_elses_words),
        Ask("4.3", ask.LAWFUL_DOUBT, when.someone_elses_words),
    ),
)
WEIGH = Step("weigh", (Ask("3.7", ask.WEIGHTS), Ask("2.3", ask.KINDS)))
CLOSER_LOOK = Step(
    "closer_look",
    (
        Ask("3.7", ask.SHORTER, when.some_to_trim),
        Ask("3.7", ask.LINE_RELEVANT, when.some_unsure),
        Ask("3.7", ask.LINE_NECESSARY, when.some_unsure),
        Ask("3.7", ask.LINE_PROPORTIONATE, when.some_unsure),
    ),
)
PARENTS_KNOW = Step("parents_know", (Ask("3.5", ask.TOLD_ITEMS),))
TELL_FIRST = Step(
    "tell_first",
    (
        Ask("3.9", ask.REASONS, when.why_untold),
        Ask("3.2", PARENTS, when.why_untold),
        Ask("3.2", CONTACT, when.why_untold),
    ),
)
GROUNDS = Step(
    "grounds",
    (
        Ask("3.9(a)", ask.HARM_SUFFERED, when.reason_given("risk", "unsure")),
        Ask("3.9(a)", ask.HARM_KNOWN, when.reason_given("risk", "unsure")),
        Ask("3.9(a)", ask.REAL_CONCERN, when.reason_given("risk", "unsure")),
        Ask("3.9(a)", ask.CONCERN_BECAUSE, when.reason_given("risk", "unsure")),
        Ask("3.9(b)", ask.CRIME_BECAUSE, when.reason_given("crime")),
        Ask("3.9(c)", ask.NOT_PRACTICABLE_BECAUSE, when.reason_given("not_practicable")),
        Ask("3.9(d)", ask.COURT_COVERS, when.reason_given("court")),
    ),
)
TOLD_SINCE = Step(
    "told_since",
    (
        Ask("3.5", ask.TOLD_WHEN, when.told_since),
        Ask("3.5", ask.TOLD_EACH, when.each_asked),
        Ask("3.5", ask.TOLD_HOW, when.told_since),
    ),
)
PASSED_ON = Step(
    "passed_on",
    (
        Ask("3.10", ask.PASSED_ON_TO, when.closed_as("passed_on")),
        Ask("3.10", ask.HAND_OVER, when.closed_as("passed_on")),
    ),
)
NOT_SHARED = Step("not_shared", (Ask("3.8", ask.NOT_SHARED_BECAUSE, when.closed_as("not_shared")),))
SHARING = (
    *(only_when(when.wanted, card) for card in (WHAT_AND_WHY, AUTHOR, WEIGH, CLOSER_LOOK)),
    COURT_FIRST,
    PARENTS_KNOW,
    TELL_FIRST,
    GROUNDS,
)
"""Everything that is asked of a sharing once it is known whose case it is and who is told."""

FactsOf = Callable[[Values], tuple[str, Mapping[str, Any]]]


def closing(facts: FactsOf) -> tuple[Step, ...]:
    """The cards after the answer. `facts`: those that the flow decides by, to know what went against its answer."""

    def shared_against_a_no(values: Values) -> bool:
        """It was shared though the answer was "not yet", or a supervisor did not agree: the worker says why."""
        shared = values.get("outcome") == "shared"
        return shared and (disagreed(values) or not may_go_ahead(*facts(values)))

    asks = (
        Ask("3.8", ask.SHARED_WHEN, when.closed_as("shared")),
        Ask("3.8", ask.SHARED_HOW, when.closed_as("shared")),
        Ask("3.11", ask.SHARED_WITH, when.closed_as("shared")),
        Ask("3.8", ask.SHARED_DIFFERENT, when.closed_as("shared")),
        Ask("3.8", ask.PARENTS_SAID, when.closed_as("shared")),
        Ask("", ask.CHILD_VIEW, when.shared_untold),
        Ask("", ask.DEPARTED_BECAUSE, shared_against_a_no),
        Ask("3.12", ask.LOOK_AGAIN, when.shared_untold),
    )
    return (TOLD_SINCE, Step("shared", asks), PASSED_ON, NOT_SHARED)

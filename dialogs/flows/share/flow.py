"""Sharing with a third party: what is asked, in the order of section 3, and what can be done with the answer."""

from collections.abc import Callable, Mapping
from typing import Any

from dialogs.engine.answers import DISAGREED, GOES_AHEAD, Values
from dialogs.engine.flow import Ask, CopiedAnswers, Flow, GeneratedText, OutcomeAction, Step, Transition, only_when
from dialogs.engine.letter_review import lines_shared, looks
from dialogs.flows.document.facts import found_out
from dialogs.flows.follow_ups_opened import of_sharing
from dialogs.flows.share import conditions as when
from dialogs.flows.share import offered, typed
from dialogs.flows.share import questions as ask
from dialogs.flows.share.facts import facts
from dialogs.flows.share.first_message import FIRST_MESSAGE
from dialogs.flows.share.invalidation import invalidated
from dialogs.flows.shared_questions import CHILD, CONTACT, PARENTS, PART_IN_CASE, STAFF
from guidance.decide import may_go_ahead

STAFF_STEP = Step("staff", (Ask("3.10", STAFF, when.authorised),))
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
COURT_FIRST = Step("court_first", (Ask("3.9(d)", ask.COURT_ORDERED, when.court_in_question),))
PARENTS_KNOW = Step("parents_know", (Ask("3.5", ask.TOLD_ITEMS),))
TELL_FIRST = Step(
    "tell_first",
    (
        Ask("3.9", ask.REASONS, when.why_untold),
        Ask("3.2", PARENTS, when.why_untold),
        Ask("3.2", CONTACT, when.why_untold),
    ),
)
AT_RISK = when.reason_given("risk", "unsure")
GROUNDS = Step(
    "grounds",
    (
        Ask("3.9(a)", ask.HARM_SUFFERED, AT_RISK),
        Ask("3.9(a)", ask.HARM_KNOWN, AT_RISK),
        Ask("3.9(a)", ask.REAL_CONCERN, AT_RISK),
        Ask("3.9(a)", ask.CONCERN_BECAUSE, AT_RISK),
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
    *(only_when(when.wanted, step) for step in (WHAT_AND_WHY, AUTHOR, WEIGH, CLOSER_LOOK)),
    COURT_FIRST,
    PARENTS_KNOW,
    TELL_FIRST,
    GROUNDS,
)
"""Everything that is asked of a sharing once it is known whose case it is and who is told."""

FactsOf = Callable[[Values], tuple[str, Mapping[str, Any]]]


def closing(facts: FactsOf) -> tuple[Step, ...]:
    """The steps after the answer. `facts`: those that the flow decides by, to know what went against its answer."""

    def shared_against_a_no(values: Values) -> bool:
        """It was shared though the answer was "not yet" or a supervisor did not agree."""
        if values.get("outcome") != "shared":
            return False
        known = values.get(GOES_AHEAD)
        return DISAGREED in values or not (may_go_ahead(*facts(values)) if known is None else known)

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


AS_DRAFTED = ""
"""The message that hands it over was not written again."""
THEY_KNOW = OutcomeAction(  # 3.5
    "they_know", "told_since", {"told_since": "yes"}, offered.parents_untold, in_note=False, typed=typed.THEY_KNOW_NOW
)
"""Once it is closed as shared, "they know" would say that they were told first: so it is not taken from the note."""
FOR_PARENTS = GeneratedText("parents", offered.parents_to_be_told, typed.WORDS_FOR_PARENTS, looked_at=True)  # 3.5

SAME = ("child", "part_in_case", "recipient", "why", "used_for", "parents", "contact")


def about_the_document(values: Values) -> Values:
    """What the ledger starts with. Told-of-this, the need and any agreement are asked there of the document itself."""
    professional = values.get("recipient") != "not_professional"
    return {
        **{name: values.get(name) for name in SAME},
        "audience": ["other_professionals"] if professional else None,
        "who_exactly": values.get("recipient_named") or None,
    }


# A go-ahead may rest on harm and grounds: in a further sharing they are said back, and chosen again. Never carried
# over: what the parents were told, an author's agreement and, for someone else, the need and the weighing.
SAID_BACK = ("reasons", "harm_suffered", "real_concern", "court_covers")
IN_OWN_WORDS = ("harm_known", "concern_because", "crime_because", "not_practicable_because")
WEIGHED = ("weights", "shorter", "line_relevant", "line_necessary", "line_proportionate")

FLOW = Flow(
    name="share",
    steps=(
        Step(
            "you_and_them",
            (Ask("", CHILD), Ask("3.10", PART_IN_CASE), Ask("3.7", ask.RECIPIENT), Ask("3.7", ask.NEED_TO_KNOW)),
        ),
        STAFF_STEP,
        *SHARING,
    ),
    closing=closing(facts),
    looks=looks(lines_shared, "why", "used_for"),
    actions=(
        OutcomeAction("shared", "shared", {"outcome": "shared"}, offered.theirs_to_share, typed=typed.SHARED),  # 3.8
        OutcomeAction(  # 3.8
            "not_shared", "not_shared", {"outcome": "not_shared"}, offered.theirs_to_share, typed=typed.NOT_SHARED
        ),
        OutcomeAction(  # 3.10
            "passed_on",
            "passed_on",
            {"outcome": "passed_on", "hand_over": AS_DRAFTED},
            offered.not_theirs,
            typed=typed.PASSED_ON,
        ),
        THEY_KNOW,
    ),
    shown_actions=offered.shown_actions,
    texts=(
        FOR_PARENTS,
        GeneratedText("recipient", offered.something_to_say, typed.WORDS_FOR_RECIPIENT),  # 3.7
    ),
    transitions=(
        Transition("document", offered=offered.in_the_pack, carries=about_the_document, brings_back=found_out),  # 4.1
    ),
    another=CopiedAnswers(
        when.mine_to_share,
        held=("child", "part_in_case", "lines", "someone_elses", "parents", "contact"),
        filled_in=("why", *IN_OWN_WORDS, "kinds"),
        told_back=SAID_BACK,
    ),
    again=CopiedAnswers(
        when.was_shared,
        held=("child", "recipient"),
        filled_in=(
            "part_in_case",
            "need_to_know",
            "recipient_named",
            "lines",
            "why",
            "used_for",
            "someone_elses",
            *WEIGHED,
            "parents",
            "contact",
            *IN_OWN_WORDS,
            "kinds",
        ),
        told_back=SAID_BACK,
    ),
    facts=facts,
    ends_early=when.nothing_more_matters,
    invalidated=invalidated,
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
    follow_ups=of_sharing,
    first_message=FIRST_MESSAGE,
)

"""The first conversation with parents: the checklist before the visit, then what was said."""

from typing import Any

from dialogs.engine.answers import Answers, Values
from dialogs.engine.flow import Ask, Flow, GeneratedText, OutcomeAction, Step, Transition
from dialogs.flows.first_contact import conditions as when
from dialogs.flows.first_contact import questions as ask
from dialogs.flows.first_contact import typed
from dialogs.flows.first_contact.first_message import FIRST_MESSAGE
from dialogs.flows.shared_questions import CHILD, PARENTS

LATER = Step(
    "talked_again",
    (
        Ask("3.5", ask.AGAIN_WHEN, when.talked_again),
        Ask("3.3", ask.COVERED_SINCE, when.talked_again),
        Ask("3.5", ask.AGAIN_ASKED, when.talked_again),
    ),
)


def invalidated(_: Answers, given: Values) -> list[str]:
    """One more visit: the card of the later visits is asked again, with what it holds filled in."""
    return [ask.question.name for ask in LATER.asks] if "again" in given else []


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """3.3 to 3.6  What has been covered; before the visit, none of it. Nothing counts as said that was not ticked."""
    said = when.covered(values)
    return "first_contact", {"covered": {point: point in said for point in when.POINTS}}


FLOW = Flow(
    name="first_contact",
    steps=(
        Step("visit", (Ask("", CHILD), Ask("3.2", PARENTS), Ask("", ask.VISIT_NEEDS), Ask("", ask.WHICH_LANGUAGE))),
    ),
    closing=(
        Step(
            "talked",
            (
                Ask("3.5", ask.TALKED_WHEN, when.talked),
                Ask("3.5", ask.TALKED_WITH, when.talked),
                Ask("3.3", ask.COVERED, when.talked),
                Ask("3.5", ask.PARENTS_ASKED, when.talked),
                Ask("3.5", ask.UNDERSTOOD, when.talked),
                Ask("", ask.WORRIES, when.talked),
                Ask("", ask.PARENTS_WANT, when.talked),
            ),
        ),
        LATER,
    ),
    facts=facts,
    invalidated=invalidated,
    actions=(
        OutcomeAction("talked", "talked", {"outcome": "talked"}, when.not_yet_talked, typed=typed.TALKED),
        OutcomeAction("talked_again", "talked_again", {"again": "yes"}, when.something_left, typed=typed.TALKED_AGAIN),
    ),
    shown_actions=lambda _, __: ("talked",),
    texts=(GeneratedText("leaflet", lambda _, __: True, typed.LEAFLET),),
    transitions=(Transition("first_contact", when.left_once_copied, when.for_the_next_visit, once_copied=True),),
    dated="talked_when",
    kept=("child", "outcome", "talked_when", "covered", "again", "again_when", "covered_since"),
    first_message=FIRST_MESSAGE,
)

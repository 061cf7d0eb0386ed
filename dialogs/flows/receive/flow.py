"""Information received: two steps, then the note; and where it can go on (3.13, 3.7, 4.1)."""

import re
from typing import Any

from dialogs.engine.answers import Json, Values
from dialogs.engine.flow import Ask, Flow, Step, Transition
from dialogs.engine.questions import Fault
from dialogs.flows.receive import conditions as when
from dialogs.flows.receive import questions as ask
from dialogs.flows.receive.first_message import FIRST_MESSAGE
from dialogs.flows.share.questions import LINES, SOMEONE_ELSES
from dialogs.flows.shared_questions import CHILD, RUNG_BACK

SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """3.13  What is noted, and whether a document is to go on. Nothing is filled in that was not said."""
    return "receive", {
        "name_noted": when.named(values),
        "details_noted": when.told_something(values),
        "restriction_stated": when.limit_stated(values),
        "restriction_noted": bool(when.limit_said(values)),
        "wants_to_pass_on_the_written_document": when.goes_on_in_writing(values),
    }


def to_share(values: Values) -> Values:
    """The child, and what was said as lines to be weighed: it is somebody else's, so 4.1 is asked as well."""
    return {
        "child": values.get("child"),
        "part_in_case": values.get("part_in_case"),
        LINES.name: _lines(str(values.get("they_said") or "")),
        SOMEONE_ELSES.name: "yes",
    }


def _lines(said: str) -> Json:
    """A sentence a line; nothing where that makes more or longer lines than can be weighed."""
    try:
        return LINES.read_inputs({LINES.name: "\n".join(SENTENCE_ENDS.split(said))}, {})
    except Fault:
        return None


def to_document(values: Values) -> Values:
    """The child and no more: who passed a document on need not be its author."""
    return {"child": values.get("child"), "part_in_case": values.get("part_in_case")}


FLOW = Flow(
    name="receive",
    steps=(
        Step(
            "came_in",
            (
                Ask("", CHILD),
                Ask("3.13", ask.FROM_WHOM),
                Ask("", ask.FROM_JOB),
                Ask("3.13", ask.THEY_SAID),
                Ask("", ask.CAME_HOW),
                Ask("", ask.CAME_WHEN),
            ),
        ),
        Step(
            "limits",
            (
                Ask("", RUNG_BACK, when.by_phone),
                Ask("3.13", ask.LIMIT),
                Ask("3.13", ask.LIMIT_SAYS),
                Ask("4.1", ask.CAME_WITH),
                Ask("", ask.MY_VIEW),
            ),
        ),
    ),
    closing=(),
    facts=facts,
    transitions=(
        Transition("share", when.something_to_share, to_share),  # 3.7
        Transition("document", when.a_document_to_pass_on, to_document),  # 4.1
    ),
    note_at_once=True,
    dated="came_when",
    kept=("child", "came_when"),
    first_message=FIRST_MESSAGE,
)

"""Where information received can go on: into a sharing of what was said, or the ledger of what came with it."""

import re

from dialogs.engine.answers import Json, Values
from dialogs.engine.flow import Transition
from dialogs.engine.questions import Fault
from dialogs.flows.receive.conditions import goes_on_in_writing, something_to_share
from dialogs.flows.share.questions import LINES, SOMEONE_ELSES
from guidance.decision import Decision

SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")


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


def a_document_to_pass_on(values: Values, _: Decision) -> bool:
    """4.1  Whether a document came with it that is to be passed on, or may be."""
    return goes_on_in_writing(values) is not False


def to_document(values: Values) -> Values:
    """The child and no more: who passed a document on need not be its author."""
    return {"child": values.get("child"), "part_in_case": values.get("part_in_case")}


HANDS_ON = (
    Transition("share", something_to_share, to_share),
    Transition("document", a_document_to_pass_on, to_document),
)

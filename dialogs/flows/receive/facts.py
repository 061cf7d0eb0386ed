"""From the worker's answers to the facts that `guidance.decide` weighs. Nothing is filled in that was not said."""

from typing import Any

from dialogs.engine.answers import Values
from dialogs.flows.receive import conditions as when


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """3.13  What is noted, and whether a document is to go on."""
    return "receive", {
        "name_noted": when.named(values),
        "details_noted": when.told_something(values),
        "restriction_stated": when.limit_stated(values),
        "restriction_noted": bool(when.limit_said(values)),
        "wants_to_pass_on_the_written_document": when.goes_on_in_writing(values),
    }

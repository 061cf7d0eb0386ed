"""From the worker's answers to the facts of 3.10: those of a sharing, with what the case summary says."""

from collections.abc import Mapping
from typing import Any

from dialogs.engine.answers import Values
from dialogs.flows.share import facts as sharing

SUMMARY: Mapping[object, str] = {"may": "may be disclosed", "may_not": "may not be disclosed"}


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """The flow to decide by, and the facts."""
    _, said = sharing.facts(values)
    summary = SUMMARY.get(values.get("case_summary_says"), "silent")
    return "authority", {**said, "case_summary_says": summary}

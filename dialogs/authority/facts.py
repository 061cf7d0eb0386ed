"""From the worker's answers to the facts of 3.10: those of a sharing, with the case summary and who is asked."""

from collections.abc import Mapping
from typing import Any

from dialogs.answers import Values
from dialogs.authority.conditions import authorised
from dialogs.share import facts as sharing

SUMMARY: Mapping[object, str] = {"may": "may be disclosed", "may_not": "may not be disclosed"}


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """The flow to decide by, and the facts. Who is allocated or supervises is social work staff by that."""
    _, said = sharing.facts(values)
    staff = sharing.TRUTH[values.get("staff", "unsure")] if authorised(values) else True
    summary = SUMMARY.get(values.get("case_summary_says"), "silent")
    return "authority", {**said, "case_summary_says": summary, "is_social_work_staff": staff}

"""From the worker's answers to what an entry in the case summary holds (3.10)."""

from typing import Any

from dialogs.engine.answers import Values
from dialogs.engine.lines import lines_of
from dialogs.flows.share.conditions import ticked


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """The flow to decide by, and the entry as it is drafted: what is missing of it is named in the decision."""
    drafted = {
        "information_that_may_be_disclosed": bool(lines_of(values, "may_lines")),
        "information_that_may_not_be_disclosed": bool(lines_of(values, "may_not_lines")),
        "easily_accessible_to_all_team_members": bool({"summary", "elsewhere"} & set(ticked(values, "seen_where"))),
    }
    return "authority", {"note_drafted": drafted}

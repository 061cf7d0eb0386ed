"""The entry in the case summary: one card, and the entry is drafted."""

from typing import Any

from dialogs.engine.answers import Values
from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.engine.flow import Ask, Flow, Step
from dialogs.engine.lines import lines_of
from dialogs.flows.case_summary import questions as ask
from dialogs.flows.share.conditions import ticked
from dialogs.flows.shared_questions import CHILD
from dialogs.text.entities import THE

STARTS = (
    Start(
        Fit.SURE,
        ("case summary", r"what can and (?:can'?t|cannot|can not) be (?:told|shared|said)"),
        rf"(?:share|send|give|show) {THE}case summary",
    ),
    Start(
        Fit.LIKELY,
        ("off limits", r"(?:how|where) (?:will|would|wd|do|can) (?:my |the )?(?:colleagues|team|they)\b.*\bknow"),
    ),
)


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """3.10  The entry as it is drafted: what is missing of it is named in the decision."""
    drafted = {
        "information_that_may_be_disclosed": bool(lines_of(values, "may_lines")),
        "information_that_may_not_be_disclosed": bool(lines_of(values, "may_not_lines")),
        "easily_accessible_to_all_team_members": bool({"summary", "elsewhere"} & set(ticked(values, "seen_where"))),
    }
    return "authority", {"note_drafted": drafted}


FLOW = Flow(
    name="case_summary",
    steps=(
        Step(
            "summary_entry",
            (
                Ask("", CHILD),
                Ask("3.10", ask.MAY_LINES),
                Ask("3.10", ask.MAY_TO),
                Ask("3.10", ask.MAY_NOT_LINES),
                Ask("3.10", ask.SAYS_OTHERWISE),
                Ask("3.10", ask.SEEN_WHERE),
            ),
        ),
    ),
    closing=(),
    facts=facts,
    note_at_once=True,
    decided_by="authority",
    first_message=FirstMessage(place=3, names="case summary(?: entry)?", starts=STARTS),
)

"""The entry in the case summary: one card, and the entry is drafted."""

from dialogs.asked_once import CHILD
from dialogs.case_summary import questions as ask
from dialogs.case_summary.facts import facts
from dialogs.flow import Ask, Card, Flow

CASE_SUMMARY = Flow(
    name="case_summary",
    cards=(
        Card(
            "summary_entry",
            (
                Ask(CHILD),
                Ask(ask.MAY_LINES),
                Ask(ask.MAY_TO),
                Ask(ask.MAY_NOT_LINES),
                Ask(ask.SAYS_OTHERWISE),
                Ask(ask.SEEN_WHERE),
            ),
        ),
    ),
    closing=(),
    facts=facts,
    note_at_once=True,
    decided_by="authority",
)

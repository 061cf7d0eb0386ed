"""What supervisors said of a matter, as it stands in its note: in their own names, with the worker's reason beside."""

from datetime import datetime
from typing import Any

from cards import words
from cards.approvals.ownership import rests_on_guidance
from cards.approvals.times import clock_of, unstopped
from dialogs.approvals.effects import Seen, verdicts
from dialogs.approvals.request import RequestKind
from dialogs.engine.answers import disagreed
from dialogs.engine.matter import Matter
from guidance.decision import Decision


def weighed(matter: Matter, decision: Decision) -> dict[str, Any]:
    """For a note: a line for each verdict on the answers as they stand, and why the worker went on against a no."""
    against = [seen for seen in verdicts(matter) if seen.state == "not_agreed" and seen.before_close]
    no = decision.may_go_ahead_now is not True
    key = "both" if no and against else ("view" if against else "answer")
    who = against[-1].who if against else ""
    went_on = no or disagreed(matter.values)
    return {
        "seen": [_line(seen) for seen in verdicts(matter)],
        "weighed": words.plain(f"approvals.note.weighed_{key}", who=who).text,
        "departed": matter.values.get("departed_because", "") if went_on else "",
    }


def _line(seen: Seen) -> str:
    when = clock_of(datetime.fromisoformat(seen.when))
    filled = {"who": seen.who, "when": when, "reason": unstopped(seen.reason)}
    return words.plain(f"approvals.note.{seen.state}", ref=rests_on_guidance(RequestKind(seen.kind)), **filled).text

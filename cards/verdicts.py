"""The verdicts of supervisors on a matter, for its note: in their own names, beside the worker's reason."""

from datetime import datetime
from typing import Any

from cards.times import london_time
from cards.words import render_run, without_stop
from dialogs.approvals.effects import VerdictRecord, current_verdicts
from dialogs.approvals.request import RequestKind
from dialogs.approvals.review_required import guidance_ref
from dialogs.engine.answers import DISAGREED
from dialogs.engine.matter import Matter
from guidance.decision import Decision


def verdict_values(matter: Matter, decision: Decision) -> dict[str, Any]:
    """Return a note's line for each current verdict, and the worker's reason for going on against a no."""
    against = [seen for seen in current_verdicts(matter) if seen.state == "not_agreed" and seen.before_close]
    no = decision.may_go_ahead_now is not True
    key = "both" if no and against else ("view" if against else "answer")
    who = against[-1].who if against else ""
    went_on = no or DISAGREED in matter.values
    return {
        "seen": [_line(seen) for seen in current_verdicts(matter)],
        "weighed": render_run(f"approvals.note.weighed_{key}", who=who).text,
        "departed": matter.values.get("departed_because", "") if went_on else "",
    }


def _line(seen: VerdictRecord) -> str:
    when = london_time(datetime.fromisoformat(seen.when))
    filled = {"who": seen.who, "when": when, "reason": without_stop(seen.reason)}
    return render_run(f"approvals.note.{seen.state}", ref=guidance_ref(RequestKind(seen.kind)), **filled).text

"""The lines drafted for the note on MOSAIC as a follow-up goes on."""

from datetime import datetime
from typing import Any

from cards.elements import OwnWords
from cards.times import LONDON, format_date_time, format_day, london_time
from cards.words import key_for_flow, render_run, render_text
from dialogs.approvals.request import Request
from dialogs.engine.children import together
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.follow_ups.form import Done, Move


def done_line(follow_up: FollowUp, how: Done) -> str:
    """Return when, how and by whom the family was told, or the answer came, in the worker's words."""
    filled = {
        **follow_up_values(follow_up),
        "when": format_date_time(how.when),
        "how": how.how.rstrip(" ."),
        "by": how.by.rstrip(" ."),
        "who": how.who.rstrip(" ."),
        "everyone": how.everyone,
        "before": together(follow_up.told),
        "left": together(one for one in follow_up.left if one not in how.told),
    }
    return render_run(f"follow_ups.note.done.{follow_up.kind}", **filled).text


def moved_line(follow_up: FollowUp, to: Move) -> str:
    """Return the new day to look at it, with the reason."""
    filled = {
        **follow_up_values(follow_up),
        "kind": render_text(f"follow_ups.kinds.{follow_up.kind}"),
        "day": format_day(to.day),
    }
    return render_run("follow_ups.note.moved", because=to.because.rstrip(" ."), **filled).text


def not_telling_line(request: Request) -> str:
    """Return a supervisor's agreement not to tell the family, in their own name, with their reason."""
    about = request.snapshot["follow_up"]
    filled = {"who": request.decider_name, "when": london_time(request.answered_at), "reason": request.reason}
    some = {"told": about.get("told", ""), "left": about.get("left", "")}
    of_what = untold_phrase(request.flow, about["whom"], about["since"])
    return render_run("follow_ups.note.not_telling", of_what=of_what, **some, **filled).text


def untold_phrase(flow: str, whom: str, since: str) -> str:
    """Return what went without the family knowing, as the end of a sentence."""
    key = key_for_flow(flow, "follow_ups.went.of_what")
    return render_run(key, whom=whom, since=format_day(since)).text


def follow_up_values(follow_up: FollowUp) -> dict[str, Any]:
    """Return what is still known of a follow-up, for templates."""
    return {
        "child": follow_up.child,
        "whom": follow_up.whom,
        "named": follow_up.named,
        "since": format_day(follow_up.since),
        "asked_for": follow_up.asked_for,
        "told": together(follow_up.told),
        "of_what": untold_phrase(follow_up.flow, follow_up.whom, follow_up.since),
    }


def status_text(follow_up: FollowUp, now: datetime) -> OwnWords:
    """Return the follow-up's state, with the day; `now` is local wall time."""
    late = follow_up.is_open and follow_up.due_at <= now.replace(tzinfo=LONDON)
    state = "overdue" if late else follow_up.state.value
    return render_text(f"follow_ups.states.{state}", day=due_day(follow_up.due_at))


def due_day(due_at: datetime) -> str:
    """Return the day on which it is due, as "12/03/2026" in London."""
    return london_time(due_at)[:10]

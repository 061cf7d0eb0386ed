"""The follow-up of a case: what its close leaves to be done, and its state on each day that looks at it.

It is that of real work: opened by what the close asks for; moved, told in part and settled by the same steps, with the
same lines for the note. It is worked out anew from the days of the story, and none is stored.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta

from cards.additions import done_line, moved_line
from cards.labels import child_of, label_values
from cards.times import LONDON
from dialogs.engine.children import by_itself
from dialogs.follow_ups import follow_up as steps
from dialogs.follow_ups import form
from dialogs.follow_ups.follow_up import FollowUp, FollowUpState
from practice.following_up import FOLLOWING_UP
from practice.scenario import Scenario
from practice.simulation import model_walk
from practice.variants import every_day

A_WEEK = timedelta(days=7)
CLOSED: Mapping[str, tuple[str, str]] = {
    "share": ("shared", "shared_when"),
    "gather": ("sent", "sent_when"),
    "document": ("given", "given_when"),
}
"""What a close that went ahead is called in real work, by flow, and the answer that dates it."""


def follow_up_of(scenario: Scenario, story: Scenario, today: datetime) -> FollowUp | None:
    """Return the follow-up of the case as it is once this day of it is over; None if it has none.

    `story`: the case. `today`: when the day is played; the days before it are as long ago as the story says.
    """
    days = every_day(story)
    at = next((place for place, day in enumerate(days) if day.id == scenario.id), None)
    looked_at = [day for day in days if day.flow == FOLLOWING_UP.name]
    if at is None or not looked_at:
        return None
    found: FollowUp | None = None
    for day in days[: at + 1]:
        now = today - timedelta(days=_on(scenario) - _on(day))
        coming = [now + timedelta(days=_on(one) - _on(day)) for one in looked_at if _on(one) > _on(day)]
        if found is None:
            found = _opened(day, now, coming)
        elif day in looked_at:
            found = _looked_at(found, day, now, coming)
    return found


def _on(day: Scenario) -> int:
    return int(getattr(day, "on", 0))


def _opened(day: Scenario, now: datetime, coming: Iterable[datetime]) -> FollowUp | None:
    """Return what the close of this day asks for, to be looked at on the next day that looks at it."""
    walk, look_again = model_walk(day), min(coming, default=None)
    if day.flow not in CLOSED or look_again is None or not walk.decision.exception_grounds:
        return None
    outcome, dated = CLOSED[day.flow]
    closed = {"outcome": outcome, dated: now.strftime("%Y-%m-%dT%H:%M"), "look_again": look_again.date().isoformat()}
    asked = next(iter(walk.flow.follow_ups({**walk.values, **closed}, walk.decision)), None)
    if asked is None:
        return None
    return FollowUp(
        id=asked.id_in(day.id),
        number=0,
        kind=asked.kind,
        tenant="",
        owner="",
        owner_name="",
        matter_id=day.id,
        flow=day.flow,
        due_at=_opening(look_again),
        when=asked.when,
        child=child_of(walk.matter),
        whom=label_values(walk.matter)["them"],
        since=asked.since,
        asked_for=asked.asked_for,
        excepted=asked.excepted,
        parents=asked.parents,
        told=asked.told,
    )


def _looked_at(follow_up: FollowUp, day: Scenario, now: datetime, coming: Iterable[datetime]) -> FollowUp:
    """Return it after this day: told, told in part, or moved to the next day on which it is looked at."""
    said = {name: str(value) for name, value in model_walk(day).values.items()}
    if said.get("reason_now") != "holds" and said.get("told_since") in ("all", "some"):
        return _told(follow_up, said, now)
    if said.get("reason_now") != "holds":
        return follow_up
    again = min(coming, default=now + A_WEEK)
    to = form.Move(again.date().isoformat(), said.get("move_because", ""))
    return steps.move_follow_up(follow_up, _opening(again), moved_line(follow_up, to))


def _told(follow_up: FollowUp, said: Mapping[str, str], now: datetime) -> FollowUp:
    names = [one for one in follow_up.left if one in said["done_whom"] or said["told_since"] == "all"]
    inputs = {
        **said,
        "done_when__date": now.date().isoformat(),
        "done_when__time": now.strftime("%H:%M"),
        "done_who": ",".join(by_itself(one) for one in names),
        "done_everyone": form.YES if said["told_since"] == "all" else form.NO,
    }
    how = form.read_told(inputs, now, follow_up)
    if how.everyone:
        return steps.settle(follow_up, FollowUpState.DONE, now.replace(tzinfo=LONDON), done_line(follow_up, how))
    return steps.tell_in_part(follow_up, how.told, done_line(follow_up, how))


def _opening(day: datetime) -> datetime:
    return datetime.combine(day, time(9), LONDON)

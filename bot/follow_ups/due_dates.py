"""When a follow-up is looked at: on its day as the office opens, and again each week while it is open."""

from datetime import date, datetime, timedelta

from bot.config.council import CouncilSettings
from bot.config.working_time import from_london_time, next_opening, to_london_time
from dialogs.engine.follow_up_kinds import NewFollowUp

BEFORE_CLOSING = timedelta(hours=1)
AGAIN_IN = timedelta(days=7)


def due_of(council: CouncilSettings, asked: NewFollowUp, now: datetime) -> datetime:
    """The moment (aware, UTC) at which this one is first looked at."""
    if asked.day:
        return due_on(council, date.fromisoformat(asked.day), now)
    moment = now
    for _ in range(asked.working_days):
        moment = next_opening(council, moment)
    return moment


def due_on(council: CouncilSettings, day: date, now: datetime) -> datetime:
    """As the office opens on that day; where that has gone by, an hour before it closes, or else the next opening."""
    hours = council.working_hours
    opens = from_london_time(datetime.combine(day, hours.opens))
    closing = from_london_time(datetime.combine(day, hours.closes) - BEFORE_CLOSING)
    return next((moment for moment in (opens, closing) if moment > now), None) or next_opening(council, now)


def due_again(council: CouncilSettings, now: datetime) -> datetime:
    """A week on, as the office opens."""
    return due_on(council, (to_london_time(now) + AGAIN_IN).date(), now)

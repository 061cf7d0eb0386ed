"""Working time, without weekends and English bank holidays, and the local time of London."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.config.council import CouncilSettings, is_working_time, opening_after

LONDON = ZoneInfo("Europe/London")
_STEP = timedelta(minutes=5)
_LONGEST = timedelta(days=60)


def add_working_hours(council: CouncilSettings, start: datetime, hours: float) -> datetime:
    """Return the moment (aware, UTC) at which so many working hours have passed since `start` (aware)."""
    left, moment = timedelta(hours=hours), start
    while left > timedelta(0) and moment - start < _LONGEST:
        moment += _STEP
        if is_working_time(council, to_london_time(moment - _STEP)):
            left -= _STEP
    return moment


def next_opening(council: CouncilSettings, start: datetime) -> datetime:
    """Return the moment (aware, UTC) at which the next working day opens after `start` (aware)."""
    opens = opening_after(council, datetime.combine(to_london_time(start).date(), time.max))
    return from_london_time(opens) if opens else start + timedelta(days=1)


def to_london_time(moment: datetime) -> datetime:
    """Return the wall time in London, without a zone."""
    return moment.astimezone(LONDON).replace(tzinfo=None)


def from_london_time(wall: datetime) -> datetime:
    """Return the moment (aware, UTC) of a wall time in London."""
    return wall.replace(tzinfo=LONDON).astimezone(UTC)

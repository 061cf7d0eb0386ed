"""Working hours counted forward: weekends and English bank holidays are no working time."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.config.council import Council, is_working, opening_after

LONDON = ZoneInfo("Europe/London")
_STEP = timedelta(minutes=5)
_LONGEST = timedelta(days=60)


def after_working_hours(council: Council, start: datetime, hours: float) -> datetime:
    """The moment (aware, UTC) at which so many working hours have passed since `start` (aware)."""
    left, moment = timedelta(hours=hours), start
    while left > timedelta(0) and moment - start < _LONGEST:
        moment += _STEP
        if is_working(council, local(moment - _STEP)):
            left -= _STEP
    return moment


def next_opening(council: Council, start: datetime) -> datetime:
    """The moment (aware, UTC) at which the next working day opens after `start` (aware)."""
    opens = opening_after(council, datetime.combine(local(start).date(), time.max))
    return at_local(opens) if opens else start + timedelta(days=1)


def local(moment: datetime) -> datetime:
    """The wall time in London, without a zone."""
    return moment.astimezone(LONDON).replace(tzinfo=None)


def at_local(wall: datetime) -> datetime:
    """The moment (aware, UTC) of a wall time in London."""
    return wall.replace(tzinfo=LONDON).astimezone(UTC)

"""Small things said of a request: the wall time of a moment, a reason inside a sentence of ours."""

from datetime import datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def clock_of(moment: datetime | None) -> str:
    """ "24/11/2026 13:12" of an aware moment; empty for none."""
    return clock_of_moment(moment.astimezone(LONDON)) if moment else ""


def clock_of_moment(local: datetime) -> str:
    """The same of a moment that is local already."""
    return local.strftime("%d/%m/%Y %H:%M")


def time_of(moment: datetime, now: datetime) -> str:
    """ "13:12" of an aware moment of today, with its day for any other; `now` is local wall time."""
    at = moment.astimezone(LONDON)
    return at.strftime("%H:%M") if at.date() == now.date() else clock_of_moment(at)


def opening(opens_at: datetime | None) -> str:
    """ "Wednesday 25/11/2026 09:00" of a local moment; empty for none."""
    return f"{DAYS[opens_at.weekday()]} {clock_of_moment(opens_at)}" if opens_at else ""


def unstopped(reason: str) -> str:
    """A reason without its full stop, where ours follows."""
    return reason.rstrip(". \n")

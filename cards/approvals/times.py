"""Small things said of a request: the wall time of a moment, a reason inside a sentence of ours."""

from datetime import datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def london_time(moment: datetime | None) -> str:
    """ "24/11/2026 13:12" of an aware moment; empty for none."""
    return format_local(moment.astimezone(LONDON)) if moment else ""


def format_local(local: datetime) -> str:
    """The same of a moment that is local already."""
    return local.strftime("%d/%m/%Y %H:%M")


def london_time_short(moment: datetime, now: datetime) -> str:
    """ "13:12" of an aware moment of today, with its day for any other; `now` is local wall time."""
    at = moment.astimezone(LONDON)
    return at.strftime("%H:%M") if at.date() == now.date() else format_local(at)


def format_opening(opens_at: datetime | None) -> str:
    """ "Wednesday 25/11/2026 09:00" of a local moment; empty for none."""
    return f"{DAYS[opens_at.weekday()]} {format_local(opens_at)}" if opens_at else ""


def without_stop(reason: str) -> str:
    """A reason without its full stop, where ours follows."""
    return reason.rstrip(". \n")

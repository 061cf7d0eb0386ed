"""Small things said of a request: the wall time of a moment, a reason inside a sentence of ours."""

from datetime import datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def clock_of(moment: datetime | None) -> str:
    """ "24/11/2026 13:12" of an aware moment; empty for none."""
    return clock_of_moment(moment.astimezone(LONDON)) if moment else ""


def clock_of_moment(local: datetime) -> str:
    """The same of a moment that is local already."""
    return local.strftime("%d/%m/%Y %H:%M")


def unstopped(reason: str) -> str:
    """A reason without its full stop, where ours follows."""
    return reason.rstrip(". \n")

"""Days and times as people in the office read them, of stored text and of moments."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def format_day(value: object) -> str:
    """Return the day of a stored local moment, as "11/03/2026"; empty when there is none."""
    text = str(value or "")
    return date.fromisoformat(text[:10]).strftime("%d/%m/%Y") if text else ""


def format_date_time(value: object) -> str:
    """Return the stored "2026-03-11T13:40" as "11/03/2026 13:40"; empty when there is none."""
    text = str(value or "")
    return f"{format_day(text)} {text[11:16]}".strip() if text else ""


def format_spoken_day(value: object) -> str:
    """Return the day of a stored local moment as it is said, "Wednesday 11 March"; empty when there is none."""
    text = str(value or "")
    found = date.fromisoformat(text[:10]) if text else None
    return f"{found:%A} {found.day} {found:%B}" if found else ""


def format_local(local: datetime) -> str:
    """Return "24/11/2026 13:12" for a moment in local time."""
    return local.strftime("%d/%m/%Y %H:%M")


def london_time(moment: datetime | None) -> str:
    """Return "24/11/2026 13:12" for an aware moment; empty for None."""
    return format_local(moment.astimezone(LONDON)) if moment else ""


def london_time_short(moment: datetime, now: datetime) -> str:
    """Return "13:12" for an aware moment of today, with its day for any other; `now` is local wall time."""
    at = moment.astimezone(LONDON)
    return at.strftime("%H:%M") if at.date() == now.date() else format_local(at)


def format_opening(opens_at: datetime | None) -> str:
    """Return "Wednesday 25/11/2026 09:00" for a local moment; empty for None."""
    return f"{DAYS[opens_at.weekday()]} {format_local(opens_at)}" if opens_at else ""

"""The clock that counts: the machine's own, or in development one that a file moves ahead."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bot.storage.records import utc_now


def clock_of(shifted_by: str | None) -> Callable[[], datetime]:
    """The clock; `shifted_by` names a file with the seconds that it is ahead, read at each look."""
    if not shifted_by:
        return utc_now
    file = Path(shifted_by)
    return lambda: utc_now() + timedelta(seconds=_seconds(file))


def _seconds(file: Path) -> float:
    """What the file says; an absent, empty or half-written one says nothing."""
    try:
        return float(file.read_text("ascii"))
    except (OSError, ValueError):
        return 0.0

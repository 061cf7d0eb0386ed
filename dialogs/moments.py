"""A day and a time, as people say them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dialogs import speech
from dialogs.answers import Json, Values
from dialogs.questions import Fault, Said


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and a time, local. The value is "2026-03-11T13:40". A future one is a day ahead: its time is noon."""

    name: str
    ref: str = ""
    future: bool = False

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """From a date and a time input. Raises Fault when they are no date or time."""
        day, time = inputs.get(f"{self.name}__date", "").strip(), inputs.get(f"{self.name}__time", "").strip()
        if not day:
            return None
        try:
            return datetime.fromisoformat(f"{day[:10]}T{time or '12:00'}").strftime("%Y-%m-%dT%H:%M")
        except ValueError:
            raise Fault(self.name, "not_a_time") from None

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """Such as "now", "today 13:40", "yesterday at 2pm", "in 2 days", "12/03/2026 09:15". Raises Fault."""
        if not first:
            return None
        today = _now(values)
        moment = _moment(speech.plain(text).lower(), today)
        if moment is None:
            raise Fault(self.name, "not_a_time")
        return Said(moment.strftime("%Y-%m-%dT%H:%M"))

    def settled(self, value: Json, values: Values) -> bool:
        """A whole moment."""
        return isinstance(value, str) and bool(value)


NOW = "_now"
"""The name under which the turn's own local time is put beside the answers, for "today" and "now"."""


def _now(values: Values) -> datetime:
    """The turn's local time. Raises KeyError when the turn gave none."""
    return datetime.fromisoformat(str(values[NOW]))


def _moment(text: str, now: datetime) -> datetime | None:
    day, rest = _day(text, now.date())
    clock = re.search(r"(\d{1,2})(?::|\.)(\d{2})\s*(am|pm)?|(\d{1,2})\s*(am|pm)", rest)
    if day is None and clock is None:
        return now if re.search(r"\b(?:now|just|minute ago)\b", text) else None
    hour, minute = _clock(clock, now)
    if hour > 23 or minute > 59:
        return None
    chosen = day or now.date()
    return datetime(chosen.year, chosen.month, chosen.day, hour, minute)  # noqa: DTZ001  local wall time, as the worker says it


def _clock(found: re.Match[str] | None, now: datetime) -> tuple[int, int]:
    if found is None:
        return now.hour, now.minute
    hour, minute = int(found.group(1) or found.group(4)), int(found.group(2) or 0)
    half = found.group(3) or found.group(5)
    if half == "pm" and hour < 12:
        hour += 12
    return (0 if half == "am" and hour == 12 else hour), minute


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _day(text: str, today: date) -> tuple[date | None, str]:
    """The day a text names, and the text without it."""
    written = re.search(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b", text)
    if written:
        d, m, y, y2, m2, d2 = written.groups()
        try:
            day = date(int(y or y2), int(m or m2), int(d or d2))
        except ValueError:
            return None, ""
        return day, text.replace(written.group(0), " ")
    for word, days in (("day before yesterday", -2), ("yesterday", -1), ("today", 0), ("tomorrow", 1)):
        if re.search(rf"\b{word}\b", text):
            return today + timedelta(days=days), text
    ahead = re.search(r"\bin (\d{1,2}|a|one|two|three) (day|week)s?\b", text)
    if ahead:
        count = {"a": 1, "one": 1, "two": 2, "three": 3}.get(ahead.group(1)) or int(ahead.group(1))
        return today + timedelta(days=count * (7 if ahead.group(2) == "week" else 1)), text.replace(ahead.group(0), " ")
    for number, name in enumerate(_WEEKDAYS):
        if re.search(rf"\b{name}\b", text):
            last = bool(re.search(rf"\b(?:last|on) {name}\b", text))
            distance = (number - today.weekday()) % 7
            return today + timedelta(days=distance - 7 if last and distance else distance), text
    return None, text

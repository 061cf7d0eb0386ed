"""Days and clock times, as people say them and as clients send them: "on Monday", "12/03/2026", "9.05 pm", "09:05Z"."""

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "this": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "in a fortnight": 14,
    "a week today": 7,
    "a week tomorrow": 8,
}
SHORT = {
    "monday": "mon",
    "tuesday": "tues?",
    "wednesday": "weds?",
    "thursday": "thu(?:rs?)?",
    "friday": "fri",
    "saturday": "sat",
    "sunday": "sun",
    "yesterday": "y(?:est|day|sterday)",
    "tomorrow": "tmr+w?|tmo?rw|tomoz|tomm?or+ow|[t2]o?mor+o|2moz",
    "today": "2day",
}
"""Days as they are typed in haste."""
_STILL_TODAY = r"\b(?:later today|tonight|this (?:afternoon|evening))\b"
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {"a": 1, "an": 1} | {name: place for place, name in enumerate(_NUMBERS, 1)}
FILLER = r"\b(?:at|on|it was|was|by|about|around|the|of|morning)\b|,"

NUMBERS = r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?"
ISO = r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d\d)(\d\d)"
CLOCK = r"(?<!\d[./-])\b(\d{1,2})[:.](\d{2})\s*(am|pm)?(?![/.\d-])|\b(\d{1,2})\s*(am|pm)\b"
ZONE = r"z|utc|gmt|bst|[+-](?:0\d|1[0-4]):?[0-5]\d"
NOON = re.compile(r"\b(?:12 ?)?(?:noon|midday)\b")
SENT_CLOCK = rf"(\d{{1,2}})(?:[:.h]?(\d\d))?(?:[:.]\d\d(?:[.,]\d+)?)?\s*(am|pm)?\s*(?:hrs|h)?\s*({ZONE})?"
LONDON = ZoneInfo("Europe/London")
_MONTHS = rf"({'|'.join(MONTHS)})[a-z]*\.?"
MONTH = rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTHS}(?:[ -](\d{{4}}|\d\d))?"
MONTH_FIRST = rf"{_MONTHS} (\d{{1,2}})(?:st|nd|rd|th)?(?: (\d{{4}}))?"
_WEEKDAY_BEFORE = rf"({'|'.join(day[:3] for day in WEEKDAYS)})[a-z]*\.? (?=.*\d)(.+)"


def parse_day(text: str, today: date, *, future: bool) -> date | None:
    """Return the day that a text names, and nothing else; `future` says on which side of today "Monday" lies.

    No day named is today, where it is not to come. None for anything not understood, or on the other side of today.
    """
    text = re.sub(_STILL_TODAY, "today", text) if future else text
    said = " ".join(re.sub(FILLER, " ", _spelt_out(text)).split())
    if not said and not future:
        return today
    day = _parse_relative(said, today, future=future) or _parse_date(said, today, future=future)
    if day is None or (day < today if future else day > today):
        return None
    return day


def read_day(text: str, today: date) -> date | None:
    """Return the day that a date input holds: as a picker sends it, also with a time behind it, or as people write it.

    A day without a year is the nearest one that has been. Today may be far from it. None for anything not understood.
    """
    said = " ".join(re.sub(r",|\bof\b", " ", re.sub(r"(?<=\d)\. (?=\d)", ".", _spelt_out(_plain(text)))).split())
    named = NAMED.get(said) if today < date.max else None
    if named is not None:
        return today + timedelta(days=named)
    sent = re.fullmatch(r"(\d{4}-\d{2}-\d{2})([t ].*)?", said)
    day = _parse_date(sent.group(1) if sent else said, today, future=False)
    # A client that sends midnight in London as the hour before it by universal time means the day that begins.
    begins = day and sent and re.match(r"[t ]23:00(?::00)?(?:\.0+)?z$", sent.group(2) or "") and _in_london_at_23z(day)
    return begins or day


def read_clock(text: str, day: date) -> datetime | None:
    """Return London's wall time on this day of what a time input holds: "09:05", "9.05 PM", "9am", "1745", "09:05Z".

    None for what no clock shows, and for "2.30", which could be morning or afternoon.
    """
    plain = re.sub(r"^(?:\d{4}-\d\d-\d\d)?t(?=\d)", "", _plain(text))
    plain = NOON.sub("12:00", re.sub(r"(?<=\d) ?o.?clock$", ":00", plain))
    found = re.fullmatch(SENT_CLOCK, plain)
    if not found or not (found.group(2) or found.group(3)):
        return None
    hour_minute = hour_and_minute(found.group(1), found.group(2), found.group(3))
    if hour_minute is None:
        return None
    wall = datetime(day.year, day.month, day.day, *hour_minute)  # noqa: DTZ001  local wall time
    return _in_london(wall, found.group(4)) if found.group(4) else wall


def hour_and_minute(hours: str, minutes: str | None, half: str | None) -> tuple[int, int] | None:
    """Return the hour and minute; None for what no clock shows, and for "2.30", which could be morning or afternoon."""
    hour, minute = int(hours), int(minutes or 0)
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        return hour % 12 + (12 if half == "pm" else 0), minute
    return None if len(hours) == 1 and 1 <= hour <= 6 else (hour, minute)


def _in_london_at_23z(day: date) -> date:
    return _in_london(datetime(day.year, day.month, day.day, 23), "z").date()  # noqa: DTZ001  local wall time


def _in_london(wall: datetime, zone: str) -> datetime:
    away = timedelta(hours=zone == "bst")
    if zone[0] in "+-":
        away = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:])) * (-1 if zone[0] == "-" else 1)
    return wall.replace(tzinfo=timezone(away)).astimezone(LONDON).replace(tzinfo=None)


def _plain(text: str) -> str:
    """Return the text in lower case, with every kind of space made plain, "p.m." as "pm"."""
    folded = "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf")
    return re.sub(r"\b([ap])\.?\s?m\b\.?", r"\1m", folded.strip().lower())


def _spelt_out(text: str) -> str:
    """Return the text with the days that people shorten in full."""
    for day, short in SHORT.items():
        text = re.sub(rf"\b(?:{short})\b\.?(?! ?\d)", day, text)
    return text


def _parse_relative(said: str, today: date, *, future: bool) -> date | None:
    if said in NAMED:
        return today + timedelta(days=NAMED[said])
    ahead = re.fullmatch(rf"in ({'|'.join(_COUNTS)}|\d{{1,2}}) (day|week|wk)s?'?(?: time)?", said)
    if ahead:
        count = _COUNTS.get(ahead.group(1)) or int(ahead.group(1))
        return today + timedelta(days=count * (1 if ahead.group(2) == "day" else 7))
    week_after = re.fullmatch(r"(?:a )?week (?:on )?(\w+day)|(\w+day) week", said) if future else None
    if week_after:
        day = _parse_weekday(week_after.group(1) or week_after.group(2), today, future=True)
        return day + timedelta(days=7) if day else None
    return _parse_weekday(said, today, future=future)


def _parse_weekday(said: str, today: date, *, future: bool) -> date | None:
    """Return the nearest such day on that side. Today's own name could be today or a week away, so it is not read."""
    name = said.removeprefix("this ") if future else said.removeprefix("last ")
    if name not in WEEKDAYS:
        return None
    number, week = WEEKDAYS.index(name), 0 if name == said or future else 7
    away = (number - today.weekday() if future else today.weekday() - number) % 7 or week
    return today + timedelta(days=away if future else -away) if away else None


def _parse_date(said: str, today: date, *, future: bool) -> date | None:
    if found := re.fullmatch(_WEEKDAY_BEFORE, said):
        day = _parse_date(found.group(2), today, future=future)
        return day if day and WEEKDAYS[day.weekday()].startswith(found.group(1)) else None
    if found := re.fullmatch(ISO, said):
        year, month, number = (int(part) for part in found.groups() if part and part.isdigit())
        return _date(year, month, number)
    if found := re.fullmatch(NUMBERS, said):
        return _in_year(int(found.group(1)), int(found.group(2)), found.group(3), today, future=future)
    if found := re.fullmatch(MONTH, said):
        month = MONTHS.index(found.group(2)) + 1
        return _in_year(int(found.group(1)), month, found.group(3), today, future=future)
    if found := re.fullmatch(MONTH_FIRST, said):
        month = MONTHS.index(found.group(1)) + 1
        return _in_year(int(found.group(2)), month, found.group(3), today, future=future)
    return None


def _in_year(day: int, month: int, year: str | None, today: date, *, future: bool) -> date | None:
    """Return the nearest such day on that side of today, for a date without a year."""
    if year:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    found = _date(today.year, month, day)
    if found is not None and (found < today if future else found > today):
        return _date(today.year + (1 if future else -1), month, day)
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

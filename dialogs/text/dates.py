"""A day, as people say it: "yesterday", "on Monday", "11 March", "12/03/2026"."""

import re
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED = {"day before yesterday": -2, "yesterday": -1, "today": 0, "this": 0, "tomorrow": 1}
FILLER = r"\b(?:at|on|it was|was|by|about|around|the|of|morning)\b|,"

NUMBERS = r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?"
ISO = r"(\d{4})-(\d{2})-(\d{2})"
MONTH = rf"(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(MONTHS)})[a-z]*(?: (\d{{4}}))?"


def parse_day(text: str, today: date, *, future: bool) -> date | None:
    """Return the day that a text names, and nothing else; `future` says on which side of today "Monday" lies.

    No day named is today, where it is not to come. None for anything not understood, or on the other side of today.
    """
    said = " ".join(re.sub(FILLER, " ", text).split())
    if not said and not future:
        return today
    day = _parse_relative(said, today, future=future) or _parse_date(said, today, future=future)
    if day is None or (day < today if future else day > today):
        return None
    return day


def _parse_relative(said: str, today: date, *, future: bool) -> date | None:
    if said in NAMED:
        return today + timedelta(days=NAMED[said])
    ahead = re.fullmatch(r"in (\d{1,2}|an?|one|two|three) (day|week)s?", said)
    if ahead:
        count = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}.get(ahead.group(1)) or int(ahead.group(1))
        return today + timedelta(days=count * (7 if ahead.group(2) == "week" else 1))
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
    if found := re.fullmatch(ISO, said):
        return _date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    if found := re.fullmatch(NUMBERS, said):
        return _in_year(int(found.group(1)), int(found.group(2)), found.group(3), today, future=future)
    if found := re.fullmatch(MONTH, said):
        month = MONTHS.index(found.group(2)) + 1
        return _in_year(int(found.group(1)), month, found.group(3), today, future=future)
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

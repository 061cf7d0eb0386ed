"""A question for a day and a time, and how it reads what people type or clients send."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dialogs.engine.answers import Json, Values
from dialogs.engine.questions import Fault, Said
from dialogs.text import clauses
from dialogs.text.dates import CLOCK, NOON, hour_and_minute, parse_day, read_clock, read_day


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and a time, local. The value is "2026-03-11T13:40". A future one is a day ahead: its time is noon."""

    name: str
    ref: str = ""
    future: bool = False

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """From a date and a time input. Raises Fault when they are no date or time, or on the wrong side of now."""
        typed_day, typed_time = self._typed(inputs)
        if not typed_day or not (typed_time or self.future):
            return None
        day = read_day(typed_day, _today(values))
        moment = (_at(day, 12, 0) if self.future else read_clock(typed_time, day)) if day else None
        if moment is None:
            raise Fault(self.name, "not_a_time")
        return self._checked(moment, values)

    def as_typed(self, inputs: Mapping[str, str], values: Values) -> dict[str, str]:
        """Return a day and a time that could not be taken as their inputs show them; "" for what cannot be read."""
        typed_day, typed_time = self._typed(inputs)
        day = read_day(typed_day, _today(values))
        moment = read_clock(typed_time, day or _today(values))
        return {"day": day.isoformat() if day else "", "time": moment.strftime("%H:%M") if moment else ""}

    def _typed(self, inputs: Mapping[str, str]) -> tuple[str, str]:
        return inputs.get(f"{self.name}__date", "").strip(), inputs.get(f"{self.name}__time", "").strip()

    def _checked(self, moment: datetime, values: Values) -> str:
        """Raises Fault for a past moment that is still to come, a day to come that has gone, and a mistyped year."""
        if moment.year < EARLIEST_YEAR:
            raise Fault(self.name, "not_a_time")
        if NOW in values:
            now = _now(values)
            if self.future and moment.date() < now.date():
                raise Fault(self.name, "gone_by")
            if not self.future and moment > now:
                raise Fault(self.name, "still_to_come")
        return moment.strftime("%Y-%m-%dT%H:%M")

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """Such as "now", "today 13:40", "yesterday at 2pm", "on Monday 9am"; a future one "in 2 days". Raises Fault.

        Nothing is added that was not said: a past moment needs its clock time, and lies in the past.
        """
        if not first:
            return None
        now = _now(values)
        said = _by_the_clock(clauses.normalise(text).lower().strip(" .!"))
        moment = _future(said, now) if self.future else _past(said, now)
        if moment is None:
            raise Fault(self.name, "not_a_time")
        return Said(self._checked(moment, values))

    def settled(self, value: Json, values: Values) -> bool:
        return isinstance(value, str) and bool(value)


EARLIEST_YEAR = 2000
"""A date input takes "26" for the year 26."""

NOW = "_now"
"""The name under which the turn's own local time is put beside the answers, for "today" and "now"."""


def _today(values: Values) -> date:
    return _now(values).date() if NOW in values else date.max


def _now(values: Values) -> datetime:
    """The turn's local time. Raises KeyError when the turn gave none."""
    return datetime.fromisoformat(str(values[NOW]))


def _by_the_clock(text: str) -> str:
    """Return the text with its time as a clock shows it: noon, "9 a.m.", "0930 hrs", "half past nine"."""
    text = re.sub(r"\b([ap])\.\s?m\b\.?", r"\1m", NOON.sub("12:00", text))
    text = IN_WORDS.sub(_in_figures, text)
    text = re.sub(r"\b(\d{1,2}) ?o.?clock\b", r"\1:00", text)
    text = re.sub(
        r"\b(?:(0\d)([0-5]\d)|([01]\d|2[0-3])([0-5]\d)(?= ?h(?:rs|ours)?\b)) ?(?:h(?:rs|ours)?\b)?", _with_colon, text
    )
    return _in_a_part_of_the_day(re.sub(r"(?<=\d)t(?=\d\d:)|@", " ", text))


AN_HOUR = r"(?:(?:at|about|around) )*(\d{1,2})([:.]\d\d)?"
PART_OF_A_DAY = r"(this|yesterday) (morning|afternoon)"
IN_A_PART = re.compile(rf"{PART_OF_A_DAY},? {AN_HOUR}|{AN_HOUR} {PART_OF_A_DAY}")
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MINUTES = {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty five": 25, "half": 30}
IN_WORDS = re.compile(
    rf"\b(twenty five|{'|'.join(MINUTES)}|\d{{1,2}}) (past|to) (\d{{1,2}}|{'|'.join(HOURS)})\b"
    rf"|\b({'|'.join(HOURS)})(?= ?(?:o.?clock|[ap]m)\b)"
)


def _in_figures(found: re.Match[str]) -> str:
    """Return "half past nine", "quarter to ten" or the "nine" of "nine o'clock" in figures."""
    minute, past_or_to, hour, alone = found.groups()
    if alone:
        return str(HOURS.index(alone) + 1)
    number = int(hour) if hour.isdigit() else HOURS.index(hour) + 1
    minutes = MINUTES[minute] if minute in MINUTES else int(minute)
    if past_or_to == "to":
        number, minutes = (number - 1) or 12, 60 - minutes
    return f"{number}:{minutes % 60:02}"


def _in_a_part_of_the_day(text: str) -> str:
    """Return "this morning at 9" as "today 9am"; any other text as it is."""
    found = IN_A_PART.fullmatch(text)
    if found is None:
        return text
    day, part, hour, minute = (
        one or other for one, other in zip(found.group(1, 2, 3, 4), found.group(7, 8, 5, 6), strict=True)
    )
    half = "am" if part == "morning" else "pm"
    return f"{'today' if day == 'this' else day} {hour}{minute or ''}{half}"


def _with_colon(found: re.Match[str]) -> str:
    return f"{found.group(1) or found.group(3)}:{found.group(2) or found.group(4)}"


COUNTS: Mapping[str, float] = {"half an": 0.5, "a": 1, "an": 1, "one": 1, "a couple of": 2, "two": 2, "three": 3} | {
    "four": 4, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty five": 45
}  # fmt: skip
ROUGHLY = r"(?:(?:just|only|about|around|roughly|maybe|approx\w*|nearly|some) )*"


def _past(text: str, now: datetime) -> datetime | None:
    """A moment that has been: a day and a clock time, or so long ago. None unless all of the text is understood."""
    if re.fullmatch(r"(?:just |right )?now|just|(?:a|this) (?:moment|minute) ago", text):
        return now
    ago = re.fullmatch(rf"{ROUGHLY}({'|'.join(COUNTS)}|\d{{1,2}}) (minute|min|hour|hr)s?(?: or so)? ago", text)
    if ago:
        return now - _how_long(ago.group(1), ago.group(2))
    clock = re.search(CLOCK, text)
    hour_minute = _clock(clock) if clock else None
    if clock is None or hour_minute is None:
        return None
    day = parse_day(f"{text[: clock.start()]} {text[clock.end() :]}", now.date(), future=False)
    return _at(day, *hour_minute) if day else None


def _clock(found: re.Match[str]) -> tuple[int, int] | None:
    return hour_and_minute(found.group(1) or found.group(4), found.group(2), found.group(3) or found.group(5))


def _future(text: str, now: datetime) -> datetime | None:
    """A day that is still to come, or today; a clock time beside it is passed over."""
    day = parse_day(
        re.sub(rf"{CLOCK}|\b\d{{1,2}}(?:[:.]\d\d)?(?:am|pm)?[ -]?ish\b", " ", text), now.date(), future=True
    )
    return _at(day, 12, 0) if day else None


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001  local wall time, as the worker says it


def _how_long(count: str, unit: str) -> timedelta:
    minutes = 60 if unit in ("hour", "hr") else 1
    return timedelta(minutes=minutes * (COUNTS[count] if count in COUNTS else int(count)))

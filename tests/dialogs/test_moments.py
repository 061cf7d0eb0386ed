"""Days and times as they are typed and picked: nothing is added that was not said, nothing is misread."""

from datetime import datetime

import pytest

from dialogs.engine.moment_question import NOW, Moment
from dialogs.engine.questions import Fault
from tests.phrases import phrases

AGAIN = "asked again"
HAPPENED = Moment("shared_when", "3.8")
TO_COME = Moment("look_again", "3.12", future=True)
WEDNESDAY = "2026-03-11T13:40"


def read(moment: Moment, text: str, now: str) -> str:
    try:
        said = moment.read_text(text, {NOW: now}, first=True)
    except Fault:
        return AGAIN
    return str(said.value) if said else AGAIN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("now", "2026-03-11T13:40"),
        ("Just now.", "2026-03-11T13:40"),
        ("10 minutes ago", "2026-03-11T13:30"),
        ("half an hour ago", "2026-03-11T13:10"),
        ("about ten minutes ago", "2026-03-11T13:30"),
        ("just a couple of hours ago", "2026-03-11T11:40"),
        ("around 20 mins or so ago", "2026-03-11T13:20"),
        ("today at half past nine", "2026-03-11T09:30"),
        ("quarter to ten this morning", "2026-03-11T09:45"),
        ("yesterday afternoon at twenty past two", "2026-03-10T14:20"),
        ("nine o'clock", "2026-03-11T09:00"),
        ("an hour ago", "2026-03-11T12:40"),
        ("today 13:40", "2026-03-11T13:40"),
        ("today at 9.15", "2026-03-11T09:15"),
        ("11:20", "2026-03-11T11:20"),
        ("at 1.30pm", "2026-03-11T13:30"),
        ("this morning 9:05", "2026-03-11T09:05"),
        ("12pm", "2026-03-11T12:00"),
        ("12am", "2026-03-11T00:00"),
        ("0:05", "2026-03-11T00:05"),
        ("yesterday at 2pm", "2026-03-10T14:00"),
        ("this morning at 9", "2026-03-11T09:00"),
        ("about 9.30 this morning", "2026-03-11T09:30"),
        ("9 yesterday morning", "2026-03-10T09:00"),
        ("yesterday 02:30", "2026-03-10T02:30"),
        ("day before yesterday 16:00", "2026-03-09T16:00"),
        ("Monday 2pm", "2026-03-09T14:00"),
        ("on Monday at 10:00", "2026-03-09T10:00"),
        ("last friday 10am", "2026-03-06T10:00"),
        ("last wednesday 10am", "2026-03-04T10:00"),
        ("10/03/2026 09:15", "2026-03-10T09:15"),
        ("10/3/26 09:15", "2026-03-10T09:15"),
        ("10.03.2026 09:15", "2026-03-10T09:15"),
        ("2026-03-10 09:15", "2026-03-10T09:15"),
        ("9/3 at 4pm", "2026-03-09T16:00"),
        ("9th March at 4pm", "2026-03-09T16:00"),
        ("on the 9th of march, 4pm", "2026-03-09T16:00"),
        ("24 December 11:00", "2025-12-24T11:00"),
        ("Tuesday 10 March 2026 at 14:05", "2026-03-10T14:05"),
        ("Mar 9 at 9am", "2026-03-09T09:00"),
        ("two hours ago", "2026-03-11T11:40"),
        ("1 hr ago", "2026-03-11T12:40"),
        ("yesterday noon", "2026-03-10T12:00"),
        ("yday 9 a.m.", "2026-03-10T09:00"),
        ("mon 9am", "2026-03-09T09:00"),
        ("last fri @ 10am", "2026-03-06T10:00"),
        ("9 o'clock yesterday", "2026-03-10T09:00"),
        ("0930 today", "2026-03-11T09:30"),
        ("1240hrs", "2026-03-11T12:40"),
        ("2026-03-10T09:15", "2026-03-10T09:15"),
        ("10.03.26 09.15", "2026-03-10T09:15"),
        ("fri 6/3 2pm", "2026-03-06T14:00"),
    ],
)
def test_what_has_happened_is_read_with_its_day_and_its_clock_time(text: str, value: str) -> None:
    assert read(HAPPENED, text, WEDNESDAY) == value


@pytest.mark.parametrize(
    "text",
    (
        *phrases("""
        today | yesterday | Monday | this morning | at 2 | yesterday evening 7:30 | this afternoon | today at 2
        2.30 | 4:15 | half past two | lunchtime | just after lunch | not now | now and then | tomorrow 9am
        today 15:00 | in 2 days | 12/03/2026 09:15 | next monday 9am | wednesday 9am | 25:00 | 13:75 | 13pm
        31/02/2026 10:00 | 29/02/2026 10:00 | 99/99/2026 10:00 | 10/13/2025 10:00 | 11:20 or 11:40
        yesterday 9ish | last night at 9 | midnight | yesterday at midnight | tonight 7.30 | this evening 7.30 | 2025
        yesterday 9.5 | 9:30:15 yesterday | sat 9 march 9am | half 9 yesterday | noon and 1pm
        between 11:00 and 12:00 | the 9th at 4pm | 10/03/2026 | -1:30 | 1340 | yes | 2
        \u0661\u0661:\u0662\u0660 \u0661
    """),
        "",
    ),
)
def test_what_is_not_a_day_and_a_time_that_has_been_is_asked_again(text: str) -> None:
    assert read(HAPPENED, text, WEDNESDAY) == AGAIN


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-03-11"),
        ("tomorrow", "2026-03-12"),
        ("tomorrow 9am", "2026-03-12"),
        ("in 2 days", "2026-03-13"),
        ("in a week", "2026-03-18"),
        ("in two weeks", "2026-03-25"),
        ("Friday", "2026-03-13"),
        ("on Monday", "2026-03-16"),
        ("this thursday at 2pm", "2026-03-12"),
        ("20/03/2026", "2026-03-20"),
        ("20 March", "2026-03-20"),
        ("1 feb", "2027-02-01"),
        ("tmrw 9ish", "2026-03-12"),
        ("2moro", "2026-03-12"),
        ("fri", "2026-03-13"),
        ("thurs noon", "2026-03-12"),
        ("the day after tomorrow", "2026-03-13"),
        ("this afternoon", "2026-03-11"),
        ("tonight", "2026-03-11"),
        ("in 3 days' time", "2026-03-14"),
        ("in 2 wks", "2026-03-25"),
        ("friday week", "2026-03-20"),
        ("a week on Monday", "2026-03-23"),
        ("a week today", "2026-03-18"),
        ("20.03.26", "2026-03-20"),
    ],
)
def test_a_day_to_come_is_read_without_a_time(text: str, day: str) -> None:
    assert read(TO_COME, text, WEDNESDAY) == f"{day}T12:00"


@pytest.mark.parametrize(
    "text", ["yesterday", "last monday", "10/03/2026", "wednesday", "next tues", "next week", "soon", "no"]
)
def test_a_day_that_has_gone_or_could_be_two_days_is_asked_again(text: str) -> None:
    assert read(TO_COME, text, WEDNESDAY) == AGAIN


@pytest.mark.parametrize(
    ("now", "text", "value"),
    [
        ("2026-03-29T09:00", "today 00:59", "2026-03-29T00:59"),
        ("2026-03-29T09:00", "today 01:30", "2026-03-29T01:30"),
        ("2026-03-30T09:00", "yesterday 23:30", "2026-03-29T23:30"),
        ("2026-10-25T09:00", "today 01:30", "2026-10-25T01:30"),
        ("2026-10-26T00:10", "yesterday 23:55", "2026-10-25T23:55"),
        ("2028-03-01T09:00", "yesterday 10:00", "2028-02-29T10:00"),
        ("2028-02-29T09:00", "29 feb 8:30", "2028-02-29T08:30"),
        ("2027-01-01T00:05", "10 minutes ago", "2026-12-31T23:55"),
        ("2027-01-01T09:00", "31 dec 17:00", "2026-12-31T17:00"),
    ],
)
def test_a_moment_is_wall_time_also_when_clocks_change_and_in_leap_years(now: str, text: str, value: str) -> None:
    assert read(HAPPENED, text, now) == value


@pytest.mark.parametrize(
    ("now", "text", "day"),
    [
        ("2026-03-28T13:00", "tomorrow", "2026-03-29"),
        ("2026-10-24T13:00", "in 2 days", "2026-10-26"),
        ("2028-02-28T13:00", "tomorrow", "2028-02-29"),
        ("2027-02-28T13:00", "tomorrow", "2027-03-01"),
        ("2026-12-31T13:00", "in a week", "2027-01-07"),
    ],
)
def test_days_to_come_are_counted_by_the_calendar(now: str, text: str, day: str) -> None:
    assert read(TO_COME, text, now) == f"{day}T12:00"


@pytest.mark.parametrize(
    ("inputs", "value"),
    [
        ({"shared_when__date": "2026-03-11", "shared_when__time": "13:40"}, "2026-03-11T13:40"),
        ({"shared_when__date": "2026-03-10", "shared_when__time": "09:15:30"}, "2026-03-10T09:15"),
        ({"shared_when__date": "11/03/2026", "shared_when__time": "09.30"}, "2026-03-11T09:30"),
        ({"shared_when__date": "11.3.2026", "shared_when__time": "9am"}, "2026-03-11T09:00"),
        ({"shared_when__date": "11 March 2026", "shared_when__time": "1:05 PM"}, "2026-03-11T13:05"),
        ({"shared_when__date": "2026-03-11T00:00:00Z", "shared_when__time": "1:05\u202fp.m."}, "2026-03-11T13:05"),
        ({"shared_when__date": "2026-03-11", "shared_when__time": "09:05Z"}, "2026-03-11T09:05"),
        ({"shared_when__date": "2025-07-01", "shared_when__time": "09:05Z"}, "2025-07-01T10:05"),
        ({"shared_when__date": "2025-07-01", "shared_when__time": "09:05+02:00"}, "2025-07-01T08:05"),
        ({"shared_when__date": "2026-03-10", "shared_when__time": "1745"}, "2026-03-10T17:45"),
        ({"shared_when__date": "\u200e10/03/2026", "shared_when__time": "17h45"}, "2026-03-10T17:45"),
        ({"shared_when__date": "yesterday", "shared_when__time": "noon"}, "2026-03-10T12:00"),
        ({"shared_when__date": "Tue, March 10, 2026", "shared_when__time": "9 o\u2019clock"}, "2026-03-10T09:00"),
        ({"shared_when__date": "10-Mar-26", "shared_when__time": "2026-03-10T09:05:00Z"}, "2026-03-10T09:05"),
        ({"shared_when__date": "2026/3/10", "shared_when__time": "9:05 pm GMT"}, "2026-03-10T21:05"),
        ({"shared_when__date": "20250701", "shared_when__time": "09:05 BST"}, "2025-07-01T09:05"),
        ({"shared_when__date": "2025-06-30T23:00:00.000Z", "shared_when__time": "09:05"}, "2025-07-01T09:05"),
        ({"shared_when__date": "2026-03-09T23:00:00Z", "shared_when__time": "09:05"}, "2026-03-09T09:05"),
        ({"shared_when__date": "10. 3. 2026", "shared_when__time": "12 noon"}, "2026-03-10T12:00"),
        ({"shared_when__date": "2026-03-11"}, None),
        ({"shared_when__time": "13:40"}, None),
        ({}, None),
    ],
)
def test_a_picked_moment_needs_its_day_and_its_time(inputs: dict[str, str], value: str | None) -> None:
    assert HAPPENED.read_inputs(inputs, {NOW: WEDNESDAY}) == value


@pytest.mark.parametrize(
    ("moment", "day", "time", "code"),
    [
        (HAPPENED, "2026-02-30", "10:00", "not_a_time"),
        (HAPPENED, "2026-03-11", "25:00", "not_a_time"),
        (HAPPENED, "monday 10 march 2026", "10:00", "not_a_time"),
        (HAPPENED, "202603", "10:00", "not_a_time"),
        (HAPPENED, "2026-03-10", "2 o'clock", "not_a_time"),
        (HAPPENED, "03/24/2026", "10:00", "not_a_time"),
        (HAPPENED, "2026-03-10", "2.30", "not_a_time"),
        (HAPPENED, "2026-03-10", "17", "not_a_time"),
        (HAPPENED, "2026-03-10", "13pm", "not_a_time"),
        (HAPPENED, "2026-03-10", "09:05+99:99", "not_a_time"),
        (HAPPENED, "2026-03-11", "13:41", "still_to_come"),
        (HAPPENED, "2026-03-12", "09:00", "still_to_come"),
        (TO_COME, "2026-03-10", "", "gone_by"),
        (TO_COME, "soon", "", "not_a_time"),
    ],
)
def test_a_picked_moment_on_the_wrong_side_of_now_is_refused(moment: Moment, day: str, time: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        moment.read_inputs({f"{moment.name}__date": day, f"{moment.name}__time": time}, {NOW: WEDNESDAY})
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("day", "time", "day_shown", "time_shown"),
    [
        ("03/24/2026", "09:05", "", "09:05"),
        ("9 March 2026", "half past", "2026-03-09", ""),
        ("2026-03-12", "9.05 am", "2026-03-12", "09:05"),
        ("", "soon", "", ""),
    ],
)
def test_what_was_not_taken_is_not_replaced_by_today(day: str, time: str, day_shown: str, time_shown: str) -> None:
    inputs = {"shared_when__date": day, "shared_when__time": time}
    assert HAPPENED.as_typed(inputs, {NOW: WEDNESDAY}) == {"day": day_shown, "time": time_shown}


def test_a_day_to_come_is_picked_without_a_time() -> None:
    value = TO_COME.read_inputs({"look_again__date": "2026-03-11"}, {NOW: WEDNESDAY})
    assert value == "2026-03-11T12:00"


def test_the_moment_kept_is_one_that_python_reads_back() -> None:
    kept = read(HAPPENED, "yesterday at 2pm", WEDNESDAY)
    assert datetime.fromisoformat(kept).hour == 14

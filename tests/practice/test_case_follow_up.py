"""The follow-up of a case: opened as real work opens it, moved while its reason holds, told in part, and settled."""

from datetime import datetime

import pytest

from dialogs.follow_ups.follow_up import FollowUpState
from practice.case_follow_up import follow_up_of
from practice.repository import all_scenarios
from practice.scenario import Given
from practice.simulation import walk_answers
from practice.variants import every_day

CASE = all_scenarios()["case-the-second-phone"]
DAYS = {day.id.removeprefix(CASE.id): day for day in every_day(CASE)}
FRIDAY = datetime(2026, 3, 13, 10)  # noqa: DTZ001  local wall time, as cards take it
OPEN, DONE = FollowUpState.OPEN, FollowUpState.DONE


@pytest.mark.parametrize(
    ("day", "state", "due", "told", "lines"),
    [
        ("", OPEN, "2026-03-14", (), 0),
        ("--day-2", OPEN, "2026-03-15", (), 1),
        ("--day-3", OPEN, "2026-03-14", (), 1),
        ("--day-4", OPEN, "2026-03-13", ("mother",), 2),
        ("--day-6", DONE, "2026-03-13", ("mother",), 3),
    ],
)
def test_it_stands_after_each_day_as_it_would_in_real_work(
    day: str, state: FollowUpState, due: str, told: tuple[str, ...], lines: int
) -> None:
    found = follow_up_of(DAYS[day], CASE, FRIDAY)
    assert found is not None
    assert (found.state, found.due_at.date().isoformat(), found.told) == (state, due, told)
    assert len(found.additions) == lines
    assert found.excepted


def test_a_case_in_which_nothing_went_untold_has_none() -> None:
    gala = all_scenarios()["case-the-swimming-gala"]
    assert [follow_up_of(day, gala, FRIDAY) for day in every_day(gala)] == [None, None]


@pytest.mark.parametrize(
    ("reason", "holds", "told", "conclusion"),
    [
        ("crime", "holds", "none", "look_again"),
        ("risk", "holds", "some", "look_again"),
        ("not_practicable", "holds", "none", "look_again"),
        ("attitude", "holds", "none", "tell_now"),
        ("crime", "gone", "some", "tell_now"),
        ("risk", "unsure", "none", "ask"),
        ("crime", "holds", "all", "all_told"),
    ],
)
def test_what_is_done_follows_from_the_reason_today_and_from_who_knows(
    reason: str, holds: str, told: str, conclusion: str
) -> None:
    words = {"done_whom": "", "done_how": "", "done_by": "", "move_because": ""}
    said: dict[str, Given] = {"reasons": [reason], "reason_now": holds, "told_since": told, **words}
    assert walk_answers(DAYS["--day-2"], said).conclusion == conclusion

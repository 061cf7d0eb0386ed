"""When a follow-up is looked at: by the office's hours, in London's time."""

from datetime import UTC, date, datetime

import pytest

from bot.config.council import CouncilSettings
from bot.follow_ups.due_dates import due_again, due_of, due_on
from dialogs.engine.follow_up_kinds import FollowUpKind, NewFollowUp

COUNCIL = CouncilSettings()


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "now", "expected"),
    [
        (date(2026, 11, 26), at(24, 10), at(26, 9)),
        (date(2026, 6, 26), at(24, 10, month=6), at(26, 8, month=6)),
        (date(2026, 11, 28), at(24, 10), at(28, 9)),
        (date(2026, 11, 24), at(24, 8, 59), at(24, 9)),
        (date(2026, 11, 24), at(24, 9), at(24, 16)),
        (date(2026, 11, 24), at(24, 15, 59), at(24, 16)),
        (date(2026, 11, 24), at(24, 16), at(25, 9)),
        (date(2026, 11, 27), at(27, 16, 30), at(30, 9)),
        (date(2026, 12, 24), at(24, 16, 30, month=12), at(29, 9, month=12)),
    ],
    ids=[
        "a day ahead", "in summer time", "a Saturday that was chosen", "today, before the office opens",
        "today, as it opens", "today, in time", "today, too late", "a Friday, too late", "before Christmas",
    ],
)  # fmt: skip
def test_it_is_looked_at_on_its_day(day: date, now: datetime, expected: datetime) -> None:
    assert due_on(COUNCIL, day, now) == expected


def test_a_day_of_the_worker_s_is_kept() -> None:
    asked = NewFollowUp(FollowUpKind.TELL_FAMILY, day="2026-11-26")
    assert due_of(COUNCIL, asked, at(24, 10)) == at(26, 9)


@pytest.mark.parametrize(
    ("days", "expected"), [(1, at(25, 9)), (3, at(27, 9)), (5, at(1, 9, month=12))], ids=["one", "three", "five"]
)
def test_working_days_leave_out_the_weekend(days: int, expected: datetime) -> None:
    assert due_of(COUNCIL, NewFollowUp(FollowUpKind.REPLY, working_days=days), at(24, 10)) == expected


def test_again_is_a_week_on_across_the_change_of_the_clocks() -> None:
    assert due_again(COUNCIL, at(22, 8, 1, month=10)) == at(29, 9, month=10)

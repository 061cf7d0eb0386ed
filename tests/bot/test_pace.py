"""How fast a tenant is written to."""

import pytest

from bot.outbox_sender.pace import Pace
from bot.storage.messages import Priority

URGENT = (Priority.WAITED_FOR, Priority.NEWS)


class _Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def pace(clock: _Clock) -> Pace:
    return Pace(clock)


def _gone(pace: Pace, clock: _Clock, tenant: str, priority: Priority, seconds: float = 1.0) -> int:
    """How many messages go in so many seconds, of as many as there are."""
    end, count = clock.now + seconds, 0
    place = pace.place(tenant) if priority is Priority.BULK else 0.0
    while clock.now < end:
        if wait := pace.wait(tenant, priority, place):
            clock.now += wait + 1e-9
        else:
            count += 1
            place = pace.place(tenant) if priority is Priority.BULK else 0.0
            if count > 1000:
                break
    return count


@pytest.mark.parametrize("priority", [priority for priority in Priority if priority < Priority.BULK])
def test_all_but_bulk_goes_as_it_comes(pace: Pace, priority: Priority) -> None:
    assert [pace.wait("t", priority) for _ in range(200)] == [0.0] * 200


def test_bulk_takes_half_of_what_teams_takes_of_each_tenant(pace: Pace, clock: _Clock) -> None:
    assert _gone(pace, clock, "t", Priority.BULK) in (25, 26)
    assert pace.wait("another", Priority.BULK, pace.place("another")) == 0


def test_bulk_goes_in_the_order_in_which_it_asked(pace: Pace, clock: _Clock) -> None:
    places = [pace.place("t") for _ in range(3)]
    clock.now += 1.5 / 25
    assert [pace.wait("t", Priority.BULK, place) for place in reversed(places)] == [pytest.approx(0.5 / 25), 0, 0]


def test_bulk_holds_nobody_up(pace: Pace) -> None:
    assert pace.wait("t", Priority.BULK, pace.place("t")) == 0
    assert [pace.wait("t", priority) for priority in (*URGENT, Priority.UPDATE)] == [0, 0, 0]


def test_once_throttled_a_tenant_s_updates_keep_within_50_a_second_for_a_minute(pace: Pace, clock: _Clock) -> None:
    pace.throttled("t")
    assert _gone(pace, clock, "t", Priority.UPDATE) in (50, 51)
    assert _gone(pace, clock, "another", Priority.UPDATE) > 1000
    clock.now += 60
    assert _gone(pace, clock, "t", Priority.UPDATE) > 1000


def test_once_throttled_what_people_wait_for_still_goes_and_updates_take_what_it_leaves(
    pace: Pace, clock: _Clock
) -> None:
    pace.throttled("t")
    assert [pace.wait("t", priority) for priority in URGENT * 20] == [0] * 40
    assert pace.wait("t", Priority.UPDATE) == pytest.approx(40 / 50)
    clock.now += 0.81
    assert pace.wait("t", Priority.UPDATE) == 0

"""Two transactions that need the same rows wait for one another, in one order, and never for each other.

Each takes its first row, gives the other the time to take its own, and goes on.
"""

import asyncio
import threading
from collections.abc import Callable

import psycopg
import pytest

from bot.storage import Storage, UnitOfWork
from bot.storage.records import StoredFollowUp, StoredRequest
from tests.bot.storage.shelf import MONDAY, matter, opened

Step = Callable[[UnitOfWork], object]
MEANWHILE_SECONDS = 0.4


def _request(request_id: str, matter_id: str, number: int) -> StoredRequest:
    about = ("tenant", "tenant/worker", "channel", matter_id, "not_telling", "3.12", "waiting")
    return StoredRequest(request_id, number, *about, False, "", MONDAY, None, 0, {})


REQUEST, OTHER_REQUEST = _request("r1", "m1", 1001), _request("r2", "m2", 1002)
FOLLOW_UP = StoredFollowUp("m1.told", "tenant", "tenant/worker", "channel", "m1", "tell_family", "open", MONDAY, 0, {})


TAKE_MATTER: Step = lambda unit: unit.matter("m1")  # noqa: E731  a table of short steps
TAKE_REQUEST: Step = lambda unit: unit.request("r1")  # noqa: E731
TAKE_FOLLOW_UP: Step = lambda unit: unit.follow_up("m1.told")  # noqa: E731
RECORD: Step = lambda unit: unit.record("someone", "did", "1")  # noqa: E731
TAKE_OTHERS: Step = lambda unit: unit.hold_requests([REQUEST, OTHER_REQUEST])  # noqa: E731
TAKE_OTHERS_AS_LISTED_OTHERWISE: Step = lambda unit: unit.hold_requests([OTHER_REQUEST, REQUEST])  # noqa: E731
BOTH_MATTERS: Step = lambda unit: unit.lock_matters(["m2", "m1"])  # noqa: E731

PAIRS: dict[str, tuple[tuple[Step, ...], tuple[Step, ...]]] = {
    "a follow-up with its matter, a matter with its follow-up": (
        (TAKE_FOLLOW_UP, TAKE_MATTER),
        (TAKE_MATTER, TAKE_FOLLOW_UP),
    ),
    "a move that is recorded, a decision that closes the follow-up": (
        (TAKE_FOLLOW_UP, RECORD),
        (RECORD, TAKE_FOLLOW_UP),
    ),
    "a request and its follow-up, in both orders": ((TAKE_REQUEST, TAKE_FOLLOW_UP), (TAKE_FOLLOW_UP, TAKE_REQUEST)),
    "a record before the matter, a matter before the record": ((RECORD, TAKE_MATTER), (TAKE_MATTER, RECORD)),
    "several requests, listed in different orders": ((TAKE_OTHERS,), (TAKE_OTHERS_AS_LISTED_OTHERWISE,)),
    "two matters, and one of them with a request": ((BOTH_MATTERS,), (BOTH_MATTERS, TAKE_REQUEST)),
}


def _fill(unit: UnitOfWork) -> None:
    unit.save_matter(matter("m1"))
    unit.save_matter(matter("m2"))
    unit.add_request(REQUEST)
    unit.add_request(OTHER_REQUEST)
    unit.save_follow_up(FOLLOW_UP)


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS.keys())
async def test_no_two_wait_for_each_other(postgresql_url: str, pair: tuple[tuple[Step, ...], tuple[Step, ...]]) -> None:
    with opened(postgresql_url) as one, opened(postgresql_url) as other:
        await one.transact(_fill)
        arrived = (threading.Event(), threading.Event())
        both = (
            _taking(storage, steps, arrived, n)
            for n, (storage, steps) in enumerate(zip((one, other), pair, strict=True))
        )
        await asyncio.gather(*both)
    assert deadlocks(postgresql_url) == 0


async def test_a_transaction_that_a_deadlock_undid_is_begun_again(postgresql_url: str) -> None:
    """Should an order be forgotten somewhere: both are stored, and nobody hears of it."""

    def changing(first: str, second: str, n: int) -> Step:
        def work(unit: UnitOfWork) -> None:
            unit.matter(first)
            arrived[n].set()
            arrived[1 - n].wait(MEANWHILE_SECONDS)
            unit.matter(second)
            unit.claim_activity("a:1", str(n))

        return work

    with opened(postgresql_url) as one, opened(postgresql_url) as other:
        await one.transact(_fill)
        arrived = (threading.Event(), threading.Event())
        await asyncio.gather(one.transact(changing("m1", "m2", 0)), other.transact(changing("m2", "m1", 1)))
        assert not await one.transact(lambda unit: unit.claim_activity("a:1", "0"))
        assert not await one.transact(lambda unit: unit.claim_activity("a:1", "1"))
    assert deadlocks(postgresql_url) >= 1


async def _taking(storage: Storage, steps: tuple[Step, ...], arrived: tuple[threading.Event, ...], number: int) -> None:
    def work(unit: UnitOfWork) -> None:
        steps[0](unit)
        arrived[number].set()
        arrived[1 - number].wait(MEANWHILE_SECONDS)
        for step in steps[1:]:
            step(unit)

    await storage.transact(work)


def deadlocks(url: str) -> int:
    """How often the server had to end one of two that waited for each other, since this database was made."""
    with psycopg.connect(url) as connection:
        asked = "SELECT pg_stat_force_next_flush(), deadlocks FROM pg_stat_database WHERE datname = current_database()"
        row = connection.execute(asked).fetchone()
    assert row is not None
    return int(row[1])

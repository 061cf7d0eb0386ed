"""A matter offered to a colleague: by a code's hash, once, for a time."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.storage import Handover, Storage, UnitOfWork
from bot.storage.tables import handovers
from tests.bot.storage.shelf import MONDAY, address, matter, opened, rows

WEEK = timedelta(days=7)


def offer(code_hash: str = "hash", **changed: Any) -> Handover:
    known: dict[str, Any] = {
        "matter_id": "m1",
        "owner": "tenant/worker",
        "tenant_id": "tenant",
        "conversation_id": "a:1",
        "offered_at": MONDAY,
        "expires_at": MONDAY + WEEK,
    }
    return Handover(code_hash, **{**known, **changed})


def offering(*offers: Handover) -> Callable[[UnitOfWork], None]:
    def work(unit: UnitOfWork) -> None:
        for one in offers:
            unit.save_conversation(address(one.conversation_id))
            unit.offer_matter(one)

    return work


class Clock:
    now = MONDAY

    def __call__(self) -> Any:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def storage(database_url: str, clock: Clock) -> Any:
    with opened(database_url, clock=clock) as opened_storage:
        yield opened_storage


async def test_an_offer_comes_back_as_it_was(storage: Storage) -> None:
    await storage.transact(offering(offer()))
    assert await storage.transact(lambda unit: unit.offer("hash")) == offer()
    assert await storage.transact(lambda unit: unit.open_offer("m1")) == offer()
    assert await storage.transact(lambda unit: unit.offer("other")) is None
    assert await storage.transact(lambda unit: unit.open_offer("m2")) is None


async def test_it_is_taken_once(storage: Storage) -> None:
    await storage.transact(offering(offer()))
    assert await storage.transact(lambda unit: unit.take_offer("hash"))
    assert not await storage.transact(lambda unit: unit.take_offer("hash"))
    assert await storage.transact(lambda unit: unit.offer("hash")) == replace(offer(), taken=True)
    assert await storage.transact(lambda unit: unit.open_offer("m1")) is None


@pytest.mark.parametrize(("past", "can"), [(-1, True), (0, False), (1, False)])
async def test_it_can_be_taken_until_its_time_is_over(storage: Storage, clock: Clock, past: int, can: bool) -> None:
    await storage.transact(offering(offer()))
    clock.now = MONDAY + WEEK + timedelta(microseconds=past)
    assert (await storage.transact(lambda unit: unit.open_offer("m1")) is not None) is can
    assert await storage.transact(lambda unit: unit.take_offer("hash")) is can


async def test_a_new_offer_of_a_matter_ends_the_earlier_one_and_no_other(storage: Storage) -> None:
    await storage.transact(offering(offer("first"), offer("other", matter_id="m2"), offer("second")))
    found = await storage.transact(lambda unit: [unit.offer(code) for code in ("first", "second", "other")])
    assert [one.code_hash if one else None for one in found] == [None, "second", "other"]


async def test_an_offer_taken_back_is_gone(storage: Storage) -> None:
    await storage.transact(offering(offer()))
    await storage.transact(lambda unit: unit.end_offers("m1"))
    assert not await storage.transact(lambda unit: unit.take_offer("hash"))


async def test_with_its_matter_the_offer_is_forgotten(storage: Storage, database_url: str) -> None:
    await storage.transact(lambda unit: unit.save_matter(matter("m1")))
    await storage.transact(offering(offer(), offer("other", matter_id="m2")))
    await storage.transact(lambda unit: unit.delete_matter("m1"))
    assert [row["code_hash"] for row in rows(database_url, handovers)] == ["other"]


async def test_offers_that_are_over_are_purged_and_open_ones_stay(
    storage: Storage, clock: Clock, database_url: str
) -> None:
    await storage.transact(offering(offer("over"), offer("open", matter_id="m2", expires_at=MONDAY + 2 * WEEK)))
    clock.now = MONDAY + WEEK + timedelta(seconds=1)
    await storage.transact(lambda unit: unit.purge(MONDAY))
    assert [row["code_hash"] for row in rows(database_url, handovers)] == ["open"]


async def test_an_offer_from_an_unknown_conversation_is_refused(storage: Storage) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await storage.transact(lambda unit: unit.offer_matter(offer()))


async def test_what_was_undone_was_not_offered(storage: Storage) -> None:
    def failing(unit: UnitOfWork) -> None:
        offering(offer())(unit)
        raise RuntimeError("undone")

    with pytest.raises(RuntimeError):
        await storage.transact(failing)
    assert await storage.transact(lambda unit: unit.offer("hash")) is None

import asyncio
import gc
import random
import threading
import weakref
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from msgspec.structs import replace

from bot.storage import Storage, UnitOfWork
from bot.storage.errors import StorageUnavailable
from bot.storage.tables import inbox, outbox
from tests.bot.storage.shelf import address, matter, opened, rows, take, with_card


def _increment(unit: UnitOfWork) -> None:
    found = unit.matter("m1")
    assert found is not None
    unit.save_matter(replace(found, revision=found.revision + 1))


async def _revision(storage: Storage) -> int:
    found = await storage.transact(lambda unit: unit.matter("m1"))
    assert found is not None
    return found.revision


@pytest.mark.parametrize("conversation", [lambda _: "a:1", lambda n: f"a:{n}"], ids=["one conversation", "many"])
async def test_two_instances_lose_no_change_to_a_matter(database_url: str, conversation: Callable[[int], str]) -> None:
    with opened(database_url) as one, opened(database_url) as other:
        await one.transact(lambda unit: unit.save_matter(matter(revision=0)))
        changes = (
            storage.transact(_increment, conversation_id=conversation(n))
            for n in range(100)
            for storage in (one, other)
        )
        await asyncio.gather(*changes)
        assert await _revision(one) == 200


async def test_two_instances_lose_no_change_to_a_conversation_s_state(database_url: str) -> None:
    def count(unit: UnitOfWork) -> None:
        unit.save_conversation(address())
        found = unit.conversation("a:1")
        assert found is not None
        unit.set_state("a:1", {"turns": found.state.get("turns", 0) + 1})

    with opened(database_url) as one, opened(database_url) as other:
        both = (storage.transact(count, conversation_id="a:1") for _ in range(25) for storage in (one, other))
        await asyncio.gather(*both)
        found = await one.transact(lambda unit: unit.conversation("a:1"))
    assert found is not None and found.state == {"turns": 50}


async def test_the_first_turns_of_a_conversation_are_alone_though_it_has_no_row_yet(database_url: str) -> None:
    def greet(unit: UnitOfWork) -> bool:
        if unit.conversation("a:1") is not None:
            return False
        unit.save_conversation(address())
        unit.post_text("a:1", "welcome")
        return True

    with opened(database_url) as one, opened(database_url) as other:
        both = (storage.transact(greet, conversation_id="a:1") for _ in range(10) for storage in (one, other))
        greeted = await asyncio.gather(*both)
    assert sum(greeted) == 1
    assert len(rows(database_url, outbox)) == 1


async def test_an_activity_delivered_many_times_at_once_is_taken_once(database_url: str) -> None:
    with opened(database_url) as one, opened(database_url) as other:
        for activity in ("1", "2", "3"):
            deliveries = (
                storage.transact(take(activity), conversation_id=conversation)
                for _ in range(5)
                for storage in (one, other)
                for conversation in ("a:1", "")
            )
            assert sorted(await asyncio.gather(*deliveries)) == [False] * 19 + [True]


async def test_one_activity_id_in_two_conversations_is_two_activities(storage: Storage) -> None:
    taken = [await storage.transact(take("1", c)) for c in ("a:1", "a:2", "a:1")]
    assert taken == [True, True, False]


async def test_what_raises_is_undone_and_its_error_comes_out(storage: Storage, database_url: str) -> None:
    class Mistake(Exception):
        pass

    def fail(unit: UnitOfWork) -> None:
        unit.claim_activity("a:1", "1")
        unit.post_card(with_card(unit), {"type": "AdaptiveCard"})
        raise Mistake

    with pytest.raises(Mistake):
        await storage.transact(fail)
    assert (rows(database_url, inbox), rows(database_url, outbox)) == ([], [])
    assert await storage.transact(take("1"))


async def test_a_fault_in_the_last_write_undoes_the_turn(storage: Storage, database_url: str) -> None:
    def post_to_nobody(unit: UnitOfWork) -> None:
        unit.claim_activity("a:1", "1")
        unit.post_text("a:1", "hello")  # the conversation was never saved

    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await storage.transact(post_to_nobody)
    assert rows(database_url, inbox) == []


async def test_turns_of_one_conversation_run_in_order_of_arrival(storage: Storage) -> None:
    taken: dict[str, list[int]] = {f"a:{n}": [] for n in range(8)}

    def turn(conversation: str, number: int) -> Callable[[UnitOfWork], None]:
        return lambda _: taken[conversation].append(number)

    arrivals = [(conversation, number) for number in range(40) for conversation in taken]
    await asyncio.gather(*(storage.transact(turn(c, n), conversation_id=c) for c, n in arrivals))
    assert all(numbers == list(range(40)) for numbers in taken.values())


async def test_a_cancelled_turn_is_kept_whole_or_not_at_all(storage: Storage) -> None:
    await storage.transact(lambda unit: unit.save_matter(matter(revision=0)))
    finished: list[int] = []

    def slow(unit: UnitOfWork) -> None:
        _increment(unit)
        finished.append(1)

    tasks = [asyncio.create_task(storage.transact(slow, conversation_id="a:1")) for _ in range(30)]
    await asyncio.sleep(0.005)
    for task in random.sample(tasks, 15):
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await storage.transact(lambda unit: None, conversation_id="a:1")
    assert await _revision(storage) == len(finished) >= 15


@asynccontextmanager
async def _held_up(storage: Storage) -> AsyncIterator[None]:
    """A transaction is under way, and those after it wait until the end of this."""
    begun, free = threading.Event(), threading.Event()

    def hold(_: UnitOfWork) -> None:
        begun.set()
        free.wait(10)

    under_way = asyncio.create_task(storage.transact(hold))
    await asyncio.to_thread(begun.wait, 10)
    yield
    free.set()
    await under_way


async def test_what_was_cancelled_before_it_began_is_not_begun(storage: Storage) -> None:
    async with _held_up(storage):
        waiting = asyncio.create_task(storage.transact(lambda unit: unit.save_matter(matter())))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert await storage.transact(lambda unit: unit.matter("m1")) is None


async def test_what_is_not_done_in_time_is_never_stored(storage: Storage) -> None:
    async with _held_up(storage):
        with pytest.raises(StorageUnavailable):
            await storage.transact(lambda unit: unit.save_matter(matter()), within=0.01)
    assert await storage.transact(lambda unit: unit.matter("m1")) is None


async def test_a_closed_storage_finishes_what_was_begun(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter(revision=0)))
        turns = [asyncio.ensure_future(storage.transact(_increment, conversation_id="a:1")) for _ in range(20)]
        await asyncio.sleep(0)
    await asyncio.gather(*turns)
    with opened(database_url) as storage:
        assert await _revision(storage) == 20


async def test_a_cursor_is_closed_when_its_transaction_ends(storage: Storage) -> None:
    """Left to the collector, it would be freed on another thread than its connection's."""
    cursor = await storage.transact(lambda unit: unit.transaction.cursor)
    with pytest.raises(Exception, match="closed"):
        cursor.execute("SELECT 1")


async def test_a_unit_of_work_is_freed_without_the_collector(storage: Storage) -> None:
    def work(unit: UnitOfWork) -> "weakref.ref[UnitOfWork]":
        unit.save_matter(matter())
        unit.matters_of("worker")
        unit.matter("m1")
        return weakref.ref(unit)

    gc.disable()
    try:
        unit = await storage.transact(work)
        await storage.transact(lambda _: None)  # the thread has let go of the work before
        assert unit() is None
    finally:
        gc.enable()

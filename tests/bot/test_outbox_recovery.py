"""What a sender that died, was too slow, or lost the database leaves, and what others make of it."""

import asyncio
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest

from bot.outbox_sender.sender_name import is_process_dead, register_name, unregister_name
from bot.storage import Storage, StorageUnavailable, UnitOfWork
from bot.storage.outbox_table import ClaimedMessage, DeliveryResult, MessageState, OutboxTable
from tests.bot.postbox import Postbox, postbox, sending
from tests.bot.storage.shelf import MONDAY, opened
from tests.postgresql import PostgreSqlServer

T = TypeVar("T")
LEASE = timedelta(seconds=90)


def _dead_name() -> str:
    """The name of a sender whose process has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return f"{socket.gethostname()}:{process.pid}:x"


async def _claim_as(box: Postbox, name: str) -> list[ClaimedMessage]:
    return await box.storage.transact(lambda unit: OutboxTable(unit, name).claim(9, LEASE))


async def _left_half_way(box: Postbox, name: str) -> None:
    """Leave a card that was sent with an update under way, and in another conversation a post under way."""
    async with sending(box.storage, box.connector.origin):
        card_id = await box.post("one")
        await box.until_settled()
    await box.update(card_id, "answered")
    await box.text("two")
    await box.text("three", "a:2")
    await box.text("four", "a:2")
    assert len(await _claim_as(box, name)) == 2


async def test_what_a_dead_sender_left_is_settled_at_the_start(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        await _left_half_way(box, _dead_name())
        async with sending(box.storage, box.connector.origin):
            await box.until_settled()
        assert box.heard("a:1") == [("POST", "one"), ("PUT", "answered"), ("POST", "two")]
        assert box.heard("a:2") == [("POST", "four")]
        assert box.states() == ["sent", "sent", "sent", "doubtful", "sent"]


@pytest.mark.parametrize(
    "name",
    ["elsewhere:1:x", f"{socket.gethostname()}:{os.getppid()}:x"],
    ids=["on another machine", "in another process"],
)
async def test_a_sender_that_may_be_alive_keeps_its_rows_until_its_lease_ends(database_url: str, name: str) -> None:
    now = [MONDAY]
    async with postbox(database_url, send=False, clock=lambda: now[0]) as box:
        await _left_half_way(box, name)
        now[0] = MONDAY + LEASE
        async with sending(box.storage, box.connector.origin):
            await box.text("elsewhere", "a:3")
            await box.until(lambda box: ("POST", "elsewhere") in box.heard())
        assert box.states() == ["sent", "sending", "waiting", "sending", "waiting", "sent"]
        now[0] = MONDAY + LEASE + timedelta(microseconds=1)
        async with sending(box.storage, box.connector.origin):
            await box.until_settled()
        assert box.states() == ["sent", "sent", "sent", "doubtful", "sent", "sent"]


async def test_a_slow_sender_s_good_news_ends_the_doubt(database_url: str) -> None:
    now = [MONDAY]
    async with postbox(database_url, send=False, clock=lambda: now[0]) as box:
        card_id = await box.post("one")
        [row] = await _claim_as(box, "slow:1:x")
        now[0] = MONDAY + 2 * LEASE
        await box.storage.transact(lambda unit: OutboxTable(unit, "other:1:x").recover())
        assert box.states() == ["doubtful"]
        sent = DeliveryResult(row, MessageState.SENT, activity_id="activity-9")
        await box.storage.transact(lambda unit: OutboxTable(unit, "slow:1:x").keep([sent]))
        assert box.states() == ["sent"]
        assert (await box.card(card_id)).activity_id == "activity-9"


async def test_a_slow_sender_does_not_bring_back_what_is_in_doubt(database_url: str) -> None:
    now = [MONDAY]
    async with postbox(database_url, send=False, clock=lambda: now[0]) as box:
        await box.post("one")
        [row] = await _claim_as(box, "slow:1:x")
        now[0] = MONDAY + 2 * LEASE
        again = DeliveryResult(row, MessageState.WAITING, "throttled", again_in=timedelta(0))
        await box.storage.transact(lambda unit: OutboxTable(unit, "other:1:x").recover())
        await box.storage.transact(lambda unit: OutboxTable(unit, "slow:1:x").keep([again]))
        assert box.states() == ["doubtful"]


async def test_another_sender_s_row_cannot_be_settled(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        await box.post("one")
        [row] = await _claim_as(box, "one:1:x")
        outcomes = [DeliveryResult(row, MessageState.SENT), DeliveryResult(row, MessageState.WAITING)]
        await box.storage.transact(lambda unit: OutboxTable(unit, "other:1:x").keep(outcomes))
        assert box.states() == ["sending"]


async def test_a_claim_under_way_elsewhere_is_neither_taken_nor_waited_for(postgresql_url: str) -> None:
    done = threading.Event()

    def claim_slowly(unit: UnitOfWork) -> list[ClaimedMessage]:
        claimed = OutboxTable(unit, "slow:1:x").claim(1, LEASE)
        begun.set()
        assert done.wait(5)
        return claimed

    async with postbox(postgresql_url, send=False) as box:
        await box.text("one", "a:1")
        await box.text("one more", "a:1")
        await box.text("two", "a:2")
        begun = threading.Event()
        slow = asyncio.create_task(box.storage.transact(claim_slowly, conversation_id="slow"))
        await asyncio.to_thread(begun.wait, 5)
        with opened(postgresql_url) as other:
            quick = await asyncio.wait_for(other.transact(lambda unit: OutboxTable(unit, "o:1:x").claim(9, LEASE)), 4)
        done.set()
        assert [row.address.conversation_id for row in await slow] == ["a:1"]
        assert [row.address.conversation_id for row in quick] == ["a:2"]


class _LosesAnswers(Storage):
    """A storage whose connection breaks right after the next commits, so that nobody learns of them."""

    losses = 0

    async def transact(
        self, work: Callable[[UnitOfWork], T], *, conversation_id: str = "", within: float | None = None
    ) -> T:
        result = await super().transact(work, conversation_id=conversation_id, within=within)
        if self.losses:
            self.losses -= 1
            raise StorageUnavailable("the database is not available: lost after the commit")
        return result


@pytest.mark.parametrize("losses", [1, 2])
async def test_a_claim_whose_answer_was_lost_is_sent_all_the_same(database_url: str, losses: int) -> None:
    async with postbox(database_url, send=False) as box:
        box.storage.__class__ = _LosesAnswers
        await box.text("one")
        await box.text("two", "a:2")
        box.storage.losses = losses  # type: ignore[attr-defined]
        async with sending(box.storage, box.connector.origin):
            await box.until_settled()
        assert sorted(box.heard()) == [("POST", "one"), ("POST", "two")]
        assert box.states() == ["sent", "sent"]


async def test_an_outcome_whose_answer_was_lost_is_not_sent_again(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        box.storage.__class__ = _LosesAnswers
        async with sending(box.storage, box.connector.origin) as sender:
            for number in range(2):
                await box.text(f"{number}")
                sender.wake()
                await box.connector.wait_for(number + 1)
                box.storage.losses = 1  # type: ignore[attr-defined]
                await box.until_settled()
                box.storage.losses = 0  # type: ignore[attr-defined]
        assert box.heard() == [("POST", f"{number}") for number in range(2)]


async def test_a_sender_outlives_the_database_being_away(
    own_postgresql: PostgreSqlServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with postbox(own_postgresql.new_database()) as box:
        await box.text("one")
        await box.until_settled()
        own_postgresql.stop()
        await box.until(lambda _: "the outbox cannot be read: the database is not available" in caplog.text)
        own_postgresql.start()
        await box.text("two")
        await box.until_settled()
        assert box.heard() == [("POST", "one"), ("POST", "two")]
        assert caplog.text.count("the outbox cannot be read") == 1


def test_a_sender_of_this_process_is_alive_until_its_name_is_dropped() -> None:
    name = register_name()
    assert not is_process_dead(name)
    unregister_name(name)
    assert is_process_dead(name)


def test_names_are_never_the_same() -> None:
    names = {register_name() for _ in range(20)}
    assert len(names) == 20
    for name in names:
        unregister_name(name)


def test_a_host_name_may_hold_colons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "fe80::1")
    name = register_name()
    assert not is_process_dead(name)
    unregister_name(name)
    assert is_process_dead(name)

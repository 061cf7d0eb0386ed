"""What a sender that died, was too slow, or lost the database leaves, and what others make of it."""

import asyncio
import socket
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TypeVar

import pytest

from bot.outbox_sender.sender import OtherSenders
from bot.storage import Storage, StorageUnavailable, UnitOfWork
from bot.storage.messages import ClaimedMessage, DeliveryResult, MessageState, Priority
from bot.storage.outbox_table import OutboxTable
from bot.storage.tables import senders
from cards.words import render_text
from tests.bot.postbox import Postbox, look, postbox, sending
from tests.bot.storage.shelf import MONDAY, opened, rows
from tests.bot.turning import listeners
from tests.postgresql import PostgreSqlServer

T = TypeVar("T")
LEASE = 0.5
"""Seconds, in these tests."""
EVERY = dict.fromkeys(Priority, 9)


async def _claim_as(box: Postbox, name: str) -> list[ClaimedMessage]:
    """Claim what may be sent, as a sender of that name which gives a sign of life and then no other."""

    def work(unit: UnitOfWork) -> list[ClaimedMessage]:
        table = OutboxTable(unit, name)
        table.beat()
        return table.claim(EVERY)

    claimed: list[ClaimedMessage] = await box.storage.transact(work)
    return claimed


async def _left_half_way(box: Postbox, name: str) -> None:
    """Leave a card that was sent with an update under way, and in another conversation a post under way."""
    async with sending(box.storage, box.connector.origin):
        card_id = await box.post("one")
        await box.until_settled()
    await box.update(card_id, "answered")
    await box.text("three", "a:2")
    await box.text("four", "a:2")
    assert len(await _claim_as(box, name)) == 2
    await box.text("two")


async def test_what_a_dead_sender_left_is_settled(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        await _left_half_way(box, "gone")
        async with sending(box.storage, box.connector.origin, lease=LEASE):
            await box.until_settled()
        assert sorted(box.heard("a:1")) == [("POST", "one"), ("POST", "two"), ("PUT", "answered")]
        assert box.heard("a:2") == [("POST", "four")]
        assert sorted(box.states()) == ["doubtful", "sent", "sent", "sent", "sent"]
        assert [row["name"] for row in rows(database_url, senders)] == []


async def test_a_card_that_was_left_comes_again_and_says_so_but_not_once_its_matter_is_deleted(
    database_url: str,
) -> None:
    async with postbox(database_url, send=False) as box:
        for conversation in ("a:1", "a:2"):
            card_id = await box.post(f"about a child, {conversation}", conversation)
            await box.storage.transact(
                partial(UnitOfWork.set_state, conversation_id=conversation, state={"live": card_id})
            )
        assert len(await _claim_as(box, "gone")) == 2
        await box.update(card_id, "deleted")
        async with sending(box.storage, box.connector.origin, listeners(box.storage), lease=LEASE):
            await box.until_settled()
        [again] = box.connector.calls
        assert (again.conversation_id, again.card["text"]) == ("a:1", "about a child, a:1")
        assert again.card["body"][0]["text"] == render_text("notices.may_be_twice")
        assert sorted(row["last_error"] for row in box.outbox() if row["verb"] == "update") == ["never posted"]


async def test_a_sender_that_gives_signs_of_life_keeps_its_rows_however_long_it_takes(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        await _left_half_way(box, "slow")
        async with sending(box.storage, box.connector.origin) as sender:
            for _ in range(12):
                await box.storage.transact(lambda unit: OutboxTable(unit, "slow").beat())
                await look(sender)
        assert [row["state"] for row in box.outbox() if row["claimed_by"] == "slow"] == ["sending", "sending"]


async def test_senders_of_one_host_name_and_process_number_are_told_apart(database_url: str) -> None:
    async with postbox(database_url, send=False) as box, sending(box.storage, box.connector.origin) as one:
        with opened(database_url) as storage:
            async with sending(storage, box.connector.origin) as other:
                assert one.name != other.name
                # The parts that an older version looks at: never the name of the machine that it runs on itself.
                assert one.name.rsplit(":", 2)[0] != socket.gethostname()


async def test_while_nobody_can_look_nobody_is_thought_dead() -> None:
    others = OtherSenders(looks=3)
    assert [others.dead({"me": beat, "it": 7}, "me") for beat in range(4)] == [[], [], [], ["it"]]
    others = OtherSenders(looks=3)
    assert not any(others.dead({"it": beat // 3}, "me") for beat in range(12))


async def test_what_an_older_version_claimed_is_its_own_until_its_time_is_over(database_url: str) -> None:
    now = [MONDAY]
    async with postbox(database_url, send=False, clock=lambda: now[0]) as box:
        await box.text("one")
        await box.storage.transact(lambda unit: OutboxTable(unit, "host:1:old").claim(EVERY))
        now[0] = MONDAY + timedelta(seconds=90)
        async with sending(box.storage, box.connector.origin, lease=LEASE) as sender:
            await look(sender)
            assert box.states() == ["sending"]
            now[0] = MONDAY + timedelta(seconds=90, microseconds=1)
            await box.until_settled()
        assert box.states() == ["doubtful"]


async def test_a_slow_sender_s_good_news_ends_the_doubt(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        card_id = await box.post("one")
        [row] = await _claim_as(box, "slow:1:x")
        await box.storage.transact(lambda unit: OutboxTable(unit, "other:1:x").recover(["slow:1:x"]))
        assert box.states() == ["left"]
        sent = DeliveryResult(row, MessageState.SENT, activity_id="activity-9")
        await box.storage.transact(lambda unit: OutboxTable(unit, "slow:1:x").keep([sent]))
        assert box.states() == ["sent"]
        assert (await box.card(card_id)).activity_id == "activity-9"


async def test_a_slow_sender_does_not_bring_back_what_is_in_doubt(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        await box.post("one")
        [row] = await _claim_as(box, "slow:1:x")
        again = DeliveryResult(row, MessageState.WAITING, "throttled", again_in=timedelta(0))
        await box.storage.transact(lambda unit: OutboxTable(unit, "other:1:x").recover(["slow:1:x"]))
        await box.storage.transact(lambda unit: OutboxTable(unit, "slow:1:x").keep([again]))
        assert box.states() == ["left"]


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
        claimed = OutboxTable(unit, "slow:1:x").claim(dict.fromkeys(Priority, 1))
        begun.set()
        assert done.wait(60)
        return claimed

    async with postbox(postgresql_url, send=False) as box:
        await box.text("one", "a:1")
        await box.text("one more", "a:1")
        await box.text("two", "a:2")
        begun = threading.Event()
        slow = asyncio.create_task(box.storage.transact(claim_slowly, conversation_id="slow"))
        await asyncio.to_thread(begun.wait, 60)
        with opened(postgresql_url) as other:
            quick = await asyncio.wait_for(
                other.transact(lambda unit: OutboxTable(unit, "o:1:x").claim(dict.fromkeys(Priority, 9))), 30
            )
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


class _AnswersLate(Storage):
    """A storage that keeps back what the transactions of no conversation gave, until it is let go."""

    go_on: asyncio.Event

    async def transact(
        self, work: Callable[[UnitOfWork], T], *, conversation_id: str = "", within: float | None = None
    ) -> T:
        result = await super().transact(work, conversation_id=conversation_id, within=within)
        if not conversation_id:
            await self.go_on.wait()
        return result


async def test_a_claim_that_is_given_back_before_it_is_known_here_is_sent_once(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        await box.text("one")
        storage = box.storage
        storage.__class__ = _AnswersLate
        assert isinstance(storage, _AnswersLate)
        storage.go_on = asyncio.Event()
        async with sending(storage, box.connector.origin) as sender:
            await box.until(lambda box: box.states() == ["sending"])
            sender.lose("a:1")
            await box.until(lambda box: box.states() == ["waiting"])
            await storage.transact(lambda _: None, conversation_id="a:1")  # what the release gave is known here now
            storage.go_on.set()
            await box.until_settled()
        assert box.heard() == [("POST", "one")]


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

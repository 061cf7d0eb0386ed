"""The sender against a connector's server, on both databases."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.outbox_sender import sender as sender_module
from bot.outbox_sender.delivery import MOST_UPDATES
from bot.storage import UnitOfWork
from bot.storage.databases import database_at
from bot.storage.errors import InDoubt
from tests.bot.postbox import Postbox, look, postbox, sending
from tests.bot.storage.shelf import KEY, MONDAY, database_file, opened
from tests.connector import DROP, HANG, Answer, refused, throttled

UNAVAILABLE = Answer(503)


async def _look(box: Postbox) -> None:
    assert box.sender is not None
    await look(box.sender)


async def test_a_card_is_posted_and_its_activity_kept(database_url: str) -> None:
    async with postbox(database_url) as box:
        card_id = await box.post("one")
        await box.until_settled()
        call = box.connector.calls[0]
        assert call.method == "POST"
        assert call.activity == {
            "type": "message",
            "attachments": [
                {
                    "contentType": "application/vnd.microsoft.card.adaptive",
                    "content": {"type": "AdaptiveCard", "text": "one"},
                }
            ],
            "summary": "Sharing Guide: one thing waiting",
            "from": {"id": "28:bot"},
            "recipient": {"id": "29:worker"},
            "conversation": {"id": "a:1"},
        }
        assert (await box.card(card_id)).activity_id == call.given_id


async def test_an_update_is_put_over_the_card_s_own_message(database_url: str) -> None:
    async with postbox(database_url) as box:
        first, second = await box.post("one"), await box.post("two")
        await box.update(first, "one, answered")
        await box.until_settled()
        call = box.connector.calls[-1]
        assert (call.method, call.activity_id) == ("PUT", (await box.card(first)).activity_id)
        assert call.activity_id != (await box.card(second)).activity_id
        assert call.activity["id"] == call.activity_id
        assert call.activity["summary"] == "Sharing Guide: one thing waiting"
        assert call.card["text"] == "one, answered"


async def test_a_text_is_sent_as_plain_text(database_url: str) -> None:
    async with postbox(database_url) as box:
        await box.text('She said "**no**" 👋\nand left')
        await box.until_settled()
        activity = box.connector.calls[0].activity
        assert (activity["type"], activity["textFormat"]) == ("message", "plain")
        assert activity["text"] == 'She said "**no**" 👋\nand left'


async def test_new_messages_arrive_in_the_order_they_were_left_and_each_update_after_its_card(
    database_url: str,
) -> None:
    async with postbox(database_url) as box:
        for number in range(6):
            card_id = await box.post(f"card {number}")
            await box.update(card_id, f"update {number}")
            await box.text(f"text {number}")
        await box.until_settled()
        heard = box.heard()
        posts = [said for method, said in heard if method == "POST"]
        assert posts == [said for number in range(6) for said in (f"card {number}", f"text {number}")]
        assert [said for method, said in heard if method == "PUT"] == [f"update {number}" for number in range(6)]
        for number in range(6):
            assert heard.index(("POST", f"card {number}")) < heard.index(("PUT", f"update {number}"))


async def test_a_new_card_goes_before_the_old_one_is_redrawn(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        async with sending(box.storage, box.connector.origin):
            old = await box.post("old card")
            await box.until_settled()
        await box.update(old, "nothing to press any more")
        await box.post("new card")
        async with sending(box.storage, box.connector.origin):
            await box.until_settled()
        assert box.heard()[1:] == [("POST", "new card"), ("PUT", "nothing to press any more")]


@pytest.mark.parametrize("is_own", [True, False], ids=["from memory", "from the table"])
async def test_what_fades_for_a_card_that_is_refused_stays_and_what_is_emptied_is_emptied(
    database_url: str, *, is_own: bool
) -> None:
    async with postbox(database_url) as box:
        fading, emptied = await box.post("usable"), await box.post("about somebody")
        await box.until_settled()

        def turn(unit: UnitOfWork) -> None:
            unit.fade_card(fading, {"text": "carried on below"})
            unit.update_card(emptied, {"text": "nothing is left"})
            unit.post_card(unit.add_card("a:1", "m1", "main"), {"text": "new"})

        box.connector.answer_next(refused())
        await box.storage.transact(turn, conversation_id="a:1" if is_own else "")
        await box.until_settled()
        assert box.heard()[2:] == [("PUT", "nothing is left")]
        await box.storage.transact(turn, conversation_id="a:1" if is_own else "")
        await box.until_settled()
        assert box.heard()[3] == ("POST", "new")
        assert sorted(box.heard()[4:]) == [("PUT", "carried on below"), ("PUT", "nothing is left")]


async def test_a_throttled_message_from_memory_is_not_overtaken(database_url: str) -> None:
    async with postbox(database_url) as box:
        box.connector.answer_next(throttled("0.1"))
        await box.transact_in("a:1", "one", "two")
        await box.transact_in("a:1", "three")
        await box.until_settled()
        assert box.heard() == [("POST", "one"), ("POST", "two"), ("POST", "three")]
        assert [row["attempts"] for row in box.outbox()] == [2, 1, 1]


@pytest.mark.parametrize("stored", [True, False])
async def test_what_a_lost_commit_left_is_sent_once_if_it_was_stored(
    database_url: str, monkeypatch: pytest.MonkeyPatch, *, stored: bool
) -> None:
    async with postbox(database_url) as box:
        await box.transact_in("a:1", "before")
        await box.until_settled()
        kind = type(database_at(database_url))
        commit, losing = kind.commit, [True]

        def lose(database: Any, connection: Any) -> None:
            if threading.current_thread().name not in names or not losing:
                return commit(database, connection)
            if stored:
                commit(database, connection)
            losing.clear()
            raise InDoubt("the connection was lost during a commit")

        names = {await box.storage.transact(lambda _: threading.current_thread().name, conversation_id="a:1")}
        monkeypatch.setattr(kind, "commit", lose)
        with pytest.raises(InDoubt):
            await box.transact_in("a:1", "one", "two")
        await box.transact_in("a:1", "three")
        await box.until_settled()
        said = ["before", *(["one", "two"] if stored else []), "three"]
        assert box.heard() == [("POST", text) for text in said]


async def test_a_throttled_message_waits_as_told_and_is_not_overtaken(database_url: str) -> None:
    now = [MONDAY]
    async with postbox(database_url, clock=lambda: now[0]) as box:
        box.connector.answer_next(throttled("60"))
        await box.text("one")
        await box.text("two")
        await box.until(lambda box: bool(box.connector.calls))
        await box.text("elsewhere", "a:2")
        await box.until(lambda box: ("POST", "elsewhere") in box.heard())
        await box.until(lambda box: box.states() == ["waiting", "waiting", "sent"])
        now[0] = MONDAY + timedelta(seconds=59)
        await _look(box)
        assert box.states() == ["waiting", "waiting", "sent"]
        now[0] = MONDAY + timedelta(seconds=60 * 1.2 + 1)
        await _look(box)
        await box.until_settled()
        assert box.heard("a:1") == [("POST", "one"), ("POST", "two")]
        assert [row["attempts"] for row in box.outbox()] == [2, 1, 1]


@pytest.mark.parametrize(("status", "code"), [(403, "MessageWritesBlocked"), (404, ""), (400, "")])
async def test_a_refused_message_is_given_up_and_the_next_goes_on(database_url: str, status: int, code: str) -> None:
    async with postbox(database_url) as box:
        box.connector.answer_next(refused(status, code))
        await box.text("one")
        await box.text("two")
        await box.until_settled()
        assert box.heard() == [("POST", "two")]
        given_up, sent = box.outbox()
        assert (given_up["state"], given_up["last_error"]) == ("given_up", f"refused: {status} {code}".strip())
        assert (sent["state"], sent["last_error"]) == ("sent", "")


async def test_a_post_to_a_conversation_that_was_not_found_once_comes_a_moment_later(database_url: str) -> None:
    async with postbox(database_url) as box:
        box.connector.answer_next(refused(404, "ConversationNotFound"))
        await box.text("one")
        await box.text("two")
        await box.until_settled()
        assert box.heard() == [("POST", "one"), ("POST", "two")]


async def test_150_sends_that_hang_delay_nobody(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        for number in range(150):
            box.connector.refuse(f"a:{number}", HANG)
        async with sending(box.storage, box.connector.origin, parallel=512):
            await asyncio.gather(*(box.transact_in(f"a:{number}", "hello") for number in range(150)))
            await box.connector.wait_for(150)
            await box.transact_in("a:free", "from memory")
            await box.text("from the table", "a:free")
            await box.until(lambda box: len(box.heard("a:free")) == 2)
            assert len(box.connector.sent()) == 2
            await box.connector.stop()


async def test_sends_that_hang_take_no_room_from_others(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender_module, "_HANGS_AFTER_SECONDS", 0.2)
    async with postbox(database_url, send=False) as box:
        for number in range(70):
            box.connector.refuse(f"a:{number}", HANG)
            await box.text("hello", f"a:{number}")
        async with sending(box.storage, box.connector.origin, parallel=64, lease=1.0):
            await box.connector.wait_for(70)
            await box.text("hello", "a:free")
            await box.until(lambda box: box.heard() == [("POST", "hello")])
            await box.connector.stop()


@pytest.mark.parametrize(
    "answer", [UNAVAILABLE, Answer(408), Answer(500), DROP], ids=["503", "408", "500", "no answer"]
)
async def test_a_post_that_may_have_arrived_is_never_sent_again(database_url: str, answer: Answer) -> None:
    async with postbox(database_url) as box:
        box.connector.answer_next(answer)
        await box.text("one")
        await box.text("two")
        await box.until_settled()
        assert box.states() == ["doubtful", "sent"]
        assert [call.activity["text"] for call in box.connector.calls] == ["one", "two"]


@pytest.mark.parametrize("answer", [UNAVAILABLE, DROP], ids=["503", "no answer"])
async def test_an_update_that_may_have_arrived_is_repeated_and_holds_no_new_message_up(
    database_url: str, answer: Answer
) -> None:
    async with postbox(database_url) as box:
        card_id = await box.post("one")
        await box.until_settled()
        box.connector.answer_next(answer)
        await box.update(card_id, "answered")
        await box.connector.wait_for(2)
        await box.text("two")
        await box.until_settled()
        assert sorted(box.heard()) == [("POST", "one"), ("POST", "two"), ("PUT", "answered")]
        assert box.states() == ["sent", "sent", "sent"]


async def test_an_update_that_never_arrives_is_given_up_in_the_end(database_url: str) -> None:
    hours = count()
    async with postbox(database_url, clock=lambda: MONDAY + timedelta(hours=next(hours))) as box:
        card_id = await box.post("one")
        await box.until_settled()
        box.connector.answer_next(*[UNAVAILABLE] * (MOST_UPDATES + 1))
        await box.update(card_id, "answered")
        await box.until(lambda box: box.states()[1] == "given_up" or box.hurry())
        assert [call.method for call in box.connector.calls] == ["POST"] + ["PUT"] * MOST_UPDATES


async def test_an_expired_credential_is_not_the_message_s_fault(database_url: str) -> None:
    async with postbox(database_url) as box:
        box.connector.answer_next(Answer(401), Answer(401))
        await box.text("one")
        await box.until_settled()
        assert box.heard() == [("POST", "one")]


async def test_a_message_that_found_nobody_is_sent_when_somebody_is_there(database_url: str) -> None:
    async with postbox(database_url) as box:
        port = box.connector.port
        await box.connector.stop()
        await box.text("one")
        await box.until(lambda box: box.outbox()[0]["attempts"] > 0)
        assert box.outbox()[0]["last_error"].startswith("no connection")
        await box.connector.start(port)
        await box.until_settled()
        assert box.heard() == [("POST", "one")]


async def test_an_update_of_a_card_that_was_never_sent_is_dropped(database_url: str) -> None:
    async with postbox(database_url) as box:
        box.connector.answer_next(refused())
        card_id = await box.post("one")
        await box.update(card_id, "answered")
        await box.text("two")
        await box.until_settled()
        assert [call.method for call in box.connector.calls] == ["POST", "POST"]
        assert [row["last_error"] for row in box.outbox()][1:] == ["never posted", ""]


async def test_a_message_for_later_is_sent_when_due_and_holds_nobody_up(database_url: str) -> None:
    now = [MONDAY]
    async with postbox(database_url, clock=lambda: now[0]) as box:
        await box.post("later", due_at=MONDAY + timedelta(days=3))
        await box.text("now")
        await box.until(lambda box: box.states() == ["waiting", "sent"])
        now[0] = MONDAY + timedelta(days=3, seconds=-1)
        await _look(box)
        assert box.states() == ["waiting", "sent"]
        now[0] = MONDAY + timedelta(days=3)
        await _look(box)
        await box.until_settled()
        assert box.heard() == [("POST", "now"), ("POST", "later")]


async def test_a_message_that_another_instance_left_is_found_without_being_told(database_url: str) -> None:
    async with postbox(database_url) as box:
        sender, box.sender = box.sender, None
        await box.text("one")
        await box.until_settled()
        assert sender is not None and box.heard() == [("POST", "one")]


async def test_two_instances_send_each_message_once_and_in_order(database_url: str) -> None:
    async with postbox(database_url) as box:
        with opened(database_url) as other_storage:
            async with sending(other_storage, box.connector.origin) as other:
                for number in range(60):
                    await box.text(f"{number}", f"a:{number % 6}")
                    other.wake()
                await box.until_settled()
        for conversation in range(6):
            expected = [("POST", f"{number}") for number in range(conversation, 60, 6)]
            assert box.heard(f"a:{conversation}") == expected


async def test_a_message_that_cannot_be_read_is_given_up_and_the_next_goes_on(database_url: str) -> None:
    other_key = Fernet.generate_key().decode()
    async with postbox(database_url, send=False) as box:
        await box.text("one")
        with opened(database_url, keys=f"{other_key},{KEY}") as newer:
            box.storage, older = newer, box.storage
            await box.text("two")
            box.storage = older
        async with sending(box.storage, box.connector.origin):
            await box.text("three")
            await box.until_settled()
        assert box.heard() == [("POST", "one"), ("POST", "three")]
        assert [row["last_error"] for row in box.outbox()] == ["", "unreadable", ""]


async def test_at_most_so_many_conversations_are_sent_to_at_a_time(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        box.connector.answer_next(*[HANG] * 9)
        for number in range(9):
            await box.text("hello", f"a:{number}")
        async with sending(box.storage, box.connector.origin, parallel=3) as sender:
            await box.connector.wait_for(3)
            await look(sender)
            assert box.states().count("sending") == len(box.connector.calls) == 3
            await box.connector.stop()


async def test_stopping_lets_what_is_under_way_end_and_writes_it_down(database_url: str) -> None:
    async with postbox(database_url, send=False) as box:
        for number in range(40):
            await box.text(f"{number}", f"a:{number}")
        async with sending(box.storage, box.connector.origin, parallel=4) as sender:
            await box.connector.wait_for(1)
            await sender.stop()
        states = box.states()
        assert set(states) == {"sent", "waiting"}
        assert states.count("sent") == len(box.connector.calls)


async def test_what_is_just_being_claimed_as_it_stops_waits_again(sqlite_url: str) -> None:
    async with postbox(sqlite_url, send=False) as box:
        await box.text("asthma")
        with closing(sqlite3.connect(database_file(sqlite_url), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            async with sending(box.storage, box.connector.origin) as sender:
                await box.until(lambda _: sender._looking.locked())  # the claim waits for the other one
                stopping = asyncio.create_task(sender.stop())
                await box.until(lambda _: sender._is_stopping)
                other.execute("COMMIT")
                await stopping
        assert box.states() == ["waiting"]
    assert box.connector.calls == []


async def test_a_log_names_a_lost_message_and_never_what_it_said(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with postbox(database_url) as box:
        box.connector.answer_next(UNAVAILABLE, refused())
        await box.text("asthma")
        await box.text("asthma")
        await box.until_settled()
    assert "is doubtful: answered 503" in caplog.text
    assert "is given_up: refused: 403 MessageWritesBlocked" in caplog.text
    assert "asthma" not in caplog.text

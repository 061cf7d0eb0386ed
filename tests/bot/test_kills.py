"""A process killed at any moment loses no message and sends none twice."""

import asyncio
import os
import random
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from bot.storage import Storage, UnitOfWork
from bot.storage.tables import cards, outbox
from tests.bot.postbox import Postbox, sending
from tests.bot.storage.shelf import KEY, opened, rows
from tests.bot.turning import CONVERSATIONS, LEASE, listeners, take_turns
from tests.connector import FakeConnector
from tests.forked import fork, lines_of, written

SOAK = "SOAK_KILLS" in os.environ
KILLS = int(os.environ.get("SOAK_KILLS", "4"))  # `make soak` asks for 100


async def test_after_kills_everyone_has_the_current_card_and_nothing_is_there_twice_unsaid(
    database_url: str, tmp_path: Path
) -> None:
    async with FakeConnector() as connector:
        runs = [tmp_path / str(run) for run in range(KILLS)]
        committed = [mark for run in runs for mark in await _turns_until_killed(database_url, connector, run)]
        with opened(database_url) as storage:
            async with sending(storage, connector.origin, listeners(storage), lease=LEASE):
                # Nobody waits longer than 15 s in the soak, where the lease is the real one; else it only has to come.
                await _until_all_have_their_card(database_url, storage, connector, 15 if SOAK else 60)
                await Postbox(database_url, storage, connector).until_settled(120 + 5 * KILLS)
    marks = {row["id"]: row["matter_id"] for row in rows(database_url, cards)}
    posts = rows(database_url, outbox, outbox.c.verb == "post")
    left = {marks[row["card_id"]] for row in posts}
    heard = [call.card for call in connector.calls if call.method == "POST"]
    plain = Counter(card["text"] for card in heard if not _says_it_may_be_twice(card))
    assert set(committed) <= left
    assert {card["text"] for card in heard} <= left
    assert max(plain.values()) == 1
    assert {row["state"] for row in posts} <= {"sent", "doubtful"}
    assert all(plain[marks[row["card_id"]]] or _is_marked(row, posts) for row in posts if row["state"] == "sent")
    _judge_updates(rows(database_url, outbox, outbox.c.verb == "fade"))


def _says_it_may_be_twice(card: dict[str, Any]) -> bool:
    return bool(card.get("body"))


def _is_marked(row: dict[str, Any], posts: list[dict[str, Any]]) -> bool:
    """Whether this post is one that was said afresh: an earlier one of the card is in doubt."""
    return any(
        one["card_id"] == row["card_id"] and one["state"] == "doubtful" for one in posts if one["id"] < row["id"]
    )


async def _until_all_have_their_card(
    database_url: str, storage: Storage, connector: FakeConnector, seconds: float
) -> None:
    marks = {row["id"]: row["matter_id"] for row in rows(database_url, cards)}
    in_front = []
    for number in range(CONVERSATIONS):
        conversation = await storage.transact(partial(UnitOfWork.conversation, conversation_id=f"a:{number}"))
        in_front += [marks[conversation.state["live"]]] if conversation else []
    async with asyncio.timeout(seconds):
        while not set(in_front) <= {call.card["text"] for call in connector.sent() if call.method == "POST"}:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def _turns_until_killed(database_url: str, connector: FakeConnector, run: Path) -> list[str]:
    """Let a process take turns and kill it; returns the marks of those that it knew to be committed."""
    process = fork(take_turns, database_url, KEY, connector.origin, run)
    await written(process, run, "", 1)
    await asyncio.sleep(random.uniform(0, 1.5 * LEASE))  # so that some live long enough to take over from others
    process.kill()
    process.join()
    return lines_of(run)


def _judge_updates(updates: list[dict[str, Any]]) -> None:
    """Each was made, but for those of cards that had gone on before it was known where they are."""
    assert {row["state"] for row in updates} <= {"sent", "given_up"}
    assert {row["last_error"] for row in updates if row["state"] == "given_up"} <= {"never posted", "replaced"}

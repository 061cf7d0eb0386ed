"""A process killed at any moment loses no message and sends none twice."""

import asyncio
import os
import random
import sys
from collections import Counter
from typing import Any

from bot.storage.tables import cards, outbox
from tests.bot.postbox import Postbox, sending
from tests.bot.storage.shelf import KEY, opened, rows
from tests.bot.turning import CONVERSATIONS
from tests.connector import FakeConnector

KILLS = int(os.environ.get("SOAK_KILLS", "10"))  # `make soak` asks for 200


async def test_after_kills_every_message_was_sent_once_or_is_marked_doubtful(database_url: str) -> None:
    async with FakeConnector() as connector:
        committed = [mark for run in range(KILLS) for mark in await _turns_until_killed(database_url, connector, run)]
        with opened(database_url) as storage:
            async with sending(storage, connector.origin):
                await Postbox(database_url, storage, connector).until_settled(30 + 5 * KILLS)
    marks = {row["id"]: row["matter_id"] for row in rows(database_url, cards)}
    posts = {marks[row["card_id"]]: row for row in rows(database_url, outbox, outbox.c.verb == "post")}
    heard = Counter(call.card["text"] for call in connector.calls if call.method == "POST")
    assert set(committed) <= set(posts)
    assert set(heard) <= set(posts)
    assert [mark for mark in posts if not _rightly(posts[mark]["state"], heard[mark])] == []
    assert sum(row["state"] == "doubtful" for row in posts.values()) <= KILLS * CONVERSATIONS
    _judge_updates(rows(database_url, outbox, outbox.c.verb == "update"), posts, marks)


async def _turns_until_killed(database_url: str, connector: FakeConnector, run: int) -> list[str]:
    """Let a process take turns and kill it; returns the marks of those that it knew to be committed."""
    command = (sys.executable, "-m", "tests.bot.turning", database_url, KEY, connector.origin, str(run))
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    first = await asyncio.wait_for(process.stdout.readline(), 30)
    await asyncio.sleep(random.uniform(0, 0.3))
    process.kill()
    rest = await process.stdout.read()
    await process.wait()
    lines = (first + rest).decode().split("\n")
    assert lines[0]
    return lines[:-1]  # the last may be cut


def _rightly(state: str, times_heard: int) -> bool:
    return {"sent": times_heard == 1, "doubtful": times_heard <= 1}.get(state, False)


def _judge_updates(updates: list[dict[str, Any]], posts: dict[str, Any], marks: dict[str, str]) -> None:
    assert {row["state"] for row in updates} <= {"sent", "given_up"}
    dropped = [row for row in updates if row["state"] == "given_up"]
    assert all(row["last_error"] == "never posted" for row in dropped)
    assert all(posts[marks[row["card_id"]]]["state"] == "doubtful" for row in dropped)

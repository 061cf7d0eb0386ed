"""A process killed at any moment of a request's life loses no request, no decision and no message."""

import asyncio
import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import pytest

from bot.audit import verify
from bot.config.service_hosts import ServiceHosts
from bot.edge.connector import Connector, open_session
from bot.edge.credentials import NoCredentials
from bot.outbox_sender.sender import Listeners, Sender
from bot.reminders import Reminders
from bot.storage import Cipher, Storage
from bot.storage.databases import database_at
from bot.storage.records import to_microseconds
from bot.storage.tables import audit, cards, outbox, requests
from bot.turns.doubts import Doubts
from tests.bot.approving import COUNCIL, LEASE, LIVES, Clock, live
from tests.bot.storage.shelf import KEY, rows
from tests.connector import FakeConnector
from tests.counted import DOUBTFUL, SENT, count
from tests.forked import fork, lines_of, written

KILLS = int(os.environ.get("SOAK_KILLS", "20"))  # `make soak` asks for 200
STEPS = [run % 6 for run in range(KILLS)]
"""How many steps each run has come past, at the least, when it is killed: counted, since machines differ in speed."""
SETTLING = {"agreed": "agreed", "not_agreed": "not_agreed", "request_withdrawn": "withdrawn"}
EVERYONE = 2
"""How often a request was reminded of once everyone has heard; from then on it is said each working morning."""
TOLD = ("agreed", "not_agreed", "more_asked", "reminded", "escalated")
"""What the record says whenever a message about a request is left for its worker or for the channel."""


async def test_after_kills_every_request_decision_and_message_is_there_once(
    database_url: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    marks = tmp_path / "marks"
    async with FakeConnector() as connector:
        await _killed_again_and_again(database_url, connector.origin, marks)
        await _settle(database_url, connector)
        heard = Counter(call.given_id for call in connector.calls if call.method == "POST")
    known = [line.split() for line in lines_of(marks)]
    assert sum(step != "begun" for step, _ in known) >= sum(STEPS) > KILLS
    _judge_requests(database_url, known)
    sends = _judge_messages(database_url, heard)
    database = database_url.partition(":")[0]
    count(request.node, SENT, database, sends["sent"])
    doubtful = _doubtful(database_url)
    for kind, number in sorted(doubtful.items()):
        count(request.node, DOUBTFUL, f"{database} {kind}", number)
    assert doubtful.total() == sends["doubtful"] <= KILLS * (LIVES + 2), (
        "no more than one in each conversation that a kill can meet"
    )
    assert verify(database_at(database_url), Cipher.from_keys(KEY)).faults == ()


async def _killed_again_and_again(url: str, origin: str, marks: Path) -> None:
    for run, steps in enumerate(STEPS):
        process = fork(live, url, KEY, origin, marks, run)
        await _come_past(process, marks, run, steps)
        process.kill()
        process.join()


async def _come_past(process: ForkServerProcess, marks: Path, run: int, steps: int) -> None:
    """Wait until the run has come past so many steps, and for a part of the time that another one takes."""
    await written(process, marks, f"begun {run}", 1)
    begun = time.monotonic()
    await written(process, marks, f" w{run}-", steps)
    a_step = (time.monotonic() - begun) / steps if steps else 0.1
    await asyncio.sleep(random.uniform(0, a_step))


@asynccontextmanager
async def _reopened(url: str, origin: str) -> AsyncIterator[Clock]:
    """The bot again, its clock long after everything has come due."""
    clock = Clock(KILLS + 20)
    storage = Storage.open(url, Cipher.from_keys(KEY), clock=clock)
    async with open_session() as session:
        connector = Connector(session, ServiceHosts.from_entries([origin]), NoCredentials())
        reminders = Reminders(storage, COUNCIL, connector)
        doubts = Doubts(storage, COUNCIL, connector)
        listeners = Listeners(reminders.handle_due, doubts.hear_unsent, doubts.look_at_left)
        sender = Sender(storage, connector, listeners, lease=LEASE)
        await sender.start()
        try:
            yield clock
        finally:
            await sender.stop()
            storage.close()


async def _settle(url: str, connector: FakeConnector) -> None:
    """Move the clock on, whenever all that has come due is done, until everyone has heard of every request."""
    async with _reopened(url, connector.origin) as clock, asyncio.timeout(300 + KILLS):
        while True:
            while _due(url, clock):  # noqa: ASYNC110  the database tells nobody
                await asyncio.sleep(0.1)
            if not _unheard(url):
                return
            clock.now += timedelta(hours=3)


def _due(url: str, clock: Clock) -> list[dict[str, Any]]:
    """What is to be sent or looked at by now."""
    unsent = outbox.c.state.in_(["waiting", "sending"])
    return rows(url, outbox, unsent, outbox.c.due_at <= to_microseconds(clock.now))


def _unheard(url: str) -> list[dict[str, Any]]:
    """The open requests of which not everyone has heard yet."""
    still_open = requests.c.state.in_(["waiting", "more_asked"])
    return rows(url, requests, still_open, requests.c.reminded < EVERYONE)


def _doubtful(url: str) -> Counter[str]:
    """The sends in doubt, by the kind of card; "text" for those that were none."""
    kinds = {row["id"]: row["kind"] for row in rows(url, cards)}
    found = rows(url, outbox, outbox.c.verb == "post", outbox.c.state == "doubtful")
    return Counter(kinds.get(row["card_id"], "text") for row in found)


def _judge_requests(url: str, known: list[list[str]]) -> None:
    """What was known to be kept is there, and each is settled by exactly one step of the record, or by none."""
    kept = {row["matter_id"]: row for row in rows(url, requests)}
    assert len(kept) == len(rows(url, requests)), "a matter was asked about twice"
    steps = defaultdict(list)
    for row in rows(url, audit):
        steps[row["reference"]].append(row["what"])
    for step, matter in known:
        if step != "begun":
            assert step in ("asked", "settled") or kept[matter]["state"] == step, (step, kept[matter])
    for row in kept.values():
        settled = [SETTLING[what] for what in steps[str(row["number"])] if what in SETTLING]
        assert steps[str(row["number"])].count("request_made") == 1
        assert settled == ([] if row["state"] in ("waiting", "more_asked") else [row["state"]]), row


def _judge_messages(url: str, heard: Counter[str]) -> Counter[str]:
    """Each message that the record speaks of was left once, and each left one was sent once or is doubtful."""
    kept = {row["id"]: row for row in rows(url, requests)}
    about = [row for row in rows(url, cards) if row["matter_id"] in kept]
    left = Counter(row["matter_id"] for row in about if row["kind"] in ("prompt", "outcome"))
    said = Counter(row["reference"] for row in rows(url, audit) if row["what"] in TOLD)
    posts = {row["card_id"]: row["state"] for row in rows(url, outbox, outbox.c.verb == "post")}
    in_doubt = Counter(row["matter_id"] for row in about if row["kind"] == "prompt" and posts[row["id"]] == "doubtful")
    for request, row in kept.items():
        once = 1 + said[str(row["number"])]
        # The worker hears of each prompt that may not be in the channel, while the request is open.
        assert once <= left[request] <= once + in_doubt[request], row
    assert {row["id"] for row in about if not row["activity_id"]} <= {
        card for card, state in posts.items() if state == "doubtful"
    }
    sent = [row["activity_id"] for row in rows(url, cards) if row["activity_id"]]
    assert len(sent) == len(set(sent))
    assert all(heard[activity] == 1 for activity in sent)
    sends = Counter(row["state"] for row in rows(url, outbox, outbox.c.verb == "post"))
    assert set(sends) <= {"sent", "doubtful"}
    assert sends["sent"] <= sum(heard.values()) <= sends["sent"] + sends["doubtful"]
    return sends

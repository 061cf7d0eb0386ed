"""Eight supervisors press at the same time, on two instances of the app that share one PostgreSQL."""

import os
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage.records import utc_now
from bot.storage.tables import audit, requests
from tests.bot.storage.shelf import rows
from tests.bot.storage.test_lock_order import deadlocks
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import TOLD
from tests.scenarios.journeys import HARM
from tests.scenarios.keeping import requests_kept
from tests.scenarios.reading import own
from tests.scenarios.running import Bot, Outbox, Process, surroundings
from tests.scenarios.worker import Worker, at_once

RACES = int(os.environ.get("SOAK_RACES", "20"))  # `make soak` asks for 500
FEWER = max(4, RACES // 4)
AT_ONCE = 8
VERDICTS = ("agree", "do_not_agree")
DECIDED = ("agreed", "not_agreed")


@pytest.fixture
async def instances(postgresql_url: str) -> AsyncIterator[tuple[Bot, Bot]]:
    """Two processes of the app on one database."""
    async with surroundings(postgresql_url) as bot:
        both = [replace(bot), replace(bot)]
        running = [Process(one, ADMINISTRATORS="o-admin") for one in both]
        try:
            for process in running:
                await process.start()
            bot.outbox = both[0].outbox = both[1].outbox = Outbox(postgresql_url)
            yield both[0], both[1]
            bot.outbox.close()
        finally:
            for process in running:
                await process.abandon()


async def test_exactly_one_of_eight_presses_decides_and_seven_are_refused(instances: tuple[Bot, Bot]) -> None:
    supervisors = [Worker(instances[number % 2], f"S.{number}") for number in range(AT_ONCE)]
    channel = Channel(instances[0])
    admin = Worker(instances[0], "admin")
    await channel.write(admin, "approvals here")
    await channel.write(admin, "supervisors add", *supervisors)
    for supervisor in supervisors:
        await supervisor.say("hello")
    for number in range(RACES):
        await _race(Worker(instances[number % 2], f"worker-{number}"), supervisors)
    await instances[0].all_sent(30)
    _judge(instances[0])
    assert deadlocks(instances[0].database_url) == 0


async def _race(worker: Worker, supervisors: list[Worker]) -> None:
    """A request is made, and all press at once."""
    data = {"about": await _made(worker), "reason": "as asked"}
    presses = [one.clicking(VERDICTS[number % 2], data) for number, one in enumerate(supervisors)]
    replies = await at_once(*(one.deliver(press) for one, press in zip(supervisors, presses, strict=True)))
    refused = [own("approvals.refused.already_answered") in str(reply["value"]) for reply in replies]
    decided = [own("approvals.detail.note") in str(reply["value"]) for reply in replies]
    assert (sum(decided), sum(refused)) == (1, AT_ONCE - 1), replies


async def _made(worker: Worker) -> str:
    """A request; its id."""
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.press("ask_supervisor")
    of_worker = requests.c.asker == f"{worker.tenant}/{worker.entra_id}"
    return str(max(rows(worker.bot.database_url, requests, of_worker), key=lambda row: row["asked_at"])["id"])


async def test_a_decision_and_a_deletion_at_once_wait_for_each_other(instances: tuple[Bot, Bot]) -> None:
    boss, channel = Worker(instances[0], "S.1"), Channel(instances[0])
    await channel.write(Worker(instances[0], "admin"), "approvals here")
    await channel.write(Worker(instances[0], "admin"), "supervisors add", boss)
    await boss.say("hello")
    for number in range(RACES):
        worker = Worker(instances[1], f"worker-{number}")
        data = {"about": await _made(worker), "reason": "as asked"}
        await boss.send(boss.clicking("open_request", data))
        await worker.say("my matters")
        await worker.press("delete")
        presses = (boss.deliver(boss.clicking("agree", data)), worker.deliver(worker.pressing("delete_yes")))
        decided, deleted = await at_once(*presses)
        assert own("matters.none") in str(deleted["value"]), deleted
        said = (own("approvals.detail.note"), own("approvals.refused.gone_deleted"))
        assert any(text in str(decided["value"]) for text in said), decided
    kept = requests_kept(instances[0].database_url)
    assert {row["state"] for row in kept} <= {"agreed", "gone"}
    assert [row["content"]["snapshot"] for row in kept] == [{}] * RACES
    assert deadlocks(instances[0].database_url) == 0


async def test_a_worker_at_a_follow_up_and_a_supervisor_who_answers_never_wait_for_each_other(
    instances: tuple[Bot, Bot],
) -> None:
    boss, channel = Worker(instances[0], "S.1"), Channel(instances[0])
    await channel.write(Worker(instances[0], "admin"), "approvals here")
    await channel.write(Worker(instances[0], "admin"), "supervisors add", boss)
    await boss.say("hello")
    for number in range(FEWER):
        worker = Worker(instances[1], f"worker-{number}")
        await worker.say("share")
        await worker.go_on(HARM)
        await worker.press("shared", shared_how="phone", look_again__date=_day(30))
        await worker.say("follow-ups")
        shown = await worker.press("open_follow_up")
        await worker.press("ask_not_to_tell", not_telling_because="They moved abroad.")
        of_worker = requests.c.asker == f"{worker.tenant}/{worker.entra_id}"
        made = rows(worker.bot.database_url, requests, of_worker, requests.c.kind == "not_telling")[0]["id"]
        agree = boss.clicking("agree", {"about": made, "reason": "as asked"})
        verb, inputs = AT_A_FOLLOW_UP[number % len(AT_A_FOLLOW_UP)]
        about = shown.button("follow_up_done")["data"]["about"]
        press = worker.clicking(verb, {"about": about, **inputs})
        replies = await at_once(boss.deliver(agree), worker.deliver(press))
        assert all("card" in reply["type"] for reply in replies), replies
    assert deadlocks(instances[0].database_url) == 0


def _day(later: int) -> str:
    return (utc_now().date() + timedelta(days=later)).isoformat()


AT_A_FOLLOW_UP: tuple[tuple[str, dict[str, str]], ...] = (
    ("open_follow_up", {}),
    ("move_follow_up", {"move_to__date": _day(60), "move_because": "They are away."}),
    ("follow_up_done", {"done_when__date": _day(0), **TOLD}),
    ("ask_not_to_tell", {"not_telling_because": "They moved abroad."}),
)


async def test_two_colleagues_who_answer_each_other_never_wait_for_each_other(instances: tuple[Bot, Bot]) -> None:
    channel = Channel(instances[0])
    await channel.write(Worker(instances[0], "admin"), "approvals here")
    for number in range(FEWER):
        pair = [Worker(one, f"s.{number}.{place}") for place, one in enumerate(instances)]
        await channel.write(Worker(instances[0], "admin"), "supervisors add", *pair)
        made = [await _made(one) for one in pair]
        agreeing = (one.clicking("agree", {"about": made[1 - n], "reason": "as asked"}) for n, one in enumerate(pair))
        replies = await at_once(*(one.deliver(press) for one, press in zip(pair, agreeing, strict=True)))
        assert all("card" in reply["type"] for reply in replies), replies
        assert {row["state"] for row in requests_kept(instances[0].database_url)} == {"agreed"}
    assert deadlocks(instances[0].database_url) == 0


def _judge(bot: Bot) -> None:
    """In the record, and in what the workers were told."""
    recorded = rows(bot.database_url, audit)
    decisions = Counter(row["reference"] for row in recorded if row["what"] in DECIDED)
    refusals = Counter(row["reference"] for row in recorded if row["detail"] == "already_answered")
    made = {str(row["number"]): row["state"] for row in rows(bot.database_url, requests)}
    assert len(made) == RACES
    assert decisions == Counter(dict.fromkeys(made, 1))
    assert refusals == Counter(dict.fromkeys(made, AT_ONCE - 1))
    assert set(made.values()) <= set(DECIDED)
    told = Counter(title for call in bot.connector.sent() if (title := _outcome_of(call.activity, call.method)))
    assert told == Counter({f"Request {number}": 1 for number in made})


def _outcome_of(activity: dict[str, object], method: str) -> str:
    """The request of a message that tells a worker what became of it; "" for any other."""
    text = str(activity.get("attachments"))
    if method != "POST" or own("approvals.addition") not in text:
        return ""
    return text[text.index("Request ") :].partition(",")[0]

"""What a person wrote never reaches the log, whatever goes wrong, at any level."""

import asyncio
import logging

import pytest

from bot.storage.records import utc_now
from tests.connector import DROP, Answer, refused, throttled
from tests.scenarios.bots import TimeSource
from tests.scenarios.journeys import HARM, MARK, ROUTINE, marked
from tests.scenarios.keeping import change
from tests.scenarios.running import Bot
from tests.scenarios.test_matters import talked_over
from tests.scenarios.worker import Worker

THROTTLED = [throttled("0")]


@pytest.fixture
def clock() -> TimeSource:
    """The machine's own: a throttled message waits by it."""
    return utc_now


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that any logger says."""
    caplog.set_level(logging.DEBUG)
    for name in ("aiohttp", "sqlalchemy", "sqlalchemy.engine", "asyncio", "alembic", "bot"):
        caplog.set_level(logging.DEBUG, name)
    return caplog


async def test_a_whole_matter_leaves_none_of_it(log: pytest.LogCaptureFixture, worker: Worker) -> None:
    await talked_over(worker)
    await worker.press("copied")
    await worker.press("addition", addition=MARK)
    await worker.say(f"share {MARK}")
    await worker.say(f"{MARK} " * 400)
    assert log.records
    assert MARK not in log.text


@pytest.mark.parametrize(
    "answer",
    [refused(403), refused(400, "BadSyntax"), Answer(500, body=MARK), *THROTTLED, DROP],
    ids=["blocked", "refused", "failed", "throttled", "dropped"],
)
async def test_a_message_that_could_not_be_sent_leaves_none_of_it(
    log: pytest.LogCaptureFixture, worker: Worker, answer: Answer
) -> None:
    await worker.say("share")
    await worker.go_on(marked(HARM))
    worker.bot.connector.answer_next(answer)  # to the new card, which goes before the update
    await worker.deliver(worker.pressing("words_recipient"))
    await worker.bot.all_sent()
    async with asyncio.timeout(60):  # the row is settled just before it is reported
        while answer not in THROTTLED and not warned(log):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert MARK not in log.text


def warned(log: pytest.LogCaptureFixture) -> bool:
    return any(record.levelno == logging.WARNING for record in log.records)


async def test_a_broken_activity_leaves_none_of_it(log: pytest.LogCaptureFixture, worker: Worker) -> None:
    whole = worker.activity(text=MARK)
    odd = [
        {**whole, "text": [MARK]},
        {**whole, "type": "invoke", "name": "adaptiveCard/action", "value": MARK},
        {**whole, "type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"verb": 7, "data": MARK}}},
    ]
    broken = [
        {**whole, "from": MARK},
        {**whole, "conversation": {"id": f"{MARK}\n"}},
        {**whole, "type": f"{MARK}" * 500},
        {**whole, "channelId": MARK},
        {**whole, "serviceUrl": f"https://{MARK}.example.org/"},
    ]
    for activity in odd:
        assert (await worker.bot.post(activity))[0] == 200
    for activity in broken:
        status, _ = await worker.bot.post(activity)
        assert 400 <= status < 500
    assert len(log.records) >= len(broken)
    assert MARK not in log.text


@pytest.mark.parametrize(
    "harm",
    ["UPDATE matters SET content = x'00'", "UPDATE matters SET flow = 'gone'"],
    ids=["unreadable", "of no flow"],
)
async def test_a_row_that_cannot_be_used_leaves_none_of_it(
    log: pytest.LogCaptureFixture, bot: Bot, worker: Worker, harm: str
) -> None:
    await worker.say("share")
    await worker.go_on(marked(ROUTINE), until="weigh")
    change(bot.database_url, harm)
    reply = await worker.deliver(worker.pressing("next", weights__L1="needs"))
    assert reply["type"] == "application/vnd.microsoft.error"
    status, _ = await bot.post(worker.activity(text=MARK))
    assert status == 500
    assert [record for record in log.records if record.levelno >= logging.ERROR]
    assert MARK not in log.text

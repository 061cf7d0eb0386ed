"""The bot as a process of its own, ended at any moment: it goes on where the worker was."""

import signal
from collections.abc import AsyncIterator

import pytest

from tests.scenarios.journeys import ALL_FOUR, MARK, ROUTINE, WHAT, YOURS, marked
from tests.scenarios.reading import own
from tests.scenarios.running import Outbox, Process, surroundings
from tests.scenarios.worker import Worker

KILL, STOP = signal.SIGKILL, signal.SIGTERM


@pytest.fixture
async def process(sqlite_url: str) -> AsyncIterator[tuple[Process, Worker]]:
    async with surroundings(sqlite_url) as bot:
        running = Process(bot)
        try:
            await running.start()
            bot.outbox = Outbox(sqlite_url)
            yield running, Worker(bot)
            bot.outbox.close()
        finally:
            await running.abandon()


async def test_ended_again_and_again_it_goes_on_to_the_same_note(process: tuple[Process, Worker]) -> None:
    running, worker = process
    await worker.say("share")
    await worker.press("next", **YOURS)
    await worker.say(WHAT["lines"])
    await running.restart(by=KILL)
    await worker.press("next", why=WHAT["why"], used_for=WHAT["used_for"], someone_elses="no")
    await worker.press("next", weights__L1="needs", weights__L2="needs")
    await running.restart(by=STOP)
    await worker.press("next", told_items=ALL_FOUR)
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    await running.restart(by=KILL)
    await worker.say("I've shared it")
    await worker.press("next", shared_how="phone")
    note = worker.card.filled["note"]
    await running.restart(by=KILL)
    await worker.press("show_answer")
    await worker.press("shared")
    assert worker.card.filled["note"] == note


def _said_once(worker: Worker) -> int:
    """How many messages came that do not say themselves that they may be there twice."""
    again = own("notices.may_be_twice")
    return sum(again not in str(call.activity) for call in worker.chat.posts)


async def test_killed_before_a_message_was_sent_it_sends_it_after_the_start(process: tuple[Process, Worker]) -> None:
    running, worker = process
    await worker.say("share")
    for text in ("P", "it's my case"):
        before = _said_once(worker)
        assert (await worker.bot.post(worker.activity(text=text)))[0] == 200
        await running.restart(by=KILL)
        await worker.bot.all_sent()
        assert _said_once(worker) - before <= 1
    await worker.say("hello")
    assert worker.card.asks == ["recipient", "need_to_know"]


async def test_what_was_written_is_in_no_log_of_the_process_at_any_level(process: tuple[Process, Worker]) -> None:
    running, worker = process
    await worker.say(f"share {MARK}")
    await worker.go_on(marked(ROUTINE))
    await worker.press("words_recipient")
    await worker.press("shared", shared_how="phone", parents_said=MARK)
    await worker.press("copied")
    await running.end(by=STOP)
    assert "listening" in running.log()
    assert MARK not in running.log()
